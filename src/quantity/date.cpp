#include "waymark/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace waymark {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day calendar(const Date& date) {
    return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
           std::chrono::day(static_cast<unsigned>(date.day));
}

Date from_calendar(const std::chrono::year_month_day& day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

Date shifted(const Date& date, int count, Duration::Unit unit) {
    const auto day = calendar(date);
    if (unit == Duration::Unit::days) {
        return from_calendar(std::chrono::sys_days(day) + std::chrono::days(count));
    }
    auto moved = day + std::chrono::months(count);
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return from_calendar(moved);
}

}  // namespace

std::string Duration::to_text() const {
    const bool years = unit == Unit::months && count != 0 && count % 12 == 0;
    const int shown = years ? count / 12 : count;
    const char* word = years ? "year" : unit == Unit::months ? "month" : "day";
    return fmt::format("{} {}{}", shown, word, shown == 1 ? "" : "s");
}

std::string Date::to_text() const {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
    const Date date{*year, *month, *day};
    if (!calendar(date).ok()) return std::nullopt;
    return date;
}

std::optional<Duration> parse_duration(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto count = number(text.substr(0, space));
    std::string_view unit = text.substr(space + 1);
    if (!count) return std::nullopt;
    if (unit.size() > 1 && unit.back() == 's') unit.remove_suffix(1);
    if (unit == "day") return Duration{*count, Duration::Unit::days};
    if (unit == "month") return Duration{*count, Duration::Unit::months};
    if (unit == "year") return Duration{*count * 12, Duration::Unit::months};
    return std::nullopt;
}

Date plus(Date date, Duration duration) {
    return shifted(date, duration.count, duration.unit);
}

Date minus(Date date, Duration duration) {
    return shifted(date, -duration.count, duration.unit);
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days(calendar(to)) - std::chrono::sys_days(calendar(from))).count());
}

}  // namespace waymark
