#include "scoring/mean_tree.hpp"

#include "catch.hpp"
#include "scoring/one_response.hpp"
#include "unit/scoring/hand_built.hpp"

using namespace hand_built;

namespace {

// Two dimensions of two practices each, of these weights.
Plan four_practices(std::int64_t weight, Rollup rollup = Rollup::mean) {
    Plan plan = plan_of_roles(1);
    plan.rules.withhold_below = Rational::fraction(1, 2);
    for (int i = 0; i < 2; ++i) {
        const int dimension = add_dimension(plan, rollup);
        add_practice(plan, dimension, weight);
        add_practice(plan, dimension, 1);
    }
    return plan;
}

LeafAnswer level(int index) {
    return {AnswerState::level, index};
}

}  // namespace

TEST_CASE("means of whole levels are worked out in whole numbers") {
    const Plan plan = four_practices(2);
    auto tree = MeanTree::of(plan);
    REQUIRE(tree.has_value());
    std::vector<std::int32_t> points(plan.nodes.size());
    const std::vector<LeafAnswer> answers{level(4), level(1), {AnswerState::dont_know, -1}, level(2)};
    tree->run(answers, points);
    CHECK(points[1] == 3000);  // (2 * 4 + 1) / 3
    CHECK(points[4] == 2000);  // only the second is known, which is half of it
    CHECK(points[0] == 2500);
    CHECK(points[5] == kNoThousandths);
    CHECK(tree->known() == 3);
    CHECK(tree->in_scope() == 4);
}

TEST_CASE("what is known of too little is withheld from the whole as well") {
    const Plan plan = four_practices(2);
    auto tree = MeanTree::of(plan);
    REQUIRE(tree.has_value());
    std::vector<std::int32_t> points(plan.nodes.size());
    const std::vector<LeafAnswer> answers{level(4), level(1), {AnswerState::skipped, -1}, {AnswerState::skipped, -1}};
    tree->run(answers, points);
    CHECK(points[1] == 3000);
    CHECK(points[4] == kNoThousandths);
    CHECK(points[0] == kNoThousandths);
    CHECK(tree->known() == 2);
}

TEST_CASE("what does not apply leaves the whole as it is") {
    const Plan plan = four_practices(1);
    auto tree = MeanTree::of(plan);
    REQUIRE(tree.has_value());
    std::vector<std::int32_t> points(plan.nodes.size());
    const LeafAnswer other{AnswerState::not_applicable, -1};
    const std::vector<LeafAnswer> answers{level(0), level(1), other, other};
    tree->run(answers, points);
    CHECK(points[0] == 500);
    CHECK(points[4] == kNoThousandths);
    CHECK(tree->in_scope() == 2);
}

TEST_CASE("other roll-ups and numbers that could grow too large are left to fractions") {
    CHECK(MeanTree::of(four_practices(3)).has_value());
    CHECK_FALSE(MeanTree::of(four_practices(3, Rollup::minimum)).has_value());
    CHECK(MeanTree::of(four_practices(1000000)).has_value());
    CHECK_FALSE(MeanTree::of(four_practices(100000000000)).has_value());
}

TEST_CASE("a second scale is left to fractions") {
    Plan plan = four_practices(1);
    at(plan, 2).highest = 3;
    CHECK_FALSE(MeanTree::of(plan).has_value());
}
