// What a comparison is put together from.
#pragma once

#include "cohort/compare.hpp"

namespace waymark {

ComparisonStep step_between(const Scorecard& before, const Scorecard& after);

// compare_signs.cpp
std::vector<SignChange> sign_changes(const Scorecard& before, const Scorecard& after);

// compare_context.cpp: what else is other than before
std::vector<std::string> framework_differences(const Scorecard& before, const Scorecard& after);
std::vector<std::string> people_differences(const Scorecard& before, const Scorecard& after);
std::vector<std::string> reading_notes(const Scorecard& before, const Scorecard& after);
// Whether a practice asks for something else than it did: its question, its scale, or what a level looks like.
bool is_redefined(const CardNode& before, const CardNode& after);

}  // namespace waymark
