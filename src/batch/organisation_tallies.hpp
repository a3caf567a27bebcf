// What scoring needs of every organisation while responses come in: counts as narrow as they can be, in blocks only for
// the roles that answered, so that an organisation of the default framework needs about 2 KiB and never 8. Adding
// commutes: neither the order of responses nor the number of threads shows.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/dated_evidence.hpp"
#include "batch/narrow_counts.hpp"
#include "survey/bound_map.hpp"
#include "survey/response.hpp"
#include "waymark/assessment.hpp"
#include "waymark/tally.hpp"

namespace waymark {

// Those who answered in one role. Where each count stands is the business of organisation_tallies.cpp.
struct RoleCounts {
    NarrowCounts answers;   // levels and states by leaf; then people, by how many levels they gave and how alike
    NarrowCounts evidence;  // undated: by leaf, "there is none" and the strengths; empty where nobody gave any
};

struct OrganisationTally {
    std::string name;
    std::int64_t responses = 0;
    std::vector<RoleCounts> roles;      // the unknown one last
    std::vector<std::uint8_t> vouched;  // by leaf and strength: highest level that undated evidence stood under, from 1
    DatedEvidence dated;
};

// Frees what was counted, once it has been scored; the name stays.
void let_go(OrganisationTally& counted);

class OrganisationTallies {
  public:
    OrganisationTallies(const Plan& plan, const Framework& framework) : plan_(&plan), framework_(&framework) {}

    // By any thread. `key` is the name as it is compared, `name` as it was written: the alphabetically first spelling
    // is kept.
    void add(std::string_view key, std::string_view name, const Response& response, bool straight_lining);
    void add(const OrganisationTallies& other);

    std::size_t size() const;
    // In the order of their names.
    std::vector<OrganisationTally*> sorted();

  private:
    static constexpr std::size_t kShards = 64;
    struct Shard {
        mutable std::mutex lock;
        std::unordered_map<std::string, OrganisationTally, TextHash, std::equal_to<>> organisations;
    };
    Shard& shard_of(std::string_view key) { return shards_[TextHash{}(key) % kShards]; }

    const Plan* plan_;
    const Framework* framework_;
    std::array<Shard, kShards> shards_;
};

// In full, as scoring reads it. `date` is the assessment's: evidence has its age from it.
struct FullTally {
    Tally tally;
    std::optional<Table> evidence;  // none: nobody was asked for any
};
FullTally full_tally(const OrganisationTally& counted, const Plan& plan, const Framework& framework, Date date);

}  // namespace waymark
