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

const std::optional<Interval>& range_of(const ScoreLab& lab, ScoreSide side, int node) {
    std::optional<Ranges>& ranges = side == ScoreSide::claimed ? lab.claimed : lab.evidenced;
    if (!ranges) ranges = ranges_of(lab.space, lab.choices, side);
    return (*ranges)[static_cast<std::size_t>(node)];
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
    using Kind = NodeMeasure::Kind;
    static const std::optional<Interval> kNotAsked = Interval{0, 0};
    const auto& claims = wanted.kind == Kind::evidenced ? kNotAsked : range_of(*this, ScoreSide::claimed, wanted.node);
    const auto& shows = wanted.kind == Kind::claimed ? kNotAsked : range_of(*this, ScoreSide::evidenced, wanted.node);
    if (!claims || !shows) return {};
    if (wanted.kind == Kind::claimed) return {*claims, {}};
    if (wanted.kind == Kind::evidenced) return {*shows, {}};
    return {Interval{std::max(Rational(0), claims->low - shows->high), claims->high - shows->low}, {}};
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
