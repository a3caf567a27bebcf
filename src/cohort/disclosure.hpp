// What may be told of counts without a small one being worked out (docs/cohort.md has the method and its sources).
// Every choice here follows from what is told anyway, never from a value that is kept back: otherwise the choice itself
// would give the value away.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "waymark/cohort.hpp"

namespace waymark {

using Counts = std::vector<std::int64_t>;

struct CellBounds {
    Told told = Told::nothing;
    std::int64_t at_least = 0, at_most = 0;
};

// Cells without an order that add up to a known total. Small ones are kept back, and so many others, the last first, that
// each stays within `least` possible values.
std::vector<CellBounds> protect_cells(const Counts& counts, std::int64_t least);

// Cells in rising order that add up to a known total; the first counts those without a score.
struct LevelSteps {
    struct Step {
        int first = 0, last = 0;
        std::int64_t count = 0;
    };
    std::vector<Step> steps;  // empty: nothing is told
    int highest = -1;         // the last cell that is not zero, where that is told
};

// Neighbours are joined until each step has `least`. `tell_highest`: where nobody stands above, that is said.
LevelSteps join_levels(const Counts& counts, std::int64_t least, bool tell_highest);
LevelSteps one_step(const Counts& counts, bool tell_highest);

// Whether the p-th percentile (nearest rank, among those with a score) may be told beside the steps: at least `least`
// stand on either side of it, and it says no more of the cells joined in its step than the step does. `within`: by
// staying far enough from the step's ends; otherwise only inside a step of a single cell.
bool percentile_may_be_told(const LevelSteps& steps, std::int64_t all, int percent, std::int64_t least, bool within);

// The position from 1 of the percentile among `count` values: the smallest whole number not below percent/100 × count.
std::int64_t nearest_rank(std::int64_t count, int percent);

}  // namespace waymark
