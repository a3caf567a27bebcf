// A condition in one line, from what was read and not from how it was written: layout, quotes, order of keys and comments
// of the file leave no trace. For people, and for telling whether two conditions are the same.
#pragma once

#include <map>
#include <string>

#include "waymark/condition.hpp"

namespace waymark {

struct ConditionNames {
    const Catalogue* catalogue = nullptr;  // whose names are used: its indices must be those of the condition's own
    std::map<std::string, std::string> levels;  // other names for levels, where they have any
};

// "share of portfolio by spend where origin is existing and changed has only [nothing] is at least unchanged-spend"
std::string describe(const Condition& condition, const ConditionNames& names);

// The same text for two conditions that hold in the same cases, as far as `all`, `any` and lists in another order go.
std::string canonical(const Condition& condition, const ConditionNames& names);

}  // namespace waymark
