#include "text/encoding.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::string_view kSaveAsUtf8 = "save the file as UTF-8";

std::optional<std::string_view> other_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
    return std::nullopt;
}

// Lines and characters are counted only once something is wrong, so that good files are scanned at full
// speed.
Span place_of(const Source& source, std::size_t offset) {
    const std::string_view before = std::string_view(source.text).substr(0, offset);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const char* start = source.line(line).data();
    const auto line_start = static_cast<std::size_t>(start - source.text.data());
    const auto column = offset <= line_start ? 0 : characters(before.substr(line_start));
    return {line, static_cast<int>(column) + 1, 1};
}

TextFault not_utf8(const Source& source, std::size_t offset) {
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(source.text[offset]));
    return {false, place_of(source, offset), fmt::format("the byte 0x{:02X} is not UTF-8 text", byte),
            std::string(kSaveAsUtf8)};
}

TextFault control(const Source& source, std::size_t offset, int code_point) {
    const char* help = code_point == '\r' ? "end lines with LF or with CR LF"
                       : code_point == 0  ? "save the file as UTF-8 text; it may be UTF-16 or no text at all"
                                          : "remove it";
    return {true, place_of(source, offset),
            fmt::format("the control character U+{:04X} does not belong in text", static_cast<unsigned>(code_point)),
            help};
}

bool is_plain(char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n';
}

bool is_forbidden_ascii(std::string_view text, std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r') return i + 1 == text.size() || text[i + 1] != '\n';
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

}  // namespace

std::optional<TextFault> find_text_fault(const Source& source) {
    const std::string_view text = source.text;
    if (const auto name = other_encoding(text)) {
        return TextFault{
            false, {1, 1, 1}, fmt::format("the file is written in {}, not in UTF-8", *name), std::string(kSaveAsUtf8)};
    }
    std::size_t i = 0;
    while (i < text.size()) {
        if (is_plain(text[i])) {  // nearly all of a file
            ++i;
            continue;
        }
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            if (is_forbidden_ascii(text, i)) return control(source, i, text[i]);
            ++i;
            continue;
        }
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                             static_cast<utf8proc_ssize_t>(text.size() - i), &code_point);
        if (length < 1) return not_utf8(source, i);
        if (code_point < 0xA0) return control(source, i, code_point);
        i += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

}  // namespace waymark
