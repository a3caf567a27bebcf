#include "text/display.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

#include "text/in_place.hpp"
#include "text/unicode.hpp"

namespace waymark {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_control(int code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

// Characters that change the direction of what follows, and so could make a line read as something else.
bool is_bidirectional_control(int code_point) {
    return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

struct Cluster {
    std::string_view text;
    int width = 0;
};

bool is_regional_indicator(int code_point) {
    return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

// Calls `visit` for each user-perceived character until it returns false.
template <typename Visit>
void for_each_cluster(std::string_view text, Visit visit) {
    constexpr int kEmojiPresentation = 0xFE0F;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t start = position;
        CodePoint previous = next_code_point(text, position);
        int width = std::max(0, utf8proc_charwidth(previous.value));
        position += previous.length;
        utf8proc_int32_t state = 0;
        while (position < text.size()) {
            const CodePoint next = next_code_point(text, position);
            if (utf8proc_grapheme_break_stateful(previous.value, next.value, &state) != 0) break;
            const bool flag = is_regional_indicator(previous.value) && is_regional_indicator(next.value);
            const bool wide = flag || next.value == kEmojiPresentation;
            width = std::max(width, wide ? 2 : utf8proc_charwidth(next.value));
            position += next.length;
            previous = next;
        }
        if (!visit(Cluster{text.substr(start, position - start), width})) return;
    }
}

}  // namespace

CodePoint next_code_point(std::string_view text, std::size_t position) {
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position,
                                         static_cast<utf8proc_ssize_t>(text.size() - position), &value);
    if (length < 1) return {kNotUtf8, 1, false};
    return {value, static_cast<std::size_t>(length), true};
}

bool is_printable(std::string_view text) {
    if (is_plain_ascii(text)) return true;
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint point = next_code_point(text, position);
        if (!point.valid || is_control(point.value) || is_bidirectional_control(point.value)) return false;
        position += point.length;
    }
    return true;
}

std::string printable(std::string_view text, bool keep_lines) {
    std::string result;
    result.reserve(text.size());
    append_printable(result, text, keep_lines);
    return result;
}

void append_printable(std::string& result, std::string_view text, bool keep_lines) {
    if (is_plain_ascii(text)) {
        result += text;
        return;
    }
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint point = next_code_point(text, position);
        const std::string_view bytes = text.substr(position, point.length);
        position += point.length;
        const bool line_or_tab = point.value == '\n' || point.value == '\t';
        if (point.value == '\r' && position < text.size() && text[position] == '\n') continue;
        if (line_or_tab) {
            result += keep_lines ? bytes.front() : ' ';
        } else if (!point.valid || is_control(point.value) || is_bidirectional_control(point.value)) {
            result += kReplacement;
        } else {
            result += bytes;
        }
    }
}

std::string harmless_json(std::string_view json) {
    std::string out;
    for (std::size_t at = 0; at < json.size();) {
        const CodePoint point = next_code_point(json, at);
        const bool steers = point.value != '\n' && (is_control(point.value) || is_bidirectional_control(point.value));
        if (steers) {
            out += fmt::format("\\u{:04x}", point.value);
        } else {
            out += json.substr(at, point.length);
        }
        at += point.length;
    }
    return out;
}

bool runs_from_right(std::string_view utf8) {
    if (is_plain_ascii(utf8)) return false;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = next_code_point(utf8, at);
        const auto bidi = utf8proc_get_property(point.value)->bidi_class;
        if (bidi == UTF8PROC_BIDI_CLASS_R || bidi == UTF8PROC_BIDI_CLASS_AL) return true;
        at += point.length;
    }
    return false;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint point = next_code_point(text, position);
        if (!point.valid) return false;
        position += point.length;
    }
    return true;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

int display_width(std::string_view utf8) {
    if (is_plain_ascii(utf8)) return static_cast<int>(utf8.size());
    int width = 0;
    for_each_cluster(utf8, [&](const Cluster& cluster) {
        width += cluster.width;
        return true;
    });
    return width;
}

std::string cut_to_width(std::string_view utf8, int width, bool unicode) {
    if (display_width(utf8) <= width) return std::string(utf8);
    if (width <= 0) return "";
    const std::string_view ellipsis = unicode ? "…" : "...";
    const int room = width - (unicode ? 1 : 3);
    if (room < 0) return std::string(static_cast<std::size_t>(width), '.');
    std::string result;
    int used = 0;
    for_each_cluster(utf8, [&](const Cluster& cluster) {
        if (used + cluster.width > room) return false;
        used += cluster.width;
        result += cluster.text;
        return true;
    });
    result.erase(result.find_last_not_of(' ') + 1);
    return result + std::string(ellipsis);
}

std::string pad_to_width(std::string_view utf8, int width) {
    const int missing = std::max(0, width - display_width(utf8));
    return std::string(utf8) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrap(std::string_view utf8, int width) {
    std::vector<std::string> lines;
    std::string line;
    int used = 0;
    int breaks = 0;  // line feeds since the last word
    const auto finish = [&] {
        if (!line.empty()) lines.push_back(std::move(line));
        line.clear();
        used = 0;
    };
    for (std::size_t position = 0; position < utf8.size();) {
        const char c = utf8[position];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            breaks += c == '\n' ? 1 : 0;
            ++position;
            continue;
        }
        if (breaks > 1) finish();
        if (breaks > 1 && !lines.empty()) lines.emplace_back();
        breaks = 0;
        const std::size_t end = std::min(utf8.find_first_of(" \t\r\n", position), utf8.size());
        const std::string_view word = utf8.substr(position, end - position);
        const int word_width = display_width(word);
        if (!line.empty() && used + 1 + word_width > width) finish();
        if (!line.empty()) line += ' ';
        used += word_width + (line.empty() ? 0 : 1);
        line += word;
        position = end;
    }
    finish();
    return lines;
}

}  // namespace waymark
