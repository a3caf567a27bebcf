// A scorecard without its sentences, for those who appraise very many and show a row of each.
#pragma once

#include "waymark/appraisal.hpp"

namespace waymark {

// Scores, states, counts and reading as in `appraise`, and the kinds of its remarks on confidence. What was seen, why it
// matters, what would tell and what to do next are left out.
Scorecard figures_of(const Case& input);

}  // namespace waymark
