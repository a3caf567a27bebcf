// The maps that the binary carries, one per survey platform (src/survey/platforms/).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/map.hpp"

namespace waymark {

std::vector<std::string> platform_ids();  // in alphabetical order

// What the platform's exports have in common; no values and no questions. nullptr: there is none of this name.
const SurveyMap* platform_map(std::string_view id);

}  // namespace waymark
