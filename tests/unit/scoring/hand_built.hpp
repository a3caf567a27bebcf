// Plans and tallies built by hand, so that scoring is tested without any file being read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "waymark/scores.hpp"

namespace hand_built {

using namespace waymark;  // NOLINT(google-build-using-namespace): a header of tests only

inline const std::vector<std::int64_t> kFiveLevels{0, 10000, 20000, 30000, 40000};

inline PlanNode& at(Plan& plan, int node) {
    return plan.nodes[static_cast<std::size_t>(node)];
}
inline const NodeScore& at(const Scores& scores, int node) {
    return scores.nodes[static_cast<std::size_t>(node)];
}

// Levels 0 to 4, five bands with edges at the halves, the core gate of the shipped framework.
inline Plan plan_of_roles(int roles) {
    Plan plan;
    plan.roles = roles;
    plan.band_lowest = 0;
    plan.band_highest = 4;
    for (const int twice : {1, 3, 5, 7, 0}) {
        Band band;
        if (twice > 0) band.below = Rational::fraction(twice, 2);
        plan.rules.bands.push_back(band);
    }
    plan.rules.core = CoreGate{1, 2};
    PlanNode overall;
    overall.kind = NodeName::Kind::overall;
    overall.lowest = 0;
    overall.highest = 4;
    plan.nodes.push_back(overall);
    return plan;
}

inline int add_node(Plan& plan, int parent, NodeName::Kind kind) {
    const int index = static_cast<int>(plan.nodes.size());
    PlanNode node;
    node.kind = kind;
    node.parent = parent;
    node.dimension = kind == NodeName::Kind::dimension ? index : at(plan, parent).dimension;
    node.lowest = 0;
    node.highest = 4;
    plan.nodes.push_back(node);
    at(plan, parent).children.push_back(index);
    return index;
}

inline int add_dimension(Plan& plan, Rollup rollup = Rollup::mean) {
    const int index = add_node(plan, 0, NodeName::Kind::dimension);
    at(plan, index).rollup = rollup;
    return index;
}

inline int add_group(Plan& plan, int parent, Rollup rollup = Rollup::mean) {
    const int index = add_node(plan, parent, NodeName::Kind::group);
    at(plan, index).rollup = rollup;
    return index;
}

// base_support is what "no evidence" supports.
inline int add_practice(Plan& plan, int parent, std::int64_t weight = 1,
                        const std::vector<std::int64_t>& values = kFiveLevels, std::int64_t base_support = 10000) {
    const int index = add_node(plan, parent, NodeName::Kind::practice);
    PlanNode& node = at(plan, index);
    node.weight = weight;
    node.leaf = static_cast<int>(plan.leaves.size());
    node.level_values = values;
    node.lowest = Rational::fraction(values.front(), kValueUnit);
    node.highest = Rational::fraction(values.back(), kValueUnit);
    plan.leaves.push_back(index);
    plan.base_supports.push_back(base_support);
    plan.widest_scale = std::max(plan.widest_scale, static_cast<int>(values.size()));
    return index;
}

inline int add_staged(Plan& plan, int parent, int stage, std::int64_t passes_at) {
    const int index = add_practice(plan, parent);
    at(plan, index).stage = stage;
    at(plan, index).passes_at = passes_at;
    return index;
}

// The answers to one practice.
struct Answers {
    Tally& tally;
    int leaf;

    Answers& level(int level, int role = 0, std::int64_t times = 1) {
        tally.level_count(leaf, role, level) += times;
        return *this;
    }
    Answers& state(AnswerState state, int role = 0, std::int64_t times = 1) {
        tally.state_count(leaf, role, state) += times;
        return *this;
    }
    // Evidence that supports this value; what "none" supports when only none was said.
    Answers& supported(std::int64_t value) {
        std::int64_t& cap = tally.caps[static_cast<std::size_t>(leaf)];
        cap = std::max(cap, value);
        return *this;
    }
    Answers& agreed(std::int64_t value) {
        tally.agreed[static_cast<std::size_t>(leaf)] = value;
        return *this;
    }
};

inline Answers answers(Tally& tally, const Plan& plan, int node) {
    return {tally, plan.nodes[static_cast<std::size_t>(node)].leaf};
}

}  // namespace hand_built
