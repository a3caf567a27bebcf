#include "waymark/date.hpp"

#include "catch.hpp"

using namespace waymark;

namespace {

Duration days(int count) {
    return {count, Duration::Unit::days};
}
Duration months(int count) {
    return {count, Duration::Unit::months};
}

}  // namespace

TEST_CASE("dates are read when they exist", "[date]") {
    CHECK(parse_date("2026-11-20") == Date{2026, 11, 20});
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    CHECK(parse_date("2000-02-29") == Date{2000, 2, 29});
    CHECK(parse_date("1900-01-01") == Date{1900, 1, 1});
    CHECK(parse_date("2999-12-31") == Date{2999, 12, 31});
    for (const char* bad : {"", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
                            "1899-12-31", "3000-01-01", "2026-1-2", "20261120", "2026/11/20", "20-11-2026",
                            "2026-11-20T00:00", "+026-01-01", "2026-11-2x", " 2026-11-20"}) {
        INFO(bad);
        CHECK_FALSE(parse_date(bad).has_value());
    }
}

TEST_CASE("dates are written as they are read", "[date]") {
    CHECK(Date{2026, 3, 4}.to_text() == "2026-03-04");
    CHECK(parse_date(Date{1999, 12, 31}.to_text()) == Date{1999, 12, 31});
}

TEST_CASE("dates are ordered by the calendar", "[date]") {
    CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
}

TEST_CASE("lengths of time are read in days, months and years", "[date]") {
    CHECK(parse_duration("12 months") == months(12));
    CHECK(parse_duration("1 year") == months(12));
    CHECK(parse_duration("3 years") == months(36));
    CHECK(parse_duration("90 days") == days(90));
    CHECK(parse_duration("1 day") == days(1));
    CHECK(parse_duration("0 days") == days(0));
    CHECK(parse_duration("9999 years") == months(119988));
    for (const char* bad : {"", "12", "months", "12months", "-1 days", "1.5 years", "10000 days", "12  months",
                            " 1 day", "1 day ", "one year", "2 weeks", "1 s", "1 ", "1 Month"}) {
        INFO(bad);
        CHECK_FALSE(parse_duration(bad).has_value());
    }
}

TEST_CASE("lengths of time are written in the largest unit that is whole", "[date]") {
    CHECK(months(18).to_text() == "18 months");
    CHECK(months(36).to_text() == "3 years");
    CHECK(months(12).to_text() == "1 year");
    CHECK(months(1).to_text() == "1 month");
    CHECK(months(0).to_text() == "0 months");
    CHECK(days(1).to_text() == "1 day");
    CHECK(days(90).to_text() == "90 days");
}

TEST_CASE("a month without that day takes its last day", "[date]") {
    CHECK(plus({2025, 1, 31}, months(1)) == Date{2025, 2, 28});
    CHECK(plus({2024, 1, 31}, months(1)) == Date{2024, 2, 29});
    CHECK(plus({2024, 2, 29}, months(12)) == Date{2025, 2, 28});
    CHECK(minus({2026, 3, 31}, months(1)) == Date{2026, 2, 28});
    CHECK(minus({2026, 1, 15}, months(13)) == Date{2024, 12, 15});
    CHECK(plus({2026, 11, 20}, months(18)) == Date{2028, 5, 20});
}

TEST_CASE("days are counted across months and leap years", "[date]") {
    CHECK(plus({2024, 2, 28}, days(1)) == Date{2024, 2, 29});
    CHECK(plus({2025, 12, 31}, days(1)) == Date{2026, 1, 1});
    CHECK(minus({2026, 3, 1}, days(1)) == Date{2026, 2, 28});
    CHECK(days_between({2024, 1, 1}, {2025, 1, 1}) == 366);
    CHECK(days_between({2025, 1, 1}, {2024, 1, 1}) == -366);
    CHECK(days_between({2026, 11, 20}, {2026, 11, 20}) == 0);
}

TEST_CASE("the longest length of time stays within the calendar", "[date]") {
    CHECK(plus({2999, 12, 31}, months(119988)) == Date{12998, 12, 31});
}
