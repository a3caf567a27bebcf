// The roll-up of a framework whose groups are all means on one scale, as most are, in whole numbers: sums of weighted
// levels over sums of weights. How large they can become is worked out beforehand, so that no step has to look out for
// overflow and no fraction is reduced. Every other framework is left to scoring/roll_up.hpp, whose results these are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "assessment/answer_quality.hpp"
#include "waymark/plan.hpp"

namespace waymark {

class MeanTree {
  public:
    // nullopt: another roll-up, a second scale, or numbers that could grow too large.
    static std::optional<MeanTree> of(const Plan& plan);

    // The claimed side. `points`: by node, in thousandths.
    void run(std::span<const LeafAnswer> answers, std::vector<std::int32_t>& points);
    int known() const { return results_.back().known; }
    int in_scope() const { return results_.back().in_scope; }

  private:
    struct Level {
        std::int64_t weighted = 0;  // its value in steps, times the practice's weight
        std::int64_t weight = 0;
        std::int32_t thousandths = 0;
    };
    struct Leaf {
        std::size_t answer = 0;  // index of its answer
        std::size_t node = 0;
        std::size_t no_level = 0;  // index of what counts without a level; those of its levels stand behind it
    };
    struct Group {
        std::size_t node = 0;
        std::size_t first_leaf = 0, last_leaf = 0;
        std::vector<std::pair<std::size_t, std::int64_t>> groups;  // index of their results, and weight
        bool is_dimension = false;
    };
    struct Result {
        std::int64_t numerator = 0;  // in steps
        std::int64_t denominator = 1;
        int known = 0;
        int in_scope = 0;
        bool has_point = false;
    };
    struct Bounds;

    bool add_group(const Plan& plan, std::size_t node, std::vector<std::size_t>& result_of,
                   std::vector<Bounds>& bounds);
    void add_leaves(const Plan& plan, const PlanNode& node, Group& group, Bounds& bound);
    void add_up_groups(const Group& group, Result& result, std::int64_t weights, bool& complete) const;
    bool enough_is_known(const Group& group, const Result& result) const {
        return result.known > 0 &&
               (!group.is_dimension || result.known * withhold_denominator_ >= result.in_scope * withhold_numerator_);
    }
    std::int32_t thousandths(std::int64_t numerator, std::int64_t denominator) const;

    std::int64_t steps_ = 1;  // so many to a whole
    std::int64_t withhold_numerator_ = 0, withhold_denominator_ = 1;
    std::vector<Leaf> leaves_;
    std::vector<Level> levels_;
    std::vector<Group> groups_;    // the whole comes last, and every group behind those in it
    std::vector<Result> results_;  // by group
};

// The largest step that all levels of a plan are whole multiples of, in kValueUnit.
std::int64_t step_of_levels(const Plan& plan);

}  // namespace waymark
