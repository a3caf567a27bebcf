// How far the answers of a cohort can carry what is read from them.
#include <algorithm>
#include <functional>
#include <numeric>

#include "cohort/read_together.hpp"

namespace waymark {

namespace {

using Test = std::function<bool(const CohortEntry&)>;

void remark(CohortQuality& quality, std::string id, std::string title, const CohortEntries& entries, std::int64_t least,
            const Test& test) {
    const std::int64_t yes = std::count_if(entries.begin(), entries.end(), test);
    const auto all = static_cast<std::int64_t>(entries.size());
    quality.remarks.push_back(
        {std::move(id), std::move(title), tell_cells({{"yes", "yes"}, {"no", "no"}}, {yes, all - yes}, least)});
}

std::int64_t sum_of(const CohortEntries& entries, std::int64_t CohortEntry::* part) {
    return std::accumulate(entries.begin(), entries.end(), std::int64_t{0},
                           [&](std::int64_t sum, const CohortEntry& entry) { return sum + entry.*part; });
}

// To a whole percent: a ratio of sums to more places could give the sums away.
std::optional<Rational> percent_of(std::int64_t part, std::int64_t all) {
    if (all == 0) return std::nullopt;
    return Rational::fraction((200 * part + all) / (2 * all), 100);
}

std::optional<std::int64_t> middle_respondents(const CohortEntries& entries, std::int64_t least) {
    std::vector<std::int64_t> people;
    for (const CohortEntry& entry : entries) people.push_back(entry.respondents);
    std::sort(people.begin(), people.end());
    const auto count = static_cast<std::int64_t>(people.size());
    const std::int64_t rank = nearest_rank(count, 50);
    if (rank < least || count - rank + 1 < least) return std::nullopt;
    return people[static_cast<std::size_t>(rank - 1)];
}

}  // namespace

CohortQuality tell_quality(const CohortFrame& frame, const CohortEntries& entries, std::int64_t least) {
    CohortQuality quality;
    quality.respondents = sum_of(entries, &CohortEntry::respondents);
    quality.respondents_middle = middle_respondents(entries, least);
    quality.evidence_known =
        percent_of(sum_of(entries, &CohortEntry::evidence_known), sum_of(entries, &CohortEntry::in_scope));
    quality.dont_know = percent_of(sum_of(entries, &CohortEntry::dont_know), sum_of(entries, &CohortEntry::answers));
    remark(quality, "one-person", "answered by one person only", entries, least,
           [](const CohortEntry& entry) { return entry.one_person; });
    remark(quality, "no-evidence", "nobody was asked for evidence", entries, least,
           [](const CohortEntry& entry) { return !entry.evidence_collected; });
    remark(quality, "straight-lining", "somebody gave nearly the same level throughout", entries, least,
           [](const CohortEntry& entry) { return entry.straight_lining; });
    remark(quality, "halo", "all dimensions alike, and nobody unsure of anything", entries, least,
           [](const CohortEntry& entry) { return entry.halo; });
    for (std::size_t role = 0; role < frame.roles.size(); ++role) {
        remark(quality, "role-" + frame.roles[role].role, "heard from: " + frame.roles[role].title, entries, least,
               [role](const CohortEntry& entry) { return entry.roles[role]; });
    }
    return quality;
}

}  // namespace waymark
