#include "scoring/tree.hpp"

#include <algorithm>
#include <optional>

namespace waymark {

namespace {

enum class Read { point, low, high };

std::optional<Rational> value_of(const Score& score, Read read) {
    if (read == Read::point) return score.point;
    if (!score.range) return std::nullopt;
    return read == Read::low ? score.range->low : score.range->high;
}

struct Group {
    const Plan* plan;
    const RolledUp* so_far;
    int index;

    const PlanNode& node() const { return plan->nodes[static_cast<std::size_t>(index)]; }
    const PlanNode& node(int child) const { return plan->nodes[static_cast<std::size_t>(child)]; }
    const Score& score(int child) const { return so_far->scores[static_cast<std::size_t>(child)]; }
    const Interval& ends(int child) const { return so_far->ends[static_cast<std::size_t>(child)]; }
    const Interval& ends() const { return ends(index); }
    bool in_scope(int child) const { return score(child).in_scope > 0; }
};

// A child's value on its parent's scale. A sum of which nothing has weight could be anything there.
std::optional<Rational> mapped_value(const Group& group, int child, Read read) {
    const std::optional<Rational> value = value_of(group.score(child), read);
    if (!value) return std::nullopt;
    const Interval& from = group.ends(child);
    if (from.low == from.high) return read == Read::high ? group.ends().high : group.ends().low;
    return mapped(*value, from, group.ends());
}

std::optional<Rational> mean(const Group& group, Read read) {
    Rational sum;
    std::int64_t weights = 0;
    for (const int child : group.node().children) {
        const std::optional<Rational> value = mapped_value(group, child, read);
        if (!value) continue;
        const std::int64_t weight = group.node(child).weight;
        sum += Rational::whole(weight) * *value;
        weights += weight;
    }
    if (weights == 0) return std::nullopt;
    return sum / Rational::whole(weights);
}

std::optional<Rational> sum(const Group& group, Read read) {
    Rational sum;
    std::int64_t weights = 0;
    for (const int child : group.node().children) {
        const std::optional<Rational> value = value_of(group.score(child), read);
        if (!value) continue;
        sum += Rational::whole(group.node(child).weight) * *value;
        weights += group.node(child).weight;
    }
    if (weights == 0) return std::nullopt;
    return sum * group.node().weight_unit;
}

std::optional<Rational> minimum(const Group& group, Read read) {
    std::optional<Rational> lowest;
    for (const int child : group.node().children) {
        const std::optional<Rational> value = mapped_value(group, child, read);
        if (value && (!lowest || *value < *lowest)) lowest = value;
    }
    return lowest;
}

int stages(const Plan& plan, const PlanNode& group) {
    int last = 0;
    for (const int child : group.children) {
        last = std::max(last, plan.nodes[static_cast<std::size_t>(child)].stage);
    }
    return last;
}

// What does not apply passes. A practice without a level fails, even where the lowest level would pass; for
// the high end of the range its highest level stands in, which always passes.
bool passes(const Group& group, int child, Read read) {
    if (!group.in_scope(child)) return true;
    const Score& score = group.score(child);
    const bool unknown_practice = group.node(child).leaf >= 0 && score.known == 0;
    if (unknown_practice && read != Read::high) return false;
    const std::optional<Rational> value = value_of(score, read);
    return value && *value >= Rational::fraction(group.node(child).passes_at, kValueUnit);
}

// The last stage that is passed with all stages below it.
std::optional<Rational> staged(const Group& group, Read read) {
    int reached = stages(*group.plan, group.node());
    for (const int child : group.node().children) {
        if (!passes(group, child, read)) reached = std::min(reached, group.node(child).stage - 1);
    }
    return reached;
}

std::optional<Rational> rolled(const Group& group, Read read) {
    switch (group.node().rollup) {
        case Rollup::mean:
            return mean(group, read);
        case Rollup::sum:
            return sum(group, read);
        case Rollup::minimum:
            return minimum(group, read);
        case Rollup::staged:
            return staged(group, read);
    }
    return std::nullopt;
}

Interval ends_of(const Group& group) {
    const PlanNode& node = group.node();
    if (node.rollup == Rollup::staged) return {0, stages(*group.plan, node)};
    if (node.rollup != Rollup::sum) return {node.lowest, node.highest};
    Interval attainable{0, 0};
    for (const int child : node.children) {
        if (!group.in_scope(child)) continue;
        const Rational weight = Rational::whole(group.node(child).weight) * node.weight_unit;
        attainable.low += weight * group.ends(child).low;
        attainable.high += weight * group.ends(child).high;
    }
    return attainable;
}

// Too little is known below for this group to have a point.
bool is_withheld(const Group& group, const Score& score) {
    if (score.known == 0) return true;
    for (const int child : group.node().children) {
        const bool is_group = group.node(child).leaf < 0;
        if (!is_group || !group.in_scope(child)) continue;
        // A sum that lacks a part has only a range, without being withheld; nothing but a sum can be made of
        // that.
        const bool lacks_point = !group.score(child).point && group.node().rollup != Rollup::sum;
        if (group.score(child).withheld || lacks_point) return true;
    }
    return group.node().kind == NodeName::Kind::dimension &&
           Rational::fraction(score.known, score.in_scope) < group.plan->rules.withhold_below;
}

Score group_score(const Group& group) {
    Score score;
    for (const int child : group.node().children) {
        score.known += group.score(child).known;
        score.in_scope += group.score(child).in_scope;
    }
    if (score.in_scope == 0) return score;
    const std::optional<Rational> low = rolled(group, Read::low);
    const std::optional<Rational> high = rolled(group, Read::high);
    // Where nothing has weight there is nothing to roll up: it could be anything.
    score.range = low && high ? Interval{*low, *high} : group.ends();
    score.withheld = is_withheld(group, score);
    const bool sum_with_a_gap = group.node().rollup == Rollup::sum && score.known < score.in_scope;
    if (score.withheld || sum_with_a_gap) return score;
    score.point = rolled(group, Read::point);
    score.withheld = !score.point;
    return score;
}

}  // namespace

Rational mapped(const Rational& value, const Interval& from, const Interval& to) {
    if (from == to) return value;
    return to.low + (value - from.low) / (from.high - from.low) * (to.high - to.low);
}

Score practice_score(const PlanNode& practice, bool in_scope, std::optional<Rational> value) {
    Score score;
    if (!in_scope) return score;
    score.in_scope = 1;
    score.known = value ? 1 : 0;
    score.range = value ? Interval{*value, *value} : Interval{practice.lowest, practice.highest};
    score.point = value;
    return score;
}

RolledUp roll_up(const Plan& plan, std::vector<Score> practices) {
    RolledUp result{std::move(practices), std::vector<Interval>(plan.nodes.size())};
    // Children stand after their parent, so that backwards every child is ready before it is needed.
    for (std::size_t i = plan.nodes.size(); i-- > 0;) {
        const PlanNode& node = plan.nodes[i];
        if (node.leaf >= 0) {
            result.ends[i] = {node.lowest, node.highest};
            continue;
        }
        const Group group{&plan, &result, static_cast<int>(i)};
        result.ends[i] = ends_of(group);
        result.scores[i] = group_score(group);
    }
    return result;
}

}  // namespace waymark
