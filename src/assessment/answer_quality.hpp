// Signs in one respondent's answers that little thought went into them.
#pragma once

#include <span>
#include <vector>

#include "waymark/plan.hpp"
#include "waymark/tally.hpp"

namespace waymark {

// One respondent's answer to one leaf of a plan; `level` counts from the bottom of the practice's scale.
struct LeafAnswer {
    AnswerState state = AnswerState::not_asked;
    int level = -1;
};

// `answers`: one per leaf. True in either of two cases (thresholds: QualityRules):
// - at least `at_least_questions` levels were given, and at least `same_level_share` of them stand at the
// same place of
//   their scale;
// - at least `whole_dimensions` dimensions were answered whole and without any variation. Whole means a level
// for every
//   practice that the respondent did not call not applicable, and at least three such practices.
// A place is counted from the bottom of each scale, so that a column ticked all the way down a form is seen
// for what it is even where scales differ. The first case would otherwise call a consistent reading of a
// short form careless.
bool straight_lining(const Plan& plan, std::span<const LeafAnswer> answers);

// Memory that is used again from respondent to respondent.
struct StraightLiningRoom {
    struct Dimension {
        int levels = 0;
        int first = -1;
        bool whole = true;
        bool varies = false;
    };
    std::vector<int> counts;            // by level
    std::vector<Dimension> dimensions;  // by node of the plan
};
bool straight_lining(const Plan& plan, std::span<const LeafAnswer> answers, StraightLiningRoom& room);

}  // namespace waymark
