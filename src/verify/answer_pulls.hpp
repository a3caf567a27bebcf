// Which way the literals of a branch pull the answers.
#pragma once

#include <map>
#include <vector>

#include "verify/answer_lab.hpp"

namespace waymark {

// Up (1 and more), down (-1 and less), or not at all.
struct Pulls {
    std::vector<int> claimed, evidenced;  // per leaf
    std::map<int, int> roles;
    int before = 0;
};

// Whether a literal wants more (1) or less (-1) of what it is about.
int pull_of(const Literal& literal);
Pulls pulls_of(const AnswerSpace& space, const Branch& literals);

}  // namespace waymark
