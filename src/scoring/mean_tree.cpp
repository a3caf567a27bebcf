#include "scoring/mean_tree.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <utility>

#include "scoring/one_response.hpp"

namespace waymark {

namespace {

constexpr std::int64_t kRoom = std::int64_t{1} << 61U;  // for everything that is ever added or multiplied
constexpr std::int64_t kThousandthsTwice = 2000;

// The largest that a sum or product can become; kRoom stands for "too large".
std::int64_t sum(std::int64_t a, std::int64_t b) {
    return std::min(a + b, kRoom);
}

std::int64_t product(std::int64_t a, std::int64_t b) {
    return a != 0 && b >= kRoom / a ? kRoom : a * b;
}

// Of two numbers that are not negative. Processors divide short ones several times as fast.
std::int64_t quotient(std::int64_t dividend, std::int64_t divisor) {
    constexpr std::int64_t kShort = std::numeric_limits<std::uint32_t>::max();
    if ((dividend | divisor) <= kShort)
        return static_cast<std::uint32_t>(dividend) / static_cast<std::uint32_t>(divisor);
    return dividend / divisor;
}

bool is_one_scale_of_means(const Plan& plan) {
    return std::ranges::all_of(plan.nodes, [&](const PlanNode& node) {
        const bool mean = node.leaf >= 0 || node.rollup == Rollup::mean;
        return mean && node.lowest == plan.nodes[0].lowest && node.highest == plan.nodes[0].highest;
    });
}

}  // namespace

// The largest parts that a group's fraction can have.
struct MeanTree::Bounds {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    std::int64_t weights = 0;
};

std::int64_t step_of_levels(const Plan& plan) {
    std::int64_t step = kValueUnit;
    for (const PlanNode& node : plan.nodes) {
        for (const std::int64_t value : node.level_values) step = std::gcd(step, value);
    }
    return step;
}

std::optional<MeanTree> MeanTree::of(const Plan& plan) {
    const Rational& withhold = plan.rules.withhold_below;
    const bool plain_share = withhold.denominator() <= kValueUnit && withhold.numerator() <= kValueUnit;
    if (!is_one_scale_of_means(plan) || !plain_share) return std::nullopt;
    MeanTree tree;
    tree.steps_ = kValueUnit / step_of_levels(plan);
    tree.withhold_numerator_ = static_cast<std::int64_t>(withhold.numerator());
    tree.withhold_denominator_ = static_cast<std::int64_t>(withhold.denominator());
    std::vector<std::size_t> result_of(plan.nodes.size());
    std::vector<Bounds> bounds;
    for (std::size_t node = plan.nodes.size(); node-- > 0;) {
        if (plan.nodes[node].leaf < 0 && !tree.add_group(plan, node, result_of, bounds)) return std::nullopt;
    }
    tree.results_.resize(tree.groups_.size());
    return tree;
}

void MeanTree::add_leaves(const Plan& plan, const PlanNode& node, Group& group, Bounds& bound) {
    group.first_leaf = leaves_.size();
    for (const int child : node.children) {
        const PlanNode& leaf = plan.nodes[static_cast<std::size_t>(child)];
        if (leaf.leaf < 0) continue;
        leaves_.push_back({static_cast<std::size_t>(leaf.leaf), static_cast<std::size_t>(child), levels_.size()});
        levels_.push_back({0, 0, kNoThousandths});
        std::int64_t largest = 0;
        for (const std::int64_t value : leaf.level_values) {
            const std::int64_t steps = value / (kValueUnit / steps_);
            const std::int64_t size = product(std::max<std::int64_t>(leaf.weight, 1), std::abs(steps));
            largest = std::max(largest, size);
            const bool fits = product(size, kThousandthsTwice) < kRoom;
            levels_.push_back(fits ? Level{leaf.weight * steps, leaf.weight, thousandths(steps, 1)} : Level{});
        }
        bound.numerator = sum(bound.numerator, largest);
        bound.weights = sum(bound.weights, leaf.weight);
    }
    group.last_leaf = leaves_.size();
}

// False if its numbers could grow too large.
bool MeanTree::add_group(const Plan& plan, std::size_t at, std::vector<std::size_t>& result_of,
                         std::vector<Bounds>& bounds) {
    const PlanNode& node = plan.nodes[at];
    Group group;
    group.node = at;
    group.is_dimension = node.kind == NodeName::Kind::dimension;
    Bounds bound;
    add_leaves(plan, node, group, bound);
    for (const int child : node.children) {
        const PlanNode& inner = plan.nodes[static_cast<std::size_t>(child)];
        if (inner.leaf >= 0) continue;
        const std::size_t result = result_of[static_cast<std::size_t>(child)];
        group.groups.emplace_back(result, inner.weight);
        const Bounds& below = bounds[result];
        bound.numerator = sum(product(bound.numerator, below.denominator),
                              product(product(inner.weight, below.numerator), bound.denominator));
        bound.denominator = product(bound.denominator, below.denominator);
        bound.weights = sum(bound.weights, inner.weight);
    }
    bound.denominator = product(bound.denominator, std::max<std::int64_t>(bound.weights, 1));
    result_of[at] = groups_.size();
    groups_.push_back(std::move(group));
    bounds.push_back(bound);
    return sum(product(bound.numerator, kThousandthsTwice), product(2 * steps_, bound.denominator)) < kRoom;
}

// Rounded half away from zero.
std::int32_t MeanTree::thousandths(std::int64_t numerator, std::int64_t denominator) const {
    const std::int64_t size = numerator < 0 ? -numerator : numerator;
    const std::int64_t whole = denominator * steps_;
    const std::int64_t dividend = size * kThousandthsTwice + whole;
    const std::int64_t rounded = quotient(dividend, 2 * whole);
    return static_cast<std::int32_t>(numerator < 0 ? -rounded : rounded);
}

// `complete`: no group that applies lacks its point.
void MeanTree::add_up_groups(const Group& group, Result& result, std::int64_t weights, bool& complete) const {
    for (const auto& [below, weight] : group.groups) {
        const Result& part = results_[below];
        result.known += part.known;
        result.in_scope += part.in_scope;
        if (part.in_scope == 0) continue;
        complete = complete && part.has_point;
        if (!part.has_point) continue;
        result.numerator = result.numerator * part.denominator + weight * part.numerator * result.denominator;
        result.denominator *= part.denominator;
        weights += weight;
    }
    result.denominator *= weights;
}

void MeanTree::run(std::span<const LeafAnswer> answers, std::vector<std::int32_t>& points) {
    for (std::size_t at = 0; at < groups_.size(); ++at) {
        const Group& group = groups_[at];
        Result result;
        std::int64_t weights = 0;
        // Who left out what is hard to foresee, so there is no branch on it: what is not a level weighs nothing.
        for (std::size_t i = group.first_leaf; i < group.last_leaf; ++i) {
            const Leaf& leaf = leaves_[i];
            const LeafAnswer& answer = answers[leaf.answer];
            const bool is_level = answer.state == AnswerState::level;
            const Level& level = levels_[leaf.no_level + (is_level ? static_cast<std::size_t>(answer.level) + 1 : 0)];
            points[leaf.node] = level.thousandths;
            result.numerator += level.weighted;
            weights += level.weight;
            result.known += is_level ? 1 : 0;
            result.in_scope += answer.state != AnswerState::not_applicable ? 1 : 0;
        }
        bool complete = true;
        add_up_groups(group, result, weights, complete);
        // Nothing of weight is known where the denominator is 0.
        result.has_point = complete && result.denominator > 0 && enough_is_known(group, result);
        points[group.node] = result.has_point ? thousandths(result.numerator, result.denominator) : kNoThousandths;
        results_[at] = result;
    }
}

}  // namespace waymark
