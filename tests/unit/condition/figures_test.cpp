// Figures and words as people read them.
#include "condition/figures.hpp"

#include "catch.hpp"

using namespace waymark;

TEST_CASE("figures: money with its currency", "[condition]") {
    CHECK(money_text(3100000, "GBP") == "£3.1m");
    CHECK(money_text(38000000, "EUR") == "€38.0m");
    CHECK(money_text(Rational::whole(2450000000), "USD") == "$2.5bn");
    CHECK(money_text(1200000, "CHF") == "CHF 1.2m");
    CHECK(money_text(1200000, "") == "1.2m");
    CHECK(money_text(250000, "GBP") == "£250,000");
    CHECK(money_text(Rational::fraction(25, 2), "GBP") == "£12.50");
    CHECK(money_text(-1500, "GBP") == "-£1,500");
    CHECK(money_text(900000, "GBP", 5000000) == "£0.9m");
    CHECK(money_text(20000, "GBP", 5000000) == "£20,000");
    CHECK(money_text(0, "GBP", 5000000) == "£0");
}

TEST_CASE("figures: percentages are as short as their limits allow", "[condition]") {
    CHECK(percent_text(Rational::fraction(5, 8)) == "63%");
    CHECK(percent_text(Rational::fraction(1, 2), {Rational::fraction(1, 2)}) == "50%");
    CHECK(percent_text(Rational::fraction(499, 1000), {Rational::fraction(1, 2)}) == "49.9%");
    CHECK(percent_text(Rational::fraction(49999, 100000), {Rational::fraction(1, 2)}) == "49.999%");
}

TEST_CASE("figures: numbers, scores, dates and durations", "[condition]") {
    CHECK(number_text(1234567) == "1,234,567");
    CHECK(number_text(-1000) == "-1,000");
    CHECK(number_text(Rational::fraction(-5, 2)) == "-2.5");
    CHECK(score_text(3) == "3.0");
    CHECK(score_text(Rational::fraction(29, 20)) == "1.45");
    CHECK(date_text({2026, 11, 2}) == "2 November 2026");
    ColumnType duration;
    duration.kind = ColumnType::Kind::duration;
    CHECK(amount_text(duration, Rational::fraction(487, 8), "") == "2 months");
    CHECK(amount_text(duration, 90, "") == "90 days");
    CHECK(amount_text(duration, 1, "") == "1 day");
}

TEST_CASE("figures: plural phrases said of one", "[condition]") {
    CHECK(singular("existed before the mission") == "existed before the mission");
    CHECK(singular("are new") == "is new");
    CHECK(singular("are headline outcomes") == "is a headline outcome");
    CHECK(singular("are official statistics") == "is an official statistic");
    CHECK(singular("are grants or subsidies") == "are grants or subsidies");
    CHECK(singular("are defined by what they make") == "is defined by what they make");
    CHECK(singular("are for Networks") == "is for Networks");
    CHECK(singular("involve 2 organisations") == "involves 2 organisations");
    CHECK(singular("have no stake") == "has no stake");
    CHECK(filled("involve {} organisations", "1") == "involve 1 organisation");
    CHECK(filled("involve {} bodies, all told", "1") == "involve 1 body, all told");
    CHECK(filled("involve {} organisations", "2 or more") == "involve 2 or more organisations");
    CHECK(filled("end {}", "before 1 May 2027") == "end before 1 May 2027");
}

TEST_CASE("figures: lists and titles", "[condition]") {
    CHECK(join({"a"}, "or") == "a");
    CHECK(join({"a", "b"}, "or") == "a or b");
    CHECK(join({"a", "b", "c"}, "and") == "a, b and c");
    CHECK(lower_first("The portfolio") == "the portfolio");
    CHECK(lower_first("AI use") == "AI use");
    CHECK(capitalised("62% of it") == "62% of it");
    CHECK(capitalised("none") == "None");
    CHECK(id_in_words("dont-know") == "dont know");
}
