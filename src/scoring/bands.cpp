#include "scoring/tree.hpp"
#include "waymark/scores.hpp"

namespace waymark {

namespace {

// On the scale that bands and the core gate are declared on.
Rational on_default_scale(const Plan& plan, const NodeScore& node, const Rational& value) {
    return mapped(value, {node.lowest, node.highest}, {plan.band_lowest, plan.band_highest});
}

}  // namespace

std::optional<int> band_of(const Plan& plan, const NodeScore& node, const Rational& point) {
    const Rational value = on_default_scale(plan, node, point);
    for (std::size_t i = 0; i < plan.rules.bands.size(); ++i) {
        const std::optional<Rational>& edge = plan.rules.bands[i].below;
        if (!edge || value < *edge) return static_cast<int>(i);
    }
    return std::nullopt;
}

CoreHold core_hold(const Plan& plan, const Scores& scores, bool evidenced) {
    CoreHold hold;
    if (!plan.rules.core) return hold;
    for (const int index : plan.leaves) {
        const auto at = static_cast<std::size_t>(index);
        const NodeScore& node = scores.nodes[at];
        if (!plan.nodes[at].core || node.state == NodeState::not_applicable) continue;
        const std::optional<Rational>& point = evidenced ? node.evidenced.point : node.claimed.point;
        if (!point) {
            hold.unknown.push_back(index);
        } else if (on_default_scale(plan, node, *point) <= plan.rules.core->at_most) {
            hold.low.push_back(index);
        }
    }
    hold.closed = !hold.low.empty() || !hold.unknown.empty();
    return hold;
}

}  // namespace waymark
