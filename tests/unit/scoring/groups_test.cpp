// From practices to groups: roll-ups, scope, ranges and withholding.
#include "catch.hpp"
#include "unit/scoring/hand_built.hpp"

using namespace hand_built;

namespace {

// One dimension of practices with these weights, each answered by one person at the given level: -1 means
// don't know, -2 not applicable.
struct Dimension {
    Plan plan = plan_of_roles(1);
    int index;
    std::vector<int> practices;
    Tally tally;

    Dimension(Rollup rollup, const std::vector<std::int64_t>& weights, const std::vector<int>& levels)
        : index(add_dimension(plan, rollup)) {
        for (const std::int64_t weight : weights) practices.push_back(add_practice(plan, index, weight));
        tally = empty_tally(plan);
        for (std::size_t i = 0; i < levels.size(); ++i) answer(practices[i], levels[i]);
    }
    void answer(int practice, int level) {
        if (level >= 0) answers(tally, plan, practice).level(level);
        if (level == -1) answers(tally, plan, practice).state(AnswerState::dont_know);
        if (level == -2) answers(tally, plan, practice).state(AnswerState::not_applicable);
    }
    NodeScore result() const { return at(score(plan, tally), index); }
    NodeScore overall() const { return at(score(plan, tally), 0); }
};

}  // namespace

TEST_CASE("a mean weighs its children") {
    const NodeScore result = Dimension(Rollup::mean, {2, 1, 1}, {4, 1, 0}).result();
    CHECK(result.claimed.point == Rational::fraction(9, 4));
    CHECK(result.claimed.range == Interval{Rational::fraction(9, 4), Rational::fraction(9, 4)});
    CHECK(result.state == NodeState::scored);
    CHECK(result.claimed.known == 3);
    CHECK(result.claimed.in_scope == 3);
}

TEST_CASE("what does not apply leaves the mean") {
    const NodeScore result = Dimension(Rollup::mean, {1, 1, 1}, {4, -2, 1}).result();
    CHECK(result.claimed.point == Rational::fraction(5, 2));
    CHECK(result.claimed.in_scope == 2);
    CHECK(result.claimed.known == 2);
}

TEST_CASE("an unknown practice leaves the point and widens the range") {
    const NodeScore result = Dimension(Rollup::mean, {1, 1, 1, 1}, {3, 2, 1, -1}).result();
    CHECK(result.claimed.point == Rational(2));
    CHECK(result.claimed.range == Interval{Rational::fraction(3, 2), Rational::fraction(5, 2)});
    CHECK(result.claimed.known == 3);
    CHECK(result.claimed.in_scope == 4);
}

TEST_CASE("a dimension is shown at exactly two thirds known and withheld below") {
    const NodeScore at_edge = Dimension(Rollup::mean, {1, 1, 1}, {3, 3, -1}).result();
    CHECK_FALSE(at_edge.claimed.withheld);
    CHECK(at_edge.claimed.point == Rational(3));

    const Dimension below(Rollup::mean, {1, 1, 1, 1, 1}, {3, 3, 3, -1, -1});
    CHECK(below.result().claimed.withheld);
    CHECK_FALSE(below.result().claimed.point);
    CHECK(below.result().claimed.range == Interval{Rational::fraction(9, 5), Rational::fraction(17, 5)});
    CHECK(below.overall().claimed.withheld);
    CHECK_FALSE(below.overall().claimed.point);
    CHECK(below.overall().claimed.range == below.result().claimed.range);
}

TEST_CASE("what does not apply does not count against coverage") {
    const NodeScore result = Dimension(Rollup::mean, {1, 1, 1, 1}, {3, 3, -1, -2}).result();
    CHECK_FALSE(result.claimed.withheld);
    CHECK(result.claimed.in_scope == 3);
}

TEST_CASE("one withheld dimension withholds the overall") {
    Dimension first(Rollup::mean, {1}, {3});
    const int second = add_dimension(first.plan);
    add_practice(first.plan, second);
    first.tally = empty_tally(first.plan);
    first.answer(first.practices[0], 3);
    const Scores scores = score(first.plan, first.tally);
    CHECK(at(scores, first.index).claimed.point == Rational(3));
    CHECK(at(scores, second).state == NodeState::unknown);
    CHECK(at(scores, second).claimed.withheld);
    CHECK(at(scores, 0).state == NodeState::scored);
    CHECK(at(scores, 0).claimed.withheld);
    CHECK(at(scores, 0).claimed.range == Interval{Rational::fraction(3, 2), Rational::fraction(7, 2)});
}

TEST_CASE("a group of which nothing applies leaves its parent") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan);
    const int group = add_group(plan, dimension);
    const int inside = add_practice(plan, group);
    const int beside = add_practice(plan, dimension);
    Tally tally = empty_tally(plan);
    answers(tally, plan, inside).state(AnswerState::not_applicable);
    answers(tally, plan, beside).level(3);
    const Scores scores = score(plan, tally);
    CHECK(at(scores, group).state == NodeState::not_applicable);
    CHECK_FALSE(at(scores, group).claimed.point);
    CHECK_FALSE(at(scores, group).claimed.range);
    CHECK_FALSE(at(scores, group).claimed.withheld);
    CHECK(at(scores, dimension).claimed.point == Rational(3));
    CHECK(at(scores, dimension).claimed.in_scope == 1);
}

TEST_CASE("a whole of which nothing applies has no score") {
    const NodeScore overall = Dimension(Rollup::mean, {1, 1}, {-2, -2}).overall();
    CHECK(overall.state == NodeState::not_applicable);
    CHECK_FALSE(overall.claimed.point);
    CHECK_FALSE(overall.claimed.range);
}

TEST_CASE("an unknown group withholds its parent however much else is known") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan);
    std::vector<int> known;
    for (int i = 0; i < 9; ++i) known.push_back(add_practice(plan, dimension));
    const int group = add_group(plan, dimension);
    add_practice(plan, group);
    Tally tally = empty_tally(plan);
    for (const int practice : known) answers(tally, plan, practice).level(2);
    const Scores scores = score(plan, tally);
    CHECK(at(scores, group).claimed.withheld);
    CHECK(at(scores, dimension).claimed.withheld);
    CHECK(at(scores, dimension).claimed.range == Interval{Rational::fraction(9, 5), Rational::fraction(11, 5)});
}

TEST_CASE("an intermediate group is shown as soon as anything in it is known") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan);
    std::vector<int> beside;
    for (int i = 0; i < 6; ++i) beside.push_back(add_practice(plan, dimension));
    const int group = add_group(plan, dimension);
    const int known = add_practice(plan, group);
    add_practice(plan, group);
    add_practice(plan, group);
    Tally tally = empty_tally(plan);
    for (const int practice : beside) answers(tally, plan, practice).level(2);
    answers(tally, plan, known).level(4);
    const Scores scores = score(plan, tally);
    CHECK(at(scores, group).claimed.point == Rational(4));
    CHECK(at(scores, dimension).claimed.known == 7);  // practices, not children: 7 of 9
    CHECK(at(scores, dimension).claimed.in_scope == 9);
    CHECK(at(scores, dimension).claimed.point == Rational::fraction(16, 7));
}

TEST_CASE("a sum adds weighted values and says what is attainable") {
    Dimension sum(Rollup::sum, {2, 1, 3}, {3, 4, -2});
    CHECK(sum.result().claimed.point == Rational(10));
    CHECK(sum.result().lowest == Rational(0));
    CHECK(sum.result().highest == Rational(12));  // what does not apply lowers it: 2*4 + 1*4
    at(sum.plan, sum.index).weight_unit = Rational::fraction(1, 2);
    CHECK(sum.result().claimed.point == Rational(5));
    CHECK(sum.result().highest == Rational(6));
}

TEST_CASE("a sum with anything unknown has only a range, and so has whatever is made of it") {
    const Dimension sum(Rollup::sum, {1, 1, 1, 1}, {3, 4, 0, -1});
    const NodeScore result = sum.result();
    CHECK_FALSE(result.claimed.withheld);
    CHECK_FALSE(result.claimed.point);
    CHECK(result.claimed.range == Interval{7, 11});
    CHECK(result.highest == Rational(16));
    CHECK_FALSE(sum.overall().claimed.point);
    CHECK(sum.overall().claimed.range == Interval{Rational::fraction(7, 4), Rational::fraction(11, 4)});
}

TEST_CASE("a minimum takes the weakest known child and ignores weights") {
    CHECK(Dimension(Rollup::minimum, {9, 1, 1}, {4, 2, 3}).result().claimed.point == Rational(2));
    const NodeScore with_unknown = Dimension(Rollup::minimum, {1, 1, 1}, {4, 2, -1}).result();
    CHECK(with_unknown.claimed.point == Rational(2));
    CHECK(with_unknown.claimed.range == Interval{0, 2});
    CHECK(Dimension(Rollup::minimum, {1, 1}, {-2, 3}).result().claimed.point == Rational(3));
}

TEST_CASE("weightless children count for coverage but not for the score") {
    CHECK(Dimension(Rollup::mean, {0, 1}, {4, 1}).result().claimed.point == Rational(1));
    const NodeScore nothing = Dimension(Rollup::mean, {0, 1}, {4, -2}).result();
    CHECK_FALSE(nothing.claimed.point);
    CHECK(nothing.claimed.withheld);
    CHECK(nothing.claimed.range == Interval{0, 4});
    const Dimension sum(Rollup::sum, {0, 1}, {4, -2});
    CHECK(sum.result().claimed.withheld);
    CHECK(sum.overall().claimed.range == Interval{0, 4});
}

TEST_CASE("stages are passed one after the other") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan, Rollup::staged);
    const int first = add_staged(plan, dimension, 1, 20000);
    const int second = add_staged(plan, dimension, 2, 20000);
    const int also_second = add_staged(plan, dimension, 2, 10000);
    const int third = add_staged(plan, dimension, 3, 10000);
    const auto staged = [&](int a, int b, int c, int d) {
        Tally tally = empty_tally(plan);
        int node = first;
        for (const int level : {a, b, c, d}) {
            if (level >= 0) answers(tally, plan, node).level(level);
            if (level == -1) answers(tally, plan, node).state(AnswerState::dont_know);
            if (level == -2) answers(tally, plan, node).state(AnswerState::not_applicable);
            ++node;
        }
        return at(score(plan, tally), dimension);
    };
    REQUIRE(second == first + 1);
    REQUIRE(also_second == first + 2);
    REQUIRE(third == first + 3);
    CHECK(staged(2, 2, 1, 1).claimed.point == Rational(3));
    CHECK(staged(2, 2, 1, 0).claimed.point == Rational(2));
    CHECK(staged(2, 2, 0, 4).claimed.point == Rational(1));  // the third stage does not count above a failed second
    CHECK(staged(1, 4, 4, 4).claimed.point == Rational(0));  // one below what passes
    CHECK(staged(2, -2, 1, 1).claimed.point == Rational(3));
    const NodeScore unknown = staged(2, -1, 1, 1);
    CHECK(unknown.claimed.point == Rational(1));
    CHECK(unknown.claimed.range == Interval{1, 3});
    CHECK(staged(2, 2, 1, 1).lowest == Rational(0));
    CHECK(staged(2, 2, 1, 1).highest == Rational(3));
}

TEST_CASE("an unknown practice fails its stage even where its lowest level would pass") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan, Rollup::staged);
    const int known = add_staged(plan, dimension, 1, 10000);
    const int also_known = add_staged(plan, dimension, 1, 10000);
    add_staged(plan, dimension, 2, 0);
    Tally tally = empty_tally(plan);
    answers(tally, plan, known).level(1);
    answers(tally, plan, also_known).level(1);
    CHECK(at(score(plan, tally), dimension).claimed.point == Rational(1));
    CHECK(at(score(plan, tally), dimension).claimed.range == Interval{1, 2});
}

TEST_CASE("a midpoint between two levels does not pass at the upper one") {
    Plan plan = plan_of_roles(1);
    const int dimension = add_dimension(plan, Rollup::staged);
    const int practice = add_staged(plan, dimension, 1, 20000);
    Tally tally = empty_tally(plan);
    answers(tally, plan, practice).level(1).level(2);
    CHECK(at(score(plan, tally), dimension).claimed.point == Rational(0));  // 1.5 is below 2
}

TEST_CASE("children on other scales are mapped end to end before a mean or a minimum") {
    for (const Rollup rollup : {Rollup::mean, Rollup::minimum}) {
        Plan plan = plan_of_roles(1);
        const int dimension = add_dimension(plan, rollup);
        const int usual = add_practice(plan, dimension);
        const int yes_or_no = add_practice(plan, dimension, 1, {0, 10000});
        const int shifted = add_practice(plan, dimension, 1, {-20000, 0, 60000});
        Tally tally = empty_tally(plan);
        answers(tally, plan, usual).level(3);
        answers(tally, plan, yes_or_no).level(1);  // 1 of 0…1 is 4 of 0…4
        answers(tally, plan, shifted).level(1);    // 0 of -2…6 is a quarter: 1
        const NodeScore result = at(score(plan, tally), dimension);
        CHECK(result.claimed.point == (rollup == Rollup::mean ? Rational::fraction(8, 3) : Rational(1)));
    }
}

TEST_CASE("stages and sums are mapped like any other scale") {
    Plan plan = plan_of_roles(1);
    const int staged = add_dimension(plan, Rollup::staged);
    const int first = add_staged(plan, staged, 1, 10000);
    const int second = add_staged(plan, staged, 2, 10000);
    const int sum = add_dimension(plan, Rollup::sum);
    const int counted = add_practice(plan, sum, 3);
    Tally tally = empty_tally(plan);
    answers(tally, plan, first).level(4);
    answers(tally, plan, second).level(0);
    answers(tally, plan, counted).level(3);
    const Scores scores = score(plan, tally);
    CHECK(at(scores, staged).claimed.point == Rational(1));
    CHECK(at(scores, sum).claimed.point == Rational(9));
    CHECK(at(scores, sum).highest == Rational(12));
    CHECK(at(scores, 0).claimed.point == Rational::fraction(5, 2));  // 1 of 2 is 2 of 4; 9 of 12 is 3 of 4
}

TEST_CASE("the two sides are withheld apart") {
    Dimension one(Rollup::mean, {1, 1, 1}, {3, 3, 3});
    answers(one.tally, one.plan, one.practices[0]).supported(20000);
    const NodeScore result = one.result();
    CHECK(result.claimed.point == Rational(3));
    CHECK(result.evidenced.withheld);
    CHECK(result.evidenced.known == 1);
    CHECK(result.evidenced.in_scope == 3);
    CHECK(result.evidenced.range == Interval{Rational::fraction(2, 3), Rational::fraction(10, 3)});
    CHECK_FALSE(result.gap);
    answers(one.tally, one.plan, one.practices[1]).supported(10000);
    CHECK(one.result().evidenced.point == Rational::fraction(3, 2));
    CHECK(one.result().gap == Rational::fraction(3, 2));
}

TEST_CASE("roll-ups by role read those roles' levels over what applies to everybody") {
    Plan plan = plan_of_roles(2);
    const int dimension = add_dimension(plan);
    std::vector<int> practices;
    for (int i = 0; i < 3; ++i) practices.push_back(add_practice(plan, dimension));
    Tally tally = empty_tally(plan);
    answers(tally, plan, practices[0]).level(4, 0).level(1, 1);
    answers(tally, plan, practices[1]).level(3, 0).level(2, 1);
    answers(tally, plan, practices[2]).level(2, 0).state(AnswerState::not_applicable, 1);
    CHECK(claimed_by_roles(plan, tally, dimension, {0}) == Rational(3));
    CHECK(claimed_by_roles(plan, tally, dimension, {1}) == Rational::fraction(3, 2));  // 2 of 3 practices
    CHECK(claimed_by_roles(plan, tally, practices[1], {1}) == Rational(2));
    CHECK_FALSE(claimed_by_roles(plan, tally, practices[2], {1}));

    Tally fewer = empty_tally(plan);
    answers(fewer, plan, practices[0]).level(4, 0).level(1, 1);
    answers(fewer, plan, practices[1]).level(3, 0);
    answers(fewer, plan, practices[2]).level(2, 0);
    CHECK_FALSE(claimed_by_roles(plan, fewer, dimension, {1}));  // 1 of 3
    CHECK_FALSE(claimed_by_roles(plan, fewer, 0, {1}));
    CHECK(claimed_by_roles(plan, fewer, 0, {0, 1}) == Rational::fraction(5, 2));  // 2.5, 3 and 2
}
