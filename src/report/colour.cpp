#include "report/colour.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace waymark {
namespace {

// value^(1/5) by Newton's method: nothing but + - * /, which every machine rounds alike, unlike its pow().
double fifth_root(double value) {
    double root = 1;
    for (int i = 0; i < 40; ++i) root = (4 * root + value / (root * root * root * root)) / 5;
    return root;
}

double linear(std::uint8_t channel) {
    const double part = channel / 255.0;
    if (part <= 0.04045) return part / 12.92;
    const double base = (part + 0.055) / 1.055;
    const double root = fifth_root(base);
    return base * base * root * root;  // base^2.4
}

double luminance(const Colour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

// A sixty-fourth of the way further to `end`, at least one step.
std::uint8_t moved(std::uint8_t channel, std::uint8_t end) {
    const int distance = end - channel;
    if (distance == 0) return channel;
    const int step = distance / 64 != 0 ? distance / 64 : (distance > 0 ? 1 : -1);
    return static_cast<std::uint8_t>(channel + step);
}

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if ((text.size() != 4 && text.size() != 7) || text.front() != '#') return std::nullopt;
    int channels[3] = {};
    const std::size_t digits = text.size() / 3;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto first = hex_digit(text[1 + i * digits]);
        const auto last = hex_digit(text[i * digits + digits]);
        if (!first || !last) return std::nullopt;
        channels[i] = *first * 16 + *last;
    }
    return Colour{static_cast<std::uint8_t>(channels[0]), static_cast<std::uint8_t>(channels[1]),
                  static_cast<std::uint8_t>(channels[2])};
}

std::string to_text(const Colour& colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast(const Colour& a, const Colour& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    const auto [darker, lighter] = std::minmax(first, second);
    return (lighter + 0.05) / (darker + 0.05);
}

Colour readable_on(const Colour& paper, Colour colour, double least) {
    constexpr Colour kBlack = {0, 0, 0};
    constexpr Colour kWhite = {255, 255, 255};
    const Colour end = contrast(paper, kBlack) > contrast(paper, kWhite) ? kBlack : kWhite;
    while (contrast(paper, colour) < least && colour != end) {
        colour = {moved(colour.red, end.red), moved(colour.green, end.green), moved(colour.blue, end.blue)};
    }
    return colour;
}

}  // namespace waymark
