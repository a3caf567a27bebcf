#include "interview/line_edit.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <deque>

#include "text/display.hpp"
#include "text/unicode.hpp"

namespace waymark::interview {

namespace {

using Kind = Key::Kind;

// The end of the user-perceived character that begins at `at`.
std::size_t next_stop(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    CodePoint previous = next_code_point(text, at);
    at += previous.length;
    utf8proc_int32_t state = 0;
    while (at < text.size()) {
        const CodePoint next = next_code_point(text, at);
        if (utf8proc_grapheme_break_stateful(previous.value, next.value, &state) != 0) break;
        at += next.length;
        previous = next;
    }
    return at;
}

std::size_t previous_stop(std::string_view text, std::size_t at) {
    std::size_t stop = 0;
    for (std::size_t next = next_stop(text, 0); next < at; next = next_stop(text, next)) stop = next;
    return stop;
}

std::size_t word_start(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    while (at > 0 && text[at - 1] != ' ') --at;
    return at;
}

void erase(LineEdit& line, std::size_t from, std::size_t to) {
    line.text.erase(from, to - from);
    line.cursor = from;
}

}  // namespace

LineEdit line_with(std::string text) {
    const std::size_t end = text.size();
    return {std::move(text), end};
}

bool insert(LineEdit& line, std::string_view text, std::size_t limit) {
    const std::string clean = printable(text, true);
    const std::size_t taken = characters(line.text);
    std::size_t room = limit > taken ? limit - taken : 0;
    std::size_t end = 0;
    while (end < clean.size() && room > 0) {
        end += next_code_point(clean, end).length;
        --room;
    }
    line.text.insert(line.cursor, clean, 0, end);
    line.cursor += end;
    return end == clean.size();
}

bool edit(LineEdit& line, const Key& key, std::size_t limit) {
    switch (key.kind) {
        case Kind::character:
        case Kind::paste:
            insert(line, key.text, limit);
            return true;
        case Kind::backspace:
            erase(line, previous_stop(line.text, line.cursor), line.cursor);
            return true;
        case Kind::remove:
            erase(line, line.cursor, next_stop(line.text, line.cursor));
            return true;
        case Kind::erase_word:
            erase(line, word_start(line.text, line.cursor), line.cursor);
            return true;
        case Kind::erase_line:
            line = {};
            return true;
        case Kind::left:
            line.cursor = previous_stop(line.text, line.cursor);
            return true;
        case Kind::right:
            line.cursor = next_stop(line.text, line.cursor);
            return true;
        case Kind::home:
            line.cursor = 0;
            return true;
        case Kind::end:
            line.cursor = line.text.size();
            return true;
        default:
            return false;
    }
}

LineWindow window_of(const LineEdit& line, int width) {
    const int room = std::max(1, width - 1);  // the cursor may stand behind the last character
    const std::string_view text = line.text;
    std::deque<std::size_t> starts;  // of the characters before the cursor that fit
    int used = 0;
    const auto width_at = [&](std::size_t at) {
        return display_width(printable(text.substr(at, next_stop(text, at) - at)));
    };
    for (std::size_t at = 0; at < line.cursor; at = next_stop(text, at)) {
        starts.push_back(at);
        used += width_at(at);
        while (used > room) {
            used -= width_at(starts.front());
            starts.pop_front();
        }
    }
    const std::size_t from = starts.empty() ? line.cursor : starts.front();
    std::size_t to = line.cursor;
    for (int filled = used; to < text.size(); to = next_stop(text, to)) {
        filled += width_at(to);
        if (filled > room) break;
    }
    return {printable(text.substr(from, to - from)), used};
}

}  // namespace waymark::interview
