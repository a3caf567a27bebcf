// What is made of the levels given to one practice: statistics, spread, agreement, figures by role.
#include "catch.hpp"
#include "unit/scoring/hand_built.hpp"

using namespace hand_built;

namespace {

struct OnePractice {
    Plan plan = plan_of_roles(2);
    int dimension = add_dimension(plan);
    int practice = add_practice(plan, dimension);

    NodeScore with(const std::vector<int>& levels) const {
        Tally tally = empty_tally(plan);
        for (const int level : levels) answers(tally, plan, practice).level(level);
        return at(score(plan, tally), practice);
    }
};

}  // namespace

TEST_CASE("the median of an odd number of levels is the middle one") {
    CHECK(OnePractice().with({4, 0, 3}).claimed.point == Rational(3));
}

TEST_CASE("the median of an even number of levels is the midpoint of the two middle ones") {
    CHECK(OnePractice().with({4, 0, 3, 2}).claimed.point == Rational::fraction(5, 2));
    CHECK(OnePractice().with({0, 4}).claimed.point == Rational(2));
    CHECK(OnePractice().with({2, 2, 2, 4}).claimed.point == Rational(2));
}

TEST_CASE("everybody counts once whatever their role") {
    const OnePractice one;
    Tally tally = empty_tally(one.plan);
    answers(tally, one.plan, one.practice).level(4, 0).level(1, 1, 2);
    const NodeScore result = at(score(one.plan, tally), one.practice);
    CHECK(result.claimed.point == Rational(1));  // of 1, 1, 4; the mean of the roles' own medians would be 2.5
    CHECK(result.roles[0].mean == Rational(4));
    CHECK(result.roles[1].mean == Rational(1));
    CHECK(result.everyone.mean == Rational(2));
    CHECK(result.everyone.levels == 3);
}

TEST_CASE("a mean is rounded half up to the nearest ten-thousandth") {
    OnePractice one;
    one.plan.rules.respondents = RespondentStatistic::mean;
    CHECK(one.with({1, 1, 2}).claimed.point == Rational::fraction(13333, 10000));
    CHECK(one.with({1, 2, 2}).claimed.point == Rational::fraction(16667, 10000));
    // 1/32 = 0.03125 lies halfway between two ten-thousandths
    std::vector<int> levels(32, 0);
    levels[0] = 1;
    CHECK(one.with(levels).claimed.point == Rational::fraction(313, 10000));
    CHECK(one.with(levels).everyone.mean == Rational::fraction(1, 32));
}

TEST_CASE("half up is up for values below 0 too") {
    Plan plan = plan_of_roles(1);
    plan.rules.respondents = RespondentStatistic::mean;
    const int practice = add_practice(plan, add_dimension(plan), 1, {-10000, 0});
    Tally tally = empty_tally(plan);
    answers(tally, plan, practice).level(0, 0, 1).level(1, 0, 31);
    // -1/32 = -0.03125 goes to -0.0312
    CHECK(at(score(plan, tally), practice).claimed.point == Rational::fraction(-312, 10000));
}

TEST_CASE("a million respondents cost no more denominators than one") {
    OnePractice one;
    one.plan.rules.respondents = RespondentStatistic::mean;
    Tally tally = empty_tally(one.plan);
    answers(tally, one.plan, one.practice).level(0, 0, 333333).level(4, 1, 666664);
    // 2666656 / 999997 = 2.66666400…
    CHECK(at(score(one.plan, tally), one.practice).claimed.point == Rational::fraction(26667, 10000));
}

TEST_CASE("spread needs two levels, agreement three, quartiles ten") {
    const OnePractice one;
    CHECK_FALSE(one.with({3}).spread);
    const NodeScore two = one.with({3, 1});
    REQUIRE(two.spread);
    CHECK(two.spread->lowest == Rational(1));
    CHECK(two.spread->highest == Rational(3));
    CHECK_FALSE(two.spread->agreement);
    CHECK(one.with({3, 1, 1}).spread->agreement);
    CHECK_FALSE(one.with({0, 0, 1, 1, 2, 2, 3, 3, 4}).spread->lower_quartile);
}

TEST_CASE("agreement is one minus the variance over that of uniform answers") {
    const OnePractice one;
    // variance of 2, 3, 3 is 2/9; five equally spaced levels have the uniform variance 2
    CHECK(one.with({3, 2, 3}).spread->agreement == Rational::fraction(8, 9));
    CHECK(one.with({2, 2, 2}).spread->agreement == Rational(1));
    // as far apart as can be: variance 4, worse than chance
    CHECK(one.with({0, 0, 4, 4}).spread->agreement == Rational(-1));
    CHECK(one.with({0, 1, 2, 3, 4}).spread->agreement == Rational(0));
}

TEST_CASE("uniform answers are those over the scale's own values") {
    Plan plan = plan_of_roles(1);
    const int practice = add_practice(plan, add_dimension(plan), 1, {0, 10000, 50000});
    Tally tally = empty_tally(plan);
    // variance of 0, 0, 1 is 2/9; of 0, 1, 5 it is 26/3 - 4 = 14/3
    answers(tally, plan, practice).level(0, 0, 2).level(1);
    CHECK(at(score(plan, tally), practice).spread->agreement == Rational::fraction(20, 21));
}

TEST_CASE("quartiles are values that were given, by nearest rank") {
    const OnePractice one;
    // ranks 3 and 8 of ten
    const NodeScore ten = one.with({0, 0, 1, 2, 2, 2, 3, 3, 4, 4});
    CHECK(ten.spread->lower_quartile == Rational(1));
    CHECK(ten.spread->upper_quartile == Rational(3));
    // ranks 3 and 9 of twelve
    const NodeScore twelve = one.with({0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4});
    CHECK(twelve.spread->lower_quartile == Rational(0));
    CHECK(twelve.spread->upper_quartile == Rational(3));
}

TEST_CASE("an agreed level replaces the statistic but not the spread") {
    const OnePractice one;
    Tally tally = empty_tally(one.plan);
    answers(tally, one.plan, one.practice).level(4).level(1, 1).agreed(20000);
    const NodeScore result = at(score(one.plan, tally), one.practice);
    CHECK(result.agreed);
    CHECK(result.claimed.point == Rational(2));
    CHECK(result.spread->lowest == Rational(1));
    CHECK(result.spread->highest == Rational(4));
    CHECK(result.roles[0].mean == Rational(4));
}

TEST_CASE("statistics of some roles leave everybody else out, and the agreed level too") {
    const OnePractice one;
    Tally tally = empty_tally(one.plan);
    answers(tally, one.plan, one.practice).level(4, 0).level(1, 1).level(2, 1).level(2, 1).level(4, 1).agreed(0);
    const RoleStatistic second = statistic_of_roles(one.plan, tally, one.practice, {1});
    CHECK(second.n == 4);
    CHECK(second.claimed == Rational(2));
    CHECK(second.mean == Rational::fraction(9, 4));
    const RoleStatistic both = statistic_of_roles(one.plan, tally, one.practice, {0, 1});
    CHECK(both.n == 5);
    CHECK(both.claimed == Rational(2));
    const RoleStatistic nobody = statistic_of_roles(one.plan, tally, one.practice, {});
    CHECK(nobody.n == 0);
    CHECK_FALSE(nobody.claimed);
    CHECK_FALSE(nobody.mean);
    CHECK(statistic_of_roles(one.plan, tally, one.dimension, {1}).n == 0);
}
