// From what was gathered to what may be told.
#pragma once

#include <map>
#include <vector>

#include "cohort/disclosure.hpp"
#include "cohort/entry.hpp"
#include "waymark/cohort.hpp"

namespace waymark {

// `entries`: one for each organisation, by name.
Cohort read_together(const CohortFrame& frame, const CohortEntries& entries, std::int64_t least);

// The scores at one node, claimed or evidenced.
struct NodeScores {
    std::map<std::int32_t, std::int64_t> counts;  // thousandths -> how many
    std::int64_t none = 0;
    Counts levels;  // not scored, then by level; empty where the node has levels of its own or none
};

struct NodeInput {
    NodeScores claimed, evidenced;
    Counts named;                               // by level of the evidenced side: organisations that will be named
    std::map<std::string, std::int64_t> bands;  // titles; groups
    bool bands_are_claimed = false;
};

// Everything about one node that is distribution. `levels`: of the default scale.
void tell_node(CohortNode& node, const NodeInput& input, const std::vector<CohortLevel>& levels, std::int64_t all,
               std::int64_t least);

CohortCells tell_cells(const std::vector<std::pair<std::string, std::string>>& names, const Counts& counts,
                       std::int64_t least);
// Names that nobody has declared in full: those too small are counted together, as `others`.
CohortCells tell_open_cells(const std::map<std::string, std::int64_t>& counts, const std::string& others,
                            std::int64_t least);

// For each node the organisations that will be named there, with the position of their level.
struct Named {
    std::vector<std::pair<std::string, std::int8_t>> peers;
    Counts by_level;
};
Named named_at(std::size_t node, const CohortEntries& entries, std::size_t levels, std::int64_t least);

CohortQuality tell_quality(const CohortFrame& frame, const CohortEntries& entries, std::int64_t least);

std::vector<std::string> limits_of(const Cohort& cohort);

}  // namespace waymark
