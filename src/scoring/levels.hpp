// The levels given to one practice, and the statistics over them (docs/scoring.md, "One practice").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "waymark/plan.hpp"
#include "waymark/rational.hpp"
#include "waymark/scores.hpp"
#include "waymark/tally.hpp"

namespace waymark {

// How many respondents gave each level of a practice's scale.
struct Levels {
    const std::vector<std::int64_t>* values = nullptr;  // in kValueUnit, rising
    std::vector<std::int64_t> counts;                   // as many as values
    std::int64_t n = 0;
};

Levels levels_of(const Plan& plan, const Tally& tally, int leaf, int role);
void add(Levels& into, const Levels& other);  // same practice

// Each needs n >= 1.
Rational exact_mean(const Levels& levels);
Rational median(const Levels& levels);
// The median, or the mean rounded half up to the nearest 1/10000 so that denominators stay bounded.
Rational statistic(const Levels& levels, RespondentStatistic which);

// None under two levels.
std::optional<Spread> spread_of(const Levels& levels);

Rational from_units(std::int64_t value);  // a value in kValueUnit

}  // namespace waymark
