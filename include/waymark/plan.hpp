// A framework under one profile, flattened to what scoring needs. Building one checks that no score can overflow.
#pragma once

#include <cstdint>
#include <vector>

#include "waymark/framework.hpp"
#include "waymark/rational.hpp"

namespace waymark {

// Values of levels are kept in ten-thousandths, the finest step a framework may declare.
inline constexpr std::int64_t kValueUnit = 10000;

struct PlanNode {
    NodeName::Kind kind = NodeName::Kind::practice;
    int parent = -1;
    int dimension = -1;
    std::vector<int> children;
    std::int64_t weight = 1;   // whole; siblings' weights have no common factor
    Rational weight_unit = 1;  // groups: what 1 of its children's weights stands for; sums are given in it
    Rollup rollup = Rollup::mean;
    bool core = false;
    int leaf = -1;  // practices: index into Tally rows
    int stage = 0;
    std::int64_t passes_at = 0;  // value in kValueUnit
    Rational lowest, highest;    // of its own scale; for sums these are per unit of weight and computed when scoring
    std::vector<std::int64_t> level_values;  // practices: in kValueUnit, rising
};

struct Plan {
    std::vector<PlanNode> nodes;  // same indices as Framework::elements
    std::vector<int> leaves;      // leaf index -> node
    int profile = 0;
    int roles = 0;
    int widest_scale = 0;                     // most levels of any practice's scale
    std::vector<std::int64_t> base_supports;  // per leaf
    ScoringRules rules;
    Rational band_lowest, band_highest;  // ends of the default scale, which bands are declared on
};

// profile: index into framework.profiles.
Plan make_plan(const Framework& framework, int profile);

// A node's weight as the framework and profile declare it, comparable across groups.
Rational declared_weight(const Plan& plan, int node);

}  // namespace waymark
