// The scores of single responses come to the same as an organisation's of one respondent, and as the reference's.
#include "scoring/one_response.hpp"

#include <string>

#include "assessment/answer_quality.hpp"
#include "catch.hpp"
#include "property/scoring_generator.hpp"
#include "scoring/mean_tree.hpp"

namespace {

using namespace waymark;

constexpr std::uint32_t kSurveys = 800;

// What a tally of one person says of each practice.
LeafAnswer answer_in(const Tally& tally, int leaf) {
    for (int role = 0; role < tally.roles; ++role) {
        for (int level = 0; level < tally.levels; ++level) {
            if (tally.level_count(leaf, role, level) > 0) return {AnswerState::level, level};
        }
        for (const AnswerState state : {AnswerState::dont_know, AnswerState::not_applicable, AnswerState::skipped}) {
            if (tally.state_count(leaf, role, state) > 0) return {state, -1};
        }
    }
    return {};
}

std::string text(const std::optional<Rational>& point) {
    return point ? point->to_fixed(3) : "none";
}

std::string text(std::int32_t thousandths) {
    return thousandths == kNoThousandths ? "none" : Rational::fraction(thousandths, 1000).to_fixed(3);
}

// The survey with the answers of one person alone.
generated::Survey only(generated::Survey survey, std::size_t person) {
    for (reference::Tree* practice : generated::practices_of(survey.tree)) {
        practice->agreed.reset();
        practice->answers = {practice->answers[person]};
    }
    survey.role_of = {survey.role_of[person]};
    return survey;
}

}  // namespace

TEST_CASE("a single response has the scores of an organisation of one") {
    int points = 0;
    int none = 0;
    std::uint32_t plain = 0;
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        const generated::Survey survey = generated::random_survey(seed);
        const Plan plan = generated::plan_of(survey);
        ResponseScorer scorer(plan);
        plain += MeanTree::of(plan) ? 1 : 0;
        for (std::size_t person = 0; person < std::min<std::size_t>(survey.role_of.size(), 4); ++person) {
            generated::Survey one = only(survey, person);
            const Tally tally = generated::tally_of(one, plan);
            std::vector<LeafAnswer> answers;
            for (int leaf = 0; leaf < tally.leaves; ++leaf) answers.push_back(answer_in(tally, leaf));
            const ResponseScores& fast = scorer.score(answers, tally.caps);
            const Scores exact = score(plan, tally);
            const std::vector<reference::Result> slow = reference::score(one.tree, one.rules);
            REQUIRE(fast.known == exact.nodes[0].claimed.known);
            REQUIRE(fast.in_scope == exact.nodes[0].claimed.in_scope);
            for (std::size_t node = 0; node < plan.nodes.size(); ++node) {
                INFO("survey " << seed << ", person " << person << ", node " << node);
                REQUIRE(text(fast.claimed[node]) == text(exact.nodes[node].claimed.point));
                REQUIRE(text(fast.evidenced[node]) == text(exact.nodes[node].evidenced.point));
                const auto& expected = slow[node].claimed.point;
                REQUIRE(text(fast.claimed[node]) == (expected ? generated::rational(*expected).to_fixed(3) : "none"));
                ++(expected ? points : none);
            }
        }
    }
    CHECK(points > 1000);
    CHECK(none > 1000);
    CHECK(plain >= kSurveys / 4);
    CHECK(plain < kSurveys / 2);
}
