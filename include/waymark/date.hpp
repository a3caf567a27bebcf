// Calendar dates without time or zone, and durations in calendar units.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

struct Duration {
    enum class Unit { days, months };  // years are kept as twelve months each
    int count = 0;
    Unit unit = Unit::months;

    std::string to_text() const;  // "18 months", "1 day", "3 years"
    friend bool operator==(const Duration&, const Duration&) = default;
};

struct Date {
    int year = 1970;
    int month = 1;  // 1 to 12
    int day = 1;    // 1 to 31

    std::string to_text() const;  // "2026-11-20"
    friend auto operator<=>(const Date&, const Date&) = default;
};

// ISO 8601 calendar dates only ("2026-11-20", years 1900 to 2999), and only days that exist.
std::optional<Date> parse_date(std::string_view text);
// "12 months", "1 year", "90 days"; whole, 0 to 9999.
std::optional<Duration> parse_duration(std::string_view text);

// Calendar arithmetic: a day that the target month lacks becomes that month's last day.
Date plus(Date date, Duration duration);
Date minus(Date date, Duration duration);
int days_between(Date from, Date to);  // negative when `to` is earlier

}  // namespace waymark
