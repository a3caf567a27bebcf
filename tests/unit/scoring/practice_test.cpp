// One practice: what its answers make of it, and what the evidence supports.
#include "catch.hpp"
#include "unit/scoring/hand_built.hpp"

using namespace hand_built;

namespace {

struct Case {
    Plan plan = plan_of_roles(1);
    int dimension = add_dimension(plan);
    int practice = add_practice(plan, dimension);
    Tally tally = empty_tally(plan);

    Answers answered() { return answers(tally, plan, practice); }
    NodeScore result() const { return at(score(plan, tally), practice); }
};

}  // namespace

TEST_CASE("a practice is scored if anybody gave a level") {
    Case one;
    one.answered().level(1).state(AnswerState::not_applicable, 0, 9);
    CHECK(one.result().state == NodeState::scored);
    CHECK(one.result().scope_disputed);
    CHECK(one.result().claimed.point == Rational(1));
    CHECK(one.result().claimed.in_scope == 1);
}

TEST_CASE("a practice does not apply if at least half of those asked say so") {
    Case half;
    half.answered().state(AnswerState::not_applicable, 0, 2).state(AnswerState::dont_know).state(AnswerState::skipped);
    half.answered().state(AnswerState::not_asked, 0, 5);
    const NodeScore result = half.result();
    CHECK(result.state == NodeState::not_applicable);
    CHECK(result.claimed.in_scope == 0);
    CHECK_FALSE(result.claimed.point);
    CHECK_FALSE(result.claimed.range);
    CHECK_FALSE(result.scope_disputed);
    CHECK(result.everyone.not_applicable == 2);
    CHECK(result.everyone.not_asked == 5);

    Case fewer;
    fewer.answered().state(AnswerState::not_applicable, 0, 2).state(AnswerState::dont_know, 0, 3);
    CHECK(fewer.result().state == NodeState::unknown);
}

TEST_CASE("a practice that nobody rated is unknown, one that nobody saw is not asked, and both could be anything") {
    Case unknown;
    unknown.answered().state(AnswerState::skipped);
    Case not_asked;
    not_asked.answered().state(AnswerState::not_asked);
    CHECK(unknown.result().state == NodeState::unknown);
    CHECK(not_asked.result().state == NodeState::not_asked);
    CHECK(Case().result().state == NodeState::not_asked);
    for (const NodeScore& result : {unknown.result(), not_asked.result()}) {
        CHECK_FALSE(result.claimed.point);
        CHECK(result.claimed.range == Interval{0, 4});
        CHECK(result.claimed.known == 0);
        CHECK(result.claimed.in_scope == 1);
    }
}

TEST_CASE("an agreed level scores a practice for which nobody gave one") {
    Case one;
    one.answered().state(AnswerState::dont_know).agreed(10000);
    CHECK(one.result().state == NodeState::scored);
    CHECK(one.result().claimed.point == Rational(1));
}

TEST_CASE("evidenced is the lower of the claim and what the evidence supports") {
    Case strong;
    strong.answered().level(2).supported(30000);
    CHECK(strong.result().evidenced.point == Rational(2));
    CHECK(strong.result().gap == Rational(0));

    Case weak;
    weak.answered().level(4).level(3).supported(20000);
    CHECK(weak.result().claimed.point == Rational::fraction(7, 2));
    CHECK(weak.result().evidenced.point == Rational(2));
    CHECK(weak.result().gap == Rational::fraction(3, 2));
}

TEST_CASE("no evidence still supports what the framework says it does") {
    Case one;
    one.answered().level(3).supported(0);
    CHECK(one.result().evidenced.point == Rational(1));
}

TEST_CASE("evidence that was not asked for is unknown, which is not none") {
    Case one;
    one.answered().level(3);
    const NodeScore result = one.result();
    CHECK_FALSE(result.evidence_known);
    CHECK_FALSE(result.evidenced.point);
    CHECK_FALSE(result.gap);
    CHECK(result.evidenced.range == Interval{0, 4});
    CHECK(result.evidenced.known == 0);
    CHECK(result.evidenced.in_scope == 1);
    CHECK_FALSE(score(one.plan, one.tally).evidence_collected);
}

TEST_CASE("evidence under a practice without a level scores nothing") {
    Case one;
    one.answered().state(AnswerState::dont_know).supported(30000);
    CHECK(one.result().evidence_known);
    CHECK_FALSE(one.result().evidenced.point);
    CHECK(score(one.plan, one.tally).evidence_collected);
}
