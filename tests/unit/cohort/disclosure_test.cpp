// What is told of small counts, against an attacker who knows the method and tries every table there could be.
#include "cohort/disclosure.hpp"

#include <functional>
#include <map>
#include <set>

#include "catch.hpp"

using namespace waymark;

namespace {

// Every way to spread `total` over `cells`.
void each_table(std::int64_t total, std::size_t cells, const std::function<void(const Counts&)>& visit) {
    Counts counts(cells, 0);
    const std::function<void(std::size_t, std::int64_t)> fill = [&](std::size_t at, std::int64_t left) {
        if (at + 1 == cells) {
            counts[at] = left;
            visit(counts);
            return;
        }
        for (std::int64_t count = 0; count <= left; ++count) {
            counts[at] = count;
            fill(at + 1, left - count);
        }
    };
    fill(0, total);
}

// What an outsider sees, and the tables that look just like it.
using Seen = std::vector<std::int64_t>;
using Worlds = std::map<Seen, std::vector<Counts>>;

Seen seen_cells(const Counts& counts, std::int64_t least) {
    Seen seen;
    const auto told = protect_cells(counts, least);
    for (std::size_t at = 0; at < counts.size(); ++at) {
        seen.push_back(static_cast<std::int64_t>(told[at].told));
        seen.push_back(told[at].told == Told::exactly ? counts[at] : -1);
    }
    return seen;
}

std::set<std::int64_t> values_at(const std::vector<Counts>& worlds, std::size_t cell) {
    std::set<std::int64_t> values;
    for (const Counts& counts : worlds) values.insert(counts[cell]);
    return values;
}

}  // namespace

TEST_CASE("cells of fewer than five are kept back with another that would give them away") {
    // 12 teams: 7 raised, 3 cannot tell, 0 do not apply, 2 clear. The three small ones hide one another: 5 in all, each 0 to 4.
    const auto three = protect_cells({7, 3, 0, 2}, 5);
    CHECK(three[0].told == Told::exactly);
    CHECK(three[1].told == Told::fewer);
    CHECK(three[1].at_least == 0);
    CHECK(three[1].at_most == 4);
    // 11 raised, 1 clear: were the 11 told, so would the 1 be.
    const auto two = protect_cells({11, 1}, 5);
    CHECK(two[0].told == Told::or_more);
    CHECK(two[0].at_least == 8);
    CHECK(two[0].at_most == 12);
    CHECK(two[1].told == Told::fewer);
    // Nothing is small.
    const auto none = protect_cells({6, 6}, 5);
    CHECK(none[0].told == Told::exactly);
    CHECK(none[1].told == Told::exactly);
    // Eight cannot be parted in two cells of five.
    CHECK(protect_cells({8, 0}, 5)[0].told == Told::nothing);
    CHECK(protect_cells({4, 4}, 5)[1].told == Told::nothing);
}

TEST_CASE("no table gives a cell away to somebody who tries all tables") {
    std::size_t kept_back = 0;
    for (const std::int64_t least : {5, 6}) {
        for (std::size_t cells = 2; cells <= 5; ++cells) {
            for (std::int64_t total = 2; total <= (cells == 5 ? 15 : 18); ++total) {
                Worlds worlds;
                each_table(total, cells,
                           [&](const Counts& counts) { worlds[seen_cells(counts, least)].push_back(counts); });
                for (const auto& [seen, same] : worlds) {
                    const auto told = protect_cells(same.front(), least);
                    for (std::size_t cell = 0; cell < cells; ++cell) {
                        INFO("least " << least << ", total " << total << ", cell " << cell << " of " << cells);
                        const auto values = values_at(same, cell);
                        if (told[cell].told == Told::exactly) {
                            REQUIRE(*values.begin() >= least);
                            continue;
                        }
                        ++kept_back;
                        REQUIRE(values.size() >= 2);
                        REQUIRE(*values.begin() >= told[cell].at_least);
                        REQUIRE(*values.rbegin() <= told[cell].at_most);
                    }
                }
            }
        }
    }
    CHECK(kept_back > 1000);
}

TEST_CASE("cells told beside those kept back leave no small rest") {
    each_table(13, 4, [](const Counts& counts) {
        const auto told = protect_cells(counts, 5);
        std::int64_t rest = 0;
        bool any = false;
        for (std::size_t at = 0; at < counts.size(); ++at) {
            if (told[at].told == Told::exactly) continue;
            any = true;
            rest += counts[at];
        }
        REQUIRE((!any || rest >= 5));
    });
}

TEST_CASE("neighbouring levels are joined until each step has five") {
    // not scored 1, Absent 3, Emerging 4, Developing 4, Embedded 1, Transforming 0
    const LevelSteps steps = join_levels({1, 3, 4, 4, 1, 0}, 5, true);
    REQUIRE(steps.steps.size() == 2);
    CHECK(steps.steps[0].first == 0);
    CHECK(steps.steps[0].last == 2);
    CHECK(steps.steps[0].count == 8);
    CHECK(steps.steps[1].first == 3);
    CHECK(steps.steps[1].last == 4);
    CHECK(steps.steps[1].count == 5);
    CHECK(steps.highest == 4);  // nobody above Embedded
    CHECK(join_levels({0, 2, 2}, 5, true).steps.empty());
    CHECK(join_levels({0, 2, 2, 1}, 5, false).steps.front().first == 1);  // all have a score
}

TEST_CASE("the percentile is the value at the nearest rank") {
    CHECK(nearest_rank(12, 50) == 6);
    CHECK(nearest_rank(13, 50) == 7);
    CHECK(nearest_rank(41, 10) == 5);
    CHECK(nearest_rank(50, 90) == 45);
}

TEST_CASE("a percentile needs five on either side") {
    CHECK_FALSE(percentile_may_be_told(join_levels({0, 8}, 5, false), 8, 50, 5, false));
    CHECK(percentile_may_be_told(join_levels({0, 9}, 5, false), 9, 50, 5, false));  // the 5th of 9
    CHECK_FALSE(percentile_may_be_told(join_levels({0, 40}, 5, false), 40, 10, 5, false));
    CHECK(percentile_may_be_told(join_levels({0, 41}, 5, false), 41, 10, 5, false));  // the 5th of 41
    CHECK(percentile_may_be_told(join_levels({0, 50}, 5, false), 50, 90, 5, false));  // the 45th of 50, 6 from the top
}

namespace {

// The level of a percentile, or -1 where it is not told.
std::int64_t level_told(const Counts& counts, const LevelSteps& steps, std::int64_t total, int percent,
                        std::int64_t least, bool within) {
    if (!percentile_may_be_told(steps, total, percent, least, within)) return -1;
    std::int64_t rank = nearest_rank(total - counts[0], percent);
    for (std::size_t level = 1; level < counts.size(); ++level) {
        if (rank <= counts[level]) return static_cast<std::int64_t>(level);
        rank -= counts[level];
    }
    return -2;
}

Seen seen_steps(const Counts& counts, std::int64_t total, std::int64_t least, bool tell_highest, bool within) {
    const LevelSteps steps = join_levels(counts, least, tell_highest);
    Seen seen{steps.highest};
    for (const LevelSteps::Step& step : steps.steps) {
        seen.insert(seen.end(), {step.first, step.last, step.count});
    }
    for (const int percent : {10, 50, 90}) seen.push_back(level_told(counts, steps, total, percent, least, within));
    return seen;
}

bool told_by_itself(const LevelSteps& steps, int cell) {
    for (const LevelSteps::Step& step : steps.steps) {
        if (step.first == cell && step.last == cell) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("no joined level is given away by steps and percentiles together") {
    std::size_t joined = 0;
    for (const bool tell_highest : {false, true}) {
        for (const bool within : {false, true}) {
            for (std::int64_t total = 5; total <= 16; ++total) {
                Worlds worlds;
                each_table(total, 5, [&](const Counts& counts) {
                    worlds[seen_steps(counts, total, 5, tell_highest, within)].push_back(counts);
                });
                for (const auto& [seen, same] : worlds) {
                    const LevelSteps steps = join_levels(same.front(), 5, tell_highest);
                    if (steps.steps.empty() || same.front()[0] == total) continue;
                    for (int cell = 0; cell < 5; ++cell) {
                        if (told_by_itself(steps, cell)) continue;
                        if (cell == 0 && steps.steps.front().first == 1) continue;  // told: all have a score
                        if (steps.highest >= 0 && cell > steps.highest) continue;   // told: nobody above
                        INFO("total " << total << ", cell " << cell << ", highest told " << tell_highest << ", within "
                                      << within);
                        ++joined;
                        REQUIRE(values_at(same, static_cast<std::size_t>(cell)).size() >= 2);
                    }
                }
            }
        }
    }
    CHECK(joined > 1000);
}
