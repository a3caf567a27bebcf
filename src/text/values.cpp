// Readers for single values.
#include <fmt/format.h>

#include <algorithm>

#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLongestId = 80;
constexpr std::size_t kShownOfAValue = 40;

const char* kind_in_words(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::scalar:
            return "a single value";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::mapping:
            return "a mapping";
    }
    return "nothing";
}

// The value in quotes, shortened: long texts stand where a number belongs when a key was mixed up.
std::string shown(const std::string& text) {
    if (text.size() <= kShownOfAValue) return fmt::format("'{}'", text);
    std::size_t end = kShownOfAValue;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return fmt::format("'{}…'", text.substr(0, end));
}

// The scalar's text; otherwise a finding that says what was expected.
const std::string* scalar(const Node& node, std::string_view what, std::string_view expected, Findings& findings) {
    if (node.kind == Node::Kind::scalar) return &node.text;
    findings.report("S003", node.span, fmt::format("{} must be {}, not {}", what, expected, kind_in_words(node)));
    return nullptr;
}

bool is_id(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= kLongestId && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), allowed);
}

// "Shared Ownership" as an id: "shared-ownership"; empty if nothing of it can stay.
std::string id_from(std::string_view text) {
    std::string id;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool letter = lower >= 'a' && lower <= 'z';
        const bool other = (lower >= '0' && lower <= '9') || lower == '_';
        if (letter || (other && !id.empty())) {
            id += lower;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) id.pop_back();
    return is_id(id) ? id : "";
}

// YES, True: other readers of YAML take them for yes and no.
std::optional<Fix> plain_yes_no(const Node& node, const Source& source) {
    std::string word = node.text;
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (word == "yes" || word == "true") return replacement(source, node.span, "yes", true);
    if (word == "no" || word == "false") return replacement(source, node.span, "no", true);
    return std::nullopt;
}

// With the year first there is no doubt which number is the day: 2026-3-1, 2026/03/01.
std::optional<Fix> plain_date(const Node& node, const Source& source) {
    std::string plain;
    std::string number;
    for (const char c : node.text + '-') {
        if (c >= '0' && c <= '9') {
            number += c;
            continue;
        }
        if (number.empty() || std::string_view("-/.").find(c) == std::string_view::npos) return std::nullopt;
        if (number.size() == 1) number.insert(0, 1, '0');
        plain += (plain.empty() ? "" : "-") + number;
        number.clear();
    }
    const bool year_first = plain.find('-') == 4;
    return year_first && parse_date(plain) ? replacement(source, node.span, plain, true) : std::nullopt;
}

}  // namespace

std::optional<std::string> read_text(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "text", findings);
    if (text == nullptr) return std::nullopt;
    return *text;
}

std::optional<std::string> read_id(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "an id", findings);
    if (text == nullptr) return std::nullopt;
    if (is_id(*text)) return *text;
    const std::string better = id_from(*text);
    findings.report("S009", node.span, fmt::format("{} cannot be {}", what, shown(*text)),
                    "an id is lower-case letters, digits, '-' and '_', and begins with a letter" +
                        (better.empty() ? std::string() : fmt::format(": '{}'", better)),
                    better.empty() ? std::nullopt : replacement(findings.source(), node.span, better, false));
    return std::nullopt;
}

std::optional<Rational> read_decimal(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "a number", findings);
    if (text == nullptr) return std::nullopt;
    auto value = parse_fraction(*text);
    if (!value) {
        findings.report("S004", node.span, fmt::format("{} must be a number, not {}", what, shown(*text)),
                        "write a plain decimal such as 1.5 with at most four places, or a fraction such as 2/3");
    }
    return value;
}

std::optional<int> read_whole(const Node& node, std::string_view what, int lowest, int highest, Findings& findings) {
    const std::string* text = scalar(node, what, "a whole number", findings);
    if (text == nullptr) return std::nullopt;
    const auto value = parse_decimal(*text, 0);
    if (!value) {
        findings.report("S004", node.span, fmt::format("{} must be a whole number, not {}", what, shown(*text)),
                        fmt::format("write a whole number from {} to {}", lowest, highest));
        return std::nullopt;
    }
    if (*value < lowest || *value > highest) {
        findings.report("S005", node.span, fmt::format("{} cannot be {}", what, *text),
                        fmt::format("it lies between {} and {}", lowest, highest));
        return std::nullopt;
    }
    return static_cast<int>(value->numerator());
}

std::optional<bool> read_yes_no(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "'yes' or 'no'", findings);
    if (text == nullptr) return std::nullopt;
    if (*text == "yes" || *text == "true") return true;
    if (*text == "no" || *text == "false") return false;
    findings.report("S011", node.span, fmt::format("{} must be 'yes' or 'no', not {}", what, shown(*text)), "",
                    plain_yes_no(node, findings.source()));
    return std::nullopt;
}

std::optional<Date> read_date(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "a date", findings);
    if (text == nullptr) return std::nullopt;
    auto date = parse_date(*text);
    if (!date) {
        findings.report("S006", node.span, fmt::format("{} must be a date, not {}", what, shown(*text)),
                        "write year, month and day, such as 2026-11-20", plain_date(node, findings.source()));
    }
    return date;
}

std::optional<Duration> read_duration(const Node& node, std::string_view what, Findings& findings) {
    const std::string* text = scalar(node, what, "a length of time", findings);
    if (text == nullptr) return std::nullopt;
    auto duration = parse_duration(*text);
    if (!duration) {
        findings.report("S007", node.span, fmt::format("{} must be a length of time, not {}", what, shown(*text)),
                        "write a whole number of days, months or years, such as 18 months");
    }
    return duration;
}

std::optional<int> read_word(const Node& node, std::string_view what, const std::vector<std::string>& words,
                             Findings& findings) {
    const std::string* text = scalar(node, what, "one word", findings);
    if (text == nullptr) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return static_cast<int>(found - words.begin());
    findings.report("S008", node.span, fmt::format("{} cannot be {}", what, shown(*text)), suggest(*text, words));
    return std::nullopt;
}

}  // namespace waymark
