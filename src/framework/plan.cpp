// A framework under one profile, flattened to what scoring needs.
#include "waymark/plan.hpp"

#include <algorithm>
#include <numeric>

#include "framework/ends.hpp"

namespace waymark {

namespace {

std::int64_t in_units(const Rational& value) {
    return static_cast<std::int64_t>((value * Rational::whole(kValueUnit)).numerator());
}

// Whole weights in the same proportions, without a common factor.
void set_weights(Plan& plan, const Framework& framework, const Profile& profile, int group) {
    PlanNode& node = plan.nodes[static_cast<std::size_t>(group)];
    std::int64_t common = 0;
    for (const int child : node.children) {
        PlanNode& part = plan.nodes[static_cast<std::size_t>(child)];
        part.weight = in_units(weight_of(framework, profile, child));
        common = std::gcd(common, part.weight);
    }
    if (common == 0) return;  // all zero, which only a minimum or stages allow
    for (const int child : node.children) plan.nodes[static_cast<std::size_t>(child)].weight /= common;
    node.weight_unit = Rational::fraction(common, kValueUnit);
}

bool is_core(const Profile& profile, const Element& element, int index) {
    return element.core && std::find(profile.not_core.begin(), profile.not_core.end(), index) == profile.not_core.end();
}

void add_leaf(Plan& plan, const Framework& framework, PlanNode& node, int index) {
    node.leaf = static_cast<int>(plan.leaves.size());
    plan.leaves.push_back(index);
    const auto& levels = framework.scale_of(index).levels;
    for (const Level& level : levels) node.level_values.push_back(in_units(level.value));
    plan.widest_scale = std::max(plan.widest_scale, static_cast<int>(levels.size()));
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    if (element.passes_at >= 0) node.passes_at = node.level_values[static_cast<std::size_t>(element.passes_at)];
}

// What "we have none" supports on a scale: what the weakest strength does, else no more than the lowest
// level.
std::int64_t support_of_none(const Framework& framework, int scale) {
    const auto at = static_cast<std::size_t>(scale);
    const auto& levels = framework.scales[at].levels;
    const auto& strengths = framework.evidence.strengths;
    const int level = strengths.empty() ? 0 : std::max(strengths[0].supports[at], 0);
    return in_units(levels[static_cast<std::size_t>(level)].value);
}

PlanNode node_of(const Framework& framework, const Profile& profile, int index, const Interval& ends) {
    const Element& element = framework.elements[static_cast<std::size_t>(index)];
    PlanNode node;
    node.kind = element.kind;
    node.parent = element.parent;
    node.dimension = element.dimension;
    node.children = element.children;
    node.rollup = rollup_of(framework, index);
    node.core = is_core(profile, element, index);
    node.stage = element.stage;
    node.lowest = ends.low;
    node.highest = ends.high;
    return node;
}

}  // namespace

Plan make_plan(const Framework& framework, int profile) {
    const Profile& chosen = framework.profiles[static_cast<std::size_t>(profile)];
    const auto ends = unit_ends(framework);
    Plan plan;
    plan.profile = profile;
    plan.roles = static_cast<int>(framework.roles.size());
    plan.rules = framework.scoring;
    plan.band_lowest = framework.scales[0].levels.front().value;
    plan.band_highest = framework.scales[0].levels.back().value;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const int index = static_cast<int>(i);
        plan.nodes.push_back(node_of(framework, chosen, index, ends[i]));
        if (plan.nodes.back().kind != NodeName::Kind::practice) continue;
        add_leaf(plan, framework, plan.nodes.back(), index);
        plan.base_supports.push_back(support_of_none(framework, framework.elements[i].scale));
    }
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) set_weights(plan, framework, chosen, static_cast<int>(i));
    return plan;
}

Rational declared_weight(const Plan& plan, int node) {
    const PlanNode& here = plan.nodes[static_cast<std::size_t>(node)];
    if (here.parent < 0) return Rational::whole(here.weight);
    return Rational::whole(here.weight) * plan.nodes[static_cast<std::size_t>(here.parent)].weight_unit;
}

}  // namespace waymark
