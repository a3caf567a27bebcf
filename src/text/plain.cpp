// Text for places that cannot take everything: ASCII terminals and Markdown.
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "text/display.hpp"
#include "text/unicode.hpp"

namespace waymark {

namespace {

constexpr auto kCounterparts = std::to_array<std::pair<int, std::string_view>>({
    {0x00A3, "GBP "}, {0x00AB, "\""}, {0x00B0, "deg"}, {0x00B7, "*"}, {0x00BB, "\""}, {0x00C6, "AE"},   {0x00D7, "x"},
    {0x00D8, "O"},    {0x00DF, "ss"}, {0x00E6, "ae"},  {0x00F7, "/"}, {0x00F8, "o"},  {0x0152, "OE"},   {0x0153, "oe"},
    {0x2010, "-"},    {0x2011, "-"},  {0x2012, "-"},   {0x2013, "-"}, {0x2014, "-"},  {0x2018, "'"},    {0x2019, "'"},
    {0x201C, "\""},   {0x201D, "\""}, {0x201E, "\""},  {0x2022, "*"}, {0x2044, "/"},  {0x20AC, "EUR "}, {0x2190, "<-"},
    {0x2192, "->"},   {0x2191, "^"},  {0x2193, "v"},   {0x2212, "-"}, {0x2260, "!="}, {0x2264, "<="},   {0x2265, ">="},
    {0x2500, "-"},    {0x2502, "|"},  {0x2588, "#"},   {0x2591, "."}, {0x2592, ":"},  {0x2593, "#"},    {0x25A0, "#"},
    {0x25A1, "."},    {0x25B2, "^"},  {0x25BC, "v"},   {0x25CB, "o"}, {0x25CF, "*"},  {0x2713, "+"},    {0x2714, "+"},
    {0x2717, "x"},    {0x2718, "x"},
});

// What is left of an accented letter, a ligature or a fraction once taken apart: "e" of "é", "fi" of "ﬁ".
std::string taken_apart(std::string_view bytes) {
    utf8proc_uint8_t* mapped = nullptr;
    // utf8proc declares its flags as an enumeration and expects combinations of them.
    const auto options = static_cast<utf8proc_option_t>(  // NOLINT(clang-analyzer-optin.core.EnumCastOutOfRange)
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                     static_cast<utf8proc_ssize_t>(bytes.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) return "?";
    std::string result;
    const std::string_view text(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint point = next_code_point(text, position);
        position += point.length;
        if (point.value == 0x2044) {
            result += '/';
        } else {
            result += point.value < 0x80 ? static_cast<char>(point.value) : '?';
        }
    }
    return result;
}

bool starts_a_block(std::string_view text) {
    return !text.empty() && std::string_view("#+-=").find(text.front()) != std::string_view::npos;
}

// "1." or "1)" at the beginning would become a numbered list.
std::size_t list_number(std::string_view text) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return 0;
    return text[digits] == '.' || text[digits] == ')' ? digits : 0;
}

}  // namespace

std::string to_ascii(std::string_view utf8) {
    std::string result;
    for (std::size_t position = 0; position < utf8.size();) {
        const CodePoint point = next_code_point(utf8, position);
        const std::string_view bytes = utf8.substr(position, point.length);
        position += point.length;
        if (point.valid && point.value < 0x80) {
            result += bytes;
            continue;
        }
        const auto* found = std::find_if(kCounterparts.begin(), kCounterparts.end(),
                                         [&](const auto& entry) { return entry.first == point.value; });
        if (found != kCounterparts.end()) {
            result += found->second;
        } else {
            result += point.valid ? taken_apart(bytes) : "?";
        }
    }
    return result;
}

std::string escape_markdown(std::string_view text) {
    const std::string safe = printable(text);
    std::string result;
    const std::size_t number = list_number(safe);
    if (starts_a_block(safe)) result += '\\';
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const bool special = std::string_view("\\`*_[]<>|~&").find(safe[i]) != std::string_view::npos;
        if (special || (number > 0 && i == number)) result += '\\';
        result += safe[i];
    }
    return result;
}

}  // namespace waymark
