#include "waymark/rational.hpp"

#include <cassert>
#include <utility>

namespace waymark {

namespace {

__extension__ typedef unsigned __int128 UInt128;

// The magnitude of every part stays below 2^127, so that negating a part is always safe.
constexpr UInt128 kLargest = ~UInt128{0} >> 1U;

UInt128 magnitude(Int128 value) {
    return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

Int128 with_sign(UInt128 value, bool negative) {
    if (value > kLargest) throw RationalOverflow();
    const auto positive = static_cast<Int128>(value);
    return negative ? -positive : positive;
}

bool fits_64(UInt128 value) {
    return (value >> 64U) == 0;
}

// Division of 128 bits is slow, and most parts are small, or divided by 1.
UInt128 divided(UInt128 value, UInt128 divisor) {
    if (divisor == 1) return value;
    if (fits_64(value) && fits_64(divisor))
        return static_cast<std::uint64_t>(value) / static_cast<std::uint64_t>(divisor);
    return value / divisor;
}

UInt128 common_divisor(UInt128 a, UInt128 b) {
    if (a == 1 || b == 1) return 1;
    while (b != 0 && !(fits_64(a) && fits_64(b))) {
        const UInt128 rest = a % b;
        a = b;
        b = rest;
    }
    if (b == 0) return a;
    auto small_a = static_cast<std::uint64_t>(a);  // 64-bit division is several times faster
    auto small_b = static_cast<std::uint64_t>(b);
    while (small_b != 0) {
        const std::uint64_t rest = small_a % small_b;
        small_a = small_b;
        small_b = rest;
    }
    return small_a;
}

// Signed 128-bit overflow checks need a run-time function that not every tool chain has; unsigned ones do
// not.
UInt128 times(UInt128 a, UInt128 b) {
    UInt128 result = 0;
    if (__builtin_mul_overflow(a, b, &result)) throw RationalOverflow();
    return result;
}

Int128 signed_times(Int128 a, UInt128 b) {
    return with_sign(times(magnitude(a), b), a < 0);
}

Int128 sum(Int128 a, Int128 b) {
    Int128 result = 0;
    if (__builtin_add_overflow(a, b, &result)) throw RationalOverflow();
    return with_sign(magnitude(result), result < 0);
}

// An unsigned number of 256 bits; enough for the product of any two parts.
struct Wide {
    UInt128 high = 0;
    UInt128 low = 0;
    friend auto operator<=>(const Wide&, const Wide&) = default;
};

Wide wide_product(UInt128 a, UInt128 b) {
    const UInt128 mask = ~std::uint64_t{0};
    const UInt128 a_low = a & mask;
    const UInt128 a_high = a >> 64U;
    const UInt128 b_low = b & mask;
    const UInt128 b_high = b >> 64U;
    const UInt128 low = a_low * b_low;
    const UInt128 cross = a_high * b_low + (low >> 64U);  // below 2^128: (2^64-1)^2 + 2^64-1
    const UInt128 middle = a_low * b_high + (cross & mask);
    return {a_high * b_high + (cross >> 64U) + (middle >> 64U), (middle << 64U) | (low & mask)};
}

// Nearly all fractions that scores, weights and limits are made of fit 32 bits; then everything about two of them fits 64.
struct Small {
    std::int64_t top = 0;
    std::int64_t bottom = 1;
};

std::optional<Small> small(const Rational& value) {
    const auto top = static_cast<std::int32_t>(value.numerator());
    const auto bottom = static_cast<std::int32_t>(value.denominator());
    if (top != value.numerator() || bottom != value.denominator()) return std::nullopt;
    return Small{top, bottom};
}

// `bottom` is above 0.
Small reduced(std::int64_t top, std::int64_t bottom) {
    if (bottom == 1) return {top, 1};
    std::int64_t divisor = bottom;
    for (std::int64_t rest = top < 0 ? -top : top; rest != 0;) divisor = std::exchange(rest, divisor % rest);
    return divisor == 1 ? Small{top, bottom} : Small{top / divisor, bottom / divisor};
}

Small sum(const Small& a, const Small& b) {
    if (a.bottom == b.bottom) return reduced(a.top + b.top, a.bottom);
    return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

std::string digits_of(UInt128 value) {
    std::string text;
    do {
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10U)));
        value /= 10U;
    } while (value != 0);
    return text;
}

// The decimal digits of rest/divisor, one at a time; tenfold by addition because ten times a part may not
// fit.
int next_digit(UInt128& rest, UInt128 divisor) {
    UInt128 left = 0;
    int digit = 0;
    for (int i = 0; i < 10; ++i) {
        left += rest;
        if (left >= divisor) {
            left -= divisor;
            ++digit;
        }
    }
    rest = left;
    return digit;
}

}  // namespace

Rational Rational::whole(std::int64_t value) {
    Rational result;
    result.numerator_ = value;
    return result;
}

Rational Rational::fraction(Int128 numerator, Int128 denominator) {
    assert(denominator != 0);
    const UInt128 top = magnitude(numerator);
    const UInt128 bottom = magnitude(denominator);
    const UInt128 divisor = common_divisor(top, bottom);
    Rational result;
    result.numerator_ = with_sign(divided(top, divisor), (numerator < 0) != (denominator < 0));
    result.denominator_ = with_sign(divided(bottom, divisor), false);
    return result;
}

Rational operator+(const Rational& a, const Rational& b) {
    Rational result;
    if (const auto left = small(a), right = small(b); left && right) {
        const Small both = sum(*left, *right);
        result.numerator_ = both.top;
        result.denominator_ = both.bottom;
        return result;
    }
    const UInt128 a_bottom = magnitude(a.denominator_);
    const UInt128 b_bottom = magnitude(b.denominator_);
    const UInt128 shared = common_divisor(a_bottom, b_bottom);
    const Int128 top = sum(signed_times(a.numerator_, divided(b_bottom, shared)),
                           signed_times(b.numerator_, divided(a_bottom, shared)));
    // Whatever the numerator shares with the product of the denominators, it shares with `shared`
    // (Knuth 4.5.1); dividing first keeps the denominator small.
    const UInt128 again = common_divisor(magnitude(top), shared);
    result.numerator_ = with_sign(divided(magnitude(top), again), top < 0);
    result.denominator_ = with_sign(times(divided(a_bottom, shared), divided(b_bottom, again)), false);
    return result;
}

Rational operator-(const Rational& a, const Rational& b) {
    Rational negated = b;
    negated.numerator_ = -negated.numerator_;
    return a + negated;
}

Rational operator*(const Rational& a, const Rational& b) {
    Rational result;
    if (const auto left = small(a), right = small(b); left && right) {
        const Small both = reduced(left->top * right->top, left->bottom * right->bottom);
        result.numerator_ = both.top;
        result.denominator_ = both.bottom;
        return result;
    }
    const UInt128 a_top = magnitude(a.numerator_);
    const UInt128 b_top = magnitude(b.numerator_);
    const UInt128 a_bottom = magnitude(a.denominator_);
    const UInt128 b_bottom = magnitude(b.denominator_);
    const UInt128 across = common_divisor(a_top, b_bottom);
    const UInt128 back = common_divisor(b_top, a_bottom);
    result.numerator_ =
        with_sign(times(divided(a_top, across), divided(b_top, back)), (a.numerator_ < 0) != (b.numerator_ < 0));
    result.denominator_ = with_sign(times(divided(a_bottom, back), divided(b_bottom, across)), false);
    return result;
}

Rational operator/(const Rational& a, const Rational& b) {
    return a * Rational::fraction(b.denominator_, b.numerator_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (const auto left = small(a), right = small(b); left && right) {
        return left->top * right->bottom <=> right->top * left->bottom;
    }
    const bool a_negative = a.numerator_ < 0;
    const bool b_negative = b.numerator_ < 0;
    if (a_negative != b_negative) return a_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    const Wide left = wide_product(magnitude(a.numerator_), magnitude(b.denominator_));
    const Wide right = wide_product(magnitude(b.numerator_), magnitude(a.denominator_));
    return a_negative ? right <=> left : left <=> right;
}

std::string Rational::to_fixed(int places) const {
    assert(places >= 0 && places <= 6);
    const UInt128 bottom = magnitude(denominator_);
    UInt128 whole_part = magnitude(numerator_) / bottom;
    UInt128 rest = magnitude(numerator_) % bottom;
    unsigned decimals = 0;
    unsigned scale = 1;
    for (int i = 0; i < places; ++i) {
        decimals = decimals * 10U + static_cast<unsigned>(next_digit(rest, bottom));
        scale *= 10U;
    }
    if (rest >= bottom - rest) ++decimals;
    whole_part += decimals / scale;
    decimals %= scale;
    std::string text = digits_of(whole_part);
    if (places > 0) {
        const std::string digits = digits_of(decimals);
        text += '.' + std::string(static_cast<std::size_t>(places) - digits.size(), '0') + digits;
    }
    const bool zero = whole_part == 0 && decimals == 0;
    return numerator_ < 0 && !zero ? '-' + text : text;
}

std::string Rational::to_short(int places) const {
    std::string text = to_fixed(places);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string Rational::to_fraction() const {
    std::string text = (numerator_ < 0 ? "-" : "") + digits_of(magnitude(numerator_));
    if (denominator_ != 1) text += '/' + digits_of(magnitude(denominator_));
    return text;
}

}  // namespace waymark
