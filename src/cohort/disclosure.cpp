#include "cohort/disclosure.hpp"

#include <algorithm>
#include <numeric>

namespace waymark {

namespace {

std::int64_t total_of(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// What follows for each cell from the marks and from the sum of those kept back.
void draw_bounds(std::vector<CellBounds>& cells, std::int64_t kept_back, std::int64_t least) {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    for (CellBounds& cell : cells) {
        if (cell.told == Told::exactly) continue;
        cell.at_least = cell.told == Told::or_more ? least : 0;
        cell.at_most = cell.told == Told::fewer ? std::min(least - 1, kept_back) : kept_back;
        lowest += cell.at_least;
        highest += cell.at_most;
    }
    for (CellBounds& cell : cells) {
        if (cell.told == Told::exactly) continue;
        const std::int64_t low = std::max(cell.at_least, kept_back - (highest - cell.at_most));
        const std::int64_t high = std::min(cell.at_most, kept_back - (lowest - cell.at_least));
        cell.at_least = low;
        cell.at_most = high;
    }
}

// Each cell kept back has `least` possible values, and together they are no small cell themselves.
bool safe(const std::vector<CellBounds>& cells, std::int64_t kept_back, std::int64_t least) {
    if (kept_back < least) return false;
    return std::all_of(cells.begin(), cells.end(), [&](const CellBounds& cell) {
        return cell.told == Told::exactly || cell.at_most - cell.at_least >= least - 1;
    });
}

std::vector<CellBounds> nothing_told(std::size_t cells, std::int64_t all) {
    return std::vector<CellBounds>(cells, CellBounds{Told::nothing, 0, all});
}

}  // namespace

std::vector<CellBounds> protect_cells(const Counts& counts, std::int64_t least) {
    const std::int64_t all = total_of(counts);
    if (all < 2 * least - 1) return nothing_told(counts.size(), all);
    std::vector<CellBounds> cells;
    std::int64_t kept_back = 0;
    for (const std::int64_t count : counts) {
        const bool small = count < least;
        cells.push_back({small ? Told::fewer : Told::exactly, count, count});
        kept_back += small ? count : 0;
    }
    const bool any = std::any_of(cells.begin(), cells.end(), [](const CellBounds& c) { return c.told == Told::fewer; });
    if (!any) return cells;
    draw_bounds(cells, kept_back, least);
    // From the last to the first, whatever their size: keeping back the smallest would tell that it is the smallest.
    for (std::size_t at = counts.size(); at-- > 0 && !safe(cells, kept_back, least);) {
        if (cells[at].told != Told::exactly) continue;
        cells[at].told = Told::or_more;
        kept_back += counts[at];
        draw_bounds(cells, kept_back, least);
    }
    return safe(cells, kept_back, least) ? cells : nothing_told(counts.size(), all);
}

namespace {

int highest_of(const Counts& counts) {
    int highest = static_cast<int>(counts.size()) - 1;
    while (highest > 0 && counts[static_cast<std::size_t>(highest)] == 0) --highest;
    return highest;
}

int first_of(const Counts& counts) {
    return counts.front() == 0 && highest_of(counts) > 0 ? 1 : 0;
}

}  // namespace

LevelSteps one_step(const Counts& counts, bool tell_highest) {
    LevelSteps joined;
    const int highest = highest_of(counts);
    joined.steps.push_back(
        {first_of(counts), tell_highest ? highest : static_cast<int>(counts.size()) - 1, total_of(counts)});
    if (tell_highest) joined.highest = highest;
    return joined;
}

LevelSteps join_levels(const Counts& counts, std::int64_t least, bool tell_highest) {
    if (total_of(counts) < least) return {};
    LevelSteps joined = one_step(counts, tell_highest);
    const LevelSteps::Step whole = joined.steps.front();
    joined.steps.clear();
    int first = whole.first;
    std::int64_t count = 0;
    for (int at = whole.first; at <= whole.last; ++at) {
        count += counts[static_cast<std::size_t>(at)];
        if (count < least) continue;
        joined.steps.push_back({first, at, count});
        first = at + 1;
        count = 0;
    }
    if (first <= whole.last) {
        joined.steps.back().last = whole.last;
        joined.steps.back().count += count;
    }
    return joined;
}

std::int64_t nearest_rank(std::int64_t count, int percent) {
    return (count * percent + 99) / 100;
}

namespace {

struct Place {
    std::size_t step = 0;
    std::int64_t position = 0;  // in the step, among those with a score
    std::int64_t size = 0;      // of the step, likewise
};

std::optional<Place> place_of(const LevelSteps& steps, std::int64_t rank, std::int64_t unscored) {
    std::int64_t before = 0;
    for (std::size_t at = 0; at < steps.steps.size(); ++at) {
        const LevelSteps::Step& step = steps.steps[at];
        if (rank <= before + step.count) {
            const std::int64_t without = step.first == 0 ? unscored : 0;
            return Place{at, rank - before - without, step.count - without};
        }
        before += step.count;
    }
    return std::nullopt;
}

}  // namespace

bool percentile_may_be_told(const LevelSteps& steps, std::int64_t all, int percent, std::int64_t least, bool within) {
    if (steps.steps.empty()) return false;
    const LevelSteps::Step& first = steps.steps.front();
    const bool known = first.first > 0 || first.last == 0;  // how many have no score
    const std::int64_t exact = first.first > 0 ? 0 : first.count;
    std::optional<std::size_t> holder;
    // Where the number without a score is kept back, the answer must be the same for each that it could be.
    for (std::int64_t unscored = known ? exact : 1; unscored <= (known ? exact : least - 1); ++unscored) {
        const std::int64_t scored = all - unscored;
        if (scored < 1) return false;
        const std::int64_t rank = nearest_rank(scored, percent);
        if (rank < least || scored - rank + 1 < least) return false;
        const auto place = place_of(steps, rank + unscored, unscored);
        if (!place || (holder && *holder != place->step)) return false;
        holder = place->step;
        const LevelSteps::Step& step = steps.steps[place->step];
        if (step.first == step.last && step.first > 0) continue;
        if (!within || place->position < least || place->size - place->position < least - 1) return false;
    }
    return true;
}

}  // namespace waymark
