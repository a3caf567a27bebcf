// Too early, flat, improving, worsening, an expected dip.
#include "catch.hpp"
#include "unit/outcomes/small_framework.hpp"

using namespace small_framework;

namespace {

// Baseline 10 and a latest value, one year apart, with a noise band of 2.
Facts moved_to(const std::string& latest, const std::string& better = "higher") {
    Facts facts;
    facts.indicator("homes", better).set("noise", Rational(2));
    facts.reading("homes", "2025-06-30", "10");
    facts.reading("homes", "2026-06-30", latest);
    return facts;
}

}  // namespace

TEST_CASE("a change within the noise band is flat, its edge included") {
    CHECK(moved_to("12").first().reading == Reading::flat);
    CHECK(moved_to("8").first().reading == Reading::flat);
    CHECK(moved_to("12.0001").first().reading == Reading::improving);
    CHECK(moved_to("7.9999").first().reading == Reading::worsening);
}

TEST_CASE("where lower is better a fall improves, and the change keeps its sign") {
    CHECK(moved_to("7.9999", "lower").first().reading == Reading::improving);
    CHECK(moved_to("12.0001", "lower").first().reading == Reading::worsening);
    CHECK(moved_to("7", "lower").first().change == Rational(-3));
}

TEST_CASE("a blank noise band is none") {
    Facts facts;
    facts.indicator("homes");
    facts.reading("homes", "2025-06-30", "10");
    facts.reading("homes", "2026-06-30", "10.1");
    CHECK(facts.first().reading == Reading::improving);
    facts.readings.set("value", Rational(10));
    CHECK(facts.first().reading == Reading::flat);
}

TEST_CASE("fewer than two values are too early to read") {
    Facts facts;
    facts.indicator("homes");
    CHECK(facts.first().reading == Reading::too_early);
    CHECK(facts.first().counted == 0);
    CHECK_FALSE(facts.first().baseline);
    facts.reading("homes", "2025-06-30", "10");
    CHECK(facts.first().reading == Reading::too_early);
    CHECK(facts.first().baseline == Rational(10));
    CHECK_FALSE(facts.first().change);
}

TEST_CASE("readings are ordered by date, and a later one says what is latest") {
    Facts facts;
    facts.indicator("homes");
    facts.reading("homes", "2026-01-01", "30");
    facts.reading("homes", "2024-01-01", "10");
    facts.reading("homes", "2025-01-01", "40");
    const IndicatorReading read = facts.first();
    CHECK(read.baseline == Rational(10));
    CHECK(read.latest == Rational(30));
    CHECK(read.change == Rational(20));
    CHECK(read.values.size() == 3);
    CHECK(read.values[1].value == Rational(40));
}

TEST_CASE("a series break starts a new baseline with the value it is marked on") {
    Facts facts;
    facts.indicator("homes");
    facts.reading("homes", "2021-01-01", "71.8");
    facts.reading("homes", "2022-01-01", "65.2").choose("series_break", "yes");
    facts.reading("homes", "2023-01-01", "67.2").choose("series_break", "no");
    const IndicatorReading read = facts.first();
    CHECK(read.reading == Reading::improving);
    CHECK(read.counted == 2);
    CHECK(read.values.size() == 3);
    CHECK(read.baseline == decimal("65.2"));
    facts.readings.choose("series_break", "yes");
    CHECK(facts.first().reading == Reading::too_early);
    CHECK(facts.first().counted == 1);
}

TEST_CASE("readings without a date or value, of others, or of later days do not count") {
    Facts facts = moved_to("13");
    facts.readings.row().set("indicator", std::string("homes")).set("date", day("2026-07-01"));
    facts.readings.row().set("indicator", std::string("homes")).set("value", Rational(1));
    facts.reading("other", "2026-08-01", "1");
    facts.reading("homes", "2027-01-01", "1");
    CHECK(facts.first().counted == 2);
    CHECK(facts.first().latest == Rational(13));
    facts.reading("homes", "2026-12-31", "1");  // the day of the assessment itself counts
    CHECK(facts.first().latest == Rational(1));
}

TEST_CASE("before the lag is over it is too early, whatever the values say") {
    Facts facts = moved_to("13");
    facts.indicators.set("lag", Duration{18, Duration::Unit::months});
    CHECK(facts.first().reading == Reading::improving);  // no start recorded: no lag check
    CHECK_FALSE(facts.first().lag_over);
    facts.started = day("2024-12-31");
    CHECK(facts.first().lag_over == true);  // over on the very day of the latest reading
    CHECK(facts.first().reading == Reading::improving);
    facts.started = day("2025-01-01");
    CHECK(facts.first().lag_over == false);
    CHECK(facts.first().reading == Reading::too_early);
}

TEST_CASE("an indicator without a lag is read at once") {
    Facts facts = moved_to("13");
    facts.started = day("2026-06-29");
    CHECK_FALSE(facts.first().lag_over);
    CHECK(facts.first().reading == Reading::improving);
}

TEST_CASE("what may worsen first dips as expected until the lag is over") {
    Facts facts = moved_to("7");
    facts.indicators.set("lag", Duration{18, Duration::Unit::months}).choose("may_worsen_first", "yes");
    facts.started = day("2025-01-01");
    CHECK(facts.first().reading == Reading::expected_dip);
    facts.started = day("2024-12-31");
    CHECK(facts.first().reading == Reading::worsening);

    Facts flat = moved_to("9");
    flat.indicators.set("lag", Duration{18, Duration::Unit::months}).choose("may_worsen_first", "yes");
    flat.started = day("2025-01-01");
    CHECK(flat.first().reading == Reading::too_early);

    Facts unmarked = moved_to("7");
    unmarked.indicators.set("lag", Duration{18, Duration::Unit::months});
    unmarked.started = day("2025-01-01");
    CHECK(unmarked.first().reading == Reading::too_early);
}

TEST_CASE("self-rated indicators and those without a direction get no reading") {
    Facts rated = moved_to("13");
    rated.indicators.choose("source", "self-rated");
    CHECK(rated.first().reading == Reading::not_read);
    CHECK(rated.first().equity == Equity::not_headline);
    CHECK(rated.first().pace_note == PaceNote::none);

    Facts undirected;
    undirected.indicators.row().set("id", std::string("homes")).choose("family", "headline");
    undirected.reading("homes", "2025-06-30", "10");
    undirected.reading("homes", "2026-06-30", "13");
    CHECK(undirected.first().reading == Reading::not_read);
    CHECK(undirected.first().change == Rational(3));
}

TEST_CASE("the invented first year of a heating mission is flat") {
    Facts facts;
    facts.indicator("low-carbon-heat").set("noise", decimal("0.3"));
    facts.reading("low-carbon-heat", "2023-12-31", "1.0");
    facts.reading("low-carbon-heat", "2025-12-31", "1.2");
    CHECK(facts.first().reading == Reading::flat);
}
