// Where an indicator was to be by its latest reading; expectations worked out by hand.
#include "outcomes/course.hpp"

#include "catch.hpp"
#include "unit/outcomes/small_framework.hpp"

using namespace small_framework;

namespace {

// From 1 at the end of 2023 towards 6 at the end of 2033, 3,653 days later; last read 1,004 days on.
Facts low_carbon_heat() {
    Facts facts;
    facts.indicator("heat").set("target", Rational(6)).set("target_due", day("2033-12-31"));
    facts.reading("heat", "2023-12-31", "1.0");
    facts.reading("heat", "2026-09-30", "1.2");
    return facts;
}

}  // namespace

TEST_CASE("without waypoints the course is a straight line to the target") {
    CHECK(low_carbon_heat().first().expected == Rational(1) + Rational::fraction(5 * 1004, 3653));
    CHECK_FALSE(low_carbon_heat().first().by_waypoints);
}

TEST_CASE("nobody expects a straight line to be kept before the lag is over") {
    Facts facts = low_carbon_heat();
    facts.started = day("2024-09-20");
    facts.indicators.set("lag", Duration{36, Duration::Unit::months});
    CHECK_FALSE(facts.first().expected);
    facts.indicators.set("lag", Duration{24, Duration::Unit::months});
    CHECK(facts.first().expected);
}

TEST_CASE("waypoints bend the course, whatever the lag") {
    Facts facts = low_carbon_heat();
    facts.started = day("2024-09-20");
    facts.indicators.set("lag", Duration{36, Duration::Unit::months});
    facts.waypoint("heat", "2027-12-31", "1.6");  // in no order
    facts.waypoint("heat", "2025-12-31", "1.1");
    facts.waypoint("other", "2026-09-30", "9");
    // from 1.1 at the end of 2025 to 1.6 two years (730 days) later; 273 days gone
    CHECK(facts.first().expected == Rational::fraction(11, 10) + Rational::fraction(5 * 273, 10 * 730));
    CHECK(facts.first().by_waypoints);
}

TEST_CASE("past its last point a course stays there") {
    const Waypoint start{day("2024-01-01"), Rational(10)};
    const std::vector<Waypoint> points{{day("2025-01-01"), Rational(12)}};
    CHECK(value_on_course(start, points, day("2025-01-01")) == Rational(12));
    CHECK(value_on_course(start, points, day("2030-01-01")) == Rational(12));
    CHECK(value_on_course(start, points, day("2024-01-01")) == Rational(10));
    CHECK(value_on_course(start, points, day("2023-01-01")) == Rational(10));
}

TEST_CASE("points that do not lie after the baseline are no course") {
    const Waypoint start{day("2024-01-01"), Rational(10)};
    CHECK_FALSE(value_on_course(start, {{day("2024-01-01"), Rational(12)}}, day("2025-01-01")));
    CHECK_FALSE(value_on_course(start, {}, day("2025-01-01")));
}

TEST_CASE("the do-nothing trend runs from the baseline") {
    Facts facts = low_carbon_heat();
    CHECK_FALSE(facts.first().untouched);
    facts.indicators.set("do_nothing", decimal("0.1"));
    // 1,004 days are 4 x 1004 / 1461 years
    CHECK(facts.first().untouched == Rational(1) + Rational::fraction(4 * 1004, 14610));
    facts.reading("heat", "2026-09-30", "3").choose("series_break", "yes");
    CHECK_FALSE(facts.first().untouched);  // a new series with a single value has come nowhere yet
}

TEST_CASE("what the target needs from here is known before a pace is") {
    Facts facts = low_carbon_heat();
    // 4.8 in the 2,649 days from the end of September 2026
    CHECK(facts.first().required == Rational::fraction(48 * 1461, 10 * 4 * 2649));
    facts.readings.set("value", Rational(6));
    CHECK_FALSE(facts.first().required);
}

TEST_CASE("self-ratings have no course") {
    Facts facts = low_carbon_heat();
    facts.indicators.choose("source", "self-rated").set("do_nothing", decimal("0.1"));
    CHECK_FALSE(facts.first().expected);
    CHECK_FALSE(facts.first().untouched);
}

TEST_CASE("a group points at the whole it belongs to") {
    Facts facts = low_carbon_heat();
    facts.indicators.row().set("id", "heat-poor").choose("family", "equity").set("breakdown_of", "heat");
    facts.indicators.row().set("id", "bills").choose("family", "equity");
    const auto read = facts.read();
    CHECK(read[0].groups == std::vector<int>{1});
    CHECK(read[1].groups.empty());
    CHECK(read[2].groups.empty());
}
