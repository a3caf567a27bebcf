#include "verify/answer_lab.hpp"

#include <algorithm>

namespace waymark {

namespace {

Measured known(const Rational& value) {
    return {Interval{value, value}, {}};
}

Measured anything(const AnswerSpace& space, int node) {
    const NodeName& name = space.framework->catalogue.nodes[static_cast<std::size_t>(node)];
    return {Interval{name.lowest, name.highest}, {{Missing::Kind::answers, -1, -1, node, -1}}};
}

Measured of_case(const PracticeCase& one, NodeMeasure::Kind kind) {
    if (!one.applies || (kind != NodeMeasure::Kind::claimed && !one.evidenced)) return {};
    if (kind == NodeMeasure::Kind::claimed) return known(one.claimed);
    return known(kind == NodeMeasure::Kind::evidenced ? *one.evidenced : one.claimed - *one.evidenced);
}

}  // namespace

ScoreLab::ScoreLab(const AnswerSpace& of, const Choices& open) : space(of), choices(open) {
    world.catalogue = &space.framework->catalogue;
    world.tables.assign(world.catalogue->tables.size(), nullptr);
    world.withhold_below = space.plan->rules.withhold_below;
    world.measure = [this](const NodeMeasure& wanted) { return measure(wanted); };
}

Measured ScoreLab::measure(const NodeMeasure& wanted) const {
    const auto at = static_cast<std::size_t>(wanted.node);
    if (wanted.at_previous || !wanted.by.everyone || wanted.kind == NodeMeasure::Kind::mean)
        return anything(space, wanted.node);
    if (one != nullptr && space.plan->nodes[at].leaf == leaf) return of_case(*one, wanted.kind);
    if (!found) found = ranges_of(space, choices);
    const auto& claimed = found->claimed[at];
    const auto& evidenced = found->evidenced[at];
    if (!claimed || (wanted.kind != NodeMeasure::Kind::claimed && !evidenced)) return {};
    if (wanted.kind == NodeMeasure::Kind::claimed) return {*claimed, {}};
    if (wanted.kind == NodeMeasure::Kind::evidenced) return {*evidenced, {}};
    return {Interval{std::max(Rational(0), claimed->low - evidenced->high), claimed->high - evidenced->low}, {}};
}

const Measure* node_measure_of(const Literal& literal) {
    const Measure* measure = literal.condition->measure.get();
    const bool scores = literal.condition->kind == Condition::Kind::measure &&
                        (measure->kind == Measure::Kind::node || measure->kind == Measure::Kind::difference);
    return scores ? measure : nullptr;
}

Truth opposite_of(const Literal& literal) {
    return literal.holds ? Truth::no : Truth::yes;
}

Truth wanted_of(const Literal& literal) {
    return literal.holds ? Truth::yes : Truth::no;
}

}  // namespace waymark
