// The scorer and the reference agree on every figure of every node of thousands of random frameworks.
#include <string>

#include "catch.hpp"
#include "property/scoring_generator.hpp"

namespace {

using namespace waymark;

constexpr std::uint32_t kSurveys = 3000;

std::string text(const std::optional<Rational>& value) {
    return value ? value->to_fraction() : "none";
}
std::string text(const std::optional<reference::Fraction>& value) {
    return value ? generated::rational(*value).to_fraction() : "none";
}

std::string text(NodeState state) {
    switch (state) {
        case NodeState::scored:
            return "scored";
        case NodeState::not_applicable:
            return "not applicable";
        case NodeState::unknown:
            return "unknown";
        case NodeState::not_asked:
            return "not asked";
    }
    return "";
}

std::string line(const std::string& point, const std::string& low, const std::string& high, bool withheld, int known,
                 int in_scope) {
    return point + " in " + low + " to " + high + (withheld ? ", withheld, " : ", ") + std::to_string(known) + " of " +
           std::to_string(in_scope);
}

std::string text(const Score& score) {
    const std::optional<Rational> low = score.range ? std::optional<Rational>(score.range->low) : std::nullopt;
    const std::optional<Rational> high = score.range ? std::optional<Rational>(score.range->high) : std::nullopt;
    return line(text(score.point), text(low), text(high), score.withheld, score.known, score.in_scope);
}

std::string text(const reference::Side& side) {
    return line(text(side.point), text(side.low), text(side.high), side.withheld, side.known, side.in_scope);
}

std::string text(const NodeScore& node) {
    return text(node.state) + "; " + text(node.claimed) + "; " + text(node.evidenced) + "; " +
           node.lowest.to_fraction() + " to " + node.highest.to_fraction();
}

std::string text(const reference::Result& result) {
    return result.state + "; " + text(result.claimed) + "; " + text(result.evidenced) + "; " +
           generated::rational(result.lowest).to_fraction() + " to " +
           generated::rational(result.highest).to_fraction();
}

struct Seen {
    int points = 0, withheld = 0, ranges = 0, without_scope = 0;
    void note(const Score& score) {
        points += score.point ? 1 : 0;
        withheld += score.withheld ? 1 : 0;
        ranges += score.range && score.range->low != score.range->high ? 1 : 0;
        without_scope += score.in_scope == 0 ? 1 : 0;
    }
};

}  // namespace

TEST_CASE("an independent scorer comes to the same figures") {
    Seen groups;
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        const generated::Survey survey = generated::random_survey(seed);
        const Plan plan = generated::plan_of(survey);
        const Scores scores = score(plan, generated::tally_of(survey, plan));
        const std::vector<reference::Result> expected = reference::score(survey.tree, survey.rules);
        REQUIRE(scores.nodes.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            INFO("survey " << seed << ", node " << i);
            REQUIRE(text(scores.nodes[i]) == text(expected[i]));
            if (plan.nodes[i].leaf < 0) groups.note(scores.nodes[i].evidenced);
        }
    }
    // What is compared is worth comparing: every kind of outcome is there in numbers.
    CHECK(groups.points > 1000);
    CHECK(groups.withheld > 1000);
    CHECK(groups.ranges > 1000);
    CHECK(groups.without_scope > 100);
}
