#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

using Kind = Measure::Kind;

constexpr std::int64_t kFewRows = 5;  // below this a percentage says more than the rows do

const NodeName& node_of(const NodeMeasure& measure, const Scene& scene) {
    return scene.world->catalogue->nodes[static_cast<std::size_t>(measure.node)];
}

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

template <typename ToText>
std::string raised_at(const Measure& measure, bool negated, const Scene& scene, ToText&& to_text) {
    std::vector<std::string> parts;
    for (const auto& bound : measure.bounds)
        parts.push_back(raised_text(bound.op, to_text(value_of(bound, scene)), negated));
    return join(parts, "and");
}

std::vector<Rational> limits_of(const Measure& measure, const Scene& scene) {
    std::vector<Rational> limits;
    for (const auto& bound : measure.bounds) limits.push_back(value_of(bound, scene));
    return limits;
}

std::string raised_at_share(const Measure& measure, bool negated, const Scene& scene) {
    return raised_at(measure, negated, scene,
                     [](const Rational& limit) { return (limit * Rational(100)).to_short(4) + "%"; });
}

// ---- nodes

std::string name_in_sentence(const NodeName& node) {
    return node.kind == NodeName::Kind::overall ? "the overall score" : node.title;
}

// The level that describes a practice: the highest not above its value.
std::string level_text(const NodeName& node, const Rational& value) {
    if (node.kind != NodeName::Kind::practice) return "";
    const Choice* level = nullptr;
    for (const auto& each : node.levels) {
        if (each.value <= value) level = &each;
    }
    return level == nullptr
               ? ""
               : fmt::format(" ({})", level->phrase.empty() ? in_words(level->id) : level->phrase);
}

std::string point_text(const Interval& value) {
    if (value.low == value.high) return score_text(value.low);
    return fmt::format("between {} and {}", score_text(value.low), score_text(value.high));
}

// "claimed at 3.0 by Leader", "rated 3.2 on average by Leader".
std::string reading_text(const NodeMeasure& measure, const std::string& value, bool with_verb,
                         const Scene& scene) {
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
        return {
            fmt::format("the gap between claimed and evidenced is {} {}", point_text(*found.value), where),
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
        return {fmt::format("{} went from {} in the previous assessment to {}, a {} of {}", name, from, to,
                            rise, score_text(apart < Rational(0) ? Rational(0) - apart : apart)),
                raised};
    }
    const bool same_node = first.node == second.node;
    const bool same_verb = same_node && first.kind == second.kind;
    const std::string rest = same_node ? "" : name_in_sentence(node_of(second, scene)) + " is ";
    return {fmt::format("{} is {} and {}{}, a difference of {}", name, reading_text(first, to, true, scene),
                        rest, reading_text(second, from, !same_verb, scene), score_text(apart)),
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
    return {fmt::format("{}, and {}, a difference of {}", first, second,
                        number_text(one.value->low - other.value->high)),
            raised_at(measure, negated, scene, number_text)};
}

// ---- shares

std::string percent_range(const Interval& share, const std::vector<Rational>& limits) {
    const std::string low = percent_text(share.low, limits);
    const std::string high = percent_text(share.high, limits);
    if (low == high) return low;
    return fmt::format("between {} and {}", low, high);
}

std::string weight_text(const ColumnType& type, const Rational& part, const Rational& all,
                        const Scene& scene) {
    const std::string& currency = scene.world->currency;
    if (type.kind != ColumnType::Kind::money)
        return fmt::format("{} of {}", number_text(part), number_text(all));
    return fmt::format("{} of {}", money_text(part, currency, all), money_text(all, currency));
}

// "62% of tagged spend (£3.1m of £5.0m, 5 of 8 items)".
std::string weighted_text(const Measure& measure, const Weighed& sum, const Interval& share,
                          const Scene& scene) {
    const Column& by = scene.column(measure.table, measure.by);
    const std::string rows = part_of(sum.yes, sum.maybe, sum.all, subject_of(measure.table, scene));
    const bool exact = sum.maybe == 0 && !by.type.is_private;
    const std::string weights = exact ? weight_text(by.type, sum.weight_yes, sum.weight_all, scene) : "";
    const bool some_blank = sum.weights_known < sum.all;
    const std::string known = some_blank ? fmt::format("; {} of {} known", sum.weights_known, sum.all) : "";
    if (sum.all < kFewRows) {
        return weights.empty() ? rows : fmt::format("{} of {} ({}{})", weights, title_text(by), rows, known);
    }
    return fmt::format("{} of {} ({}{}{}{})", percent_range(share, limits_of(measure, scene)), title_text(by),
                       weights, weights.empty() ? "" : ", ", rows, known);
}

std::string unweighted_text(const Measure& measure, const Weighed& sum, const Interval& share,
                            const Scene& scene) {
    const std::string rows = part_of(sum.yes, sum.maybe, sum.all, subject_of(measure.table, scene));
    if (sum.all < kFewRows) return rows;
    std::string percent = percent_range(share, limits_of(measure, scene));
    return fmt::format("{} ({})", rows, percent.starts_with("between ") ? percent.substr(8) : percent);
}

// Rows asked about are told apart first: "of the 30 answers that come from Frontline, 12 (40%) are …".
std::string among_text(const Measure& measure, const Weighed& sum, std::string text, const Scene& scene) {
    if (!measure.among) return text;
    const Subject plain = subject_of(measure.table, scene);
    const Subject meant = subject_that(measure.table, *measure.among, scene);
    const std::string tail = fmt::format(" of {} {}", number_text(Rational::whole(sum.all)),
                                         sum.all == 1 ? plain.one : plain.many);
    const auto at = text.find(tail);
    if (measure.by < 0 && at != std::string::npos) text.erase(at, tail.size());
    return sum.all == 1
               ? fmt::format("of the 1 {}, {}", meant.one, text)
               : fmt::format("of the {} {}, {}", number_text(Rational::whole(sum.all)), meant.many, text);
}

Fact share_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Weighed sum = weigh(measure, scene);
    if (!sum.given) return {};
    const Subject subject = subject_of(measure.table, scene);
    if (sum.all == 0) {
        return {"there are no " +
                    (measure.among ? subject_that(measure.table, *measure.among, scene) : subject).many,
                ""};
    }
    const Said said = said_of(*measure.where, measure.table, scene);
    const Measured share = measured_share(measure, scene);
    if (sum.maybe == sum.all) return {};
    std::string text;
    if (!share.value)
        text = part_of(sum.yes, sum.maybe, sum.all, subject);
    else if (measure.by >= 0)
        text = weighted_text(measure, sum, *share.value, scene);
    else
        text = unweighted_text(measure, sum, *share.value, scene);
    text = among_text(measure, sum, std::move(text), scene);
    const bool one = sum.yes + sum.maybe == 1 || (measure.by >= 0 && share.value);  // "62% of spend is …"
    return {fmt::format("{} {}", text, one ? said.one : said.many),
            share.value ? raised_at_share(measure, negated, scene) : ""};
}

std::string group_name(const Measure& measure, const Groups& groups, const Scene& scene) {
    const Column& per = scene.column(measure.table, measure.per);
    const std::string by = title_text(per);
    if (measure.top > 1) return fmt::format("the {} largest groups by {} hold", measure.top, by);
    if (per.type.is_private || groups.known.empty() || !groups.alone.empty())
        return fmt::format("the largest group by {} holds", by);
    return fmt::format("the largest group by {} ({}) holds", by,
                       cell_text(per, groups.known.front().first, scene.world->currency));
}

Fact largest_share_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Groups groups = group(measure, scene);
    const Measured share = measured_largest_share(measure, scene);
    if (!share.value || groups.rows == 0) return {};
    const bool exact = share.value->low == share.value->high;
    const Rational part = share.value->low * groups.all;
    const std::string name = group_name(measure, groups, scene);
    const std::string percent = percent_range(*share.value, limits_of(measure, scene));
    const std::string raised = raised_at_share(measure, negated, scene);
    const Subject subject = subject_of(measure.table, scene);
    const std::string rows = fmt::format("{} of {} {}", number_text(part), groups.rows,
                                         groups.rows == 1 ? subject.one : subject.many);
    if (measure.by < 0 && exact) {
        return {groups.rows < kFewRows ? fmt::format("{} {}", name, rows)
                                       : fmt::format("{} {} ({})", name, rows, percent),
                raised};
    }
    const std::string what =
        measure.by < 0 ? "the " + subject.many : title_text(scene.column(measure.table, measure.by));
    const bool shown = exact && measure.by >= 0 && !scene.column(measure.table, measure.by).type.is_private;
    const std::string weights =
        shown ? fmt::format(" ({})", weight_text(scene.column(measure.table, measure.by).type, part,
                                                 groups.all, scene))
              : "";
    return {fmt::format("{} {} of {}{}", name, percent, what, weights), raised};
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
    return value.low == value.high
               ? low
               : fmt::format("between {} and {}", low, amount_text(type, value.high, currency));
}

Fact statistic_fact(const Measure& measure, bool negated, const Scene& scene) {
    const Measured found = measured(measure, nullptr, scene);
    const Column& column = scene.column(measure.table, measure.column);
    if (!found.value || column.type.is_private) return {};
    const Known cells = known_cells(measure, scene);
    const Subject rows =
        measure.where ? subject_that(measure.table, *measure.where, scene) : subject_of(measure.table, scene);
    const std::string known =
        cells.known < cells.all ? fmt::format(" ({} of {} known)", cells.known, cells.all) : "";
    const auto* verb = measure.kind == Kind::sum ? "adds up to" : "is";
    return {
        fmt::format("the {}{} of the {} {} {}{}", statistic_word(measure.kind), title_text(column), rows.many,
                    verb, value_range(column.type, *found.value, scene.world->currency), known),
        raised_at(measure, negated, scene, [&](const Rational& limit) {
            return amount_text(column.type, limit, scene.world->currency);
        })};
}

Fact count_fact(const Measure& measure, bool negated, const Scene& scene) {
    return {rows_that(measure.table, measure.where.get(), scene),
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
