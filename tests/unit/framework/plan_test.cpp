// Plans, with numbers worked out by hand.
#include "waymark/plan.hpp"

#include "catch.hpp"
#include "framework/exactness.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;

namespace {

const PlanNode& node(const Plan& plan, int index) {
    return plan.nodes.at(static_cast<std::size_t>(index));
}

Plan plan_with(const std::string& from, const std::string& to, int profile = 0) {
    return make_plan(fixture::framework_of(fixture::small_framework_with(from, to)), profile);
}

}  // namespace

TEST_CASE("a plan lists the practices in order") {
    const Plan plan = make_plan(fixture::small_framework(), 0);
    CHECK(plan.leaves == std::vector<int>{2, 3, 5, 7, 8});
    CHECK(node(plan, 7).leaf == 3);
    CHECK(node(plan, 6).leaf == -1);
    CHECK(plan.roles == 3);
    CHECK(plan.widest_scale == 5);
    CHECK(node(plan, 8).level_values == std::vector<std::int64_t>{10000, 20000, 40000});
}

TEST_CASE("weights become whole and lose their common factor") {
    const Plan grand = make_plan(fixture::small_framework(), 0);
    CHECK(node(grand, 2).weight == 1);  // 1 and 2
    CHECK(node(grand, 3).weight == 2);
    CHECK(node(grand, 5).weight == 3);  // 1.5 and 1
    CHECK(node(grand, 6).weight == 2);
    CHECK(node(grand, 4).weight_unit == Rational::fraction(1, 2));
    CHECK(node(grand, 1).weight == 1);  // dimensions 1 and 2
    CHECK(node(grand, 4).weight == 2);
    const Plan organisational = make_plan(fixture::small_framework(), 1);
    CHECK(node(organisational, 5).weight == 1);
    CHECK(node(organisational, 4).weight == 1);
}

TEST_CASE("weights of four places stay exact") {
    const Plan plan = plan_with("        weight: 2\n", "        weight: 0.0625\n");
    CHECK(node(plan, 2).weight == 16);  // 10000 and 625, both over 625
    CHECK(node(plan, 3).weight == 1);
    CHECK(node(plan, 1).weight_unit == Rational::fraction(1, 16));
}

TEST_CASE("what a profile takes from the core is not core") {
    CHECK(node(make_plan(fixture::small_framework(), 0), 5).core);
    CHECK_FALSE(node(make_plan(fixture::small_framework(), 1), 5).core);
    CHECK(node(make_plan(fixture::small_framework(), 1), 2).core);
}

TEST_CASE("the weakest strength says what having none supports, scale by scale") {
    const Plan plan = make_plan(fixture::small_framework(), 0);
    CHECK(plan.base_supports == std::vector<std::int64_t>{10000, 10000, 10000, 10000, 10000});  // told is 1, too
    CHECK(plan_with("voice: told}", "voice: asked}").base_supports.back() == 20000);
}

TEST_CASE("groups stand on the scale their children share, else on the default") {
    const Plan plan = make_plan(fixture::small_framework(), 0);
    CHECK(node(plan, 8).lowest == Rational(1));
    CHECK(node(plan, 8).highest == Rational(4));
    CHECK(node(plan, 6).lowest == Rational(0));
    CHECK(node(plan, 6).highest == Rational(4));
    CHECK(plan.band_lowest == Rational(0));
    CHECK(plan.band_highest == Rational(4));
    const Plan voiced = plan_with(
        "            ask: Do citizens take part?\n            levels: {absent: No, emerging: Once, "
        "developing: Yearly, embedded: Monthly, transforming: Always}",
        "            scale: voice\n            ask: Do citizens take part?\n            levels: {told: No, "
        "asked: Once, deciding: Always}");
    CHECK(node(voiced, 6).lowest == Rational(1));
    CHECK(node(voiced, 6).highest == Rational(4));
    CHECK(node(voiced, 4).lowest == Rational(0));  // a practice on 0 to 4 beside a group on 1 to 4
}

TEST_CASE("stages run from nothing to the last") {
    const Framework framework = fixture::framework_of(fixture::small_framework_with("dimensions:\n", R"(dimensions:
  - id: steps
    title: Steps
    rollup: staged
    practices:
      - {id: one, title: One, scale: voice, stage: 1, passes_at: asked, ask: 'Is it?', levels: {told: a, asked: b, deciding: c}}
      - {id: two, title: Two, scale: voice, stage: 2, passes_at: deciding, ask: 'Is it?', levels: {told: a, asked: b, deciding: c}}
)"));
    const Plan plan = make_plan(framework, 0);
    CHECK(node(plan, 1).rollup == Rollup::staged);
    CHECK(node(plan, 1).lowest == Rational(0));
    CHECK(node(plan, 1).highest == Rational(2));
    CHECK(node(plan, 2).passes_at == 20000);
    CHECK(node(plan, 3).stage == 2);
    CHECK(node(plan, 3).passes_at == 40000);
}

TEST_CASE("under staged as the framework's own way, groups of groups are as far as the least of their parts") {
    const Framework framework = fixture::framework_of(R"(waymark: framework/1
id: staged
version: 1.0.0
title: Staged
scoring: {rollup: staged}
scales:
  quality: [{id: low, title: Low}, {id: high, title: High}]
dimensions:
  - id: work
    title: Work
    practices:
      - {id: plan, title: A plan, stage: 1, passes_at: high, ask: 'Is there a plan?', levels: {low: None, high: One}}
)");
    const Plan plan = make_plan(framework, 0);
    CHECK(node(plan, 0).rollup == Rollup::minimum);
    CHECK(node(plan, 1).rollup == Rollup::staged);
    CHECK(node(plan, 0).highest == Rational(1));
}

TEST_CASE("a sum is planned per unit of weight and widest in the catalogue") {
    const Framework framework = fixture::framework_of(R"(waymark: framework/1
id: points
version: 1.0.0
title: Points
scoring: {rollup: sum}
scales:
  quality: [{id: low, title: Low, value: 1}, {id: high, title: High, value: 5}]
dimensions:
  - id: work
    title: Work
    practices:
      - {id: plan, title: A plan, weight: 2, ask: 'Is there a plan?', levels: {low: None, high: One}}
      - {id: use, title: Use, weight: 4, ask: 'Is it used?', levels: {low: No, high: Yes}}
  - id: talk
    title: Talk
    practices:
      - {id: word, title: A word, ask: 'Is there a word?', levels: {low: None, high: One}}
)");
    const Plan plan = make_plan(framework, 0);
    CHECK(node(plan, 1).lowest == Rational(1));
    CHECK(node(plan, 1).highest == Rational(5));
    CHECK(node(plan, 2).weight == 1);
    CHECK(node(plan, 3).weight == 2);
    CHECK(node(plan, 1).weight_unit == Rational(2));
    CHECK(framework.catalogue.nodes[1].highest == Rational(30));  // 2 x 5 + 4 x 5
    CHECK(framework.catalogue.nodes[0].highest == Rational(35));  // and 5 of the other dimension
    CHECK(framework.catalogue.nodes[0].lowest == Rational(0));    // where nothing applies
}

TEST_CASE("the small framework stays exact, and weights beyond the bound do not") {
    Plan plan = make_plan(fixture::small_framework(), 0);
    CHECK(scores_stay_exact(plan));
    // Two groups of 2^40 and 2^50 are 2^90 by themselves, before the halves of medians.
    for (PlanNode& one : plan.nodes) one.weight = one.parent == 0 ? std::int64_t{1} << 39 : one.weight;
    for (PlanNode& one : plan.nodes) one.weight = one.parent == 1 ? std::int64_t{1} << 49 : one.weight;
    CHECK_FALSE(scores_stay_exact(plan));
}
