// From practices to groups: one side, claimed or evidenced, rolled up the tree (docs/scoring.md, "From
// practices to groups").
#pragma once

#include <vector>

#include "waymark/plan.hpp"
#include "waymark/scores.hpp"
#include "waymark/truth.hpp"

namespace waymark {

// A practice's score: in scope or not, with or without a value.
Score practice_score(const PlanNode& practice, bool in_scope, std::optional<Rational> value);

struct RolledUp {
    std::vector<Score> scores;   // same indices as the plan's nodes
    std::vector<Interval> ends;  // of each node's scale; for a sum, what is attainable given what applies
};

// `practices`: a score at the index of every practice; the groups' are computed.
RolledUp roll_up(const Plan& plan, std::vector<Score> practices);

// Linearly from one scale to another, end to end. `from` needs a length, unless the two are the same.
Rational mapped(const Rational& value, const Interval& from, const Interval& to);

}  // namespace waymark
