// Scores of every node of a plan (docs/scoring.md is normative). Pure arithmetic; no text, no I/O.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "waymark/plan.hpp"
#include "waymark/rational.hpp"
#include "waymark/tally.hpp"
#include "waymark/truth.hpp"

namespace waymark {

enum class NodeState {
    scored,          // practices: somebody gave a level; groups: some practice below is scored
    not_applicable,  // practices: at least half of those asked said so; groups: everything below does not
                     // apply
    unknown,         // asked, but nobody gave a level
    not_asked        // practices nobody was asked; counts as unknown
};

// One side, claimed or evidenced, of one node.
struct Score {
    std::optional<Rational> point;  // none when withheld, unknown, or a sum with unknowns
    std::optional<Interval> range;  // every unknown at its lowest, then at its highest; none when not applicable
    bool withheld = false;          // too little is known for a point
    int known = 0;                  // practices below (or itself) with a value
    int in_scope = 0;               // practices below (or itself) that apply
};

struct RoleScore {
    std::int64_t levels = 0;  // how many gave a level
    std::int64_t dont_know = 0;
    std::int64_t not_applicable = 0;
    std::int64_t skipped = 0;
    std::int64_t not_asked = 0;
    std::optional<Rational> mean;  // of the levels given
};

struct Spread {
    Rational lowest, highest;
    std::optional<Rational> lower_quartile, upper_quartile;  // from ten respondents; nearest rank
    std::optional<Rational> agreement;  // 1 - variance / variance of a uniform answer; from three respondents
};

struct NodeScore {
    NodeState state = NodeState::not_asked;
    Score claimed;
    Score evidenced;
    std::optional<Rational> gap;  // claimed - evidenced, when both have a point
    Rational lowest, highest;     // ends of the node's scale; for a sum: attainable given what applies
    // practices only:
    std::vector<RoleScore> roles;  // per role of the plan
    RoleScore everyone;
    std::optional<Spread> spread;  // two or more levels given
    bool scope_disputed = false;   // levels beside "not applicable"
    bool evidence_known = false;
    bool agreed = false;  // claimed is an agreed level
};

struct Scores {
    std::vector<NodeScore> nodes;     // same indices as the plan's
    bool evidence_collected = false;  // anybody was asked for, or gave, evidence
};

Scores score(const Plan& plan, const Tally& tally);

// The declared statistic over the levels that respondents of these roles gave to one practice.
struct RoleStatistic {
    std::int64_t n = 0;
    std::optional<Rational> claimed;  // median or mean, as the framework says
    std::optional<Rational> mean;
};
RoleStatistic statistic_of_roles(const Plan& plan, const Tally& tally, int node, const std::vector<int>& roles);

// Roll-up of a group over only these roles' levels (claimed); none if withheld.
std::optional<Rational> claimed_by_roles(const Plan& plan, const Tally& tally, int node, const std::vector<int>& roles);

// The band a point of this node falls in, on the framework's default scale: a node on another scale, or a
// sum, is mapped linearly first. Index into ScoringRules::bands; none if no bands are declared.
std::optional<int> band_of(const Plan& plan, const NodeScore& node, const Rational& point);

struct CoreHold {
    bool closed = false;
    std::vector<int> low;      // core practices at or below the gate's value
    std::vector<int> unknown;  // core practices in scope without a value on that side
};
// `evidenced`: judge by evidenced levels, else by claimed ones.
CoreHold core_hold(const Plan& plan, const Scores& scores, bool evidenced);

}  // namespace waymark
