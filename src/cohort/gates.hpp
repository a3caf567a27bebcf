// Gates: thresholds for use in CI, read once and then held against any number of scorecards (docs/ci.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark {

// As written on the command line.
struct GateOptions {
    std::vector<std::string> minimums;     // --min 'implementing>=2'
    std::vector<std::string> flag_limits;  // --max-flags high=0
    std::string baseline;                  // --baseline FILE
    bool any() const { return !minimums.empty() || !flag_limits.empty() || !baseline.empty(); }
};

struct MinimumGate {
    enum class Side { judged, claimed, evidenced };  // judged: evidenced where evidence was collected, else claimed
    std::string written;
    std::string part;  // "overall", or the id or code of a dimension, group or practice
    Side side = Side::judged;
    bool more_than = false;  // '>': the number itself is not enough
    Rational number;
};

struct FlagGate {
    std::string written;
    std::string severity;      // high, medium, low; empty: all
    bool raised_only = false;  // "high.raised=0": signs that cannot tell do not count against it
    std::int64_t most = 0;
};

struct Gates {
    std::vector<MinimumGate> minimums;
    std::vector<FlagGate> flag_limits;
    std::optional<Scorecard> baseline;

    bool empty() const { return minimums.empty() && flag_limits.empty() && !baseline; }
};

// Reads --min and --max-flags; the baseline is for the caller to load. nullopt and a sentence in `problem` for the
// first that is not written as a gate.
std::optional<Gates> parse_gates(const GateOptions& options, std::string& problem);

// Empty, or a sentence: a gate names a part that this card's framework does not have, or asks for more than its scale
// holds. The same for every card of one framework, so that asking it of the first is enough.
std::string misfit(const Gates& gates, const Scorecard& card);

// One result for each gate; of a baseline one for each thing that is worse, or a single one that is met.
std::vector<CardGate> check_gates(const Gates& gates, const Scorecard& card);
bool all_met(const std::vector<CardGate>& results);

}  // namespace waymark
