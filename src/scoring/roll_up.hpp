// How scores roll up the tree, written once for any exact numbers: fractions of 128 bits that hold every framework's
// scores, and small ones that are fast enough for a million responses (docs/scoring.md, "From practices to groups").
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "waymark/plan.hpp"
#include "waymark/scores.hpp"
#include "waymark/truth.hpp"

namespace waymark {

// The numbers of the exact scorer. Another set of types has the same members.
struct ExactTypes {
    using Number = Rational;
    using Ends = Interval;
    using Score = waymark::Score;
    static constexpr bool kRanges = true;  // also what every unknown at its lowest and at its highest would come to
    static Number number(const Rational& value) { return value; }
};

enum class RollUpRead { point, low, high };

// One side, claimed or evidenced, of all nodes. Memory is used again from call to call.
template <typename Types>
class RollUp {
  public:
    using Number = typename Types::Number;
    using Ends = typename Types::Ends;
    using Score = typename Types::Score;

    explicit RollUp(const Plan& plan) : scores(plan.nodes.size()) {
        for (const PlanNode& node : plan.nodes)
            ends.push_back({Types::number(node.lowest), Types::number(node.highest)});
        // Children stand after their parent, so that backwards every child is ready before it is needed.
        for (std::size_t i = plan.nodes.size(); i-- > 0;) {
            if (plan.nodes[i].leaf < 0) add_group(plan, i);
        }
        // A scale that depends on what applies is never taken as it is.
        for (const Group& group : groups_) {
            for (std::size_t i = group.first; i < group.last; ++i) {
                Part& part = parts_[i];
                const PlanNode& below = plan.nodes[part.at];
                const bool settled = group.rollup != Rollup::sum && (below.leaf >= 0 || below.rollup != Rollup::sum);
                part.as_is = settled && ends[part.at] == ends[group.at];
            }
        }
        withhold_below_ = Types::number(plan.rules.withhold_below);
    }

    // The practices' are given; run() computes the groups'.
    std::vector<Score> scores;
    std::vector<Ends> ends;  // of each node's scale; for a sum, what is attainable given what applies

    void run() {
        for (const Group& group : groups_) {
            group_ = &group;
            if (group.rollup == Rollup::sum) set_ends_of_sum();
            scores[group.at] = group_score();
        }
    }

    // Linearly from one scale to another, end to end. `from` needs a length, unless the two are the same.
    static Number mapped(const Number& value, const Ends& from, const Ends& to) {
        if (from == to) return value;
        return to.low + (value - from.low) / (from.high - from.low) * (to.high - to.low);
    }

  private:
    // What is read for every child again and again, in the order of reading.
    struct Part {
        std::size_t at = 0;  // index of the node
        std::int64_t weight = 1;
        bool is_group = false;
        bool as_is = false;  // its scale is its group's
        int stage = 0;
        Number passes_at;
    };
    struct Group {
        std::size_t at = 0;
        std::size_t first = 0, last = 0;  // of its parts
        Rollup rollup = Rollup::mean;
        bool is_dimension = false;
        int stages = 0;
        Number unit;  // what 1 of its parts' weights stands for
    };

    void add_group(const Plan& plan, std::size_t at) {
        const PlanNode& node = plan.nodes[at];
        Group group{at, parts_.size(), parts_.size(), node.rollup, node.kind == NodeName::Kind::dimension, 0, {}};
        group.unit = Types::number(node.weight_unit);
        for (const int child : node.children) {
            const PlanNode& below = plan.nodes[static_cast<std::size_t>(child)];
            const Number passes_at = Types::number(Rational::fraction(below.passes_at, kValueUnit));
            parts_.push_back(
                {static_cast<std::size_t>(child), below.weight, below.leaf < 0, false, below.stage, passes_at});
            group.stages = std::max(group.stages, below.stage);
        }
        group.last = parts_.size();
        if (group.rollup == Rollup::staged) ends[at] = {Types::number(0), Number::whole(group.stages)};
        groups_.push_back(group);
    }

    std::span<const Part> parts() const { return {parts_.data() + group_->first, parts_.data() + group_->last}; }
    const Score& score(const Part& part) const { return scores[part.at]; }
    const Ends& ends_here() const { return ends[group_->at]; }
    bool in_scope(const Part& part) const { return score(part).in_scope > 0; }

    static const Number* value_of(const Score& score, RollUpRead read) {
        if constexpr (Types::kRanges) {
            if (read == RollUpRead::low) return score.range ? &score.range->low : nullptr;
            if (read == RollUpRead::high) return score.range ? &score.range->high : nullptr;
        }
        return score.point ? &*score.point : nullptr;
    }

    // A part's value on its group's scale. A sum of which nothing has weight could be anything there.
    Number mapped_value(const Part& part, const Number& value, RollUpRead read) const {
        if (part.as_is) return value;
        const Ends& from = ends[part.at];
        if (from.low == from.high) return read == RollUpRead::high ? ends_here().high : ends_here().low;
        return mapped(value, from, ends_here());
    }

    std::optional<Number> mean(RollUpRead read) const {
        Number sum = Types::number(0);
        std::int64_t weights = 0;
        for (const Part& part : parts()) {
            const Number* value = value_of(score(part), read);
            if (value == nullptr) continue;
            sum += Number::whole(part.weight) * mapped_value(part, *value, read);
            weights += part.weight;
        }
        if (weights == 0) return std::nullopt;
        return sum / Number::whole(weights);
    }

    std::optional<Number> sum(RollUpRead read) const {
        Number sum = Types::number(0);
        std::int64_t weights = 0;
        for (const Part& part : parts()) {
            const Number* value = value_of(score(part), read);
            if (value == nullptr) continue;
            sum += Number::whole(part.weight) * *value;
            weights += part.weight;
        }
        if (weights == 0) return std::nullopt;
        return sum * group_->unit;
    }

    std::optional<Number> minimum(RollUpRead read) const {
        std::optional<Number> lowest;
        for (const Part& part : parts()) {
            const Number* value = value_of(score(part), read);
            if (value == nullptr) continue;
            const Number here = mapped_value(part, *value, read);
            if (!lowest || here < *lowest) lowest = here;
        }
        return lowest;
    }

    // What does not apply passes. A practice without a level fails, even where the lowest level would pass; for the
    // high end of the range its highest level stands in, which always passes.
    bool passes(const Part& part, RollUpRead read) const {
        if (!in_scope(part)) return true;
        const bool unknown_practice = !part.is_group && score(part).known == 0;
        if (unknown_practice && read != RollUpRead::high) return false;
        const Number* value = value_of(score(part), read);
        return value != nullptr && !(*value < part.passes_at);
    }

    // The last stage that is passed with all stages below it.
    std::optional<Number> staged(RollUpRead read) const {
        int reached = group_->stages;
        for (const Part& part : parts()) {
            if (!passes(part, read)) reached = std::min(reached, part.stage - 1);
        }
        return Number::whole(reached);
    }

    std::optional<Number> rolled(RollUpRead read) const {
        switch (group_->rollup) {
            case Rollup::mean:
                return mean(read);
            case Rollup::sum:
                return sum(read);
            case Rollup::minimum:
                return minimum(read);
            case Rollup::staged:
                return staged(read);
        }
        return std::nullopt;
    }

    void set_ends_of_sum() {
        Ends attainable{Types::number(0), Types::number(0)};
        for (const Part& part : parts()) {
            if (!in_scope(part)) continue;
            const Number weight = Number::whole(part.weight) * group_->unit;
            attainable.low += weight * ends[part.at].low;
            attainable.high += weight * ends[part.at].high;
        }
        ends[group_->at] = attainable;
    }

    // Too little is known below for this group to have a point.
    bool is_withheld(const Score& score_here) const {
        if (score_here.known == 0) return true;
        for (const Part& part : parts()) {
            if (!part.is_group || !in_scope(part)) continue;
            // A sum that lacks a part has only a range, without being withheld; nothing but a sum can be made of that.
            const bool lacks_point = !score(part).point && group_->rollup != Rollup::sum;
            if (score(part).withheld || lacks_point) return true;
        }
        return group_->is_dimension && Number::fraction(score_here.known, score_here.in_scope) < withhold_below_;
    }

    Score group_score() const {
        Score made;
        for (const Part& part : parts()) {
            made.known += score(part).known;
            made.in_scope += score(part).in_scope;
        }
        if (made.in_scope == 0) return made;
        if constexpr (Types::kRanges) {
            const std::optional<Number> low = rolled(RollUpRead::low);
            const std::optional<Number> high = rolled(RollUpRead::high);
            // Where nothing has weight there is nothing to roll up: it could be anything.
            made.range = low && high ? Ends{*low, *high} : ends_here();
        }
        made.withheld = is_withheld(made);
        const bool sum_with_a_gap = group_->rollup == Rollup::sum && made.known < made.in_scope;
        if (made.withheld || sum_with_a_gap) return made;
        made.point = rolled(RollUpRead::point);
        made.withheld = !made.point;
        return made;
    }

    std::vector<Group> groups_;  // each behind all groups in it
    std::vector<Part> parts_;
    const Group* group_ = nullptr;  // at hand
    Number withhold_below_;
};

}  // namespace waymark
