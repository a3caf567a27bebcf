// An outsider who sees everything that is told of a cohort, knows how claims and evidence hang together, and tries to
// work out a count that was kept back. Reads the published file, not our structures.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "catch.hpp"
#include "cohort/gather.hpp"
#include "property/cohort_cards.hpp"
#include "report/cohort_report.hpp"

using namespace waymark;
using Json = nlohmann::json;
using CountRow = std::vector<int>;

namespace {

const std::vector<std::string> kCells{"not-scored", "Absent", "Emerging", "Developing", "Embedded", "Transforming"};

int place_of(const std::string& cell) {
    return static_cast<int>(std::find(kCells.begin(), kCells.end(), cell) - kCells.begin());
}

struct Facts {
    int all = 0;
    std::vector<std::pair<std::set<int>, int>> sums;  // cells -> what they add up to
    std::vector<int> at_least = CountRow(kCells.size(), 0);
};

Facts facts_of(const Json& group, const Json& scores) {
    Facts facts;
    facts.all = group.at("count").get<int>();
    std::set<int> seen;
    for (const Json& step : scores.at("steps")) {
        std::set<int> cells;
        for (const Json& level : step.at("levels")) cells.insert(place_of(level.get<std::string>()));
        seen.insert(cells.begin(), cells.end());
        facts.sums.emplace_back(cells, step.at("count").get<int>());
    }
    if (scores.at("steps").empty()) {
        std::set<int> every;
        for (std::size_t cell = 0; cell < kCells.size(); ++cell) every.insert(static_cast<int>(cell));
        facts.sums.emplace_back(every, facts.all);
    }
    return facts;
}

// Every row of counts that fits.
void rows_from(const Facts& facts, CountRow& row, std::size_t cell, std::vector<CountRow>& found) {
    if (found.size() > 20000) return;
    if (cell == kCells.size()) {
        for (const auto& [cells, sum] : facts.sums) {
            int total = 0;
            for (const int at : cells) total += row[static_cast<std::size_t>(at)];
            if (total != sum) return;
        }
        int total = 0;
        for (const int count : row) total += count;
        if (total == facts.all) found.push_back(row);
        return;
    }
    int most = 0;
    for (const auto& [cells, sum] : facts.sums) {
        if (!cells.contains(static_cast<int>(cell))) continue;
        int used = 0;
        for (const int at : cells) used += static_cast<std::size_t>(at) < cell ? row[static_cast<std::size_t>(at)] : 0;
        most = sum - used;
    }
    for (int count = facts.at_least[cell]; count <= most; ++count) {
        row[cell] = count;
        rows_from(facts, row, cell + 1, found);
    }
    row[cell] = 0;
}

std::vector<CountRow> rows_of(const Facts& facts) {
    std::vector<CountRow> found;
    CountRow row(kCells.size(), 0);
    rows_from(facts, row, 0, found);
    return found;
}

// Nobody can show more than they claim: as many or more stand at or below each level by evidence.
bool fits(const CountRow& claimed, const CountRow& evidenced) {
    int below_claimed = 0;
    int below_evidenced = 0;
    for (std::size_t cell = 0; cell < kCells.size(); ++cell) {
        below_claimed += claimed[cell];
        below_evidenced += evidenced[cell];
        if (below_evidenced < below_claimed) return false;
    }
    return true;
}

// The cells told together with others.
std::set<int> joined_cells(const Json& scores) {
    std::set<int> cells;
    for (const Json& step : scores.at("steps")) {
        if (step.at("levels").size() < 2) continue;
        for (const Json& level : step.at("levels")) cells.insert(place_of(level.get<std::string>()));
    }
    return cells;
}

void require_doubt(const std::set<int>& cells, const std::vector<CountRow>& rows, std::size_t& attacked) {
    for (const int cell : cells) {
        std::set<int> values;
        for (const CountRow& row : rows) values.insert(row[static_cast<std::size_t>(cell)]);
        INFO("cell " << kCells[static_cast<std::size_t>(cell)]);
        REQUIRE(values.size() >= 2);
        ++attacked;
    }
}

void attack_practice(const Json& group, const Json& node, std::size_t& attacked) {
    const Facts claims = facts_of(group, node.at("claimed"));
    Facts shown = facts_of(group, node.at("evidenced"));
    for (const Json& one : group.at("exchange")) {
        if (one.at("practice") != node.at("id")) continue;
        for (const Json& peer : one.at("peers")) {
            ++shown.at_least[static_cast<std::size_t>(place_of(peer.at("level").get<std::string>()))];
        }
    }
    const std::vector<CountRow> claimed = rows_of(claims);
    const std::vector<CountRow> evidenced = rows_of(shown);
    REQUIRE_FALSE(claimed.empty());
    REQUIRE_FALSE(evidenced.empty());
    std::vector<CountRow> claimed_left;
    std::vector<CountRow> evidenced_left;
    for (const CountRow& row : claimed) {
        if (std::any_of(evidenced.begin(), evidenced.end(), [&](const CountRow& other) { return fits(row, other); })) {
            claimed_left.push_back(row);
        }
    }
    for (const CountRow& row : evidenced) {
        if (std::any_of(claimed.begin(), claimed.end(), [&](const CountRow& other) { return fits(other, row); })) {
            evidenced_left.push_back(row);
        }
    }
    require_doubt(joined_cells(node.at("claimed")), claimed_left, attacked);
    require_doubt(joined_cells(node.at("evidenced")), evidenced_left, attacked);
}

// Marks say 0 to 4, 5 or more, or anything; the counts add up to the group.
void attack_cells(const Json& group, const Json& cells, std::size_t& attacked) {
    const int all = group.at("count").get<int>();
    const int least = group.at("least_cell").get<int>();
    int told = 0;
    std::vector<std::pair<int, int>> open;
    for (const Json& cell : cells) {
        const std::string how = cell.at("told").get<std::string>();
        if (how == "exactly") {
            REQUIRE(cell.at("count").get<int>() >= least);
            told += cell.at("count").get<int>();
        } else {
            open.emplace_back(how == "or-more" ? least : 0, how == "fewer" ? least - 1 : all);
        }
    }
    const int rest = all - told;
    REQUIRE((open.empty() || rest >= least));
    for (std::size_t at = 0; at < open.size(); ++at) {
        int lowest = 0;
        int highest = 0;
        for (std::size_t other = 0; other < open.size(); ++other) {
            lowest += other == at ? 0 : open[other].first;
            highest += other == at ? 0 : open[other].second;
        }
        const int low = std::max(open[at].first, rest - highest);
        const int high = std::min(open[at].second, rest - lowest);
        REQUIRE((cells.size() == 1 || high > low));
        ++attacked;
    }
}

}  // namespace

TEST_CASE("an outsider cannot work out what a cohort keeps back") {
    std::size_t attacked = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::size_t count = 5 + seed % 11;
        CohortGathering gathering;
        for (const Scorecard& card : random_cards(seed, count)) gathering.add(card);
        const Json file = Json::parse(cohort_as_json({gathering.cohorts(5), std::nullopt, {}, {}}));
        const Json& group = file.at("groups").at(0);
        INFO("seed " << seed << ", " << count << " organisations");
        for (const Json& node : group.at("nodes")) {
            if (node.at("kind") == "practice") attack_practice(group, node, attacked);
        }
        for (const Json& flag : group.at("flags")) attack_cells(group, flag.at("states"), attacked);
        for (const Json& remark : group.at("quality").at("remarks")) attack_cells(group, remark.at("cells"), attacked);
        attack_cells(group, group.at("verdicts"), attacked);
        attack_cells(group, group.at("outcomes"), attacked);
    }
    CHECK(attacked > 500);
}

TEST_CASE("nothing small stands in a cohort file") {
    for (std::uint32_t seed = 100; seed < 140; ++seed) {
        CohortGathering gathering;
        for (const Scorecard& card : random_cards(seed, 3 + seed % 30)) gathering.add(card);
        for (const std::int64_t least : {5, 7}) {
            const auto cohorts = gathering.cohorts(least);
            for (const CohortNode& node : cohorts.front().nodes) {
                for (const CohortScores* scores : {&node.claimed, &node.evidenced}) {
                    for (const CohortStep& step : scores->steps) REQUIRE(step.count >= least);
                }
            }
            for (const CohortFlag& flag : cohorts.front().flags) {
                for (const CohortCell& cell : flag.states) REQUIRE((!cell.count || *cell.count >= least));
            }
        }
    }
}

TEST_CASE("a cohort is the same in any order and however it is split") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::vector<Scorecard> cards = random_cards(seed, 14);
        cards[3].organisation = cards[2].organisation;  // an earlier and a later assessment
        cards[3].date = "2026-06-30";
        CohortGathering whole;
        for (const Scorecard& card : cards) whole.add(card);
        const std::string expected = cohort_as_json({whole.cohorts(5), std::nullopt, {}, {}});
        std::mt19937 engine(seed);
        std::shuffle(cards.begin(), cards.end(), engine);
        CohortGathering first;
        CohortGathering second;
        for (const Scorecard& card : cards) (engine() % 2 == 0 ? first : second).add(card);
        second.add(first);
        REQUIRE(cohort_as_json({second.cohorts(5), std::nullopt, {}, {}}) == expected);
        REQUIRE(second.cohorts(5).front().set_aside == 1);
    }
}

namespace {

Plan small_plan() {
    Plan plan;
    for (int at = 0; at < 3; ++at) {
        PlanNode node;
        node.kind = at == 0 ? NodeName::Kind::overall : NodeName::Kind::practice;
        node.highest = 4;
        plan.nodes.push_back(node);
    }
    return plan;
}

}  // namespace

TEST_CASE("counts of single responses add up however they are split") {
    const Plan plan = small_plan();
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::mt19937 engine(seed);
        ScoreTally whole(plan);
        std::vector<ScoreTally> parts(4, ScoreTally(plan));
        for (int number = 0; number < 200; ++number) {
            std::vector<std::int32_t> claimed;
            std::vector<std::int32_t> evidenced;
            for (std::size_t node = 0; node < 3; ++node) {
                claimed.push_back(engine() % 9 == 0 ? kNoScore : static_cast<std::int32_t>(engine() % 4001));
                // Sums may leave the scale of their parts.
                evidenced.push_back(static_cast<std::int32_t>(engine() % 9000) - 2000);
            }
            whole.add(claimed, evidenced);
            parts[engine() % 4].add(claimed, evidenced);
        }
        ScoreTally joined(plan);
        for (const std::size_t part : {2, 0, 3, 1}) joined.add(parts[part]);
        REQUIRE(joined == whole);
        REQUIRE(joined.responses() == 200);
    }
}
