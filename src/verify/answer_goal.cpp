#include "verify/answer_goal.hpp"

#include <algorithm>

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

void keep_fitting(const AnswerSpace& space, const Literal& literal, int leaf, Choices& choices, ScoreLab& lab,
                  const std::vector<Limit>& limits) {
    const auto at = static_cast<std::size_t>(leaf);
    auto& open = choices[at];
    lab.leaf = leaf;
    const Scene scene{&lab.world, &limits};
    open.erase(std::remove_if(open.begin(), open.end(),
                              [&](int index) {
                                  lab.one = &space.practices[at][static_cast<std::size_t>(index)];
                                  return truth_of(*literal.condition, scene) != wanted_of(literal);
                              }),
               open.end());
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
