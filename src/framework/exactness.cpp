#include "framework/exactness.hpp"

#include <algorithm>
#include <numeric>
#include <set>

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

// A child on another scale is divided by that scale's length and multiplied by the group's; children on the
// same scale share the factor. How long a sum is depends on what applies, so that every sum brings a factor
// of its own.
Int128 mapping(const Plan& plan, const PlanNode& group) {
    Int128 product = 1;
    std::set<Int128> lengths;
    const Rational onto = group.highest - group.lowest;
    for (const int index : group.children) {
        const PlanNode& child = plan.nodes[static_cast<std::size_t>(index)];
        const bool is_sum = child.leaf < 0 && child.rollup == Rollup::sum;
        if (!is_sum && child.lowest == group.lowest && child.highest == group.highest) continue;
        const Int128 length = (child.highest - child.lowest).numerator();
        if (is_sum) product = times(product, times(length, whole_weights(plan, child)));
        if (!is_sum && lengths.insert(length).second) product = times(product, length);
    }
    return times(product, times(onto.denominator(), group.lowest.denominator()));
}

}  // namespace

bool scores_stay_exact(const Plan& plan) {
    Int128 product = unit_of_values(plan);
    for (const PlanNode& node : plan.nodes) {
        if (node.leaf >= 0) continue;
        const bool weighs = node.rollup == Rollup::mean || node.rollup == Rollup::sum;
        if (weighs) product = times(product, whole_weights(plan, node));
        if (node.rollup == Rollup::sum) product = times(product, node.weight_unit.denominator());
        if (node.rollup == Rollup::mean || node.rollup == Rollup::minimum)
            product = times(product, mapping(plan, node));
    }
    return product <= kLimit;
}

}  // namespace waymark
