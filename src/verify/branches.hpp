// A condition as alternatives: ways in which it can come to hold, each a list of smaller conditions that must all hold or
// fail together. In three-valued logic too, a condition is true just when all of some alternative is as stated.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "waymark/condition.hpp"

namespace waymark {

struct Literal {
    const Condition* condition = nullptr;  // neither all, any nor not
    bool holds = true;
    int bound = -1;  // a measure that fails: which of its bounds does
};

using Branch = std::vector<Literal>;
using Branches = std::vector<Branch>;

// None if there are more than `most`.
std::optional<Branches> branches_of(const Condition& condition, bool holds, std::size_t most = 200);
std::optional<Branches> both(const Branches& one, const Branches& other, std::size_t most = 200);

}  // namespace waymark
