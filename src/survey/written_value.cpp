#include "survey/written_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostDigits = 40;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A JSON number taken apart.
struct NumberParts {
    bool negative = false;
    std::string_view whole, decimals;
    int exponent = 0;
};

std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

std::optional<int> take_exponent(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return exponent;
}

std::optional<NumberParts> parts_of(std::string_view text) {
    NumberParts parts;
    parts.negative = text.starts_with('-');
    if (parts.negative) text.remove_prefix(1);
    parts.whole = take_digits(text);
    if (parts.whole.empty()) return std::nullopt;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.decimals = take_digits(text);
        if (parts.decimals.empty()) return std::nullopt;
    }
    const auto exponent = take_exponent(text);
    if (!exponent) return std::nullopt;
    parts.exponent = *exponent;
    return parts;
}

// The digits with the point `places` from their left end, as short as they can be written.
void write_plain(std::string_view digits, std::ptrdiff_t places, bool negative, std::string& out) {
    const auto size = static_cast<std::ptrdiff_t>(digits.size());
    std::string& text = out;
    if (negative) text += '-';
    if (places <= 0) text += '0';
    for (std::ptrdiff_t i = 0; i < std::max(places, size); ++i) {
        if (i == std::max<std::ptrdiff_t>(places, 0)) {
            text += '.';
            text.append(static_cast<std::size_t>(std::max<std::ptrdiff_t>(-places, 0)), '0');
        }
        text += i < size ? digits[static_cast<std::size_t>(i)] : '0';
    }
}

// The one character that an entity stands for; 0 if it is none that is known.
int entity(std::string_view name) {
    if (!name.starts_with('#')) {
        struct Named {
            std::string_view name;
            int value;
        };
        static constexpr std::array<Named, 6> known{
            {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}}};
        const auto found = std::ranges::find(known, name, &Named::name);
        return found == known.end() ? 0 : found->value;
    }
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    const bool sound = error == std::errc{} && end == name.data() + name.size() && value > 0 && value <= 0x10FFFF &&
                       (value < 0xD800 || value > 0xDFFF);
    return sound ? value : 0;
}

bool is_white(int character) {
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0xA0 || character == 0x1680 ||
           (character >= 0x2000 && character <= 0x200B) || character == 0x2028 || character == 0x2029 ||
           character == 0x202F || character == 0x205F || character == 0x3000 || character == 0xFEFF;
}

int plain_quote(int character) {
    if (character == 0x2018 || character == 0x2019) return '\'';
    return character == 0x201C || character == 0x201D ? '"' : character;
}

void append_utf8(int character, std::string& out) {
    const auto value = static_cast<unsigned>(character);
    const auto byte = [&](unsigned bits) { out += static_cast<char>(bits); };
    if (value < 0x80) return byte(value);
    if (value < 0x800) {
        byte(0xC0U | value >> 6U);
    } else {
        if (value < 0x10000) {
            byte(0xE0U | value >> 12U);
        } else {
            byte(0xF0U | value >> 18U);
            byte(0x80U | (value >> 12U & 0x3FU));
        }
        byte(0x80U | (value >> 6U & 0x3FU));
    }
    byte(0x80U | (value & 0x3FU));
}

// How long the tag is that begins here: "<", perhaps "/", a letter, up to ">". 0: no tag.
std::size_t tag_at(std::string_view text) {
    std::size_t at = 1;
    if (at < text.size() && text[at] == '/') ++at;
    if (at >= text.size() || !is_letter(text[at])) return 0;
    const std::size_t end = text.find('>', at);
    return end == std::string_view::npos ? 0 : end + 1;
}

// Words on both sides of these stand apart on the screen.
bool breaks_words(std::string_view tag) {
    std::string name;
    for (const char c : tag.substr(tag.starts_with("</") ? 2 : 1)) {
        if (!is_letter(c)) break;
        name += lower(c);
    }
    static constexpr std::array<std::string_view, 6> breaking{"br", "p", "div", "li", "td", "tr"};
    return std::ranges::find(breaking, name) != breaking.end();
}

// Writes characters, white space as single spaces between them.
class Collapsing {
  public:
    explicit Collapsing(std::string& out) : out_(&out) {}

    void add(int character) {
        if (is_white(character)) {
            waiting_ = !out_->empty();
            return;
        }
        begin();
        character = plain_quote(character);
        if (character < 0x80) {
            *out_ += lower(static_cast<char>(character));
        } else {
            append_utf8(character, *out_);
        }
    }
    void add_byte(char byte) {
        begin();
        *out_ += byte;
    }

  private:
    void begin() {
        if (waiting_) *out_ += ' ';
        waiting_ = false;
    }

    std::string* out_;
    bool waiting_ = false;
};

constexpr std::size_t kLongestEntity = 10;  // "#x10FFFF" and its relations

// How much of `text`, which begins with '&', is an entity that was added; 0: none.
std::size_t add_entity(std::string_view text, Collapsing& out) {
    const std::size_t end = text.substr(0, kLongestEntity).find(';');
    if (end == std::string_view::npos) return 0;
    const int character = entity(text.substr(1, end - 1));
    if (character == 0) return 0;
    out.add(character);
    return end + 1;
}

}  // namespace

std::string_view canonical_number(std::string_view number, std::string& room) {
    const auto parts = parts_of(number);
    if (!parts) return number;
    const bool plain = parts->decimals.empty() && parts->exponent == 0;
    if (plain && (parts->whole.size() == 1 ? number != "-0" : parts->whole.front() != '0')) return number;
    std::string digits(parts->whole);
    digits += parts->decimals;
    std::ptrdiff_t places = static_cast<std::ptrdiff_t>(parts->whole.size()) + parts->exponent;
    const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, leading);
    places -= static_cast<std::ptrdiff_t>(leading);
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.empty()) return "0";
    const auto most = static_cast<std::ptrdiff_t>(kMostDigits);
    if (places > most || static_cast<std::ptrdiff_t>(digits.size()) - places > most) return number;
    room.clear();
    write_plain(digits, places, parts->negative, room);
    return room;
}

std::string_view normalised_text(std::string_view text, std::string& room) {
    room.clear();
    Collapsing out(room);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        std::size_t taken = 0;
        if (rest.front() == '<') {
            taken = tag_at(rest);
            if (taken > 0 && breaks_words(rest.substr(0, taken))) out.add(' ');
        } else if (rest.front() == '&') {
            taken = add_entity(rest, out);
        }
        if (taken == 0) {
            const CodePoint point = next_code_point(text, at);
            taken = point.length;
            if (point.valid) {
                out.add(point.value);
            } else {
                out.add_byte(rest.front());
            }
        }
        at += taken;
    }
    return room;
}

std::optional<Rational> number_in_label(std::string_view text) {
    const auto first = std::find_if(text.begin(), text.end(), is_digit);
    const auto end = std::find_if_not(first, text.end(), is_digit);
    if (first == text.end() || std::find_if(end, text.end(), is_digit) != text.end()) return std::nullopt;
    return parse_decimal(
        text.substr(static_cast<std::size_t>(first - text.begin()), static_cast<std::size_t>(end - first)));
}

}  // namespace waymark
