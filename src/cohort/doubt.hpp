// What an outsider could work out of levels that were joined, from everything told of a practice: the steps of what is
// claimed and of what is evidenced, that nobody can show more than they claim, and the organisations named.
#pragma once

#include "cohort/disclosure.hpp"

namespace waymark {

struct LevelsTold {
    LevelSteps claimed, evidenced;
    Counts named;  // evidenced: organisations named at each level
    std::int64_t all = 0;
    std::int64_t least = kLeastCell;
    bool dominated = true;  // the evidenced level of each is at most the claimed one
};

// Whether each joined level, claimed and evidenced, could still be one of three numbers or more.
bool leaves_doubt(const LevelsTold& told);

}  // namespace waymark
