// The codes of findings about scorecard files; src/text/codes/file.cpp documents them.
#pragma once

#include <string_view>

namespace waymark::codes {

inline constexpr std::string_view kNoScorecard = "E004";  // not JSON, or JSON of another kind
inline constexpr std::string_view kOtherVersion = "E005";
inline constexpr std::string_view kDamaged = "E006";  // keys, types, values, size

}  // namespace waymark::codes
