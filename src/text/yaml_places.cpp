#include "text/yaml_places.hpp"

#include <algorithm>

#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::string_view kBlanks = " \t";

int count_characters(std::string_view text) {
    return static_cast<int>(characters(text));
}

bool is_list_dash(std::string_view line, std::size_t dash) {
    const std::size_t first = line.find_first_not_of(" \t-");
    const bool only_dashes_before = first == std::string_view::npos || first > dash;
    return only_dashes_before && (dash + 1 == line.size() || line[dash + 1] == ' ' || line[dash + 1] == '\t');
}

}  // namespace

std::size_t closing_quote(std::string_view text, std::size_t after_opening, char quote) {
    for (std::size_t i = after_opening; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return i;
            ++i;  // a doubled single quote stands for one
        }
    }
    return std::string_view::npos;
}

int Places::character_column(int line, int byte_column) {
    const std::string_view text = source_->line(line + 1);
    const int byte = std::clamp(byte_column, 0, static_cast<int>(text.size()));
    if (line != known_line_) {
        known_line_ = line;
        known_byte_ = 0;
        known_character_ = 0;
    }
    const auto from = static_cast<std::size_t>(std::min(known_byte_, byte));
    const auto to = static_cast<std::size_t>(std::max(known_byte_, byte));
    const int between = count_characters(text.substr(from, to - from));
    known_character_ += byte >= known_byte_ ? between : -between;
    known_byte_ = byte;
    return known_character_;
}

Span Places::span(Place place, int length) {
    return {place.line + 1, character_column(place.line, place.column) + 1, std::max(length, 1)};
}

char Places::at(Place place) const {
    const std::string_view text = source_->line(place.line + 1);
    return place.column >= 0 && static_cast<std::size_t>(place.column) < text.size()
               ? text[static_cast<std::size_t>(place.column)]
               : '\0';
}

ScalarToken Places::quoted_scalar(Place place, char quote) {
    const std::string_view first = source_->line(place.line + 1);
    const std::string_view rest = first.substr(static_cast<std::size_t>(place.column));
    const std::string_view text = source_->text;
    const auto start = static_cast<std::size_t>(rest.data() - text.data());
    const std::size_t end = closing_quote(text, start + 1, quote);
    ScalarToken token;
    token.quoted = true;
    token.closed = end != std::string_view::npos;
    const std::string_view written = text.substr(start, token.closed ? end + 1 - start : end);
    const auto breaks = static_cast<int>(std::count(written.begin(), written.end(), '\n'));
    token.last_line = place.line + 1 + breaks;
    if (breaks == 0) token.end_column = place.column + static_cast<int>(written.size());
    token.span = span(place, count_characters(breaks == 0 ? written : rest));
    return token;
}

ScalarToken Places::scalar(Place place, std::string_view value) {
    const char first = at(place);
    if (first == '"' || first == '\'') return quoted_scalar(place, first);
    ScalarToken token;
    token.last_line = place.line + 1;
    if (first == '|' || first == '>') {  // a plain text never begins so
        token.quoted = true;
        token.span = span(place);
        return token;
    }
    std::string_view rest = source_->line(place.line + 1);
    rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(std::max(place.column, 0))));
    if (rest.starts_with(value)) {
        token.end_column = place.column + static_cast<int>(value.size());
        token.span = span(place, count_characters(value));
    } else {  // the text goes on in the next line
        token.span = span(place, count_characters(rest.substr(0, rest.find_last_not_of(kBlanks) + 1)));
    }
    return token;
}

Span Places::empty_item(Place next) {
    int line = next.line;
    std::size_t before = static_cast<std::size_t>(std::max(next.column, 0));
    for (; line >= 0; --line, before = std::string_view::npos) {
        const std::string_view text = source_->line(line + 1).substr(0, before);
        for (std::size_t dash = text.rfind('-'); dash != std::string_view::npos && dash + 1 > 0;
             dash = dash == 0 ? std::string_view::npos : text.rfind('-', dash - 1)) {
            if (is_list_dash(text, dash)) return span({line, static_cast<int>(dash)});
        }
    }
    return span(next);
}

int Places::first_line_not_indented(const ScalarToken& token, int column) const {
    for (int line = token.span.line + 1; line <= token.last_line; ++line) {
        const std::size_t indent = source_->line(line).find_first_not_of(' ');
        if (indent != std::string_view::npos && static_cast<int>(indent) <= column) return line;
    }
    return 0;
}

bool Places::colon_follows(const ScalarToken& key) const {
    if (key.span.line == 0) return true;   // no plain key, which has been reported
    if (key.end_column < 0) return false;  // a text over several lines, which no key can be
    std::string_view rest = source_->line(key.span.line);
    rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(key.end_column)));
    const std::size_t next = rest.find_first_not_of(kBlanks);
    return next != std::string_view::npos && rest[next] == ':';
}

}  // namespace waymark
