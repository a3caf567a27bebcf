#include <algorithm>
#include <utility>

#include "scoring/levels.hpp"
#include "scoring/tree.hpp"
#include "waymark/scores.hpp"

namespace waymark {

namespace {

RoleScore role_score(const Tally& tally, int leaf, int role, const Levels& levels) {
    RoleScore score;
    score.levels = levels.n;
    score.dont_know = tally.state_count(leaf, role, AnswerState::dont_know);
    score.not_applicable = tally.state_count(leaf, role, AnswerState::not_applicable);
    score.skipped = tally.state_count(leaf, role, AnswerState::skipped);
    score.not_asked = tally.state_count(leaf, role, AnswerState::not_asked);
    if (levels.n > 0) score.mean = exact_mean(levels);
    return score;
}

void add(RoleScore& into, const RoleScore& other) {
    into.levels += other.levels;
    into.dont_know += other.dont_know;
    into.not_applicable += other.not_applicable;
    into.skipped += other.skipped;
    into.not_asked += other.not_asked;
}

NodeState state_of(const RoleScore& everyone, bool agreed) {
    if (everyone.levels > 0 || agreed) return NodeState::scored;
    const std::int64_t asked = everyone.dont_know + everyone.not_applicable + everyone.skipped;
    if (asked == 0) return NodeState::not_asked;
    return 2 * everyone.not_applicable >= asked ? NodeState::not_applicable : NodeState::unknown;
}

// The agreed level, else the statistic over everybody's; none without either.
std::optional<Rational> claimed_level(const Plan& plan, const Tally& tally, int leaf, const Levels& levels) {
    const std::int64_t agreed = tally.agreed[static_cast<std::size_t>(leaf)];
    if (agreed != kUnknownCap) return from_units(agreed);
    if (levels.n == 0) return std::nullopt;
    return statistic(levels, plan.rules.respondents);
}

// The lower of what is claimed and what the evidence supports; having none supports something too.
std::optional<Rational> evidenced_level(const Plan& plan, const Tally& tally, int leaf,
                                        const std::optional<Rational>& claimed) {
    const auto at = static_cast<std::size_t>(leaf);
    if (!claimed || tally.caps[at] == kUnknownCap) return std::nullopt;
    return std::min(*claimed, from_units(std::max(plan.base_supports[at], tally.caps[at])));
}

NodeScore practice(const Plan& plan, const Tally& tally, int leaf) {
    const PlanNode& node = plan.nodes[static_cast<std::size_t>(plan.leaves[static_cast<std::size_t>(leaf)])];
    NodeScore result;
    Levels all{&node.level_values, std::vector<std::int64_t>(node.level_values.size(), 0), 0};
    result.roles.reserve(static_cast<std::size_t>(tally.roles));
    for (int role = 0; role < tally.roles; ++role) {
        const Levels levels = levels_of(plan, tally, leaf, role);
        const RoleScore of_role = role_score(tally, leaf, role, levels);
        add(result.everyone, of_role);
        add(all, levels);
        // A tally may hold one role more than the plan: people who did not say theirs. It is never shown apart.
        if (role < plan.roles) result.roles.push_back(of_role);
    }
    if (all.n > 0) result.everyone.mean = exact_mean(all);
    result.spread = spread_of(all);
    result.agreed = tally.agreed[static_cast<std::size_t>(leaf)] != kUnknownCap;
    result.state = state_of(result.everyone, result.agreed);
    result.scope_disputed = all.n > 0 && result.everyone.not_applicable > 0;
    result.evidence_known = tally.caps[static_cast<std::size_t>(leaf)] != kUnknownCap;

    const bool in_scope = result.state != NodeState::not_applicable;
    const std::optional<Rational> claimed = claimed_level(plan, tally, leaf, all);
    result.claimed = practice_score(node, in_scope, claimed);
    result.evidenced = practice_score(node, in_scope, evidenced_level(plan, tally, leaf, claimed));
    return result;
}

NodeState group_state(const Score& claimed) {
    if (claimed.in_scope == 0) return NodeState::not_applicable;
    return claimed.known > 0 ? NodeState::scored : NodeState::unknown;
}

RolledUp roll_up_side(const Plan& plan, const Scores& scores, Score NodeScore::* side) {
    std::vector<Score> practices(plan.nodes.size());
    for (const int index : plan.leaves) {
        const auto at = static_cast<std::size_t>(index);
        practices[at] = scores.nodes[at].*side;
    }
    return roll_up(plan, std::move(practices));
}

}  // namespace

Scores score(const Plan& plan, const Tally& tally) {
    Scores scores;
    scores.nodes.resize(plan.nodes.size());
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) {
        NodeScore& node = scores.nodes[static_cast<std::size_t>(plan.leaves[leaf])];
        node = practice(plan, tally, static_cast<int>(leaf));
        scores.evidence_collected = scores.evidence_collected || node.evidence_known;
    }
    const RolledUp claimed = roll_up_side(plan, scores, &NodeScore::claimed);
    const RolledUp evidenced = roll_up_side(plan, scores, &NodeScore::evidenced);
    for (std::size_t i = 0; i < scores.nodes.size(); ++i) {
        NodeScore& node = scores.nodes[i];
        node.claimed = claimed.scores[i];
        node.evidenced = evidenced.scores[i];
        node.lowest = claimed.ends[i].low;
        node.highest = claimed.ends[i].high;
        if (plan.nodes[i].leaf < 0) node.state = group_state(node.claimed);
        if (node.claimed.point && node.evidenced.point) node.gap = *node.claimed.point - *node.evidenced.point;
    }
    return scores;
}

}  // namespace waymark
