#include "outcomes/course.hpp"

#include "outcomes/table_reader.hpp"

namespace waymark {

namespace {

constexpr int kDaysInFourYears = 1461;

Rational between(const Waypoint& from, const Waypoint& to, Date at) {
    const Rational way = Rational::fraction(days_between(from.date, at), days_between(from.date, to.date));
    return from.value + (to.value - from.value) * way;
}

}  // namespace

Rational years_between(Date from, Date to) {
    return Rational::fraction(4 * static_cast<Int128>(days_between(from, to)), kDaysInFourYears);
}

std::map<std::string, std::vector<Waypoint>> waypoints_by_indicator(const Framework& framework, const Table* table) {
    std::map<std::string, std::vector<Waypoint>> waypoints;
    if (table == nullptr) return waypoints;
    const TableReader reader(framework, "waypoints");
    for (const Row& row : table->rows) {
        const std::optional<Date> date = reader.date(row, "date");
        const std::optional<Rational> value = reader.number(row, "value");
        if (date && value) waypoints[reader.text(row, "indicator")].push_back({*date, *value});
    }
    return waypoints;
}

std::optional<Rational> value_on_course(const Waypoint& start, const std::vector<Waypoint>& points, Date at) {
    std::map<Date, Rational> by_date;
    for (const Waypoint& point : points) {
        if (point.date > start.date) by_date.insert_or_assign(point.date, point.value);
    }
    if (by_date.empty()) return std::nullopt;
    Waypoint before = start;
    for (const auto& [date, value] : by_date) {
        const Waypoint next{date, value};
        if (at <= before.date) return before.value;
        if (at < date) return between(before, next, at);
        before = next;
    }
    return before.value;
}

}  // namespace waymark
