// What an appraisal comes to, without a word about it: for proofs, which have many made-up assessments appraised and read
// nothing but states.
#pragma once

#include <string>
#include <vector>

#include "appraisal/working.hpp"

namespace waymark {

struct States {
    std::vector<FlagState> flags;
    std::string band;     // of the whole; empty: none
    std::string verdict;  // the reading's id
};

// A native assessment as a case, less what people wrote and the list of their evidence, on which no state hangs.
Case case_without_words(const Assessment& assessment, const Framework& framework, const Plan& plan,
                        const Assessment* previous);

// The same as in the scorecard of the case.
States states_of(const Case& input);

}  // namespace waymark
