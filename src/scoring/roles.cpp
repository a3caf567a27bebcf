#include "scoring/levels.hpp"
#include "scoring/tree.hpp"
#include "waymark/scores.hpp"

namespace waymark {

namespace {

Levels levels_of_roles(const Plan& plan, const Tally& tally, int leaf, const std::vector<int>& roles) {
    const PlanNode& node = plan.nodes[static_cast<std::size_t>(plan.leaves[static_cast<std::size_t>(leaf)])];
    Levels levels{&node.level_values, std::vector<std::int64_t>(node.level_values.size(), 0), 0};
    for (const int role : roles) add(levels, levels_of(plan, tally, leaf, role));
    return levels;
}

}  // namespace

RoleStatistic statistic_of_roles(const Plan& plan, const Tally& tally, int node, const std::vector<int>& roles) {
    RoleStatistic result;
    const int leaf = plan.nodes[static_cast<std::size_t>(node)].leaf;
    if (leaf < 0) return result;
    const Levels levels = levels_of_roles(plan, tally, leaf, roles);
    result.n = levels.n;
    if (levels.n == 0) return result;
    result.claimed = statistic(levels, plan.rules.respondents);
    result.mean = exact_mean(levels);
    return result;
}

std::optional<Rational> claimed_by_roles(const Plan& plan, const Tally& tally, int node,
                                         const std::vector<int>& roles) {
    // What applies is everybody's to say, so that all roles are compared over the same practices.
    const Scores everyone = score(plan, tally);
    std::vector<Score> practices(plan.nodes.size());
    for (const int index : plan.leaves) {
        const auto at = static_cast<std::size_t>(index);
        const bool in_scope = everyone.nodes[at].state != NodeState::not_applicable;
        practices[at] = practice_score(plan.nodes[at], in_scope, statistic_of_roles(plan, tally, index, roles).claimed);
    }
    return roll_up(plan, std::move(practices)).scores[static_cast<std::size_t>(node)].point;
}

}  // namespace waymark
