#include "waymark/rational.hpp"

#include "catch.hpp"

using namespace waymark;

namespace {

Rational part(int numerator, int denominator) {
    return Rational::fraction(numerator, denominator);
}

Rational exact(const char* text) {
    return *parse_exact(text);
}

// 2^127 - 1, the largest part.
Int128 largest() {
    Int128 value = 0;
    for (int i = 0; i < 127; ++i) value = value * 2 + 1;
    return value;
}

}  // namespace

TEST_CASE("a fraction is kept in lowest terms with the sign above", "[rational]") {
    CHECK(part(6, 4).to_fraction() == "3/2");
    CHECK(part(6, -4).to_fraction() == "-3/2");
    CHECK(part(-6, -4).to_fraction() == "3/2");
    CHECK(part(0, -7).to_fraction() == "0");
    CHECK(part(8, 4).to_fraction() == "2");
    CHECK(Rational::whole(-9007199254740993).to_fraction() == "-9007199254740993");
    CHECK(part(2, 4) == part(1, 2));
}

TEST_CASE("the four operations are exact", "[rational]") {
    CHECK((part(1, 3) + part(1, 6)).to_fraction() == "1/2");
    CHECK((part(1, 6) - part(1, 2)).to_fraction() == "-1/3");
    CHECK((part(2, 3) * part(9, 4)).to_fraction() == "3/2");
    CHECK((part(2, 3) / part(-4, 9)).to_fraction() == "-3/2");
    CHECK((part(1, 3) - part(1, 3)) == Rational(0));
    Rational sum;
    for (int i = 0; i < 10; ++i) sum += part(1, 10);
    CHECK(sum == Rational(1));
}

TEST_CASE("the four operations are exact at the edge of 32 bits", "[rational]") {
    const Rational lowest = -2147483647 - 1;
    const Rational highest = 2147483647;
    CHECK((highest + Rational(1)).to_fraction() == "2147483648");
    CHECK((lowest + lowest).to_fraction() == "-4294967296");
    CHECK((lowest * lowest).to_fraction() == "4611686018427387904");
    CHECK((lowest / highest).to_fraction() == "-2147483648/2147483647");
    CHECK((part(1, 2147483647) + part(1, 2147483646)).to_fraction() == "4294967293/4611686011984936962");
    CHECK((lowest / highest + lowest).to_fraction() == "-4611686018427387904/2147483647");
    CHECK(lowest < highest + Rational(1));
    CHECK(part(1, 2147483647) < part(1, 2147483646));
    CHECK(part(-1, 2147483647) > part(-1, 2147483646));
    CHECK(part(6, 4) * part(2, 9) == part(1, 3));
    CHECK(part(0, 5) + part(0, 7) == Rational(0));
}

TEST_CASE("a result beyond 128 bits throws instead of being wrong", "[rational]") {
    const Rational huge = Rational::fraction(largest(), 1);
    CHECK_THROWS_AS(huge + Rational(1), RationalOverflow);
    CHECK_THROWS_AS(huge * Rational(2), RationalOverflow);
    CHECK_THROWS_AS(Rational(-2) - huge, RationalOverflow);
    CHECK((huge - huge) == Rational(0));
    CHECK((huge * part(1, 1) / huge) == Rational(1));
    CHECK((Rational(0) - huge + huge) == Rational(0));
    // Only the result counts: cross-cancelling keeps the steps small.
    CHECK(huge / Rational(3) * Rational(3) == huge);
}

TEST_CASE("comparison is right where products would not fit", "[rational]") {
    const Rational huge = Rational::fraction(largest(), 1);
    const Rational tiny = Rational::fraction(1, largest());
    CHECK(huge > tiny);
    CHECK(Rational(0) - huge < tiny);
    CHECK(Rational(0) - huge < Rational(0) - tiny);
    // n/(n+1) rises with n: neighbours that differ only in the last of 254 bits.
    const Rational low = Rational::fraction(largest() - 2, largest() - 1);
    const Rational high = Rational::fraction(largest() - 1, largest());
    CHECK(low < high);
    CHECK(high > low);
    CHECK((high <=> high) == std::strong_ordering::equal);
    CHECK(part(1, 3) < part(1, 2));
    CHECK(part(-1, 2) < part(-1, 3));
    CHECK(part(-1, 2) < part(1, 3));
    CHECK(part(5, 2) >= Rational(2));
}

TEST_CASE("printing rounds half away from zero", "[rational]") {
    CHECK(part(1, 16).to_fixed(3) == "0.063");
    CHECK(part(-1, 16).to_fixed(3) == "-0.063");
    CHECK(part(5, 2).to_fixed(0) == "3");
    CHECK(part(-5, 2).to_fixed(0) == "-3");
    CHECK(part(1, 3).to_fixed(6) == "0.333333");
    CHECK(part(2, 3).to_fixed(2) == "0.67");
    CHECK(part(199, 100).to_fixed(1) == "2.0");
    CHECK(part(999999, 1000000).to_fixed(2) == "1.00");
    CHECK(part(-1, 1000).to_fixed(2) == "0.00");
    CHECK(Rational(12).to_fixed(2) == "12.00");
    CHECK(part(1, 20).to_fixed(1) == "0.1");
    CHECK(part(3, 40).to_fixed(2) == "0.08");
}

TEST_CASE("printing works at the ends of the range", "[rational]") {
    CHECK(Rational::fraction(largest(), 1).to_fixed(1) == "170141183460469231731687303715884105727.0");
    CHECK(Rational::fraction(largest() - 1, largest()).to_fixed(6) == "1.000000");
    CHECK(Rational::fraction(1, largest()).to_fixed(6) == "0.000000");
}

TEST_CASE("short printing drops what says nothing", "[rational]") {
    CHECK(Rational(3).to_short(2) == "3");
    CHECK(part(5, 2).to_short(2) == "2.5");
    CHECK(part(9, 4).to_short(2) == "2.25");
    CHECK(Rational(100).to_short(0) == "100");
    CHECK(part(-1, 1000).to_short(2) == "0");
}

TEST_CASE("a double is the one nearest to four decimals", "[rational]") {
    CHECK(part(1, 3).to_double() == 0.3333);
    CHECK(part(-29, 20).to_double() == -1.45);
    CHECK(Rational(4).to_double() == 4.0);
}

TEST_CASE("decimals are read strictly", "[rational]") {
    CHECK(parse_decimal("1.25") == part(5, 4));
    CHECK(parse_decimal("-0.5") == part(-1, 2));
    CHECK(parse_decimal("0") == Rational(0));
    CHECK(parse_decimal("-0") == Rational(0));
    CHECK(parse_decimal("999999999999.9999").has_value());
    CHECK(parse_decimal("1250000.50", 2) == part(2500001, 2));
    for (const char* bad : {"",    "-",     ".",   "1.",  ".5",  "+1",   "1e3",     "1_000",
                            "1,5", " 1",    "1 ",  "012", "00",  "0x1F", "1.00001", "1234567890123",
                            "--1", "1.2.3", "1/2", "nan", "inf", "£5",   "1.-5"}) {
        INFO(bad);
        CHECK_FALSE(parse_decimal(bad).has_value());
    }
    CHECK_FALSE(parse_decimal("1.250", 2).has_value());
    CHECK_FALSE(parse_decimal("1.5", 0).has_value());
}

TEST_CASE("fractions are read strictly", "[rational]") {
    CHECK(parse_fraction("2/3") == part(2, 3));
    CHECK(parse_fraction("-2/3") == part(-2, 3));
    CHECK(parse_fraction("0.4") == part(2, 5));
    for (const char* bad : {"2/", "/3", "2/0", "2/-3", "1.5/2", "2 / 3", "2/3/4", "two thirds"}) {
        INFO(bad);
        CHECK_FALSE(parse_fraction(bad).has_value());
    }
}

TEST_CASE("what is written exactly is read back", "[rational]") {
    for (const char* text : {"0", "-7", "99999999999999999999999999999999999999/2"}) {
        INFO(text);
        CHECK(exact(text).to_fraction() == text);
    }
    CHECK(exact("37/14").to_fraction() == "37/14");
    CHECK(exact("74/28").to_fraction() == "37/14");
    CHECK(exact("-1/99999999999999999999999999999999999999").to_fraction() ==
          "-1/99999999999999999999999999999999999999");
    CHECK_FALSE(parse_exact("100000000000000000000000000000000000000").has_value());  // 39 digits
    CHECK_FALSE(parse_exact("1/0").has_value());
    CHECK_FALSE(parse_exact("0.5").has_value());
    CHECK_FALSE(parse_exact("").has_value());
}
