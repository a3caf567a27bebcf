#include "framework/exactness.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

namespace waymark {

namespace {

constexpr Int128 kLimit = static_cast<Int128>(1) << 90;

// Once beyond the limit, always beyond it.
Int128 times(Int128 a, Int128 b) {
    Int128 product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return kLimit + 1;
    return std::min(product, kLimit + 1);
}

// Of all values that a practice's statistic can take: the median halves, the mean is rounded to kValueUnit.
Int128 unit_of_values(const Plan& plan) {
    if (plan.rules.respondents == RespondentStatistic::mean) return kValueUnit;
    std::int64_t common = kValueUnit;
    for (const int leaf : plan.leaves) {
        for (const std::int64_t value : plan.nodes[static_cast<std::size_t>(leaf)].level_values) {
            common = std::gcd(common, value);
        }
    }
    return static_cast<Int128>(2) * (kValueUnit / common);
}

Int128 whole_weights(const Plan& plan, const PlanNode& group) {
    Int128 sum = 0;
    for (const int child : group.children) sum += plan.nodes[static_cast<std::size_t>(child)].weight;
    return std::max<Int128>(sum, 1);
}

struct Length {  // of a node's scale: at most this, as a fraction
    Int128 numerator = 1;
    Int128 denominator = 1;
};

// What a sum can reach depends on what applies; here all of it does.
Length length_of_sum(const Plan& plan, const PlanNode& sum, const std::vector<Length>& lengths) {
    Length longest;
    for (const int child : sum.children) {
        const Length& part = lengths[static_cast<std::size_t>(child)];
        longest.numerator = std::max(longest.numerator, part.numerator);
        if (longest.denominator % part.denominator != 0)
            longest.denominator = times(longest.denominator, part.denominator);
    }
    const Int128 weights = times(whole_weights(plan, sum), sum.weight_unit.numerator());
    return {times(times(weights, longest.numerator), longest.denominator),
            times(longest.denominator, sum.weight_unit.denominator())};
}

bool is_sum(const PlanNode& node) {
    return node.leaf < 0 && node.rollup == Rollup::sum;
}

std::vector<Length> lengths_of(const Plan& plan) {
    std::vector<Length> lengths(plan.nodes.size());
    for (std::size_t i = lengths.size(); i-- > 0;) {  // children stand after their parent
        const PlanNode& node = plan.nodes[i];
        const Rational length = node.highest - node.lowest;
        lengths[i] =
            is_sum(node) ? length_of_sum(plan, node, lengths) : Length{length.numerator(), length.denominator()};
    }
    return lengths;
}

// A child on another scale is divided by that scale's length and multiplied by the group's; children on the same scale
// share the factor. How long a sum is depends on what applies, so that every sum brings a factor of its own.
Int128 mapping(const Plan& plan, const PlanNode& group, const std::vector<Length>& lengths) {
    Int128 product = 1;
    std::set<Int128> shared;
    for (const int index : group.children) {
        const PlanNode& child = plan.nodes[static_cast<std::size_t>(index)];
        const Int128 length = lengths[static_cast<std::size_t>(index)].numerator;
        if (is_sum(child)) {
            product = times(product, length);
        } else if (child.lowest != group.lowest || child.highest != group.highest) {
            if (shared.insert(length).second) product = times(product, length);
        }
    }
    const Int128 onto = (group.highest - group.lowest).denominator();
    return times(product, times(onto, group.lowest.denominator()));
}

// What one group may multiply denominators, or the numbers themselves, by.
Int128 growth(const Plan& plan, const PlanNode& group, const std::vector<Length>& lengths) {
    const Int128 weights = whole_weights(plan, group);
    const Rational& unit = group.weight_unit;
    switch (group.rollup) {
        case Rollup::mean:
            return times(weights, mapping(plan, group, lengths));
        case Rollup::sum:
            return times(weights, times(unit.numerator(), unit.denominator()));
        case Rollup::minimum:
            return mapping(plan, group, lengths);
        case Rollup::staged:
            return 1;
    }
    return 1;
}

}  // namespace

bool scores_stay_exact(const Plan& plan) {
    const auto lengths = lengths_of(plan);
    Int128 product = unit_of_values(plan);
    for (const PlanNode& node : plan.nodes) {
        if (node.leaf < 0) product = times(product, growth(plan, node, lengths));
    }
    return product <= kLimit;
}

}  // namespace waymark
