#include "report/bars.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "report/position.hpp"

namespace waymark {
namespace {

constexpr std::int64_t kParts = 8;  // of a character, left to right and bottom to top
constexpr std::array<std::string_view, 8> kPartialBlocks = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, 8> kHeights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

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
