// How an assessment's results would move from one version of its framework to another.
#pragma once

#include <string>
#include <vector>

#include "waymark/history.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

struct Move {
    std::string what;  // "overall, evidenced", "sign W01"
    std::string before, after;
};

struct Moves {
    std::string file, organisation;
    std::vector<Move> moves;               // empty: all that is compared stays
    std::vector<std::string> not_carried;  // answers and facts that count no longer, each with its reason
    std::string problem;                   // why it could not be appraised under the new version; empty: it was
};

// Scores and bands of the whole and of dimensions, the verdict, and every sign that either of the two has. Names are
// those of the new version, whose history says what became of the old ones.
std::vector<Move> moves_between(const Scorecard& before, const Scorecard& after,
                                const std::vector<FormerName>& history);

}  // namespace waymark
