#include "text/yaml_places.hpp"

#include <algorithm>

namespace waymark {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

Places::Places(const Source& source)
    : source_(&source), known_byte_(source.text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

Place Places::of(const yaml_mark_t& mark) {
    const std::string& text = source_->text;
    for (; known_character_ < mark.index && known_byte_ < text.size(); ++known_character_) {
        ++known_byte_;
        while (known_byte_ < text.size() && !begins_character(text[known_byte_])) ++known_byte_;
    }
    for (; known_character_ > mark.index && known_byte_ > 0; --known_character_) {
        --known_byte_;
        while (known_byte_ > 0 && !begins_character(text[known_byte_])) --known_byte_;
    }
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, known_byte_};
}

char Places::at(const Place& place) const {
    const std::string& text = source_->text;
    const char c = place.byte < text.size() ? text[place.byte] : '\0';
    return c == '\n' || c == '\r' ? '\0' : c;
}

std::string_view Places::rest_of_line(const Place& place) const {
    const std::string_view text = source_->text;
    if (place.byte >= text.size()) return {};
    const std::string_view rest =
        text.substr(place.byte, std::min(text.find('\n', place.byte), text.size()) - place.byte);
    return rest.substr(0, rest.find_last_not_of(" \t\r") + 1);
}

Span span_at(const Place& place, int length) {
    return {place.line, place.column, std::max(length, 1)};
}

}  // namespace waymark
