// Numbers as people and scorecards write them. Strict: what would be read differently elsewhere (012, 1e3,
// 1_000) is no number here.
#include <charconv>

#include "waymark/rational.hpp"

namespace waymark {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c)) return false;
    }
    return !text.empty();
}

// A leading zero means octal to some readers of YAML, so it is refused.
bool is_whole(std::string_view digits, std::size_t most) {
    return all_digits(digits) && digits.size() <= most && (digits.size() == 1 || digits.front() != '0');
}

Int128 value_of(std::string_view digits) {
    Int128 value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool take_minus(std::string_view& text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    return negative;
}

std::optional<Rational> whole_ratio(std::string_view text, std::size_t most_digits) {
    const bool negative = take_minus(text);
    const std::size_t slash = text.find('/');
    const std::string_view top = text.substr(0, slash);
    const std::string_view bottom = slash == std::string_view::npos ? "1" : text.substr(slash + 1);
    if (!is_whole(top, most_digits) || !is_whole(bottom, most_digits)) return std::nullopt;
    const Int128 divisor = value_of(bottom);
    if (divisor == 0) return std::nullopt;
    const Int128 value = value_of(top);
    return Rational::fraction(negative ? -value : value, divisor);
}

}  // namespace

std::optional<Rational> parse_decimal(std::string_view text, int max_places) {
    const bool negative = take_minus(text);
    const std::size_t point = text.find('.');
    const std::string_view whole_part = text.substr(0, point);
    if (!is_whole(whole_part, 12)) return std::nullopt;
    Int128 value = value_of(whole_part);
    Int128 scale = 1;
    if (point != std::string_view::npos) {
        const std::string_view decimals = text.substr(point + 1);
        if (!all_digits(decimals) || decimals.size() > static_cast<std::size_t>(max_places)) return std::nullopt;
        for (const char c : decimals) {
            value = value * 10 + (c - '0');
            scale *= 10;
        }
    }
    return Rational::fraction(negative ? -value : value, scale);
}

std::optional<Rational> parse_fraction(std::string_view text) {
    if (text.find('/') == std::string_view::npos) return parse_decimal(text);
    return whole_ratio(text, 12);
}

std::optional<Rational> parse_exact(std::string_view text) {
    return whole_ratio(text, 38);
}

double Rational::to_double() const {
    const std::string text = to_fixed(4);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);  // unlike strtod, deaf to the locale
    return value;
}

}  // namespace waymark
