// Every way in which each practice can come out in a fully answered assessment under one profile, and what the groups
// above them can be for it. Ranges of groups come from the roll-up that scores assessments.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "waymark/framework.hpp"
#include "waymark/plan.hpp"
#include "waymark/truth.hpp"

namespace waymark {

struct PracticeCase {
    bool applies = true;
    Rational claimed;
    std::optional<Rational> evidenced;  // none: the framework asks for no evidence
    int low = 0, high = 0;              // claimed: these levels are the two in the middle
    int strength = 0;                   // of the evidence that is offered; 0: "we have none"
    int under = 0;                      // the level of the answer that it stands under
    // For comparing many cases quickly, in quarters of kValueUnit: claimed, evidenced (or claimed), and how far from the
    // middle of the practice's values it lies (half a point more if it is between two levels).
    std::int64_t claims = 0, shows = 0, away = 0;
};

// What is still open: per leaf, indices of its cases, rising.
using Choices = std::vector<std::vector<int>>;

enum class ScoreSide { claimed, evidenced };

using Ranges = std::vector<std::optional<Interval>>;  // per node; none: it never applies, or has no such score

struct NodeRanges {
    Ranges claimed, evidenced;
};

// How far the cases of one practice reach.
struct CaseExtent {
    bool may_apply = false, may_not_apply = false;
    std::optional<Interval> claimed, evidenced;
};

struct AnswerSpace {
    const Framework* framework = nullptr;
    const Plan* plan = nullptr;
    std::vector<std::vector<PracticeCase>> practices;  // per leaf of the plan
    std::vector<Row> rows;   // per leaf: its row of the computed table of practices, as far as answers do not matter
    bool all_levels = true;  // false: too many to look at one by one
    bool exact = true;       // false: a practice can also come out between its cases (means, and very long scales)

    // Of everything that is open at first: kept, because most questions narrow little.
    Choices every_case;
    std::vector<CaseExtent> extents;  // per leaf
    std::vector<int> usual;           // per leaf: near the middle of the scale, and shown by evidence
    NodeRanges widest;
};

AnswerSpace answer_space(const Framework& framework, const Plan& plan);

// If a practice may or may not apply, both count.
Ranges ranges_of(const AnswerSpace& space, const Choices& choices, ScoreSide side);

// Exactly one case per leaf: each node's scores. A node that does not apply has none.
Ranges scores_of(const AnswerSpace& space, const std::vector<int>& chosen, ScoreSide side);

}  // namespace waymark
