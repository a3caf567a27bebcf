#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

using Op = Bound::Op;

std::string list_of_levels(const Range& range) {
    std::string text;
    for (const auto& level : *range.levels) text += (text.empty() ? "" : ", ") + level.id;
    return text;
}

Suggestion known_words(const Node& node, const Range& range, const Reader& reader) {
    std::vector<std::string> known;
    if (range.levels != nullptr) {
        for (const auto& level : *range.levels) known.push_back(level.id);
    }
    if (reader.scope->limits != nullptr) {
        for (const auto& limit : *reader.scope->limits) known.push_back(limit.name);
    }
    if (known.empty()) return {"write a number, or declare the word under the flag's 'limits'", "", "", false};
    return suggest(node.text, known);
}

void check_range(const Bound& bound, const Range& range, const Reader& reader) {
    const std::string problem = out_of_range(bound.value, range);
    if (problem.empty()) return;
    const std::string named = bound.limit.empty()
                                  ? fmt::format("the bound {}", bound.as_written)
                                  : fmt::format("the limit '{}' is {} and", bound.limit, bound.value.to_short(4));
    reader.findings->report("C008", bound.span, fmt::format("{} cannot be met: {}", named, problem),
                            "choose a bound that the measure can reach");
}

// A number, a level's id or the name of a limit; false after a finding.
bool read_value(Bound& bound, const Node& node, const Range& range, const Reader& reader) {
    if (const auto number = read_amount(node.text, range.is_share)) {
        bound.value = *number;
        return true;
    }
    if (const Limit* limit = reader.limit(node.text)) {
        bound.value = limit->value;
        bound.limit = limit->name;
        return true;
    }
    const Choice* level = range.levels == nullptr ? nullptr : find_choice(*range.levels, node.text);
    if (level == nullptr && range.is_unknown) return false;
    if (level == nullptr) {
        reader.findings->report(
            "C002", node.span,
            fmt::format("'{}' is neither a number{} nor a limit of this flag", node.text,
                        range.levels == nullptr ? "" : fmt::format(", a level ({})", list_of_levels(range))),
            known_words(node, range, reader));
        return false;
    }
    bound.value = level->value;
    return true;
}

bool read_duration_value(Bound& bound, const Node& node, const Reader& reader) {
    bound.duration = parse_duration(node.text);
    if (bound.duration) return true;
    reader.findings->report("C007", node.span, fmt::format("'{}' is no duration", node.text),
                            "write it like '18 months' or '90 days'");
    return false;
}

std::optional<Bound> read_bound(Op op, const Node& node, const Range& range, const Reader& reader) {
    if (node.kind != Node::Kind::scalar) {
        reader.findings->report("C007", node.span, "a bound is a single number, level or limit",
                                "to compare two measures use 'difference'");
        return std::nullopt;
    }
    Bound bound;
    bound.op = op;
    bound.as_written = node.text;
    bound.span = node.span;
    if (range.is_duration) return read_duration_value(bound, node, reader) ? std::optional(bound) : std::nullopt;
    if (!read_value(bound, node, range, reader)) return std::nullopt;
    check_range(bound, range, reader);
    return bound;
}

// The rows of `practices` or `dimensions` share one scale, or no level can be named for all of them.
void widen(Range& range, const NodeName& node, bool first) {
    if (first) {
        range.lowest = node.lowest;
        range.highest = node.highest;
        range.levels = &node.levels;
        return;
    }
    range.lowest = std::min(*range.lowest, node.lowest);
    range.highest = std::max(*range.highest, node.highest);
    if (range.levels == nullptr) return;
    const bool equal = std::equal(range.levels->begin(), range.levels->end(), node.levels.begin(), node.levels.end(),
                                  [](const Choice& a, const Choice& b) { return a.id == b.id && a.value == b.value; });
    if (!equal) range.levels = nullptr;
}

}  // namespace

std::optional<Rational> read_amount(const std::string& text, bool is_share) {
    if (is_share && !text.empty() && text.back() == '%') {
        const auto percent = parse_decimal(std::string_view(text).substr(0, text.size() - 1));
        return percent ? std::optional(*percent / Rational(100)) : std::nullopt;
    }
    return parse_fraction(text);
}

const Choice* find_choice(const std::vector<Choice>& choices, std::string_view id) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& each) { return each.id == id; });
    return found == choices.end() ? nullptr : &*found;
}

std::string out_of_range(const Rational& value, const Range& range) {
    if (range.lowest && range.highest && (value < *range.lowest || value > *range.highest)) {
        return fmt::format("{} lies between {} and {}", range.what, range.lowest->to_short(4),
                           range.highest->to_short(4));
    }
    if (range.lowest && value < *range.lowest)
        return fmt::format("{} is never below {}", range.what, range.lowest->to_short(4));
    if (range.whole && value.denominator() != 1) return fmt::format("{} is a whole number", range.what);
    return "";
}

Range range_of_column(const TableType& table, int column, const Catalogue& catalogue) {
    const Column& type = table.columns[static_cast<std::size_t>(column)];
    if (has_nodes(table) && (type.id == "claimed" || type.id == "evidenced")) {
        return range_of_node(-1, *catalogue.table(table.id), catalogue);
    }
    Range range;
    range.what = fmt::format("'{}'", type.id);
    range.is_duration = type.type.kind == ColumnType::Kind::duration;
    range.is_share = type.type.kind == ColumnType::Kind::share;
    if (range.is_share) {
        range.lowest = Rational(0);
        range.highest = Rational(1);
    }
    if (type.type.kind == ColumnType::Kind::level) range.levels = &type.type.choices;
    return range;
}

Range range_of_node(int node, int row_table, const Catalogue& catalogue) {
    Range range;
    range.what = "this score";
    if (node >= 0) {
        widen(range, catalogue.nodes[static_cast<std::size_t>(node)], true);
        return range;
    }
    if (row_table < 0) return range;
    const auto kind = catalogue.tables[static_cast<std::size_t>(row_table)].id == "practices"
                          ? NodeName::Kind::practice
                          : NodeName::Kind::dimension;
    bool first = true;
    for (const auto& each : catalogue.nodes) {
        if (each.kind != kind) continue;
        widen(range, each, first);
        first = false;
    }
    return range;
}

std::vector<Bound> read_bounds(Fields& fields, const Range& range, const Reader& reader) {
    static const std::vector<std::pair<const char*, Op>> operators = {{"at_least", Op::at_least},
                                                                      {"at_most", Op::at_most},
                                                                      {"more_than", Op::more_than},
                                                                      {"less_than", Op::less_than}};
    std::vector<Bound> bounds;
    for (const auto& [word, op] : operators) {
        const Node* node = fields.find(word);
        if (node == nullptr) continue;
        if (auto bound = read_bound(op, *node, range, reader)) bounds.push_back(std::move(*bound));
    }
    return bounds;
}

}  // namespace waymark
