#include "assessment/cells.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/names.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

struct Place {
    const Column* column;
    Span span;
    Findings* findings;
};

std::optional<Cell> wrong(const Place& place, std::string_view text, std::string_view what, std::string help) {
    place.findings->report("T107", place.span,
                           fmt::format("{} is not {} (column '{}')", in_quotes(text), what, place.column->id),
                           std::move(help));
    return std::nullopt;
}

std::string number_help(std::string_view text, std::string_view otherwise) {
    const auto plain = plain_amount(text);
    return plain ? fmt::format("write {}", *plain) : std::string(otherwise);
}

std::optional<Cell> number_cell(const std::string& text, const Place& place) {
    if (const auto value = parse_decimal(text)) return *value;
    return wrong(place, text, "a number",
                 number_help(text, "write a plain decimal of at most four places, such as 12.5"));
}

std::optional<Cell> integer_cell(const std::string& text, const Place& place) {
    const auto value = parse_decimal(text);
    if (value && value->denominator() == 1) return *value;
    return wrong(place, text, "a whole number",
                 value ? "write a number without decimals" : number_help(text, "write digits only, such as 12"));
}

std::optional<Cell> money_cell(const std::string& text, const Place& place) {
    if (const auto value = parse_decimal(text, 2)) return *value;
    const auto plain = plain_amount(text);
    place.findings->report("T109", place.span,
                           fmt::format("{} is not a plain amount (column '{}')", in_quotes(text), place.column->id),
                           fmt::format("write {} without currency sign, thousands separator or suffix; the currency "
                                       "stands once in the assessment",
                                       plain ? *plain : "1250000 or 1250000.50"));
    return std::nullopt;
}

std::optional<Cell> share_cell(const std::string& text, const Place& place) {
    const bool percent = text.ends_with('%');
    auto value = parse_decimal(percent ? trimmed(std::string_view(text).substr(0, text.size() - 1)) : text);
    if (value && percent) value = *value / Rational(100);
    if (value && *value >= Rational(0) && *value <= Rational(1)) return *value;
    return wrong(place, text, "a share", "write 0.4 or 40%; a share lies between 0 and 1");
}

std::optional<Cell> date_cell(const std::string& text, const Place& place) {
    if (const auto date = parse_date(text)) return *date;
    return wrong(place, text, "a date", "write year, month and day: 2026-11-20");
}

std::optional<Cell> duration_cell(const std::string& text, const Place& place) {
    if (const auto duration = parse_duration(text)) return *duration;
    return wrong(place, text, "a length of time", "write '18 months', '2 years' or '90 days'");
}

// Spreadsheets write TRUE and Yes.
std::optional<Cell> yes_no_cell(std::string text, const Place& place) {
    const std::string written = text;
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (text == "no" || text == "false") return ChosenIndex{0};
    if (text == "yes" || text == "true") return ChosenIndex{1};
    return wrong(place, written, "yes or no", "write yes or no");
}

std::optional<int> choice(const std::string& text, const Place& place) {
    const auto& choices = place.column->type.choices;
    const auto found = std::ranges::find(choices, text, &Choice::id);
    if (found != choices.end()) return static_cast<int>(found - choices.begin());
    place.findings->report("T108", place.span,
                           fmt::format("{} is not a choice of the column '{}'", in_quotes(text), place.column->id),
                           suggest(text, ids_of(choices)));
    return std::nullopt;
}

std::optional<Cell> chosen_cell(const std::string& text, const Place& place) {
    const auto index = choice(text, place);
    if (!index) return std::nullopt;
    return ChosenIndex{*index};
}

// False if the text is no choice.
bool add_choice(const std::string& text, const Place& place, ChosenSet& set) {
    const auto index = choice(text, place);
    if (index) set.bits |= std::uint64_t{1} << static_cast<unsigned>(*index);
    return index.has_value();
}

// "goal|scope"; empty pieces, as in "goal|", are skipped.
std::optional<Cell> set_cell(std::string_view text, const Place& place) {
    ChosenSet set;
    bool good = true;
    while (true) {
        const auto bar = text.find('|');
        const std::string piece = trimmed(text.substr(0, bar));
        if (!piece.empty()) good = add_choice(piece, place, set) && good;
        if (bar == std::string_view::npos) break;
        text.remove_prefix(bar + 1);
    }
    if (!good) return std::nullopt;
    return set.bits == 0 ? Cell{} : Cell{set};
}

std::optional<Cell> text_cell(std::string text, const Place& place) {
    if (text.empty()) return Cell{};
    switch (place.column->type.kind) {
        case Kind::text:
        case Kind::row_of:
            return text;
        case Kind::number:
            return number_cell(text, place);
        case Kind::integer:
            return integer_cell(text, place);
        case Kind::money:
            return money_cell(text, place);
        case Kind::share:
            return share_cell(text, place);
        case Kind::date:
            return date_cell(text, place);
        case Kind::duration:
            return duration_cell(text, place);
        case Kind::yes_no:
            return yes_no_cell(std::move(text), place);
        case Kind::one_of:
        case Kind::level:
            return chosen_cell(text, place);
        case Kind::some_of:
            return set_cell(text, place);
    }
    return std::nullopt;
}

std::optional<Cell> list_cell(const Node& list, const Column& column, Findings& findings) {
    ChosenSet set;
    bool good = true;
    for (const Node& item : list.items) {
        const auto text = read_text(item, "a choice", findings);
        good = text && add_choice(*text, {&column, item.span, &findings}, set) && good;
    }
    if (!good) return std::nullopt;
    return set.bits == 0 ? Cell{} : Cell{set};
}

}  // namespace

std::string trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

std::optional<Cell> read_cell(const Node& node, const Column& column, Findings& findings) {
    if (node.kind == Node::Kind::null) return Cell{};
    if (node.kind == Node::Kind::scalar) return text_cell(trimmed(node.text), {&column, node.span, &findings});
    if (node.kind == Node::Kind::sequence && column.type.kind == Kind::some_of) {
        return list_cell(node, column, findings);
    }
    const bool list = node.kind == Node::Kind::sequence;
    findings.report("T107", node.span,
                    fmt::format("{} cannot stand in the column '{}'", list ? "a list" : "a mapping", column.id),
                    "write a single value");
    return std::nullopt;
}

std::optional<Cell> read_cell(const CsvCell& cell, const Column& column, Findings& findings) {
    return text_cell(trimmed(cell.text), {&column, cell.span, &findings});
}

}  // namespace waymark
