// The practices of a framework, as surveys ask about them.
#pragma once

#include <string>
#include <vector>

#include "waymark/framework.hpp"

namespace waymark {

std::vector<int> practices_of(const Framework& framework);  // elements, in order: index i is leaf i of a plan
bool may_be_not_applicable(const Framework& framework, int profile, int element);
std::string practice_name(const Element& element);  // "D1 A real mission"

}  // namespace waymark
