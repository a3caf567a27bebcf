// How one number came about, term by term, and which missing or weak answer costs it most.
#pragma once

#include <string>
#include <vector>

#include "waymark/appraisal.hpp"
#include "waymark/scores.hpp"

namespace waymark {

// What a node's score would gain if one practice alone were claimed and evidenced at the top of its scale.
struct Cost {
    int practice = -1;
    Rational gain;         // on the node's scale
    bool missing = false;  // no value now: the gain is what the range's low end would rise by
};

// Costliest first; practices that would change nothing are left out. Found by scoring again, so it is exact for every
// kind of roll-up.
std::vector<Cost> costs_of(const Plan& plan, const Tally& tally, int node, bool evidenced);

// Lines of plain text. `node`: index of the element.
std::vector<std::string> explain_score(const Case& input, int node);

}  // namespace waymark
