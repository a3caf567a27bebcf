// Answers that make what a branch says of practices and groups come out as stated, or that there are none.
#pragma once

#include <map>
#include <vector>

#include "verify/answer_space.hpp"
#include "verify/branches.hpp"

namespace waymark {

// What answers are to be like. `leaning`: per role, whether its people answer higher (1) or lower (-1) than the rest.
struct AnswerPlan {
    std::vector<int> chosen;  // per leaf, one of its cases
    std::map<int, int> leaning;
    int before = 0;  // a previous assessment with lower (-1) or higher (1) answers
};

struct AnswerGoal {
    bool impossible = false;
    Choices choices;  // what is still open
};

// Leaves only cases that agree with every literal about a single practice, and asks the rest of what can still be.
AnswerGoal narrow(const AnswerSpace& space, const Branch& literals, const std::vector<Limit>& limits);

// One case per practice that is likely to do for the literals that `narrow` left open.
AnswerPlan choose(const AnswerSpace& space, const AnswerGoal& goal, const Branch& literals,
                  const std::vector<Limit>& limits);

// Whether a literal is about practices, dimensions or scores, and about nothing else.
bool is_about_answers(const Literal& literal, const Catalogue& catalogue);

}  // namespace waymark
