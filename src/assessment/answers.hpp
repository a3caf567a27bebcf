// Respondents, their answers and the evidence under each.
#pragma once

#include <optional>
#include <vector>

#include "text/yaml.hpp"
#include "waymark/assessment.hpp"

namespace waymark {

struct AnswerRules {
    const Framework* framework = nullptr;
    int profile = 0;           // decides what may be called not applicable
    std::optional<Date> date;  // evidence must not be younger; not checked without one
};

// Permission may stand on the practice, or on it or anything above it in the profile.
bool may_be_not_applicable(const AnswerRules& rules, int element, int profile);

std::vector<Respondent> read_respondents(const Node& list, const AnswerRules& rules, Findings& findings);

// Fills the answer's evidence and its state from the value of the key `evidence`.
void read_evidence(const Node& node, const AnswerRules& rules, Answer& answer, Findings& findings);

}  // namespace waymark
