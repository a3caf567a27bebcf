// Node measures for conditions: claimed, evidenced, gap and role means, now or at the previous assessment.
#include <algorithm>

#include "appraisal/working.hpp"

namespace waymark {

namespace {

Measured known(const Rational& value) {
    return {Interval{value, value}, {}};
}

Measured missing(Missing::Kind kind, int node, int role = -1) {
    Missing reason;
    reason.kind = kind;
    reason.node = node;
    reason.role = role;
    return {std::nullopt, {reason}};
}

std::vector<int> roles_of(const RoleSet& set, int all_roles) {
    if (!set.everyone && !set.complement) return set.roles;
    std::vector<int> roles;
    for (int role = 0; role < all_roles; ++role) {
        const bool named = std::find(set.roles.begin(), set.roles.end(), role) != set.roles.end();
        if (set.everyone || !named) roles.push_back(role);
    }
    return roles;
}

// Too few answers in these roles to stand on their own: the rule cannot tell, so that no rule reveals a
// person.
Measured too_few(const std::vector<int>& roles, int node) {
    Measured result;
    for (const int role : roles) result.missing.merge(missing(Missing::Kind::role, node, role).missing);
    if (roles.empty()) result = missing(Missing::Kind::answers, node);
    return result;
}

std::int64_t answered_by(const Tally& tally, const std::vector<int>& roles) {
    std::int64_t total = 0;
    for (const int role : roles) total += tally.respondents_in(role);
    return total;
}

Measured by_roles(const Working& working, const Tally& tally, const NodeMeasure& wanted) {
    const Plan& plan = working.plan;
    // People who did not say their role are part of everyone, and of nothing else.
    const std::vector<int> roles = roles_of(wanted.by, wanted.by.everyone ? tally.roles : plan.roles);
    const PlanNode& node = plan.nodes[static_cast<std::size_t>(wanted.node)];
    if (node.leaf >= 0) {
        const RoleStatistic statistic = statistic_of_roles(plan, tally, wanted.node, roles);
        if (statistic.n < plan.rules.role_min) return too_few(roles, wanted.node);
        return known(wanted.kind == NodeMeasure::Kind::mean ? *statistic.mean : *statistic.claimed);
    }
    if (answered_by(tally, roles) < plan.rules.role_min) return too_few(roles, wanted.node);
    const auto point = claimed_by_roles(plan, tally, wanted.node, roles);
    return point ? known(*point) : missing(Missing::Kind::answers, wanted.node);
}

Measured point_of(const NodeScore& score, const NodeMeasure& wanted) {
    if (score.state == NodeState::not_applicable) return missing(Missing::Kind::out_of_scope, wanted.node);
    if (wanted.kind == NodeMeasure::Kind::claimed || wanted.kind == NodeMeasure::Kind::mean) {
        return score.claimed.point ? known(*score.claimed.point) : missing(Missing::Kind::answers, wanted.node);
    }
    if (!score.claimed.point) return missing(Missing::Kind::answers, wanted.node);
    if (!score.evidenced.point) return missing(Missing::Kind::evidence, wanted.node);
    return known(wanted.kind == NodeMeasure::Kind::evidenced ? *score.evidenced.point : *score.gap);
}

RoleFigure figure_of(const NodeMeasure& wanted, int all_roles) {
    RoleFigure figure{wanted.node, wanted.kind, wanted.at_previous, wanted.by.everyone, 0};
    if (wanted.by.everyone) return figure;
    for (const int role : wanted.by.roles) figure.roles |= std::uint64_t{1} << static_cast<unsigned>(role);
    if (wanted.by.complement && all_roles > 0) {
        figure.roles ^= ~std::uint64_t{0} >> static_cast<unsigned>(64 - all_roles);
    }
    return figure;
}

const Measured& by_roles_once(Working& working, const Tally& tally, const NodeMeasure& wanted) {
    const RoleFigure figure = figure_of(wanted, working.plan.roles);
    const auto known = working.role_figures.find(figure);
    if (known != working.role_figures.end()) return known->second;
    return working.role_figures.emplace(figure, by_roles(working, tally, wanted)).first->second;
}

}  // namespace

bool role_is_small(const Plan& plan, const RoleScore& role) {
    return role.levels < plan.rules.role_min;
}

Measured measure_node(Working& working, const NodeMeasure& wanted) {
    if (wanted.at_previous && !working.previous) return missing(Missing::Kind::previous, wanted.node);
    const Tally& tally = wanted.at_previous ? working.input.previous->tally : working.input.tally;
    const Scores& scores = wanted.at_previous ? *working.previous : working.scores;
    const NodeScore& score = scores.nodes[static_cast<std::size_t>(wanted.node)];
    const bool role_figure = !wanted.by.everyone || wanted.kind == NodeMeasure::Kind::mean;
    Measured result;
    if (role_figure && score.state != NodeState::not_applicable) {
        result = by_roles_once(working, tally, wanted);
    } else {
        result = point_of(score, wanted);
    }
    if (!result.value && wanted.at_previous) return missing(Missing::Kind::previous, wanted.node);
    return result;
}

}  // namespace waymark
