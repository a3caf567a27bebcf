// Amounts as people write them, turned into plain decimals for suggestions.
#include <algorithm>
#include <array>

#include "assessment/cells.hpp"

namespace waymark {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string without(std::string_view text, std::string_view dropped) {
    std::string kept;
    for (const char c : text) {
        if (dropped.find(c) == std::string_view::npos) kept += c;
    }
    return kept;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
}

// 0: not a suffix known to mean one thing only.
int multiplier(std::string_view suffix) {
    struct Word {
        std::string_view text;
        int times;
    };
    static constexpr std::array words{
        Word{"", 1},         Word{"k", 1000},          Word{"thousand", 1000}, Word{"m", 1000000},
        Word{"mn", 1000000}, Word{"million", 1000000}, Word{"bn", 1000000000}, Word{"billion", 1000000000}};
    const std::string word = lower(without(suffix, " ."));
    const auto* found = std::ranges::find(words, word, &Word::text);
    return found == words.end() ? 0 : found->times;
}

// Signs, and codes of three capital letters, on either side.
std::string_view without_currency(std::string_view text) {
    static constexpr std::array<std::string_view, 4> signs{"$", "\u00a3", "\u20ac", "\u00a5"};
    const auto is_code = [](std::string_view word) {
        return std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    for (const std::string_view sign : signs) {
        if (text.starts_with(sign)) text.remove_prefix(sign.size());
        if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
    if (text.size() > 3 && is_code(text.substr(0, 3))) text.remove_prefix(3);
    if (text.size() > 3 && is_code(text.substr(text.size() - 3))) text.remove_suffix(3);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// "1,250,000" is in thousands throughout; "1,2" is not.
bool groups_of_three(std::string_view text, char separator) {
    auto at = text.find(separator);
    if (at == 0 || at > 3) return false;
    while (at != std::string_view::npos) {
        const auto next = text.find(separator, at + 1);
        const auto length = (next == std::string_view::npos ? text.size() : next) - at - 1;
        if (length != 3) return false;
        at = next;
    }
    return true;
}

// Digits with separators as a decimal with a point, or "" where "1,250" or "1.250" might be either.
std::string with_point(std::string_view text, bool scaled) {
    const auto comma = text.rfind(',');
    const auto point = text.rfind('.');
    if (comma == std::string_view::npos && point == std::string_view::npos) return std::string(text);
    if (comma != std::string_view::npos && point != std::string_view::npos) {
        const char thousands = comma < point ? ',' : '.';
        const auto last = std::max(comma, point);
        if (!groups_of_three(text.substr(0, last), thousands)) return "";
        return without(text.substr(0, last), ",.") + "." + without(text.substr(last + 1), ",.");
    }
    const char separator = comma == std::string_view::npos ? '.' : ',';
    const auto count = std::ranges::count(text, separator);
    if (count > 1) return groups_of_three(text, separator) ? without(text, ",.") : "";
    const auto after = text.size() - text.find(separator) - 1;
    if (after == 3) return separator == ',' && !scaled ? without(text, ",") : "";
    std::string result(text);
    std::ranges::replace(result, ',', '.');
    return result;
}

}  // namespace

std::optional<std::string> plain_amount(std::string_view text) {
    if (text.size() > 40) return std::nullopt;
    std::string_view rest = without_currency(text);
    const bool negative = rest.starts_with('-');
    if (negative) rest = without_currency(rest.substr(1));
    std::size_t end = 0;
    while (end < rest.size() &&
           (is_digit(rest[end]) || std::string_view(",. '_").find(rest[end]) != std::string_view::npos)) {
        ++end;
    }
    while (end > 0 && !is_digit(rest[end - 1])) --end;
    const int times = multiplier(without_currency(rest.substr(end)));
    const auto value = parse_decimal(with_point(without(rest.substr(0, end), " '_"), times > 1));
    if (!value || times == 0) return std::nullopt;
    const Rational amount = *value * Rational(times);
    const std::string plain = (negative ? "-" : "") + amount.to_short(2);
    return parse_decimal(plain, 2) ? std::optional(plain) : std::nullopt;
}

}  // namespace waymark
