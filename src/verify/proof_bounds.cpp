// Bounds that their measure always meets or never does, whatever is answered.
#include <fmt/format.h>

#include <algorithm>

#include "condition/evaluate.hpp"
#include "verify/prover.hpp"

namespace waymark {

namespace {

struct Reach {
    const Lore& lore;
    Findings& findings;
    std::vector<NodeRanges> ranges;  // per profile
};

std::optional<Interval> hull(const std::optional<Interval>& a, const std::optional<Interval>& b) {
    if (!a || !b) return a ? a : b;
    return Interval{std::min(a->low, b->low), std::max(a->high, b->high)};
}

// A gap can be no wider than what is claimed beyond the evidence for nothing.
std::optional<Interval> gap_of_practice(const AnswerSpace& space, int leaf) {
    std::optional<Interval> all;
    for (const PracticeCase& one : space.practices[static_cast<std::size_t>(leaf)]) {
        if (!one.applies || !one.evidenced) continue;
        const Rational gap = one.claimed - *one.evidenced;
        all = hull(all, Interval{gap, gap});
    }
    return all;
}

std::optional<Interval> range_of_node(const Reach& reach, NodeMeasure::Kind kind, int node) {
    std::optional<Interval> all;
    const int leaf = reach.lore.plans.front().nodes[static_cast<std::size_t>(node)].leaf;
    if (kind == NodeMeasure::Kind::gap && leaf >= 0) {
        for (const AnswerSpace& space : reach.lore.spaces) all = hull(all, gap_of_practice(space, leaf));
        return all;
    }
    for (const NodeRanges& ranges : reach.ranges) {
        const auto& claimed = ranges.claimed[static_cast<std::size_t>(node)];
        const auto& evidenced = ranges.evidenced[static_cast<std::size_t>(node)];
        if (kind == NodeMeasure::Kind::claimed) all = hull(all, claimed);
        if (kind == NodeMeasure::Kind::evidenced) all = hull(all, evidenced);
        if (kind == NodeMeasure::Kind::gap && claimed && evidenced)
            all = hull(all, Interval{0, std::max(Rational(0), claimed->high - evidenced->low)});
    }
    return all;
}

std::optional<Interval> range_of(const Reach& reach, const Measure& measure) {
    if (measure.kind == Measure::Kind::node) {
        const NodeMeasure& node = measure.node;
        const bool usual =
            node.by.everyone && !node.at_previous && node.kind != NodeMeasure::Kind::mean && node.node >= 0;
        return usual ? range_of_node(reach, node.kind, node.node) : std::nullopt;
    }
    const bool share = measure.kind == Measure::Kind::share || measure.kind == Measure::Kind::largest_share;
    return share ? std::optional(Interval{0, 1}) : std::nullopt;
}

std::string words_of(Bound::Op op) {
    switch (op) {
        case Bound::Op::at_least:
            return "at least";
        case Bound::Op::at_most:
            return "at most";
        case Bound::Op::more_than:
            return "more than";
        case Bound::Op::less_than:
            break;
    }
    return "less than";
}

void check(Reach& reach, const Bound& bound, const Interval& range) {
    if (bound.duration) return;
    static const World kWorld;
    const std::vector<Limit> own;
    const Truth truth = within(range, {bound}, Scene{&kWorld, &own});
    if (truth == Truth::unknown) return;
    const bool always = truth == Truth::yes;
    const bool from_below = bound.op == Bound::Op::at_least || bound.op == Bound::Op::more_than;
    const Rational nearest = from_below == always ? range.low : range.high;
    std::optional<Fix> fix;
    const bool strict = bound.op == Bound::Op::more_than || bound.op == Bound::Op::less_than;
    if (!always && !strict && bound.limit.empty())
        fix = replacement(reach.findings.source(), bound.span, nearest.to_short(4), false);
    reach.findings.report(
        "P006", bound.span,
        fmt::format("'{} {}' is {} met: what is measured here lies between {} and {}", words_of(bound.op),
                    bound.limit.empty() ? bound.value.to_short(4)
                                        : fmt::format("{} ({})", bound.limit, bound.value.to_short(4)),
                    always ? "always" : "never", range.low.to_short(2), range.high.to_short(2)),
        always ? "leave it out, or set it where answers can differ" : "set it where some answers can meet it",
        std::move(fix));
}

void check(Reach& reach, const Condition& condition) {
    for (const Condition& part : condition.parts) check(reach, part);
    if (!condition.measure) return;
    const auto range = range_of(reach, *condition.measure);
    if (!range) return;
    for (const Bound& bound : condition.measure->bounds) check(reach, bound, *range);
}

}  // namespace

void report_bounds(const Lore& lore, Findings& findings) {
    Reach reach{lore, findings, {}};
    for (const AnswerSpace& space : lore.spaces) reach.ranges.push_back(space.widest);
    for (const Flag& flag : lore.framework.flags) {
        check(reach, flag.when);
        if (flag.applies) check(reach, *flag.applies);
        if (flag.too_early_when) check(reach, *flag.too_early_when);
        for (const SeverityCase& one : flag.severity) {
            if (one.when) check(reach, *one.when);
        }
    }
    for (const Shape& shape : lore.framework.shapes) check(reach, shape.when);
}

}  // namespace waymark
