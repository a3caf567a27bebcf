// Comparisons of random scorecards: with itself nothing has changed, and backwards everything is the other way round.
#include "cohort/compare.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "property/cohort_cards.hpp"

using namespace waymark;

namespace {

using Ids = std::multiset<std::string>;

ComparisonStep step_of(const Scorecard& before, const Scorecard& after) {
    std::string problem;
    const auto comparison = compare({before, after}, problem);
    INFO(problem);
    REQUIRE(comparison);
    return comparison->steps.front();
}

// What moved, from where, to where; the other way round if `backwards`.
Ids moves(const std::vector<MovedPractice>& list, bool backwards = false) {
    Ids found;
    for (const MovedPractice& moved : list) {
        const Rational& from = backwards ? moved.to : moved.from;
        const Rational& to = backwards ? moved.from : moved.to;
        found.insert(moved.id + " " + moved.side + " " + from.to_fraction() + " " + to.to_fraction());
    }
    return found;
}

Ids signs(const ComparisonStep& step, const std::string& change, const std::string& other_state = "") {
    Ids found;
    for (const SignChange& sign : step.signs) {
        if (sign.change != change) continue;
        // A sign that could not be told on the other side has a name of its own, backwards.
        const bool untold = sign.before == "cannot-tell" || sign.after == "cannot-tell";
        if (other_state.empty() ? !untold : untold) found.insert(sign.id);
    }
    return found;
}

Ids both(Ids first, const Ids& second) {
    first.insert(second.begin(), second.end());
    return first;
}

// Two cards of the same organisation and the same people, a year apart.
std::pair<Scorecard, Scorecard> a_year_apart(std::uint32_t seed) {
    std::vector<Scorecard> cards = random_cards(seed, 2);
    cards[1].organisation = cards[0].organisation;
    cards[1].date = "2027-01-31";
    cards[1].roles = cards[0].roles;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        for (std::size_t at = 0; at < cards[i].flags.size(); ++at) {
            CardFlag& flag = cards[i].flags[at];
            if (at == 3) flag.kind = "real";
            if (flag.state == "raised") flag.severity = (seed >> (2 * at + i)) % 2 == 0 ? "high" : "medium";
        }
    }
    return {cards[0], cards[1]};
}

constexpr std::uint32_t kSeeds = 400;

}  // namespace

TEST_CASE("a comparison with itself is empty", "[compare]") {
    for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
        const Scorecard card = random_cards(seed, 1).front();
        const ComparisonStep step = step_of(card, card);
        CHECK(step.rises.empty());
        CHECK(step.falls.empty());
        CHECK(step.claims.empty());
        CHECK(step.apart.empty());
        CHECK(step.uncompared.empty());
        CHECK(step.signs.empty());
        CHECK(step.framework.empty());
        CHECK(step.people.empty());
    }
}

TEST_CASE("a comparison backwards is its mirror", "[compare]") {
    std::size_t moved = 0;
    std::size_t changed = 0;
    for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
        const auto [before, after] = a_year_apart(seed);
        const ComparisonStep there = step_of(before, after);
        const ComparisonStep back = step_of(after, before);
        CHECK(moves(there.rises) == moves(back.falls, true));
        CHECK(moves(there.falls) == moves(back.rises, true));
        CHECK(moves(there.claims) == moves(back.claims, true));
        CHECK(there.apart.empty());
        CHECK(there.unchanged == back.unchanged);
        CHECK(there.uncompared.size() == back.uncompared.size());
        CHECK(signs(there, "raised") == signs(back, "cleared"));
        CHECK(signs(there, "cleared") == signs(back, "raised"));
        CHECK(signs(there, "graver") == signs(back, "milder"));
        CHECK(signs(there, "milder") == signs(back, "graver"));
        CHECK(signs(there, "gained") == signs(back, "lost"));
        CHECK(signs(there, "lost") == signs(back, "gained"));
        // What becomes tellable, raised or not, was not tellable on the way back.
        const Ids told = both(both(signs(there, "raised", "cannot-tell"), signs(there, "gained", "cannot-tell")),
                              signs(there, "told", "cannot-tell"));
        CHECK(told == signs(back, "untold", "cannot-tell"));
        moved += there.rises.size() + there.falls.size() + there.claims.size();
        changed += there.signs.size();
    }
    CHECK(moved > kSeeds);
    CHECK(changed > kSeeds);
}
