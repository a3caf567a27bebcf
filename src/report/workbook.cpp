#include "report/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "text/display.hpp"
#include "text/unicode.hpp"

namespace waymark {
namespace {

constexpr std::size_t kLongestCell = 32767;  // UTF-16 units
constexpr std::size_t kLongestName = 31;

std::size_t units_of(const CodePoint& point) {
    return point.value > 0xFFFF ? 2 : 1;
}

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = next_code_point(text, at);
        units += units_of(point);
        at += point.length;
    }
    return units;
}

// The longest beginning of whole characters with at most `most` units.
std::string_view beginning(std::string_view text, std::size_t most) {
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = next_code_point(text, at);
        units += units_of(point);
        if (units > most) break;
        at += point.length;
    }
    return text.substr(0, at);
}

// U+FFFE and U+FFFF are characters that XML forbids.
std::string without_noncharacters(std::string text) {
    for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = text.find(forbidden); at != std::string::npos; at = text.find(forbidden, at + 3)) {
            text.replace(at, 3, "\xEF\xBF\xBD");
        }
    }
    return text;
}

// A spreadsheet takes _x0041_ for an 'A'; with its first underscore spelt that way too, it stays as written.
std::string without_spelt_characters(const std::string& text) {
    constexpr std::size_t kLength = 7;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view next = std::string_view(text).substr(at, kLength);
        const bool spelt = next.size() == kLength && next.starts_with("_x") && next.back() == '_' &&
                           next.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (spelt) result += "_x005F";
        result += text[at];
    }
    return result;
}

std::string lower_case(const std::string& text) {
    std::string lower = text;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

bool is_taken(const std::string& name, const std::vector<std::string>& taken) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const std::string& other) { return lower_case(other) == lower_case(name); });
}

}  // namespace

SheetCell cell_of(const std::optional<Rational>& number) {
    if (!number) return std::monostate();
    return *number;
}

SheetCell cell_of(const std::string& text) {
    if (text.empty()) return std::monostate();
    return text;
}

SheetCell date_cell(const std::string& text) {
    if (const auto date = parse_date(text)) return *date;
    return cell_of(text);
}

SheetCell count_cell(std::int64_t number) {
    return Rational::whole(number);
}

SheetCell yes_no_cell(bool yes) {
    return std::string(yes ? "yes" : "no");
}

std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
    std::string name = without_noncharacters(printable(wanted));
    for (char& c : name) {
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
    }
    while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
    name = beginning(name, kLongestName);
    while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
    if (name.empty()) name = "Sheet";
    if (lower_case(name) == "history") name += " -";
    std::string free = name;
    for (int number = 2; is_taken(free, taken); ++number) {
        const std::string ending = fmt::format(" ({})", number);
        free = std::string(beginning(name, kLongestName - ending.size())) + ending;
    }
    return free;
}

std::string cell_text(const std::string& text) {
    const std::string clean = without_noncharacters(printable(text, true));
    const std::size_t units = utf16_units(clean);
    if (units <= kLongestCell) return without_spelt_characters(clean);
    const std::string ending =
        fmt::format(" … [cut here: {} characters are more than a spreadsheet cell can hold]", characters(clean));
    return without_spelt_characters(std::string(beginning(clean, kLongestCell - utf16_units(ending))) + ending);
}

}  // namespace waymark
