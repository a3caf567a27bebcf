#include "appraisal/explain_score.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace waymark {

namespace {

constexpr std::size_t kCostliest = 5;

const Element& element_at(const Case& input, int node) {
    return input.framework->elements[static_cast<std::size_t>(node)];
}

const Score& side(const NodeScore& score, bool evidenced) {
    return evidenced ? score.evidenced : score.claimed;
}

// The figure that a better answer would raise: the point, or the low end of the range where no point is shown.
std::optional<Rational> figure(const NodeScore& score, bool evidenced) {
    const Score& of = side(score, evidenced);
    if (of.point) return of.point;
    return of.range ? std::optional(of.range->low) : std::nullopt;
}

// The tally in which everybody agrees that this practice stands at the top, with evidence to match.
Tally at_the_top(const Plan& plan, Tally tally, int leaf) {
    const auto index = static_cast<std::size_t>(leaf);
    const int node = plan.leaves[index];
    const std::int64_t top = plan.nodes[static_cast<std::size_t>(node)].level_values.back();
    tally.agreed[index] = top;
    tally.caps[index] = top;
    return tally;
}

std::string levels_line(const Case& input, int node, const NodeScore& score) {
    const int leaf = input.plan->nodes[static_cast<std::size_t>(node)].leaf;
    std::vector<std::string> parts;
    const auto& levels = input.framework->scale_of(node).levels;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        std::int64_t count = 0;
        for (int role = 0; role < input.tally.roles; ++role)
            count += input.tally.level_count(leaf, role, static_cast<int>(level));
        if (count > 0) parts.push_back(fmt::format("{} at {}", count, levels[level].value.to_short(2)));
    }
    if (parts.empty()) return "Nobody gave a level.";
    return fmt::format("Levels given: {} (n = {}).", fmt::join(parts, ", "), score.everyone.levels);
}

std::vector<std::string> explain_practice(const Case& input, int node, const NodeScore& score) {
    std::vector<std::string> lines{levels_line(input, node, score)};
    const auto others = score.everyone;
    lines.push_back(fmt::format("Don't know: {}; not applicable: {}; skipped: {}; not asked: {}.", others.dont_know,
                                others.not_applicable, others.skipped, others.not_asked));
    if (!score.claimed.point) return lines;
    const char* statistic =
        input.plan->rules.respondents == RespondentStatistic::median ? "the middle of these levels" : "their mean";
    lines.push_back(fmt::format("Claimed = {} = {}.", score.agreed ? "the level the team agreed on" : statistic,
                                score.claimed.point->to_short(4)));
    const std::int64_t cap =
        input.tally.caps[static_cast<std::size_t>(input.plan->nodes[static_cast<std::size_t>(node)].leaf)];
    if (cap == kUnknownCap) {
        lines.emplace_back("Evidenced is not known: nobody offered evidence or said that there is none.");
        return lines;
    }
    const Rational supported = Rational::fraction(cap, kValueUnit);
    lines.push_back(fmt::format("The evidence offered supports up to {}.", supported.to_short(4)));
    if (score.evidenced.point) {
        lines.push_back(fmt::format("Evidenced = the lower of {} and {} = {}.", score.claimed.point->to_short(4),
                                    supported.to_short(4), score.evidenced.point->to_short(4)));
    }
    return lines;
}

const char* rollup_words(Rollup rollup) {
    switch (rollup) {
        case Rollup::mean:
            return "the weighted mean of its parts";
        case Rollup::sum:
            return "the weighted sum of its parts";
        case Rollup::minimum:
            return "the lowest of its parts";
        case Rollup::staged:
            break;
    }
    return "the last stage that is passed with all before it";
}

void explain_side(const Case& input, int node, const Scores& scores, bool evidenced, std::vector<std::string>& lines) {
    const PlanNode& plan_node = input.plan->nodes[static_cast<std::size_t>(node)];
    const NodeScore& score = scores.nodes[static_cast<std::size_t>(node)];
    lines.push_back(fmt::format("{}: {}", evidenced ? "Evidenced" : "Claimed", rollup_words(plan_node.rollup)));
    for (const int child : plan_node.children) {
        const NodeScore& part = scores.nodes[static_cast<std::size_t>(child)];
        const auto& point = side(part, evidenced).point;
        std::string value = point                                     ? point->to_short(4)
                            : part.state == NodeState::not_applicable ? "not applicable"
                                                                      : "not known";
        lines.push_back(fmt::format("  {} × {}  {}", declared_weight(*input.plan, child).to_short(4), value,
                                    element_at(input, child).title));
    }
    const Score& total = side(score, evidenced);
    if (total.point) {
        lines.push_back(fmt::format("  = {} ({} exactly)", total.point->to_fixed(2), total.point->to_fraction()));
    } else {
        lines.emplace_back(total.withheld ? "  = withheld: too little is known" : "  = no figure");
    }
    if (total.range) {
        lines.push_back(fmt::format("  Range {} to {}; {} of {} practices known.", total.range->low.to_fixed(2),
                                    total.range->high.to_fixed(2), total.known, total.in_scope));
    }
}

void explain_costs(const Case& input, int node, bool evidenced, std::vector<std::string>& lines) {
    const auto costs = costs_of(*input.plan, input.tally, node, evidenced);
    if (costs.empty()) return;
    lines.push_back(fmt::format("What holds the {} score back most (its gain if that practice alone stood at the top):",
                                evidenced ? "evidenced" : "claimed"));
    for (std::size_t i = 0; i < std::min(costs.size(), kCostliest); ++i) {
        lines.push_back(fmt::format("  +{}  {}{}", costs[i].gain.to_fixed(2),
                                    element_at(input, costs[i].practice).title,
                                    costs[i].missing ? " (not known now)" : ""));
    }
}

}  // namespace

std::vector<Cost> costs_of(const Plan& plan, const Tally& tally, int node, bool evidenced) {
    const Scores now = score(plan, tally);
    const auto before = figure(now.nodes[static_cast<std::size_t>(node)], evidenced);
    std::vector<Cost> costs;
    if (!before) return costs;
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) {
        const int practice = plan.leaves[leaf];
        const NodeScore& own = now.nodes[static_cast<std::size_t>(practice)];
        if (own.state == NodeState::not_applicable) continue;
        const Scores then = score(plan, at_the_top(plan, tally, static_cast<int>(leaf)));
        const auto after = figure(then.nodes[static_cast<std::size_t>(node)], evidenced);
        if (!after || *after <= *before) continue;
        costs.push_back({practice, *after - *before, !side(own, evidenced).point.has_value()});
    }
    std::stable_sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return b.gain < a.gain; });
    return costs;
}

std::vector<std::string> explain_score(const Case& input, int node) {
    const Scores scores = score(*input.plan, input.tally);
    const NodeScore& score_here = scores.nodes[static_cast<std::size_t>(node)];
    const Element& element = element_at(input, node);
    std::vector<std::string> lines{
        element.code.empty() ? element.title : fmt::format("{} {}", element.code, element.title), ""};
    if (score_here.state == NodeState::not_applicable) {
        lines.emplace_back("Not applicable here, so it has no score and leaves the group it belongs to.");
        return lines;
    }
    if (element.kind == NodeName::Kind::practice) {
        for (std::string& line : explain_practice(input, node, score_here)) lines.push_back(std::move(line));
        return lines;
    }
    for (const bool evidenced : {false, true}) {
        if (evidenced && !scores.evidence_collected) continue;
        explain_side(input, node, scores, evidenced, lines);
        lines.emplace_back();
        explain_costs(input, node, evidenced, lines);
        lines.emplace_back();
    }
    lines.pop_back();
    return lines;
}

}  // namespace waymark
