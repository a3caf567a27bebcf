// Scorecards, or single survey responses, gathered one by one. Gatherings are joined by adding one to another: any order
// and any split gives the same cohort.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cohort/entry.hpp"
#include "waymark/cohort.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace waymark {

class CohortGathering {
  public:
    void add(const Scorecard& card);
    void add(const CohortGathering& other);
    bool empty() const { return groups_.empty(); }
    // One cohort for each framework, version and profile. `least_cell` counts from kLeastCell on. Keeps only the latest
    // assessment of each organisation from now on.
    std::vector<Cohort> cohorts(std::int64_t least_cell);

  private:
    struct Group {
        CohortFrame frame;
        CohortEntries entries;
        std::int64_t set_aside = 0;  // earlier assessments that were let go
    };
    static void keep_latest(Group& group);
    std::vector<Group>::iterator place_of(const CohortFrame::Key& key);
    std::vector<Group> groups_;
};

// Single responses, as bare scores: exact counts of thousandths for each node. Adding one allocates nothing.
class ScoreTally {
  public:
    explicit ScoreTally(const Plan& plan);

    // One response or several, one after the other, each by node of the plan; kNoScore where there is none. `evidenced`
    // is empty where no evidence was asked for. Several at once are counted faster: the counts of one node fill 32 KiB,
    // those of all nodes more than a processor keeps at hand.
    void add(std::span<const std::int32_t> claimed, std::span<const std::int32_t> evidenced);
    void add(const ScoreTally& other);  // of the same plan

    std::int64_t responses() const { return responses_; }
    friend bool operator==(const ScoreTally&, const ScoreTally&) = default;

  private:
    friend Cohort cohort_of(const ScoreTally&, const Framework&, const Plan&, std::int64_t);
    static constexpr std::int32_t kStretch =
        1000;  // counts cover whole stretches, so that any way of adding ends alike
    struct Side {
        std::int32_t first = 0;            // whole thousands: where the counts begin
        std::vector<std::int64_t> counts;  // by thousandth
        std::int64_t none = 0;
        void cover(std::int32_t stretch);
        void count(std::span<const std::int32_t> scores, std::size_t first_score, std::size_t step);
        void count_beyond(std::int32_t score);
        void add(const Side& other);
        friend bool operator==(const Side&, const Side&) = default;
    };
    struct Node {
        Side claimed, evidenced;
        friend bool operator==(const Node&, const Node&) = default;
    };
    std::vector<Node> nodes_;
    std::int64_t responses_ = 0;
    std::int64_t without_evidence_ = 0;  // of them, those whose evidenced sides were left out
};

Cohort cohort_of(const ScoreTally& tally, const Framework& framework, const Plan& plan, std::int64_t least_cell);

}  // namespace waymark
