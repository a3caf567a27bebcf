// Exact fractions that fit 64 bits and are not kept in lowest terms: what scoring one response needs, at the speed of
// plain whole numbers. They never round: what does not fit throws RationalOverflow, and the caller counts with Rational.
#pragma once

#include <cstdint>
#include <numeric>

#include "waymark/rational.hpp"

namespace waymark {

class SmallFraction {
  public:
    constexpr SmallFraction() = default;
    static SmallFraction whole(std::int64_t value) { return {value, 1}; }
    static SmallFraction fraction(std::int64_t numerator, std::int64_t denominator) { return {numerator, denominator}; }
    static SmallFraction of(const Rational& value) {
        const auto fits = [](Int128 part) { return part >= INT64_MIN / 2 && part <= INT64_MAX / 2; };
        if (!fits(value.numerator()) || !fits(value.denominator())) throw RationalOverflow();
        return {static_cast<std::int64_t>(value.numerator()), static_cast<std::int64_t>(value.denominator())};
    }

    friend SmallFraction operator+(const SmallFraction& a, const SmallFraction& b) {
        if (a.denominator_ == b.denominator_) return made(sum(a.numerator_, b.numerator_), a.denominator_);
        return made(sum(product(a.numerator_, b.denominator_), product(b.numerator_, a.denominator_)),
                    product(a.denominator_, b.denominator_));
    }
    friend SmallFraction operator-(const SmallFraction& a, const SmallFraction& b) {
        return a + SmallFraction(-b.numerator_, b.denominator_);
    }
    friend SmallFraction operator*(const SmallFraction& a, const SmallFraction& b) {
        return made(product(a.numerator_, b.numerator_), product(a.denominator_, b.denominator_));
    }
    friend SmallFraction operator/(const SmallFraction& a, const SmallFraction& b) {  // b must not be 0
        const std::int64_t sign = b.numerator_ < 0 ? -1 : 1;
        return made(product(a.numerator_, sign * b.denominator_), product(a.denominator_, sign * b.numerator_));
    }
    SmallFraction& operator+=(const SmallFraction& other) { return *this = *this + other; }
    friend bool operator==(const SmallFraction& a, const SmallFraction& b) {
        return static_cast<Int128>(a.numerator_) * b.denominator_ == static_cast<Int128>(b.numerator_) * a.denominator_;
    }
    friend bool operator<(const SmallFraction& a, const SmallFraction& b) {
        return static_cast<Int128>(a.numerator_) * b.denominator_ < static_cast<Int128>(b.numerator_) * a.denominator_;
    }

    // Rounded half away from zero, as Rational::to_fixed(3) prints it.
    std::int64_t thousandths() const {
        const std::int64_t size = numerator_ < 0 ? -numerator_ : numerator_;
        std::int64_t rounded = 0;
        if (size < kComfortable * 1024 && denominator_ < kComfortable * 1024) {
            rounded = (size * 2000 + denominator_) / (denominator_ * 2);
        } else {
            const Int128 doubled = static_cast<Int128>(size) * 2000 + denominator_;
            rounded = static_cast<std::int64_t>(doubled / (static_cast<Int128>(denominator_) * 2));
        }
        return numerator_ < 0 ? -rounded : rounded;
    }

  private:
    static constexpr std::int64_t kComfortable = std::int64_t{1} << 31U;

    constexpr SmallFraction(std::int64_t numerator, std::int64_t denominator)
        : numerator_(numerator), denominator_(denominator) {}
    static SmallFraction made(std::int64_t numerator, std::int64_t denominator) {
        if (denominator < kComfortable) return {numerator, denominator};
        const std::int64_t divisor = std::gcd(numerator, denominator);
        return {numerator / divisor, denominator / divisor};
    }
    static std::int64_t sum(std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        if (__builtin_add_overflow(a, b, &result)) throw RationalOverflow();
        return result;
    }
    static std::int64_t product(std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        if (__builtin_mul_overflow(a, b, &result) || result == INT64_MIN) throw RationalOverflow();
        return result;
    }

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;  // above 0
};

}  // namespace waymark
