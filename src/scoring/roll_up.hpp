// How scores roll up the tree, written once for any exact numbers: fractions of 128 bits that hold every framework's
// scores, and small ones that are fast enough for a million responses (docs/scoring.md, "From practices to groups").
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
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

    // `with_range`: also what every unknown at its lowest and at its highest would come to.
    RollUp(const Plan& plan, bool with_range) : scores(plan.nodes.size()), plan_(&plan), with_range_(with_range) {
        for (const PlanNode& node : plan.nodes) {
            ends.push_back({Types::number(node.lowest), Types::number(node.highest)});
            units_.push_back(Types::number(node.weight_unit));
            passes_.push_back(Types::number(Rational::fraction(node.passes_at, kValueUnit)));
        }
        withhold_below_ = Types::number(plan.rules.withhold_below);
    }

    // The practices' are given; run() computes the groups'.
    std::vector<Score> scores;
    std::vector<Ends> ends;  // of each node's scale; for a sum, what is attainable given what applies

    void run() {
        // Children stand after their parent, so that backwards every child is ready before it is needed.
        for (std::size_t i = plan_->nodes.size(); i-- > 0;) {
            if (plan_->nodes[i].leaf >= 0) continue;
            index_ = i;
            set_ends();
            scores[i] = group_score();
        }
    }

    // Linearly from one scale to another, end to end. `from` needs a length, unless the two are the same.
    static Number mapped(const Number& value, const Ends& from, const Ends& to) {
        if (from == to) return value;
        return to.low + (value - from.low) / (from.high - from.low) * (to.high - to.low);
    }

  private:
    const PlanNode& node() const { return plan_->nodes[index_]; }
    const PlanNode& node(int child) const { return plan_->nodes[static_cast<std::size_t>(child)]; }
    const Score& score(int child) const { return scores[static_cast<std::size_t>(child)]; }
    const Ends& ends_of(int child) const { return ends[static_cast<std::size_t>(child)]; }
    bool in_scope(int child) const { return score(child).in_scope > 0; }

    static std::optional<Number> value_of(const Score& score, RollUpRead read) {
        if (read == RollUpRead::point) return score.point;
        if (!score.range) return std::nullopt;
        return read == RollUpRead::low ? score.range->low : score.range->high;
    }

    // A child's value on its parent's scale. A sum of which nothing has weight could be anything there.
    std::optional<Number> mapped_value(int child, RollUpRead read) const {
        const std::optional<Number> value = value_of(score(child), read);
        if (!value) return std::nullopt;
        const Ends& from = ends_of(child);
        if (from.low == from.high) return read == RollUpRead::high ? ends[index_].high : ends[index_].low;
        return mapped(*value, from, ends[index_]);
    }

    std::optional<Number> mean(RollUpRead read) const {
        Number sum = Types::number(0);
        std::int64_t weights = 0;
        for (const int child : node().children) {
            const std::optional<Number> value = mapped_value(child, read);
            if (!value) continue;
            const std::int64_t weight = node(child).weight;
            sum += Number::whole(weight) * *value;
            weights += weight;
        }
        if (weights == 0) return std::nullopt;
        return sum / Number::whole(weights);
    }

    std::optional<Number> sum(RollUpRead read) const {
        Number sum = Types::number(0);
        std::int64_t weights = 0;
        for (const int child : node().children) {
            const std::optional<Number> value = value_of(score(child), read);
            if (!value) continue;
            sum += Number::whole(node(child).weight) * *value;
            weights += node(child).weight;
        }
        if (weights == 0) return std::nullopt;
        return sum * units_[index_];
    }

    std::optional<Number> minimum(RollUpRead read) const {
        std::optional<Number> lowest;
        for (const int child : node().children) {
            const std::optional<Number> value = mapped_value(child, read);
            if (value && (!lowest || *value < *lowest)) lowest = value;
        }
        return lowest;
    }

    int stages() const {
        int last = 0;
        for (const int child : node().children) last = std::max(last, node(child).stage);
        return last;
    }

    // What does not apply passes. A practice without a level fails, even where the lowest level would pass; for the
    // high end of the range its highest level stands in, which always passes.
    bool passes(int child, RollUpRead read) const {
        if (!in_scope(child)) return true;
        const bool unknown_practice = node(child).leaf >= 0 && score(child).known == 0;
        if (unknown_practice && read != RollUpRead::high) return false;
        const std::optional<Number> value = value_of(score(child), read);
        return value && !(*value < passes_[static_cast<std::size_t>(child)]);
    }

    // The last stage that is passed with all stages below it.
    std::optional<Number> staged(RollUpRead read) const {
        int reached = stages();
        for (const int child : node().children) {
            if (!passes(child, read)) reached = std::min(reached, node(child).stage - 1);
        }
        return Number::whole(reached);
    }

    std::optional<Number> rolled(RollUpRead read) const {
        switch (node().rollup) {
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

    void set_ends() {
        if (node().rollup == Rollup::staged) ends[index_] = {Types::number(0), Number::whole(stages())};
        if (node().rollup != Rollup::sum) return;
        Ends attainable{Types::number(0), Types::number(0)};
        for (const int child : node().children) {
            if (!in_scope(child)) continue;
            const Number weight = Number::whole(node(child).weight) * units_[index_];
            attainable.low += weight * ends_of(child).low;
            attainable.high += weight * ends_of(child).high;
        }
        ends[index_] = attainable;
    }

    // Too little is known below for this group to have a point.
    bool is_withheld(const Score& score_here) const {
        if (score_here.known == 0) return true;
        for (const int child : node().children) {
            const bool is_group = node(child).leaf < 0;
            if (!is_group || !in_scope(child)) continue;
            // A sum that lacks a part has only a range, without being withheld; nothing but a sum can be made of that.
            const bool lacks_point = !score(child).point && node().rollup != Rollup::sum;
            if (score(child).withheld || lacks_point) return true;
        }
        return node().kind == NodeName::Kind::dimension &&
               Number::fraction(score_here.known, score_here.in_scope) < withhold_below_;
    }

    Score group_score() const {
        Score made;
        for (const int child : node().children) {
            made.known += score(child).known;
            made.in_scope += score(child).in_scope;
        }
        if (made.in_scope == 0) return made;
        if (with_range_) {
            const std::optional<Number> low = rolled(RollUpRead::low);
            const std::optional<Number> high = rolled(RollUpRead::high);
            // Where nothing has weight there is nothing to roll up: it could be anything.
            made.range = low && high ? Ends{*low, *high} : ends[index_];
        }
        made.withheld = is_withheld(made);
        const bool sum_with_a_gap = node().rollup == Rollup::sum && made.known < made.in_scope;
        if (made.withheld || sum_with_a_gap) return made;
        made.point = rolled(RollUpRead::point);
        made.withheld = !made.point;
        return made;
    }

    const Plan* plan_;
    bool with_range_;
    std::size_t index_ = 0;  // of the group at hand
    std::vector<Number> units_;
    std::vector<Number> passes_;
    Number withhold_below_;
};

}  // namespace waymark
