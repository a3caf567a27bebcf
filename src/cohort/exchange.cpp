// Who can help whom: organisations that agreed to be named, where their evidence stands at a level that others lack.
#include <algorithm>

#include "cohort/read_together.hpp"

namespace waymark {

// A level counts as lacking when at least half of the organisations, and at least `least` of them, cannot show it.
Named named_at(std::size_t node, const CohortEntries& entries, std::size_t levels, std::int64_t least) {
    Named named;
    named.by_level.assign(levels + 1, 0);
    if (entries.empty() || entries.front().evidenced_level[node] == kOwnScale) return named;
    Counts below(levels + 1, 0);  // how many cannot show the level
    for (const CohortEntry& entry : entries) {
        for (std::size_t level = 0; level <= levels; ++level) {
            if (entry.evidenced_level[node] < static_cast<int>(level)) ++below[level];
        }
    }
    const auto all = static_cast<std::int64_t>(entries.size());
    for (const CohortEntry& entry : entries) {
        const std::int8_t level = entry.evidenced_level[node];
        if (!entry.may_be_named || level < 1) continue;
        const std::int64_t lacking = below[static_cast<std::size_t>(level)];
        if (lacking < least || 2 * lacking < all) continue;
        named.peers.emplace_back(entry.organisation, level);
        ++named.by_level[static_cast<std::size_t>(level)];
    }
    return named;
}

}  // namespace waymark
