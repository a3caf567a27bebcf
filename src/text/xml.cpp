#include "text/xml.hpp"

#include <fmt/format.h>

#include "text/display.hpp"

namespace waymark {

std::string escape_markup(std::string_view text, std::string_view more) {
    std::string result;
    for (const char c : text) {
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (more.find(c) != std::string_view::npos) {
            result += fmt::format("&#{};", static_cast<int>(c));
        } else {
            result += c;
        }
    }
    return result;
}

std::string escape_xml(std::string_view text) {
    return escape_markup(printable(text, true), "\"\n\t");
}

}  // namespace waymark
