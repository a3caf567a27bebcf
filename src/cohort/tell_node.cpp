// Distributions of one node: what may be told of levels, bands and percentiles.
#include <algorithm>
#include <numeric>

#include "cohort/doubt.hpp"
#include "cohort/read_together.hpp"

namespace waymark {

namespace {

constexpr const char* kNotScored = "not-scored";

std::string step_title(const LevelSteps::Step& step, const std::vector<CohortLevel>& levels) {
    const auto title = [&](int cell) { return levels[static_cast<std::size_t>(cell - 1)].title; };
    const int first = std::max(step.first, 1);
    std::string text = step.first == 0 ? "not scored" : "";
    if (step.last == 0) return text;
    if (step.first == 0) text += first == step.last ? " or " : ", or ";
    if (first == step.last) return text + title(first);
    return text + title(first) + (first + 1 == step.last ? " or " : " to ") + title(step.last);
}

std::vector<CohortStep> steps_of(const LevelSteps& told, const std::vector<CohortLevel>& levels) {
    std::vector<CohortStep> steps;
    for (const LevelSteps::Step& step : told.steps) {
        CohortStep named;
        for (int cell = step.first; cell <= step.last; ++cell) {
            named.levels.push_back(cell == 0 ? kNotScored : levels[static_cast<std::size_t>(cell - 1)].id);
        }
        named.title = step_title(step, levels);
        named.count = step.count;
        steps.push_back(std::move(named));
    }
    return steps;
}

std::int32_t at_rank(const NodeScores& scores, std::int64_t rank) {
    for (const auto& [score, count] : scores.counts) {
        if (rank <= count) return score;
        rank -= count;
    }
    return scores.counts.rbegin()->first;
}

std::int64_t scored(const NodeScores& scores) {
    return std::accumulate(scores.counts.begin(), scores.counts.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& entry) { return sum + entry.second; });
}

// Rounded to a tenth, half away from zero: coarse enough not to be one organisation's figure.
Rational tenth(std::int32_t score) {
    const std::int32_t size = score < 0 ? -score : score;
    const std::int32_t rounded = (size + 50) / 100;
    return Rational::fraction(score < 0 ? -rounded : rounded, 10);
}

void tell_percentiles(CohortScores& told, const NodeScores& scores, const LevelSteps& steps, std::int64_t all,
                      std::int64_t least, bool within) {
    const std::int64_t count = scored(scores);
    const auto percentile = [&](int percent) -> std::optional<Rational> {
        if (!percentile_may_be_told(steps, all, percent, least, within)) return std::nullopt;
        return tenth(at_rank(scores, nearest_rank(count, percent)));
    };
    told.p10 = percentile(10);
    told.p50 = percentile(50);
    told.p90 = percentile(90);
}

// A table without any levels: only who has a score at all stands between the percentiles and the organisations.
LevelSteps scored_or_not(const NodeScores& scores, std::int64_t least) {
    return join_levels({scores.none, scored(scores)}, least, false);
}

void tell_practice(CohortNode& node, const NodeInput& input, const std::vector<CohortLevel>& levels, std::int64_t all,
                   std::int64_t least) {
    if (input.claimed.levels.empty()) {
        tell_percentiles(node.claimed, input.claimed, scored_or_not(input.claimed, least), all, least, false);
        tell_percentiles(node.evidenced, input.evidenced, scored_or_not(input.evidenced, least), all, least, false);
        return;
    }
    LevelsTold told;
    told.claimed = join_levels(input.claimed.levels, least, false);
    told.evidenced = join_levels(input.evidenced.levels, least, true);
    told.named = input.named;
    told.all = all;
    told.least = least;
    if (!leaves_doubt(told)) told.evidenced = one_step(input.evidenced.levels, true);
    if (!leaves_doubt(told)) told.claimed = one_step(input.claimed.levels, false);
    if (!leaves_doubt(told)) told.claimed = told.evidenced = {};
    node.claimed.steps = steps_of(told.claimed, levels);
    node.evidenced.steps = steps_of(told.evidenced, levels);
    node.all_scored = !told.claimed.steps.empty() && told.claimed.steps.front().first > 0;
    tell_percentiles(node.claimed, input.claimed, told.claimed, all, least, false);
    tell_percentiles(node.evidenced, input.evidenced, told.evidenced, all, least, false);
    if (told.evidenced.highest > 0) {
        node.highest = levels[static_cast<std::size_t>(told.evidenced.highest - 1)].title;
        node.nobody_above = static_cast<std::size_t>(told.evidenced.highest) < levels.size();
    }
    std::int64_t below = 0;
    for (const LevelSteps::Step& step : told.evidenced.steps) {
        below += step.count;
        if (2 * below < all) continue;
        if (step.last > 0) node.half_below = levels[static_cast<std::size_t>(step.last - 1)].title;
        node.half_count = below;
        break;
    }
}

// None where a band is no level.
std::optional<Counts> bands_as_levels(const NodeInput& input, const std::vector<CohortLevel>& levels,
                                      std::int64_t all) {
    Counts counts(levels.size() + 1, 0);
    counts[0] = all;
    for (const auto& [title, count] : input.bands) {
        const auto level =
            std::find_if(levels.begin(), levels.end(), [&](const CohortLevel& one) { return one.title == title; });
        if (level == levels.end()) return std::nullopt;
        counts[static_cast<std::size_t>(level - levels.begin()) + 1] += count;
        counts[0] -= count;
    }
    return counts;
}

void tell_group(CohortNode& node, const NodeInput& input, const std::vector<CohortLevel>& levels, std::int64_t all,
                std::int64_t least) {
    node.by_band = true;
    const auto counts = bands_as_levels(input, levels, all);
    if (!counts) {
        std::map<std::string, std::int64_t> bands = input.bands;
        const std::int64_t banded = std::accumulate(bands.begin(), bands.end(), std::int64_t{0},
                                                    [](std::int64_t sum, const auto& one) { return sum + one.second; });
        if (banded < all) bands["no band"] += all - banded;
        node.bands = tell_open_cells(bands, "another band", least);
        return;
    }
    const LevelSteps steps = join_levels(*counts, least, true);
    (input.bands_are_claimed ? node.claimed : node.evidenced).steps = steps_of(steps, levels);
    // Both sides' percentiles are held against the one table: nobody can show more than they claim.
    tell_percentiles(node.claimed, input.claimed, steps, all, least, true);
    if (!input.bands_are_claimed) tell_percentiles(node.evidenced, input.evidenced, steps, all, least, true);
}

}  // namespace

void tell_node(CohortNode& node, const NodeInput& input, const std::vector<CohortLevel>& levels, std::int64_t all,
               std::int64_t least) {
    if (node.kind == "practice") {
        tell_practice(node, input, levels, all, least);
    } else {
        tell_group(node, input, levels, all, least);
    }
}

}  // namespace waymark
