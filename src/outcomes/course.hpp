// The course of an indicator: where it was to be on a day, on the way from its baseline over stated waypoints to its
// target (docs/scoring.md, "Outcomes"). Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "waymark/date.hpp"
#include "waymark/framework.hpp"
#include "waymark/rational.hpp"
#include "waymark/table.hpp"

namespace waymark {

struct Waypoint {
    Date date;
    Rational value;
};

// A year is 365.25 days, the mean of the Julian calendar: exact as a fraction.
Rational years_between(Date from, Date to);

// By the indicator's id; rows without a date or a value say nothing. `table` may be null.
std::map<std::string, std::vector<Waypoint>> waypoints_by_indicator(const Framework& framework, const Table* table);

// The value that straight lines between the points put on the day `at`: the first point on or before its own date, the
// last from its date on. Points in any order; of two on one day the later in the list counts, and those that do not lie
// after `start` are left out. nullopt if none is left.
std::optional<Rational> value_on_course(const Waypoint& start, const std::vector<Waypoint>& points, Date at);

}  // namespace waymark
