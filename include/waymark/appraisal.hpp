// The one function from answers and facts to a scorecard. Pure: no files, no clock, no locale.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "waymark/assessment.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"
#include "waymark/scorecard.hpp"
#include "waymark/tally.hpp"

namespace waymark {

// The previous assessment, scored with the present framework; its own `previous` is not followed.
struct Previous {
    Date date;
    Tally tally;
};

struct LimitOverride {
    int flag = -1;
    std::string name;
    Rational value;
};

struct Case {
    const Framework* framework = nullptr;
    const Plan* plan = nullptr;
    Tally tally;
    std::vector<Table> tables;  // at the index of their type in the catalogue; computed ones are filled here,
                                // but for "evidence", which comes from the assessment
    Date date;
    std::string currency;
    std::optional<Previous> previous;
    std::vector<LimitOverride> limits;
    // carried into the scorecard as they are
    std::string organisation;
    std::map<int, int> targets;
    std::optional<int> default_target;
    bool may_be_named = false;
    std::vector<CardInput> inputs;
    struct Texts {
        std::vector<std::string> reasons, notes, evidence;
    };
    std::map<int, Texts> texts;  // element -> free texts
    std::vector<CardEvidence> evidence;
};

Scorecard appraise(const Case& input);

// A native assessment as a case.
Case case_of(const Assessment& assessment, const Framework& framework, const Plan& plan, const Assessment* previous);

}  // namespace waymark
