#include "scoring/levels.hpp"

namespace waymark {

namespace {

constexpr std::int64_t kLevelsForAgreement = 3;
constexpr std::int64_t kLevelsForQuartiles = 10;

// The value at this place, counted from 1, when all levels are put in rising order.
std::int64_t value_at(const Levels& levels, std::int64_t place) {
    std::int64_t passed = 0;
    for (std::size_t i = 0; i < levels.counts.size(); ++i) {
        passed += levels.counts[i];
        if (passed >= place) return (*levels.values)[i];
    }
    return levels.values->back();
}

Int128 total(const Levels& levels) {
    Int128 sum = 0;
    for (std::size_t i = 0; i < levels.counts.size(); ++i) {
        sum += static_cast<Int128>(levels.counts[i]) * (*levels.values)[i];
    }
    return sum;
}

// n squared times the population variance, in squared kValueUnit. Values are taken from the lowest one on,
// which changes no variance and keeps the squares small.
Int128 scaled_variance(const std::vector<std::int64_t>& values, const std::vector<std::int64_t>& counts) {
    Int128 n = 0;
    Int128 sum = 0;
    Int128 squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Int128 offset = values[i] - values.front();
        n += counts[i];
        sum += offset * counts[i];
        squares += offset * offset * counts[i];
    }
    return n * squares - sum * sum;
}

Rational agreement(const Levels& levels) {
    const auto width = static_cast<std::int64_t>(levels.values->size());
    const std::vector<std::int64_t> one_each(levels.values->size(), 1);
    const Rational variance =
        Rational::fraction(scaled_variance(*levels.values, levels.counts), static_cast<Int128>(levels.n) * levels.n);
    const Rational uniform =
        Rational::fraction(scaled_variance(*levels.values, one_each), static_cast<Int128>(width) * width);
    return 1 - variance / uniform;
}

std::int64_t ceiling(std::int64_t numerator, std::int64_t denominator) {
    return (numerator + denominator - 1) / denominator;
}

}  // namespace

Rational from_units(std::int64_t value) {
    return Rational::fraction(value, kValueUnit);
}

Levels levels_of(const Plan& plan, const Tally& tally, int leaf, int role) {
    const PlanNode& node = plan.nodes[static_cast<std::size_t>(plan.leaves[static_cast<std::size_t>(leaf)])];
    Levels levels{&node.level_values, std::vector<std::int64_t>(node.level_values.size(), 0), 0};
    for (std::size_t i = 0; i < levels.counts.size(); ++i) {
        levels.counts[i] = tally.level_count(leaf, role, static_cast<int>(i));
        levels.n += levels.counts[i];
    }
    return levels;
}

void add(Levels& into, const Levels& other) {
    for (std::size_t i = 0; i < into.counts.size(); ++i) into.counts[i] += other.counts[i];
    into.n += other.n;
}

Rational exact_mean(const Levels& levels) {
    return Rational::fraction(total(levels), static_cast<Int128>(levels.n) * kValueUnit);
}

Rational median(const Levels& levels) {
    const std::int64_t lower = value_at(levels, (levels.n + 1) / 2);
    const std::int64_t upper = value_at(levels, levels.n / 2 + 1);
    return Rational::fraction(static_cast<Int128>(lower) + upper, static_cast<Int128>(2) * kValueUnit);
}

Rational statistic(const Levels& levels, RespondentStatistic which) {
    if (which == RespondentStatistic::median) return median(levels);
    // floor(total / n + 1/2), also below 0, where C++ division would round up
    const Int128 doubled = 2 * total(levels) + levels.n;
    const Int128 divisor = static_cast<Int128>(2) * levels.n;
    Int128 rounded = doubled / divisor;
    if (doubled % divisor < 0) --rounded;
    return Rational::fraction(rounded, kValueUnit);
}

std::optional<Spread> spread_of(const Levels& levels) {
    if (levels.n < 2) return std::nullopt;
    Spread spread;
    spread.lowest = from_units(value_at(levels, 1));
    spread.highest = from_units(value_at(levels, levels.n));
    if (levels.n >= kLevelsForQuartiles) {
        spread.lower_quartile = from_units(value_at(levels, ceiling(levels.n, 4)));
        spread.upper_quartile = from_units(value_at(levels, ceiling(3 * levels.n, 4)));
    }
    if (levels.n >= kLevelsForAgreement) spread.agreement = agreement(levels);
    return spread;
}

}  // namespace waymark
