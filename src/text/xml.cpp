#include "text/xml.hpp"

#include "text/display.hpp"

namespace waymark {

std::string escape_xml(std::string_view text) {
    std::string result;
    for (const char c : printable(text, true)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\n':
                result += "&#10;";
                break;
            case '\t':
                result += "&#9;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

}  // namespace waymark
