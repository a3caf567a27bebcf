#include <algorithm>
#include <utility>

#include "cohort/gather.hpp"
#include "cohort/read_together.hpp"
#include "waymark/scores.hpp"

namespace waymark {

namespace {

std::int32_t stretch_of(std::int32_t score, std::int32_t size) {
    return score >= 0 ? score / size : -((size - 1 - score) / size);
}

}  // namespace

void ScoreTally::Side::cover(std::int32_t stretch) {
    if (counts.empty()) first = stretch;
    const auto held = static_cast<std::int32_t>(counts.size() / kStretch);
    if (stretch < first) {
        counts.insert(counts.begin(), static_cast<std::size_t>(first - stretch) * kStretch, 0);
        first = stretch;
    } else if (stretch >= first + held) {
        counts.resize(static_cast<std::size_t>(stretch - first + 1) * kStretch, 0);
    }
}

void ScoreTally::Side::count_beyond(std::int32_t score) {
    if (score == kNoScore) {
        ++none;
        return;
    }
    cover(stretch_of(score, kStretch));
    ++counts[static_cast<std::size_t>(score - first * kStretch)];
}

// Every so many of the scores. Where the counts stand is looked up anew only after they grew.
void ScoreTally::Side::count(std::span<const std::int32_t> scores, std::size_t first_score, std::size_t step) {
    std::size_t at = first_score;
    while (at < scores.size()) {
        std::int64_t* const held = counts.data();
        const std::size_t size = counts.size();
        const auto lowest = static_cast<std::uint32_t>(first * kStretch);
        for (; at < scores.size(); at += step) {
            const std::uint32_t place = static_cast<std::uint32_t>(scores[at]) - lowest;
            if (place >= size) break;
            ++held[place];
        }
        if (at >= scores.size()) return;
        count_beyond(scores[at]);
        at += step;
    }
}

void ScoreTally::Side::add(const Side& other) {
    none += other.none;
    if (other.counts.empty()) return;
    cover(other.first);
    cover(other.first + static_cast<std::int32_t>(other.counts.size() / kStretch) - 1);
    const auto shift = static_cast<std::size_t>(other.first - first) * static_cast<std::size_t>(kStretch);
    for (std::size_t at = 0; at < other.counts.size(); ++at) counts[at + shift] += other.counts[at];
}

// The usual range is there from the start: from then on, adding a response allocates nothing. Evidence is asked for
// less often; its counts begin with the first.
ScoreTally::ScoreTally(const Plan& plan) {
    for (const PlanNode& node : plan.nodes) {
        Side side;
        side.cover(stretch_of(thousandths(node.lowest), kStretch));
        side.cover(stretch_of(thousandths(node.highest), kStretch));
        nodes_.push_back({std::move(side), {}});
    }
}

void ScoreTally::add(std::span<const std::int32_t> claimed, std::span<const std::int32_t> evidenced) {
    const std::size_t nodes = nodes_.size();
    const auto responses = static_cast<std::int64_t>(claimed.size() / nodes);
    for (std::size_t node = 0; node < nodes; ++node) {
        nodes_[node].claimed.count(claimed, node, nodes);
        nodes_[node].evidenced.count(evidenced, node, nodes);
    }
    responses_ += responses;
    if (evidenced.empty()) without_evidence_ += responses;
}

void ScoreTally::add(const ScoreTally& other) {
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        nodes_[at].claimed.add(other.nodes_[at].claimed);
        nodes_[at].evidenced.add(other.nodes_[at].evidenced);
    }
    responses_ += other.responses_;
    without_evidence_ += other.without_evidence_;
}

namespace {

std::string kind_of(NodeName::Kind kind) {
    switch (kind) {
        case NodeName::Kind::overall:
            return "overall";
        case NodeName::Kind::dimension:
            return "dimension";
        case NodeName::Kind::group:
            return "group";
        case NodeName::Kind::practice:
            break;
    }
    return "practice";
}

struct Ladder {
    std::vector<CohortLevel> names;
    std::vector<std::int32_t> values;
};

Ladder default_ladder(const Framework& framework) {
    Ladder ladder;
    for (const Level& level : framework.scales.front().levels) {
        ladder.names.push_back({level.id, level.title});
        ladder.values.push_back(thousandths(level.value));
    }
    return ladder;
}

void count_levels(NodeScores& scores, const Ladder& ladder) {
    scores.levels.assign(ladder.values.size() + 1, 0);
    scores.levels[0] = scores.none;
    for (const auto& [score, count] : scores.counts) {
        const auto reached = std::upper_bound(ladder.values.begin(), ladder.values.end(), score);
        scores.levels[static_cast<std::size_t>(reached - ladder.values.begin())] += count;
    }
}

void count_bands(NodeInput& input, const Plan& plan, const PlanNode& node) {
    const NodeScores& scores = input.bands_are_claimed ? input.claimed : input.evidenced;
    NodeScore place;
    place.lowest = node.lowest;
    place.highest = node.highest;
    for (const auto& [score, count] : scores.counts) {
        const auto band = band_of(plan, place, Rational::fraction(score, 1000));
        if (band) input.bands[plan.rules.bands[static_cast<std::size_t>(*band)].title] += count;
    }
}

}  // namespace

Cohort cohort_of(const ScoreTally& tally, const Framework& framework, const Plan& plan, std::int64_t least_cell) {
    Cohort cohort;
    cohort.unit = "response";
    cohort.framework_id = framework.id;
    cohort.framework_version = framework.version;
    cohort.framework_title = framework.title;
    cohort.framework_sha256 = framework.sha256;
    if (!framework.profiles.empty()) {
        cohort.profile = framework.profiles[static_cast<std::size_t>(plan.profile)].id;
        cohort.profile_title = framework.profiles[static_cast<std::size_t>(plan.profile)].title;
    }
    cohort.organisations = tally.responses_;
    cohort.least_cell = std::max<std::int64_t>(least_cell, kLeastCell);
    cohort.too_few = tally.responses_ < cohort.least_cell;
    const Ladder ladder = default_ladder(framework);
    cohort.levels = ladder.names;
    const auto read = [](const ScoreTally::Side& side) {
        NodeScores scores;
        scores.none = side.none;
        for (std::size_t at = 0; at < side.counts.size(); ++at) {
            if (side.counts[at] != 0)
                scores.counts[side.first * ScoreTally::kStretch + static_cast<std::int32_t>(at)] = side.counts[at];
        }
        return scores;
    };
    for (std::size_t at = 0; at < tally.nodes_.size() && !cohort.too_few; ++at) {
        const Element& element = framework.elements[at];
        const PlanNode& place = plan.nodes[at];
        CohortNode node;
        node.id = element.id;
        node.code = element.code;
        node.title = element.title;
        node.kind = kind_of(element.kind);
        if (element.dimension >= 0) node.dimension = framework.elements[static_cast<std::size_t>(element.dimension)].id;
        node.core = place.core;
        NodeInput input{read(tally.nodes_[at].claimed), read(tally.nodes_[at].evidenced), {}, {}, false};
        input.evidenced.none += tally.without_evidence_;
        input.bands_are_claimed = input.evidenced.none == tally.responses_;
        if (place.leaf >= 0 && element.scale == 0) {
            count_levels(input.claimed, ladder);
            count_levels(input.evidenced, ladder);
        }
        if (place.leaf < 0 && place.rollup != Rollup::sum) count_bands(input, plan, place);
        input.named.assign(ladder.values.size() + 1, 0);
        tell_node(node, input, cohort.levels, cohort.organisations, cohort.least_cell);
        cohort.nodes.push_back(std::move(node));
    }
    cohort.limits = limits_of(cohort);
    return cohort;
}

}  // namespace waymark
