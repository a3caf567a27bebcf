// Bands and the core gate.
#include "catch.hpp"
#include "unit/scoring/hand_built.hpp"

using namespace hand_built;

TEST_CASE("an edge belongs to the band above it") {
    const Plan plan = plan_of_roles(1);
    NodeScore node;
    node.lowest = 0;
    node.highest = 4;
    const Rational hair = Rational::fraction(1, 1000000);
    const auto band = [&](const Rational& point) { return *band_of(plan, node, point); };
    CHECK(band(0) == 0);
    int above = 1;
    for (const int twice : {1, 3, 5, 7}) {
        const Rational edge = Rational::fraction(twice, 2);
        CHECK(band(edge - hair) == above - 1);
        CHECK(band(edge) == above);
        CHECK(band(edge + hair) == above);
        ++above;
    }
    CHECK(band(4) == 4);
}

TEST_CASE("bands are declared on the default scale and other scales are mapped to it") {
    const Plan plan = plan_of_roles(1);
    NodeScore sum;
    sum.lowest = 0;
    sum.highest = 12;
    CHECK(band_of(plan, sum, Rational::fraction(9, 2)) == 2);  // 4.5 of 12 is 1.5 of 4
    CHECK(band_of(plan, sum, Rational::fraction(449, 100)) == 1);
    NodeScore shifted;
    shifted.lowest = -2;
    shifted.highest = 6;
    CHECK(band_of(plan, shifted, 5) == 4);  // seven eighths
    CHECK(band_of(plan, shifted, Rational::fraction(499, 100)) == 3);
}

TEST_CASE("without bands there is none") {
    Plan plan = plan_of_roles(1);
    plan.rules.bands.clear();
    NodeScore node;
    node.highest = 4;
    CHECK_FALSE(band_of(plan, node, 2));
}

namespace {

struct Core {
    Plan plan = plan_of_roles(1);
    int dimension = add_dimension(plan);
    int core = add_practice(plan, dimension);
    int other = add_practice(plan, dimension);
    Tally tally;

    Core() {
        at(plan, core).core = true;
        tally = empty_tally(plan);
        answers(tally, plan, other).level(0).supported(0);
    }
    CoreHold hold(bool evidenced) const { return core_hold(plan, score(plan, tally), evidenced); }
};

}  // namespace

TEST_CASE("a core practice at the gate's value closes it, and only a core practice") {
    Core open;
    answers(open.tally, open.plan, open.core).level(2).supported(20000);
    CHECK_FALSE(open.hold(true).closed);
    CHECK(open.hold(true).low.empty());

    Core closed;
    answers(closed.tally, closed.plan, closed.core).level(1).supported(20000);
    CHECK(closed.hold(true).closed);
    CHECK(closed.hold(true).low == std::vector<int>{closed.core});

    Core between;
    answers(between.tally, between.plan, between.core).level(1).level(2).supported(20000);
    CHECK_FALSE(between.hold(true).closed);  // 1.5, unrounded
}

TEST_CASE("the gate judges the side it is asked about") {
    Core one;
    answers(one.tally, one.plan, one.core).level(4).supported(0);
    CHECK(one.hold(true).closed);
    CHECK_FALSE(one.hold(false).closed);
}

TEST_CASE("a core practice without a value closes the gate; one that does not apply does not") {
    Core unknown;
    answers(unknown.tally, unknown.plan, unknown.core).state(AnswerState::dont_know);
    CHECK(unknown.hold(false).closed);
    CHECK(unknown.hold(false).unknown == std::vector<int>{unknown.core});

    Core no_evidence;
    answers(no_evidence.tally, no_evidence.plan, no_evidence.core).level(4);
    CHECK(no_evidence.hold(true).unknown == std::vector<int>{no_evidence.core});
    CHECK_FALSE(no_evidence.hold(false).closed);

    Core not_applicable;
    answers(not_applicable.tally, not_applicable.plan, not_applicable.core).state(AnswerState::not_applicable);
    CHECK_FALSE(not_applicable.hold(true).closed);
}

TEST_CASE("without a core rule nothing is held") {
    Core one;
    one.plan.rules.core.reset();
    CHECK_FALSE(one.hold(true).closed);
    CHECK(one.hold(true).unknown.empty());
}

TEST_CASE("a core practice on another scale is judged by its place on it") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan);
    const int ten = add_practice(plan, dimension, 1, {0, 20000, 30000, 80000});
    at(plan, ten).core = true;
    Tally tally = empty_tally(plan);
    answers(tally, plan, ten).level(1);  // 2 of 8 is 1 of 4
    CHECK(core_hold(plan, score(plan, tally), false).closed);
    answers(tally, plan, ten).level(2).level(2);  // 3 of 8 is 1.5 of 4
    CHECK_FALSE(core_hold(plan, score(plan, tally), false).closed);
}
