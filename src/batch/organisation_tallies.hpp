// What scoring needs of every organisation while responses come in: counts of 32 bits, in blocks only for the roles that
// answered, so that an organisation of the default framework needs less than 8 KiB. Adding commutes: neither the order
// of responses nor the number of threads shows.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "assessment/evidence_kinds.hpp"
#include "survey/bound_map.hpp"
#include "survey/response.hpp"
#include "waymark/assessment.hpp"
#include "waymark/tally.hpp"

namespace waymark {

// One kind of evidence behind one answer, before its age is known.
struct OfferedEvidence {
    std::int16_t leaf = 0;
    std::int16_t role = 0;
    std::int16_t level = 0;      // of the answer that it stands under
    std::int16_t strength = -1;  // -1: said that there is none
    std::optional<Date> dated;
    friend auto operator<=>(const OfferedEvidence&, const OfferedEvidence&) = default;
};

struct OrganisationTally {
    std::string name;
    std::int64_t responses = 0;
    std::vector<std::vector<std::uint32_t>> roles;  // per role, the unknown one last: [leaf][levels, then states]
    std::vector<std::pair<std::uint32_t, std::uint32_t>> groups;  // role, levels given, straight-lining; people; rising
    std::map<OfferedEvidence, std::uint32_t> evidence;
};

// Frees what was counted, once it has been scored; the name stays.
void let_go(OrganisationTally& counted);

class OrganisationTallies {
  public:
    explicit OrganisationTallies(const Plan& plan) : plan_(&plan) {}

    // By any thread. `key` is the name as it is compared, `name` as it was written: the alphabetically first spelling
    // is kept.
    void add(std::string_view key, std::string_view name, const Response& response, bool straight_lining);
    void add(const OrganisationTallies& other);

    std::size_t size() const;
    // In the order of their names.
    std::vector<OrganisationTally*> sorted() const;

  private:
    static constexpr std::size_t kShards = 64;
    struct Shard {
        mutable std::mutex lock;
        std::unordered_map<std::string, std::unique_ptr<OrganisationTally>, TextHash, std::equal_to<>> organisations;
    };
    Shard& shard_of(std::string_view key) { return shards_[TextHash{}(key) % kShards]; }

    const Plan* plan_;
    std::array<Shard, kShards> shards_;
};

// In full, as scoring reads it. `date` is the assessment's: evidence has its age from it.
struct FullTally {
    Tally tally;
    std::optional<Table> evidence;  // none: nobody was asked for any
};
FullTally full_tally(const OrganisationTally& counted, const Plan& plan, const Framework& framework, Date date);

}  // namespace waymark
