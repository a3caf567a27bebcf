// When a response was sent, as platforms write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "waymark/date.hpp"

namespace waymark {

struct Instant {
    std::int64_t microseconds = 0;  // since 1970 in UTC; a time without a zone is taken as UTC
    Date date;                      // as written
};

// ISO 8601: a date, alone or with a time behind a T or a space, fractions of seconds, and a zone (Z, +01:00, +0100).
// Nothing else: other orders of day and month are ambiguous. 1980-01-01 00:00:00 is what LimeSurvey writes where no
// time was kept, and counts as none.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace waymark
