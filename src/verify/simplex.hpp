// Whether linear inequalities over numbers from 0 up have a common solution, decided exactly.
#pragma once

#include <optional>
#include <vector>

#include "waymark/rational.hpp"

namespace waymark {

struct Inequality {
    std::vector<Rational> factors;  // one per variable
    Rational least;                 // the sum is at least this
    bool strict = false;            // or more than this
};

// Values that satisfy all of them; none if there are no such values. Throws RationalOverflow where numbers or steps become
// too many.
std::optional<std::vector<Rational>> solution_of(std::size_t variables, const std::vector<Inequality>& inequalities);

}  // namespace waymark
