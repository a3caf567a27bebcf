#include "report/html_escape.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/display.hpp"
#include "text/unicode.hpp"
#include "text/xml.hpp"

namespace waymark::html {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char c) {
               return want == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
           });
}

constexpr std::string_view kQuotes = "\"'`";  // old browsers took the last for a quote too

bool is_address_character(char c) {
    return c > ' ' && c < '\x7F' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

}  // namespace

std::string text(std::string_view text) {
    return escape_markup(printable(text), "");
}

std::string attribute(std::string_view text) {
    return escape_markup(printable(text), kQuotes);
}

std::string css_string(std::string_view text) {
    const std::string safe = printable(text);
    std::string result = "\"";
    for (std::size_t at = 0; at < safe.size();) {
        const CodePoint point = next_code_point(safe, at);
        const bool plain = point.length > 1 || is_plain(safe[at]) || safe[at] == ' ';
        result += plain ? safe.substr(at, point.length) : fmt::format("\\{:x} ", point.value);
        at += point.length;
    }
    return result + "\"";
}

std::string url(std::string_view address) {
    const bool web = starts_with_any_case(address, "https://") || starts_with_any_case(address, "http://");
    const bool here = address.size() > 1 && address.front() == '#';
    if (!web && !here) return "";
    return std::all_of(address.begin(), address.end(), is_address_character) ? attribute(address) : "";
}

std::string picture(std::string_view address) {
    constexpr std::string_view kPng = "data:image/png;base64,";
    constexpr std::string_view kJpeg = "data:image/jpeg;base64,";
    const std::string_view head = address.starts_with(kPng) ? kPng : kJpeg;
    if (!address.starts_with(head)) return "";
    const std::string_view data = address.substr(head.size());
    const bool base64 =
        std::all_of(data.begin(), data.end(), [](char c) { return is_plain(c) || c == '+' || c == '/' || c == '='; });
    return base64 ? std::string(address) : "";
}

std::string anchor(std::string_view prefix, std::string_view id) {
    std::string name(prefix);
    if (!name.empty()) name += '-';
    for (const char c : id) {
        if (is_plain(c) || c == '-') {
            name += c;
        } else {
            name += fmt::format("_{:02x}", static_cast<unsigned char>(c));
        }
    }
    return name;
}

}  // namespace waymark::html
