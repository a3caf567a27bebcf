// What must hold of every score, whatever the framework and the answers.
#include <map>

#include "catch.hpp"
#include "property/scoring_generator.hpp"

namespace {

using namespace waymark;
using generated::Random;
using generated::Survey;
using reference::Said;
using reference::Tree;

constexpr std::uint32_t kSurveys = 500;

Scores scores_of(const Survey& survey) {
    const Plan plan = generated::plan_of(survey);
    return score(plan, generated::tally_of(survey, plan));
}

bool same(const Score& a, const Score& b) {
    return a.point == b.point && a.range == b.range && a.withheld == b.withheld && a.known == b.known &&
           a.in_scope == b.in_scope;
}

bool same(const NodeScore& a, const NodeScore& b) {
    return a.state == b.state && same(a.claimed, b.claimed) && same(a.evidenced, b.evidenced) && a.gap == b.gap &&
           a.lowest == b.lowest && a.highest == b.highest;
}

void require_same(const Scores& a, const Scores& b) {
    REQUIRE(a.nodes.size() == b.nodes.size());
    for (std::size_t i = 0; i < a.nodes.size(); ++i) REQUIRE(same(a.nodes[i], b.nodes[i]));
}

void shuffle_children(Random& random, Tree& tree) {
    random.shuffle(tree.children);
    for (Tree& child : tree.children) shuffle_children(random, child);
}

// After a change that may only raise: what had a point has one still, and none is lower.
void require_not_lower(const Score& before, const Score& after) {
    if (before.point) {
        REQUIRE(after.point);
        REQUIRE(*after.point >= *before.point);
    }
    if (before.range) {
        REQUIRE(after.range);
        REQUIRE(after.range->low >= before.range->low);
        REQUIRE(after.range->high >= before.range->high);
    }
}

// Raises one given level by one step; false if there is none to raise.
bool raise_one(Random& random, Tree& tree) {
    std::vector<Tree*> practices = generated::practices_of(tree);
    random.shuffle(practices);
    for (Tree* practice : practices) {
        for (reference::Answer& answer : practice->answers) {
            if (answer.said != Said::level) continue;
            for (std::size_t i = 0; i + 1 < practice->values.size(); ++i) {
                if (!reference::same(practice->values[i], answer.level)) continue;
                answer.level = practice->values[i + 1];
                return true;
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("the order of respondents never matters") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        const Survey survey = generated::random_survey(seed);
        Survey shuffled = survey;
        Random random(seed);
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < survey.role_of.size(); ++i) order.push_back(i);
        random.shuffle(order);
        for (std::size_t i = 0; i < order.size(); ++i) shuffled.role_of[i] = survey.role_of[order[i]];
        for (Tree* practice : generated::practices_of(shuffled.tree)) {
            const std::vector<reference::Answer> answers = practice->answers;
            for (std::size_t i = 0; i < order.size(); ++i) practice->answers[i] = answers[order[i]];
        }
        INFO("survey " << seed);
        require_same(scores_of(survey), scores_of(shuffled));
    }
}

TEST_CASE("the order of practices and groups never matters") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        const Survey survey = generated::random_survey(seed);
        Survey shuffled = survey;
        Random random(seed);
        shuffle_children(random, shuffled.tree);
        const Scores before = scores_of(survey);
        const Scores after = scores_of(shuffled);
        std::map<int, std::size_t> place;
        const std::vector<int> ids = generated::ids_of(shuffled);
        for (std::size_t i = 0; i < ids.size(); ++i) place[ids[i]] = i;
        for (std::size_t i = 0; i < before.nodes.size(); ++i) {
            INFO("survey " << seed << ", node " << i);
            REQUIRE(same(before.nodes[i], after.nodes[place.at(static_cast<int>(i))]));
        }
    }
}

TEST_CASE("adding tallies is the same as counting everybody at once") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        const Survey survey = generated::random_survey(seed);
        const Plan plan = generated::plan_of(survey);
        Random random(seed);
        std::vector<int> parts[3];
        for (int i = 0; i < static_cast<int>(survey.role_of.size()); ++i) parts[random.below(3)].push_back(i);
        Tally sum = empty_tally(plan);
        for (const std::vector<int>& part : parts) add(sum, generated::tally_of(survey, plan, part));
        INFO("survey " << seed);
        require_same(score(plan, sum), scores_of(survey));
    }
}

TEST_CASE("wherever a point is shown its range contains it, inside the scale") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        for (const NodeScore& node : scores_of(generated::random_survey(seed)).nodes) {
            for (const Score* score : {&node.claimed, &node.evidenced}) {
                INFO("survey " << seed);
                REQUIRE(score->range.has_value() == (score->in_scope > 0));
                if (!score->range) continue;
                REQUIRE(node.lowest <= score->range->low);
                REQUIRE(score->range->low <= score->range->high);
                REQUIRE(score->range->high <= node.highest);
                if (!score->point) continue;
                REQUIRE(score->range->low <= *score->point);
                REQUIRE(*score->point <= score->range->high);
            }
        }
    }
}

TEST_CASE("raising one given level lowers no score, claimed or evidenced") {
    int raised = 0;
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        Survey survey = generated::random_survey(seed);
        const Scores before = scores_of(survey);
        Random random(seed);
        if (!raise_one(random, survey.tree)) continue;
        ++raised;
        const Scores after = scores_of(survey);
        for (std::size_t i = 0; i < before.nodes.size(); ++i) {
            INFO("survey " << seed << ", node " << i);
            require_not_lower(before.nodes[i].claimed, after.nodes[i].claimed);
            require_not_lower(before.nodes[i].evidenced, after.nodes[i].evidenced);
        }
    }
    CHECK(raised > 300);
}

TEST_CASE("a group of which nothing applies has no score, one without answers is unknown") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        for (const Said said : {Said::not_applicable, Said::dont_know, Said::skipped, Said::not_asked}) {
            Survey survey = generated::random_survey(seed);
            Tree& group = survey.tree.children.front();
            for (Tree* practice : generated::practices_of(group)) {
                practice->agreed.reset();
                for (reference::Answer& answer : practice->answers) answer.said = said;
            }
            const NodeScore result = scores_of(survey).nodes[1];
            INFO("survey " << seed);
            REQUIRE_FALSE(result.claimed.point);
            REQUIRE_FALSE(result.evidenced.point);
            const bool applies = said != Said::not_applicable;
            REQUIRE((result.state == NodeState::not_applicable) != applies);
            REQUIRE(result.claimed.range.has_value() == applies);
            REQUIRE(result.claimed.withheld == applies);
        }
    }
}

TEST_CASE("a respondent without evidence who rates everything highest lowers no practice") {
    for (std::uint32_t seed = 0; seed < kSurveys; ++seed) {
        Survey survey = generated::random_survey(seed);
        const Scores before = scores_of(survey);
        survey.role_of.push_back(0);
        for (Tree* practice : generated::practices_of(survey.tree)) {
            reference::Answer answer;
            answer.said = Said::level;
            answer.level = practice->values.back();
            practice->answers.push_back(answer);
        }
        const Plan plan = generated::plan_of(survey);
        const Scores after = score(plan, generated::tally_of(survey, plan));
        for (const int index : plan.leaves) {
            const NodeScore& then = before.nodes[static_cast<std::size_t>(index)];
            const NodeScore& now = after.nodes[static_cast<std::size_t>(index)];
            INFO("survey " << seed << ", node " << index);
            if (!then.evidenced.point) continue;
            REQUIRE(now.evidenced.point);
            REQUIRE(*now.evidenced.point >= *then.evidenced.point);
        }
    }
}

TEST_CASE("all roles together claim what everybody claims, unless a level was agreed") {
    for (std::uint32_t seed = 0; seed < kSurveys / 2; ++seed) {
        Survey survey = generated::random_survey(seed);
        for (Tree* practice : generated::practices_of(survey.tree)) practice->agreed.reset();
        const Plan plan = generated::plan_of(survey);
        const Tally tally = generated::tally_of(survey, plan);
        const Scores scores = score(plan, tally);
        std::vector<int> roles;
        for (int role = 0; role < survey.roles; ++role) roles.push_back(role);
        for (std::size_t i = 0; i < scores.nodes.size(); ++i) {
            INFO("survey " << seed << ", node " << i);
            REQUIRE(claimed_by_roles(plan, tally, static_cast<int>(i), roles) == scores.nodes[i].claimed.point);
        }
    }
}
