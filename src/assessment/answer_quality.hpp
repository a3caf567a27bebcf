// Signs in one respondent's answers that little thought went into them.
#pragma once

#include <cstddef>
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

// The same for many respondents: the plan is read once, and memory is used again.
class StraightLining {
  public:
    explicit StraightLining(const Plan& plan);
    bool in(std::span<const LeafAnswer> answers);

  private:
    struct Dimension {
        std::size_t first = 0, last = 0;  // of its leaves
        bool counts = true;               // false: leaves that stand in no dimension
    };
    bool is_flat(const Dimension& dimension, std::span<const LeafAnswer> answers, int& answered);
    bool mostly_one_level(int answered) const;

    const QualityRules* rules_;
    std::vector<std::size_t> leaves_;  // dimension after dimension
    std::vector<Dimension> dimensions_;
    std::vector<int> counts_;  // by level, behind one for everything else
};

}  // namespace waymark
