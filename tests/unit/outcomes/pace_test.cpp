// Pace: actual yearly change over the yearly change still required.
#include "catch.hpp"
#include "unit/outcomes/small_framework.hpp"

using namespace small_framework;

namespace {

// From 10 to 12 in exactly a year, to 20 in the four years after.
Facts on_the_way() {
    Facts facts;
    facts.indicator("homes").set("target", Rational(20)).set("target_due", day("2030-06-30"));
    facts.reading("homes", "2025-06-30", "10");
    facts.reading("homes", "2026-06-30", "12");
    return facts;
}

}  // namespace

TEST_CASE("pace compares what a year brought with what a year must bring") {
    // actual: 2 in 365 days; required: 8 in 1461 days
    CHECK(on_the_way().first().pace == Rational::fraction(2 * 1461, 365 * 8));
    CHECK(on_the_way().first().pace_note == PaceNote::none);
}

TEST_CASE("a lower target is paced by the fall") {
    Facts facts;
    facts.indicator("poverty", "lower").set("target", Rational(8)).set("target_due", day("2030-06-30"));
    facts.reading("poverty", "2025-06-30", "14");
    facts.reading("poverty", "2026-06-30", "13");
    CHECK(facts.first().pace == Rational::fraction(1461, 365 * 5));
    facts.readings.set("value", Rational(15));
    CHECK(facts.first().pace == Rational::fraction(-1461, 365 * 7));  // the wrong way
}

TEST_CASE("pace starts from the reading nearest to twelve months before, never from a nearer one") {
    Facts facts = on_the_way();
    facts.reading("homes", "2025-07-01", "11.9");  // a day short of twelve months
    facts.reading("homes", "2025-01-01", "1");
    CHECK(facts.first().pace == Rational::fraction(2 * 1461, 365 * 8));
    Facts too_near;
    too_near.indicator("homes").set("target", Rational(20)).set("target_due", day("2030-06-30"));
    too_near.reading("homes", "2025-07-01", "10");
    too_near.reading("homes", "2026-06-30", "12");
    CHECK_FALSE(too_near.first().pace);
    CHECK(too_near.first().pace_note == PaceNote::too_few_readings);
}

TEST_CASE("pace never reaches across a series break") {
    Facts facts = on_the_way();
    facts.readings.choose("series_break", "yes");
    CHECK_FALSE(facts.first().pace);
    CHECK(facts.first().pace_note == PaceNote::too_few_readings);
}

TEST_CASE("no pace once the target is met") {
    Facts facts = on_the_way();
    facts.readings.set("value", Rational(20));
    CHECK_FALSE(facts.first().pace);
    CHECK(facts.first().pace_note == PaceNote::target_met);
    facts.assessed = day("2031-01-01");
    CHECK(facts.first().pace_note == PaceNote::target_met);
}

TEST_CASE("no pace once the target's date has passed") {
    Facts facts = on_the_way();
    facts.assessed = day("2030-06-30");
    CHECK(facts.first().pace);
    facts.assessed = day("2030-07-01");
    CHECK_FALSE(facts.first().pace);
    CHECK(facts.first().pace_note == PaceNote::date_passed);
    Facts same_day = on_the_way();
    same_day.indicators.set("target_due", day("2026-06-30"));
    same_day.assessed = day("2026-06-30");
    CHECK(same_day.first().pace_note == PaceNote::date_passed);
}

TEST_CASE("no pace without a target, its date, or any reading") {
    Facts facts = on_the_way();
    facts.indicators.set("target", Cell());
    CHECK(facts.first().pace_note == PaceNote::no_target);
    facts = on_the_way();
    facts.indicators.set("target_due", Cell());
    CHECK(facts.first().pace_note == PaceNote::no_target);
    Facts empty;
    empty.indicator("homes").set("target", Rational(20)).set("target_due", day("2030-06-30"));
    CHECK(empty.first().pace_note == PaceNote::too_few_readings);
}

// English five-year-olds at a good level of development [NVIZ]; 0.6 points in a year against about 1.7 needed
// [SW].
TEST_CASE("the published pace of school readiness is about a third") {
    Facts facts;
    facts.indicator("good-level").set("target", Rational(75)).set("target_due", day("2029-06-30"));
    facts.reading("good-level", "2022-06-30", "65.2");
    facts.reading("good-level", "2023-06-30", "67.2");
    facts.reading("good-level", "2024-06-30", "67.7");
    facts.reading("good-level", "2025-06-30", "68.3");
    facts.assessed = day("2025-11-27");
    const IndicatorReading read = facts.first();
    CHECK(read.reading == Reading::improving);
    // actual 0.6 in 365 days, required 6.7 in 1461 days: 0.6 x 1461 / (365 x 6.7) = 0.358…
    CHECK(read.pace == Rational::fraction(6 * 1461, 365 * 67));
    CHECK(*read.pace > Rational::fraction(35, 100));
    CHECK(*read.pace < Rational::fraction(36, 100));
}

// Invented: 0.7 points in 18 months, 4.1 points to go in 5.3 years.
TEST_CASE("the worked heating mission improves at six tenths of the pace it needs") {
    Facts facts;
    facts.indicator("low-carbon-heat")
        .set("noise", decimal("0.3"))
        .set("target", Rational(6))
        .set("target_due", day("2033-12-31"));
    facts.reading("low-carbon-heat", "2023-12-31", "1.0");
    facts.reading("low-carbon-heat", "2027-03-15", "1.2");
    facts.reading("low-carbon-heat", "2028-09-15", "1.9");
    facts.assessed = day("2028-09-30");
    const IndicatorReading read = facts.first();
    CHECK(read.reading == Reading::improving);
    // 550 days from March 2027 to September 2028, 1933 from there to the end of 2033
    CHECK(read.pace == Rational::fraction(7 * 1933, 550 * 41));
    CHECK(read.pace->to_fixed(1) == "0.6");
}
