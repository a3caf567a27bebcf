#include "cohort/gather.hpp"

#include <algorithm>

#include "cohort/read_together.hpp"

namespace waymark {

std::vector<CohortGathering::Group>::iterator CohortGathering::place_of(const CohortFrame::Key& key) {
    return std::ranges::lower_bound(groups_, key, {}, [](const Group& group) { return group.frame.key(); });
}

void CohortGathering::add(const Scorecard& card) {
    const auto key = key_of(card);
    auto place = place_of(key);
    if (place == groups_.end() || place->frame.key() != key) place = groups_.insert(place, {frame_of(card), {}});
    place->entries.push_back(entry_of(card));
}

void CohortGathering::add(const CohortGathering& other) {
    for (const Group& group : other.groups_) {
        const auto place = place_of(group.frame.key());
        if (place == groups_.end() || place->frame.key() != group.frame.key()) {
            groups_.insert(place, group);
            continue;
        }
        place->entries.insert(place->entries.end(), group.entries.begin(), group.entries.end());
        place->set_aside += group.set_aside;
    }
}

// In the order of their names.
void CohortGathering::keep_latest(Group& group) {
    CohortEntries& entries = group.entries;
    std::ranges::sort(entries);
    auto last = entries.begin();
    for (auto next = entries.begin(); next != entries.end(); ++next) {
        if (next != entries.begin() && next->organisation != last->organisation) ++last;
        if (next != last) *last = std::move(*next);
    }
    if (entries.empty()) return;
    group.set_aside += entries.end() - (last + 1);
    entries.erase(last + 1, entries.end());
}

std::vector<Cohort> CohortGathering::cohorts(std::int64_t least_cell) {
    std::vector<Cohort> cohorts;
    for (Group& group : groups_) {
        keep_latest(group);
        Cohort cohort = read_together(group.frame, group.entries, std::max<std::int64_t>(least_cell, kLeastCell));
        cohort.set_aside = group.set_aside;
        cohorts.push_back(std::move(cohort));
    }
    return cohorts;
}

}  // namespace waymark
