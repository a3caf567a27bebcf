// One case per practice that is likely to do for what a branch says of answers.
#include <algorithm>
#include <tuple>
#include <utility>

#include "verify/answer_goal.hpp"
#include "verify/answer_pulls.hpp"
#include "verify/practice_rows.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

// Pulled as far as it goes; otherwise near the middle, and shown by evidence.
int choice_for(const std::vector<PracticeCase>& cases, const std::vector<int>& open, int claimed, int evidenced) {
    const auto rank = [&](const PracticeCase& one) {
        return std::tuple(one.applies, claimed * one.claims + evidenced * one.shows, -one.away, one.shows,
                          one.strength);
    };
    int best = open.front();
    auto best_rank = rank(cases[static_cast<std::size_t>(best)]);
    for (const int index : open) {
        const auto here = rank(cases[static_cast<std::size_t>(index)]);
        if (!(here > best_rank)) continue;
        best = index;
        best_rank = here;
    }
    return best;
}

std::vector<int> chosen_by(const AnswerSpace& space, const Choices& choices, const Pulls& pulls) {
    std::vector<int> chosen;
    for (std::size_t leaf = 0; leaf < choices.size(); ++leaf) {
        const bool untouched = pulls.claimed[leaf] == 0 && pulls.evidenced[leaf] == 0 &&
                               choices[leaf].size() == space.practices[leaf].size();
        if (untouched) {
            chosen.push_back(space.usual[leaf]);
            continue;
        }
        chosen.push_back(choice_for(space.practices[leaf], choices[leaf], pulls.claimed[leaf], pulls.evidenced[leaf]));
    }
    return chosen;
}

bool scores_do(const AnswerSpace& space, const std::vector<int>& chosen, const Branch& literals,
               const std::vector<Limit>& limits) {
    if (std::none_of(literals.begin(), literals.end(),
                     [](const Literal& one) { return node_measure_of(one) != nullptr; }))
        return true;
    Choices exactly;
    for (const int one : chosen) exactly.push_back({one});
    const ScoreLab lab(space, exactly);
    const Scene scene{&lab.world, &limits};
    return std::all_of(literals.begin(), literals.end(), [&](const Literal& literal) {
        return node_measure_of(literal) == nullptr || truth_of(*literal.condition, scene) != opposite_of(literal);
    });
}

// Where pulling as far as it goes overshoots: from the lowest answers to the highest, practice by practice, until all
// literals about scores are met.
std::optional<std::vector<int>> walked(const AnswerSpace& space, const Choices& choices, const Branch& literals,
                                       const std::vector<Limit>& limits) {
    Pulls down{std::vector<int>(choices.size(), -1), std::vector<int>(choices.size(), -1), {}, 0};
    Pulls up{std::vector<int>(choices.size(), 1), std::vector<int>(choices.size(), 1), {}, 0};
    std::vector<int> chosen = chosen_by(space, choices, down);
    const std::vector<int> highest = chosen_by(space, choices, up);
    for (std::size_t leaf = 0; leaf <= chosen.size(); ++leaf) {
        if (scores_do(space, chosen, literals, limits)) return chosen;
        if (leaf < chosen.size()) chosen[leaf] = highest[leaf];
    }
    return std::nullopt;
}

void keep_cases(std::vector<int>& open, const std::vector<Says>& cases, bool (*wanted)(Says)) {
    std::vector<int> kept;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (wanted(cases[i])) kept.push_back(open[i]);
    }
    if (!kept.empty()) open = std::move(kept);
}

// As many practices as a literal about rows needs are settled to its liking, the others left open.
void settle_rows(const AnswerSpace& space, const Literal& literal, Choices& choices, ScoreLab& lab,
                 const std::vector<Limit>& limits, const PracticeRows& rows) {
    const Contributions found = contributions(space, literal, choices, lab, limits, rows);
    const Condition& condition = *literal.condition;
    const bool every = condition.kind == Kind::every;
    const bool counts = condition.kind == Kind::measure;
    const bool many =
        every ? literal.holds
              : (condition.kind == Kind::none ? !literal.holds : (counts ? pull_of(literal) > 0 : literal.holds));
    int needed = static_cast<int>(choices.size());
    if (many && !every && !counts) needed = 1;
    if (many && counts && condition.measure->kind == Measure::Kind::count) {
        const Scene scene{&lab.world, &limits};
        const auto& bounds = condition.measure->bounds;
        const Rational bound = value_of(bounds[literal.holds ? 0 : static_cast<std::size_t>(literal.bound)], scene);
        needed = static_cast<int>(bound.numerator() / bound.denominator()) + 1;
    }
    if (every && !literal.holds) needed = 1;
    for (std::size_t leaf = 0; leaf < choices.size() && needed > 0; ++leaf) {
        const auto& cases = found.cases[leaf];
        if (many && !every) {
            if (std::find(cases.begin(), cases.end(), Says::yes) == cases.end()) continue;
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::yes; });
            --needed;
        } else if (every && !literal.holds) {
            if (std::find(cases.begin(), cases.end(), Says::no) == cases.end()) continue;
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::no; });
            --needed;
        } else if (every) {
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::yes || one == Says::nothing; });
        } else {
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::no || one == Says::nothing; });
        }
    }
}

}  // namespace

AnswerPlan choose(const AnswerSpace& space, const AnswerGoal& goal, const Branch& literals,
                  const std::vector<Limit>& limits) {
    if (literals.empty()) return {space.usual, {}, 0};
    Choices choices = goal.choices;
    const auto rows = practice_rows(space.framework->catalogue);
    ScoreLab lab(space, choices);
    for (const Literal& literal : literals) {
        if (about_practices(literal, rows)) settle_rows(space, literal, choices, lab, limits, *rows);
    }
    const Pulls pulls = pulls_of(space, literals);
    AnswerPlan plan{chosen_by(space, choices, pulls), pulls.roles, pulls.before};
    if (!scores_do(space, plan.chosen, literals, limits)) {
        if (auto other = walked(space, choices, literals, limits)) plan.chosen = std::move(*other);
    }
    return plan;
}

}  // namespace waymark
