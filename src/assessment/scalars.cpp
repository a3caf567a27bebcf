#include "assessment/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/display.hpp"

namespace waymark {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
}

// Words and numbers that other readers of YAML take for something else than text.
bool looks_like_something_else(std::string_view text) {
    static constexpr std::array<std::string_view, 8> words{"true", "false", "yes", "no", "on", "off", "y", "n"};
    if (std::ranges::find(words, lower(text)) != words.end()) return true;
    const char first = text.front();
    return (first >= '0' && first <= '9') || first == '.' || first == '-' || first == '+';
}

// Deliberately narrow: what is plain here is plain to every reader of YAML, inside and outside {} and [].
bool may_be_plain(const Node& node) {
    const std::string& text = node.text;
    if (text.empty() || !is_letter_or_digit(text.front()) || text.back() == ' ') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool inner_colon = c == ':' && i + 1 < text.size() && is_letter_or_digit(text[i + 1]);
        if (!is_letter_or_digit(c) && !inner_colon &&
            std::string_view(" _-./;()@%+'").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return lower(text) != "null" && !(node.quoted && looks_like_something_else(text));
}

// Characters that no reader changes, and that do not alter what is seen around them.
bool is_printable_text(std::string_view text) {
    return std::ranges::none_of(text, is_control) && printable(text) == text;
}

void append_code_point(std::string& out, std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    unsigned code = lead;
    if (bytes.size() > 1) code = lead & (0xffU >> (bytes.size() + 1));
    for (const char c : bytes.substr(1)) code = code << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    if (code <= 0xff) {
        out += fmt::format("\\x{:02x}", code);
    } else if (code <= 0xffff) {
        out += fmt::format("\\u{:04x}", code);
    } else {
        out += fmt::format("\\U{:08x}", code);
    }
}

std::size_t length_of_code_point(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xc0) return 1;
    return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view point = text.substr(i, length_of_code_point(text[i]));
        i += point.size();
        if (point == "\"" || point == "\\") {
            out += "\\" + std::string(point);
        } else if (point == "\n") {
            out += "\\n";
        } else if (point == "\t") {
            out += "\\t";
        } else if (is_printable_text(point) && point != "\u2028" && point != "\u2029" && point != "\ufeff") {
            out += point;
        } else {
            append_code_point(out, point);
        }
    }
    return out + "\"";
}

// A block keeps lines as they are only if nothing at their ends could be lost.
bool may_be_block(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n') return false;
    if (text.ends_with("\n\n") || text == "\n") return false;
    std::string flat(text);
    std::ranges::replace(flat, '\n', ' ');
    return is_printable_text(flat) && text.find(" \n") == std::string_view::npos && text.back() != ' ';
}

std::string block(std::string_view text, int indent) {
    const bool ends_line = text.back() == '\n';
    if (ends_line) text.remove_suffix(1);
    std::string out = ends_line ? "|" : "|-";
    while (true) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        out += "\n";
        if (!line.empty()) out += std::string(static_cast<std::size_t>(indent), ' ') + std::string(line);
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string inline_scalar(const Node& node) {
    return may_be_plain(node) ? node.text : double_quoted(node.text);
}

std::string scalar(const Node& node, int indent) {
    return may_be_block(node.text) ? block(node.text, indent) : inline_scalar(node);
}

}  // namespace waymark
