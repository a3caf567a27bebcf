#include "report/bars.hpp"

#include <string>

#include "catch.hpp"
#include "text/display.hpp"

using namespace waymark;

namespace {

CardScore point(const Rational& value) {
    return {value, Interval{value, value}, false, 1, 1};
}
CardScore range(const Rational& low, const Rational& high) {
    return {std::nullopt, Interval{low, high}, true, 1, 3};
}

}  // namespace

TEST_CASE("a certain score is a solid bar to the eighth of a character") {
    CHECK(bar(point(0), 0, 4, 8, true) == "········");
    CHECK(bar(point(4), 0, 4, 8, true) == "████████");
    CHECK(bar(point(2), 0, 4, 8, true) == "████····");
    // 2.25 of 4 is 4.5 of 8 characters; 1/16 of 4 is an eighth of one.
    CHECK(bar(point(Rational::fraction(9, 4)), 0, 4, 8, true) == "████▌···");
    CHECK(bar(point(Rational::fraction(1, 16)), 0, 4, 8, true) == "▏·······");
    CHECK(bar(point(Rational::fraction(9, 4)), 0, 4, 8, false) == "#####...");
}

TEST_CASE("what answers could still change is shaded") {
    CHECK(bar(range(1, 3), 0, 4, 8, true) == "██▒▒▒▒··");
    CHECK(bar(range(1, 3), 0, 4, 8, false) == "##====..");
    CHECK(bar(range(0, 4), 0, 4, 8, true) == "▒▒▒▒▒▒▒▒");
}

TEST_CASE("bars keep their width whatever the scale") {
    CHECK(bar(point(150), 0, 100, 10, true) == "██████████");
    CHECK(bar(point(-3), 0, 4, 10, true) == "··········");
    CHECK(bar(point(3), 4, 4, 10, true) == "··········");
    CHECK(bar(point(-1), -2, 2, 8, true) == "██······");
    CHECK(bar(point(Rational::whole(900'000'000'000)), 0, Rational::whole(1'000'000'000'000), 10, false) ==
          "#########.");
    CHECK(bar(CardScore{}, 0, 4, 8, true).empty());
}

TEST_CASE("a trend has one character for each reading and a bar at a series break") {
    CHECK(sparkline({{"2024-01-01", 1, false, ""}, {"2025-01-01", 2, false, ""}}, true) == "▁█");
    CHECK(sparkline({{"2023-01-01", 0, false, ""}, {"2024-01-01", 7, true, ""}, {"2025-01-01", 3, false, ""}}, true) ==
          "▁|█▄");
    CHECK(sparkline({{"2024-01-01", 5, false, ""}, {"2025-01-01", 5, false, ""}}, true) == "▁▁");
    CHECK(sparkline({{"2025-01-01", 5, false, ""}}, true).empty());
    CHECK(sparkline({{"2024-01-01", 1, false, ""}, {"2025-01-01", 2, false, ""}}, false).empty());
}
