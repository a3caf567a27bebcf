// Whether every score of a plan fits the exact arithmetic it is computed in.
#pragma once

#include "waymark/plan.hpp"

namespace waymark {

// Scores are fractions whose denominators divide a product over the tree: of the weights in each group, of
// the values' own decimals, and of the lengths of scales where one is mapped onto another. True if that
// product is at most 2^90, which leaves 37 of 127 bits for the numbers themselves.
bool scores_stay_exact(const Plan& plan);

}  // namespace waymark
