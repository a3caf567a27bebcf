#include "report/bars.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

namespace waymark {
namespace {

constexpr std::int64_t kParts = 8;  // of a character, left to right and bottom to top
constexpr std::array<std::string_view, 8> kPartialBlocks = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, 8> kHeights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

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

// Where `number` lies between the ends, in `steps` steps, rounded to the nearest.
std::int64_t position(const Rational& number, const Rational& lowest, const Rational& highest, std::int64_t steps) {
    const Int128 low = ten_thousandths(lowest);
    const Int128 length = ten_thousandths(highest) - low;
    if (length <= 0) return 0;
    const Int128 part = (2 * (ten_thousandths(number) - low) * steps + length) / (2 * length);
    return std::clamp(static_cast<std::int64_t>(part), std::int64_t{0}, steps);
}

std::string repeated(std::string_view text, std::int64_t times) {
    std::string all;
    for (std::int64_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string certain_bar(const Rational& point, const Rational& lowest, const Rational& highest, int width,
                        bool unicode) {
    if (!unicode) {
        const std::int64_t filled = position(point, lowest, highest, width);
        return repeated("#", filled) + repeated(".", width - filled);
    }
    const std::int64_t parts = position(point, lowest, highest, width * kParts);
    const std::int64_t partial = parts % kParts;
    return repeated("█", parts / kParts) + std::string(kPartialBlocks[static_cast<std::size_t>(partial)]) +
           repeated("·", width - parts / kParts - (partial > 0 ? 1 : 0));
}

}  // namespace

std::string bar(const CardScore& score, const Rational& lowest, const Rational& highest, int width, bool unicode) {
    if (!score.range && !score.point) return "";
    const Interval range = score.range ? *score.range : Interval{*score.point, *score.point};
    if (range.low == range.high) return certain_bar(range.low, lowest, highest, width, unicode);
    const std::int64_t solid = position(range.low, lowest, highest, width);
    const std::int64_t end = std::max(solid, position(range.high, lowest, highest, width));
    return repeated(unicode ? "█" : "#", solid) + repeated(unicode ? "▒" : "=", end - solid) +
           repeated(unicode ? "·" : ".", width - end);
}

std::string sparkline(const std::vector<CardReading>& readings, bool unicode) {
    if (!unicode || readings.size() < 2) return "";
    const auto by_value = [](const CardReading& a, const CardReading& b) { return a.value < b.value; };
    const auto [low, high] = std::minmax_element(readings.begin(), readings.end(), by_value);
    std::string line;
    for (const CardReading& reading : readings) {
        if (reading.series_break && !line.empty()) line += "|";
        const std::int64_t height = position(reading.value, low->value, high->value, kParts - 1);
        line += kHeights[static_cast<std::size_t>(height)];
    }
    return line;
}

}  // namespace waymark
