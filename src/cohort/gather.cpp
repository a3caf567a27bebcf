#include "cohort/gather.hpp"

#include <algorithm>

#include "cohort/read_together.hpp"

namespace waymark {

CohortGathering::Group& CohortGathering::group_of(const CohortFrame& frame) {
    const auto place = std::lower_bound(groups_.begin(), groups_.end(), frame.key(),
                                        [](const Group& group, const auto& key) { return group.frame.key() < key; });
    if (place != groups_.end() && place->frame.key() == frame.key()) return *place;
    return *groups_.insert(place, Group{frame, {}});
}

void CohortGathering::add(const Scorecard& card) {
    group_of(frame_of(card)).entries.push_back(entry_of(card));
}

void CohortGathering::add(const CohortGathering& other) {
    for (const Group& group : other.groups_) {
        std::vector<CohortEntry>& entries = group_of(group.frame).entries;
        entries.insert(entries.end(), group.entries.begin(), group.entries.end());
    }
}

namespace {

// One assessment for each organisation, the latest; in the order of their names.
std::vector<CohortEntry> latest_of(std::vector<CohortEntry> entries) {
    std::sort(entries.begin(), entries.end());
    std::vector<CohortEntry> latest;
    for (CohortEntry& entry : entries) {
        if (!latest.empty() && latest.back().organisation == entry.organisation) latest.pop_back();
        latest.push_back(std::move(entry));
    }
    return latest;
}

}  // namespace

std::vector<Cohort> CohortGathering::cohorts(std::int64_t least_cell) const {
    std::vector<Cohort> cohorts;
    for (const Group& group : groups_) {
        const std::vector<CohortEntry> entries = latest_of(group.entries);
        Cohort cohort = read_together(group.frame, entries, std::max<std::int64_t>(least_cell, kLeastCell));
        cohort.set_aside = static_cast<std::int64_t>(group.entries.size() - entries.size());
        cohorts.push_back(std::move(cohort));
    }
    return cohorts;
}

}  // namespace waymark
