#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

using Kind = Measure::Kind;

const NodeName& node_of(const NodeMeasure& measure, const Scene& scene) {
    return scene.world->catalogue->nodes[static_cast<std::size_t>(measure.node)];
}

// ---- nodes

// A title with a comma is hard to tell from the sentence around it.
std::string name_in_sentence(const NodeName& node) {
    if (node.kind == NodeName::Kind::overall) return "the overall score";
    return node.title.find(',') == std::string::npos ? node.title : quoted(node.title);
}

// The level that describes a practice: the highest not above its value.
std::string level_text(const NodeName& node, const Rational& value) {
    if (node.kind != NodeName::Kind::practice) return "";
    const Choice* level = nullptr;
    for (const auto& each : node.levels) {
        if (each.value <= value) level = &each;
    }
    return level == nullptr ? "" : fmt::format(" ({})", level->phrase.empty() ? id_in_words(level->id) : level->phrase);
}

std::string point_text(const Interval& value) {
    if (value.low == value.high) return score_text(value.low);
    return fmt::format("between {} and {}", score_text(value.low), score_text(value.high));
}

// "claimed at 3.0 by Leader", "rated 3.2 on average by Leader".
std::string reading_text(const NodeMeasure& measure, const std::string& value, bool with_verb, const Scene& scene) {
    std::string text;
    if (measure.kind == NodeMeasure::Kind::mean)
        text = (with_verb ? "rated " : "") + value + (with_verb ? " on average" : "");
    else
        text = std::string(!with_verb                                     ? ""
                           : measure.kind == NodeMeasure::Kind::evidenced ? "evidenced "
                                                                          : "claimed ") +
               "at " + value;
    if (!measure.by.everyone) text += " by " + roles_text(measure.by, scene);
    return text;
}

Fact node_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Measured found = measured(measure, nullptr, scene);
    if (!found.value) return {};
    const NodeMeasure& node = measure.node;
    const NodeName& name = node_of(node, scene);
    if (node.kind == NodeMeasure::Kind::gap) {
        const std::string where = name.kind == NodeName::Kind::overall ? "overall" : "for " + name.title;
        return {fmt::format("the gap between claimed and evidenced is {} {}", point_text(*found.value), where),
                raised_at(measure, negated, scene, score_text)};
    }
    const std::string level = found.value->low == found.value->high && node.kind != NodeMeasure::Kind::mean
                                  ? level_text(name, found.value->low)
                                  : "";
    return {fmt::format("{} {} {}{}", name_in_sentence(name), node.at_previous ? "was" : "is",
                        reading_text(node, point_text(*found.value) + level, true, scene),
                        node.at_previous ? " in the previous assessment" : ""),
            ""};
}

Fact node_difference(const Measure& measure, const Measured& one, const Measured& other, bool negated,
                     const Scene& scene) {
    const NodeMeasure& first = measure.of->node;
    const NodeMeasure& second = measure.less->node;
    const Rational apart = one.value->low - other.value->high;
    const std::string raised = raised_at(measure, negated, scene, score_text);
    const std::string name = name_in_sentence(node_of(first, scene));
    const std::string from = point_text(*other.value);
    const std::string to = point_text(*one.value);
    if (first.node == second.node && first.kind == second.kind && second.at_previous && !first.at_previous) {
        const auto* rise = apart < Rational(0) ? "fall" : "rise";
        return {fmt::format("{} went from {} in the previous assessment to {}, a {} of {}", name, from, to, rise,
                            score_text(apart < Rational(0) ? Rational(0) - apart : apart)),
                raised};
    }
    const bool same_node = first.node == second.node;
    const bool same_verb = same_node && first.kind == second.kind;
    const std::string rest = same_node ? "" : name_in_sentence(node_of(second, scene)) + " is ";
    return {fmt::format("{} is {} and {}{}, a difference of {}", name, reading_text(first, to, true, scene), rest,
                        reading_text(second, from, !same_verb, scene), score_text(apart)),
            raised};
}

Fact difference_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Measured one = measured(*measure.of, nullptr, scene);
    const Measured other = measured(*measure.less, nullptr, scene);
    const bool nodes = measure.of->kind == Kind::node && measure.less->kind == Kind::node;
    if (one.value && other.value && nodes) return node_difference(measure, one, other, negated, scene);
    const std::string first = measure_fact(*measure.of, false, scene).text;
    const std::string second = measure_fact(*measure.less, false, scene).text;
    if (first.empty() || second.empty()) return {first + second, ""};
    if (!one.value || !other.value) return {fmt::format("{}, and {}", first, second), ""};
    return {
        fmt::format("{}, and {}, a difference of {}", first, second, number_text(one.value->low - other.value->high)),
        raised_at(measure, negated, scene, number_text)};
}

// ---- columns

const char* statistic_word(Kind kind) {
    switch (kind) {
        case Kind::average:
            return "average ";
        case Kind::median:
            return "median ";
        case Kind::lowest:
            return "lowest ";
        case Kind::highest:
            return "highest ";
        default:
            return "";
    }
}

std::string value_range(const ColumnType& type, const Interval& value, const std::string& currency) {
    const std::string low = amount_text(type, value.low, currency);
    return value.low == value.high ? low
                                   : fmt::format("between {} and {}", low, amount_text(type, value.high, currency));
}

Fact statistic_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Measured found = measured(measure, nullptr, scene);
    const Column& column = scene.column(measure.table, measure.column);
    if (!found.value || column.type.is_private) return {};
    const Known cells = known_cells(measure, scene);
    const Subject rows =
        measure.where ? subject_that(measure.table, *measure.where, scene) : subject_of(measure.table, scene);
    const std::string known = cells.known < cells.all ? fmt::format(" ({} of {} known)", cells.known, cells.all) : "";
    const auto* verb = measure.kind == Kind::sum ? "adds up to" : "is";
    return {fmt::format("the {}{} of the {} {} {}{}", statistic_word(measure.kind), title_text(column), rows.many, verb,
                        value_range(column.type, *found.value, scene.world->currency), known),
            raised_at(measure, negated, scene,
                      [&](const Rational& limit) { return amount_text(column.type, limit, scene.world->currency); })};
}

Fact count_fact(const Measure& measure, bool negated, const Scene& scene) {
    return {rows_that(measure.table, measure.where.get(), false, scene),
            raised_at(measure, negated, scene, number_text)};
}

Fact distinct_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Measured found = measured(measure, nullptr, scene);
    if (!found.value) return {};
    const Subject rows =
        measure.where ? subject_that(measure.table, *measure.where, scene) : subject_of(measure.table, scene);
    const Interval& value = *found.value;
    const std::string figure = value.low == value.high
                                   ? number_text(value.low)
                                   : fmt::format("{} to {}", number_text(value.low), number_text(value.high));
    const bool one = value.high == Rational(1) && value.low == value.high;
    return {fmt::format("the {} have {} different value{} of {}", rows.many, figure, one ? "" : "s",
                        title_text(scene.column(measure.table, measure.column))),
            raised_at(measure, negated, scene, number_text)};
}

}  // namespace

std::string raised_text(Bound::Op op, const std::string& figure, bool negated) {
    if (negated) {
        op = op == Bound::Op::at_least    ? Bound::Op::less_than
             : op == Bound::Op::less_than ? Bound::Op::at_least
             : op == Bound::Op::at_most   ? Bound::Op::more_than
                                          : Bound::Op::at_most;
    }
    switch (op) {
        case Bound::Op::at_least:
            return "at " + figure;
        case Bound::Op::at_most:
            return fmt::format("at {} or below", figure);
        case Bound::Op::more_than:
            return "above " + figure;
        case Bound::Op::less_than:
            return "below " + figure;
    }
    return "";
}

std::string raised_at(const Measure& measure, bool negated, const Scene& scene, const ToText& to_text) {
    std::vector<std::string> parts;
    for (const auto& bound : measure.bounds) {
        parts.push_back(raised_text(bound.op, to_text(value_of(bound, scene)), negated));
    }
    return join(parts, "and");
}

Fact measure_fact(const Measure& measure, bool negated, const Scene& scene) {
    switch (measure.kind) {
        case Kind::node:
            return measure.node.node < 0 ? Fact{} : node_fact(measure, negated, scene);
        case Kind::difference:
            return difference_fact(measure, negated, scene);
        case Kind::count:
            return count_fact(measure, negated, scene);
        case Kind::share:
            return share_fact(measure, negated, scene);
        case Kind::largest_share:
            return largest_share_fact(measure, negated, scene);
        case Kind::distinct:
            return distinct_fact(measure, negated, scene);
        default:
            return statistic_fact(measure, negated, scene);
    }
}

}  // namespace waymark
