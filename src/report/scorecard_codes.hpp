// The codes of findings about scorecard files; src/text/codes/file.cpp documents them.
#pragma once

#include <string_view>

namespace waymark::codes {

inline constexpr std::string_view kScorecardJson = "E020";     // not valid JSON
inline constexpr std::string_view kScorecardKind = "E021";     // not a scorecard, or of another version
inline constexpr std::string_view kScorecardKeys = "E022";     // a key is missing, unknown or written twice
inline constexpr std::string_view kScorecardValue = "E023";    // a value is not what belongs there
inline constexpr std::string_view kScorecardTooMuch = "E024";  // too large, too deep

}  // namespace waymark::codes
