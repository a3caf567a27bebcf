// The proofs about flags, bands and the verdict, for the files of this folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "appraisal/states.hpp"
#include "verify/proofs.hpp"
#include "verify/solve.hpp"

namespace waymark {

// An assessment that was made up and appraised.
struct Shown {
    int profile = 0;
    WitnessWish wish;
    States states;
};

enum class Answer3 { undecided, possible, never };

struct Prover {
    explicit Prover(const Framework& framework) : lore(framework) {}

    Lore lore;
    int appraisals = 300;  // what is left of them
    std::vector<Shown> shown;
    std::vector<std::vector<Answer3>> flags, bands, verdicts;  // per profile
    // Per flag, all ways to raise it; none: too many.
    std::vector<std::optional<Branches>> ways;
};

// Makes the assessment and has it appraised.
States appraised(const Lore& lore, int profile, const WitnessWish& wish);
// Null when enough has been appraised.
const Shown* show(Prover& prover, int profile, WitnessWish wish);
// The same for several that do not hang on each other, two at a time. They stand in `shown` from the place that is given
// back, in their order, less those that `show` would not have made.
struct Wanted {
    int profile = 0;
    WitnessWish wish;
};
std::size_t show_all(Prover& prover, std::vector<Wanted> wanted);

// First, assessments are made up that show what is possible.
void show_bands(Prover& prover);     // proof_bands.cpp
void show_flags(Prover& prover);     // proof_flags.cpp
void show_readings(Prover& prover);  // proof_verdict.cpp

// Then it is worked out what is to be said, in reports that know nothing of each other. `prover` outlives them.
using Reports = std::vector<std::function<void(Findings&)>>;
void report_bounds(const Lore& lore, Findings& findings);       // proof_bounds.cpp
void report_bands(const Prover& prover, Findings& findings);    // proof_bands.cpp
void reports_of_flags(const Prover& prover, Reports& reports);  // proof_flags.cpp
void reports_of_readings(Prover& prover, Reports& reports);     // proof_verdict.cpp; settles which are never given
void reports_of_pairs(const Prover& prover, Reports& reports);  // proof_pairs.cpp

// The answers nearest to a band of the whole; none if no answers lead there, or none were found (`proved` says which).
std::optional<AnswerPlan> answers_in_band(const AnswerSpace& space, int band, bool& proved);

}  // namespace waymark
