#include "scoring/tree.hpp"

#include <optional>
#include <utility>

#include "scoring/roll_up.hpp"

namespace waymark {

Rational mapped(const Rational& value, const Interval& from, const Interval& to) {
    return RollUp<ExactTypes>::mapped(value, from, to);
}

Score practice_score(const PlanNode& practice, bool in_scope, std::optional<Rational> value) {
    Score score;
    if (!in_scope) return score;
    score.in_scope = 1;
    score.known = value ? 1 : 0;
    score.range = value ? Interval{*value, *value} : Interval{practice.lowest, practice.highest};
    score.point = value;
    return score;
}

RolledUp roll_up(const Plan& plan, std::vector<Score> practices) {
    RollUp<ExactTypes> rolling(plan);
    rolling.scores = std::move(practices);
    rolling.run();
    return {std::move(rolling.scores), std::move(rolling.ends)};
}

}  // namespace waymark
