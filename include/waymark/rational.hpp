// Exact fractions. Scores are compared and printed without rounding on the way, so the same input gives the
// same bytes on every machine, in any order of addition.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waymark {

__extension__ typedef __int128 Int128;

// Thrown when a result does not fit 128 bits. The loaders refuse every file that could cause it
// (docs/scoring.md, "Exact arithmetic"), so meeting it is a defect of waymark, not of the input.
struct RationalOverflow : std::overflow_error {
    RationalOverflow() : std::overflow_error("an exact fraction grew beyond 128 bits") {}
};

// Always in lowest terms with a positive denominator.
class Rational {
  public:
    constexpr Rational() = default;
    constexpr Rational(int value) : numerator_(value) {}  // NOLINT(google-explicit-constructor): 0 and 1 are numbers
    static Rational whole(std::int64_t value);
    static Rational fraction(Int128 numerator, Int128 denominator);  // denominator must not be 0

    Int128 numerator() const { return numerator_; }
    Int128 denominator() const { return denominator_; }

    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    friend Rational operator/(const Rational& a, const Rational& b);  // b must not be 0
    Rational& operator+=(const Rational& other) { return *this = *this + other; }
    friend bool operator==(const Rational& a, const Rational& b) = default;
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);  // never overflows

    // "1.45": rounded half away from zero to `places` decimals (0 to 6).
    std::string to_fixed(int places) const;
    // As to_fixed, with trailing zeros and a bare point removed: "3", "2.5".
    std::string to_short(int places) const;
    // "37/14", or "3" when whole.
    std::string to_fraction() const;
    // The nearest double to the value rounded to four decimals; for JSON numbers only, never for arithmetic.
    double to_double() const;

  private:
    Int128 numerator_ = 0;
    Int128 denominator_ = 1;
};

// A decimal ("-1.25", at most `max_places` decimals, at most 12 digits before the point). Nothing else: no
// exponent, no leading '+', no spaces, no thousands separator.
std::optional<Rational> parse_decimal(std::string_view text, int max_places = 4);
// A decimal or a fraction of two whole numbers ("2/3").
std::optional<Rational> parse_fraction(std::string_view text);
// What to_fraction() writes: "n" or "n/d" with up to 38 digits each.
std::optional<Rational> parse_exact(std::string_view text);

}  // namespace waymark
