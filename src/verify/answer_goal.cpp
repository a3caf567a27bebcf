#include "verify/answer_goal.hpp"

#include <algorithm>
#include <map>

#include "verify/answer_lab.hpp"
#include "verify/practice_rows.hpp"

namespace waymark {

namespace {

// The practice that a literal is about alone; -1 if it is about more, or about roles or the past.
int single_leaf(const AnswerSpace& space, const Literal& literal) {
    const Measure* measure = node_measure_of(literal);
    if (measure == nullptr || measure->kind != Measure::Kind::node) return -1;
    const NodeMeasure& node = measure->node;
    if (node.at_previous || !node.by.everyone || node.kind == NodeMeasure::Kind::mean || node.node < 0) return -1;
    return space.plan->nodes[static_cast<std::size_t>(node.node)].leaf;
}

// What the literal reads of a practice that applies.
std::int64_t value_read(const PracticeCase& one, NodeMeasure::Kind kind) {
    if (kind == NodeMeasure::Kind::claimed) return one.claims;
    return kind == NodeMeasure::Kind::evidenced ? one.shows : one.claims - one.shows;
}

void keep_fitting(const AnswerSpace& space, const Literal& literal, int leaf, Choices& choices, ScoreLab& lab,
                  const std::vector<Limit>& limits) {
    const auto at = static_cast<std::size_t>(leaf);
    auto& open = choices[at];
    lab.leaf = leaf;
    const Scene scene{&lab.world, &limits};
    std::map<std::int64_t, bool> fits_at;  // many cases come to the same value
    const auto fits = [&](int index) {
        const PracticeCase& one = space.practices[at][static_cast<std::size_t>(index)];
        const std::int64_t value = value_read(one, node_measure_of(literal)->node.kind);
        const auto known = fits_at.find(value);
        if (one.applies && known != fits_at.end()) return known->second;
        lab.one = &one;
        const bool fitting = truth_of(*literal.condition, scene) == wanted_of(literal);
        if (one.applies) fits_at.emplace(value, fitting);
        return fitting;
    };
    std::erase_if(open, [&](int index) { return !fits(index); });
    lab.one = nullptr;
}

}  // namespace

bool is_about_answers(const Literal& literal, const Catalogue& catalogue) {
    if (node_measure_of(literal) != nullptr) return true;
    const Condition& condition = *literal.condition;
    const int table = condition.table >= 0 ? condition.table : condition.measure ? condition.measure->table : -1;
    if (table < 0) return false;
    const TableType& type = catalogue.tables[static_cast<std::size_t>(table)];
    return has_nodes(type);
}

AnswerGoal narrow(const AnswerSpace& space, const Branch& literals, const std::vector<Limit>& limits) {
    AnswerGoal goal{false, space.every_case};
    if (literals.empty()) return goal;
    {
        ScoreLab lab(space, goal.choices);
        for (const Literal& literal : literals) {
            const int leaf = single_leaf(space, literal);
            if (leaf < 0 || !space.exact) continue;
            keep_fitting(space, literal, leaf, goal.choices, lab, limits);
            goal.impossible = goal.impossible || goal.choices[static_cast<std::size_t>(leaf)].empty();
        }
    }
    if (goal.impossible) return goal;
    ScoreLab lab(space, goal.choices);
    const Scene scene{&lab.world, &limits};
    const auto rows = practice_rows(space.framework->catalogue);
    for (const Literal& literal : literals) {
        if (node_measure_of(literal) != nullptr) {
            goal.impossible = goal.impossible || truth_of(*literal.condition, scene) == opposite_of(literal);
        } else if (about_practices(literal, rows) && space.exact) {
            goal.impossible =
                goal.impossible ||
                rows_impossible(literal, contributions(space, literal, goal.choices, lab, limits, *rows), scene);
        }
    }
    return goal;
}

}  // namespace waymark
