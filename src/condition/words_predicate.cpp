#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

std::string bounds_phrase(const Measure& measure, bool is_score, const Phrasing& in) {
    std::vector<std::string> parts;
    for (const auto& bound : measure.bounds) {
        parts.push_back(amount_phrase(bound.op, number_text(value_of(bound, in.scene)), is_score, false));
    }
    return join(parts, "and");
}

std::string difference_phrase(const Measure& measure, const Phrasing& in) {
    const std::string amount = bounds_phrase(measure, false, in);
    const NodeMeasure& one = measure.of->node;
    const NodeMeasure& other = measure.less->node;
    const bool nodes = measure.of->kind == Measure::Kind::node && measure.less->kind == Measure::Kind::node;
    if (nodes && one.kind == other.kind && one.by.everyone && other.by.everyone && other.at_previous &&
        !one.at_previous) {
        return fmt::format("rose by {} since the previous assessment", amount);
    }
    if (nodes && !one.by.everyone && !other.by.everyone) {
        return in_number(fmt::format("are rated {} higher by {} than by {}", amount, roles_text(one.by, in.scene),
                                     roles_text(other.by, in.scene)),
                         in);
    }
    return in_number(fmt::format("have a difference of {}", amount), in);
}

std::string measure_phrase(const Measure& measure, const Phrasing& in) {
    if (measure.kind == Measure::Kind::difference) return difference_phrase(measure, in);
    const NodeMeasure& node = measure.node;
    const std::string amount = bounds_phrase(measure, true, in);
    if (node.kind == NodeMeasure::Kind::gap) return in_number("have a gap of " + amount, in);
    const auto* reading = node.kind == NodeMeasure::Kind::mean        ? "rated on average at"
                          : node.kind == NodeMeasure::Kind::evidenced ? "evidenced at"
                                                                      : "claimed at";
    std::string text = fmt::format("{} {} {}", node.at_previous ? "were" : "are", reading, amount);
    if (!node.by.everyone) text += " by " + roles_text(node.by, in.scene);
    if (node.at_previous) text += " in the previous assessment";
    return in_number(std::move(text), in);
}

// The contrary of a verb phrase, where English makes it plain.
std::string denied(const std::string& phrase, const Phrasing& in) {
    const auto rest_after = [&](std::string_view verb) { return phrase.substr(verb.size()); };
    for (const std::string_view verb : {"are ", "is ", "were ", "was "}) {
        if (phrase.starts_with(verb)) return fmt::format("{}not {}", verb, rest_after(verb));
    }
    if (phrase.starts_with("have ")) return "do not have " + rest_after("have ");
    if (phrase.starts_with("has ")) return "does not have " + rest_after("has ");
    return fmt::format("{} not among those that {}", in_number("are", in), phrase);
}

void add_predicates(const Test& test, const Phrasing& in, int but_for, std::vector<std::string>& phrases);

bool is_shown(const Test& part, const Phrasing& in) {
    return in.found == nullptr || std::any_of(in.found->begin(), in.found->end(), [&](const Row* row) {
               return test_row(part, in.table, *row, in.scene) == Truth::yes;
           });
}

std::string whole_phrase(const Test& test, const Phrasing& in, int but_for) {
    std::vector<std::string> parts;
    add_predicates(test, in, but_for, parts);
    return join(parts, "and");
}

void add_predicates(const Test& test, const Phrasing& in, int but_for, std::vector<std::string>& phrases) {
    switch (test.kind) {
        case Test::Kind::all:
            for (const auto& part : test.parts) add_predicates(part, in, but_for, phrases);
            break;
        case Test::Kind::any: {
            std::vector<std::string> parts;
            for (const auto& part : test.parts) {
                if (is_shown(part, in)) parts.push_back(whole_phrase(part, in, -1));
            }
            phrases.push_back((parts.size() > 1 ? "either " : "") + join(parts, "or"));
            break;
        }
        case Test::Kind::no: {
            const Phrasing whatever{in.table, in.one, in.scene};
            phrases.push_back(denied(whole_phrase(test.parts.front(), whatever, -1), in));
            break;
        }
        case Test::Kind::measure:
            phrases.push_back(measure_phrase(*test.measure, in));
            break;
        case Test::Kind::cell:
            if (test.column == but_for) break;
            for (const auto& cell : test.cells) {
                phrases.push_back(cell_phrase(cell, test.column, in));
            }
            break;
    }
}

}  // namespace

std::string amount_phrase(Bound::Op op, const std::string& figure, bool is_score, bool is_whole) {
    switch (op) {
        case Bound::Op::at_least:
            return figure + (is_score ? " or above" : " or more");
        case Bound::Op::at_most:
            return figure + (is_score ? " or below" : is_whole ? " or fewer" : " or less");
        case Bound::Op::more_than:
            return "more than " + figure;
        case Bound::Op::less_than:
            return (is_whole ? "fewer than " : "less than ") + figure;
    }
    return figure;
}

std::string roles_text(const RoleSet& roles, const Scene& scene) {
    std::vector<std::string> titles;
    for (const int role : roles.roles)
        titles.push_back(scene.world->catalogue->role_titles[static_cast<std::size_t>(role)]);
    return (roles.complement ? "all but " : "") + join(titles, "and");
}

std::vector<std::string> predicates(const Test& test, const Phrasing& in, int but_for) {
    std::vector<std::string> phrases;
    add_predicates(test, in, but_for, phrases);
    return phrases;
}

}  // namespace waymark
