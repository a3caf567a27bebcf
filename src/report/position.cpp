#include "report/position.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace waymark {
namespace {

// In ten-thousandths; far beyond any scale, the nearest number that fits.
std::int64_t ten_thousandths(const Rational& number) {
    std::string digits = number.to_fixed(4);
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;
    if (error != std::errc()) return digits.starts_with('-') ? -kFar : kFar;
    return std::clamp(value, -kFar, kFar);
}

}  // namespace

std::int64_t position(const Rational& number, const Rational& lowest, const Rational& highest, std::int64_t steps) {
    const Int128 low = ten_thousandths(lowest);
    const Int128 length = ten_thousandths(highest) - low;
    if (length <= 0) return 0;
    const Int128 along = Int128{ten_thousandths(number)} - low;
    if (along <= 0) return 0;
    if (along >= length) return steps;
    return static_cast<std::int64_t>((2 * along * steps + length) / (2 * length));
}

std::string percent_along(const Rational& number, const Rational& lowest, const Rational& highest) {
    constexpr std::int64_t kHundredthsOfPercent = 10'000;
    return Rational::fraction(position(number, lowest, highest, kHundredthsOfPercent), 100).to_short(2) + "%";
}

}  // namespace waymark
