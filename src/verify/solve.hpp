// Whether all of a branch can hold in one assessment, and what such an assessment is to be like.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <vector>

#include "verify/table_goal.hpp"
#include "verify/witness.hpp"

namespace waymark {

struct Solved {
    enum class Outcome { impossible, found, open };
    Outcome outcome = Outcome::open;
    WitnessWish wish;  // found: worth appraising
};

using BranchKey = std::vector<std::tuple<const Condition*, bool, int>>;

// Tables solved before. What comes out hangs on the question alone, so that it does not matter who asked first.
struct SolvedTables {
    std::mutex guard;
    std::map<BranchKey, TableGoal> goals;
};

// What proofs about one framework share, two threads of them at a time. Under each profile, practices have a space of
// their own; tables are the same.
struct Lore {
    explicit Lore(const Framework& of);
    Lore(const Lore&) = delete;
    Lore& operator=(const Lore&) = delete;

    const Framework& framework;
    std::vector<Plan> plans;          // per profile
    std::vector<AnswerSpace> spaces;  // per profile
    WitnessDates dates;
    mutable SolvedTables tables;
};

// What is left to spend; a framework of a thousand flags is not worth an evening. Questions that are asked at the same time
// have a budget each: then it is the same ones that are left undecided every time.
struct Budget {
    int solutions = 8000;
};
Budget share_of_budget(std::size_t questions);

Solved solve(const Lore& lore, Budget& budget, int profile, const Branch& branch);

// The same without answers, which stay as they are.
Solved solve_facts(const Lore& lore, Budget& budget, int profile, const Branch& branch);

// The same question without the assessment: only whether it is shown that not all of the branch can hold.
bool cannot_hold(const Lore& lore, Budget& budget, int profile, const Branch& branch);

// Tables and nodes that a branch speaks of; branches without a common one cannot contradict each other. Nodes are below 0.
std::set<int> footprint(const Lore& lore, const Branch& branch);

// All ways in which a flag comes to be raised, or to be clear. None if there are too many.
std::optional<Branches> ways_to_raise(const Flag& flag);
std::optional<Branches> ways_to_clear(const Flag& flag);

}  // namespace waymark
