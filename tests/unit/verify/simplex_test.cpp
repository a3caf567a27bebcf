#include "verify/simplex.hpp"

#include "catch.hpp"

using namespace waymark;

namespace {

Rational sum(const std::vector<Rational>& factors, const std::vector<Rational>& values) {
    Rational total;
    for (std::size_t i = 0; i < values.size(); ++i) total += factors[i] * values[i];
    return total;
}

void check_solution(std::size_t variables, const std::vector<Inequality>& inequalities) {
    const auto found = solution_of(variables, inequalities);
    REQUIRE(found);
    for (const Rational& value : *found) CHECK(value >= Rational(0));
    for (const Inequality& one : inequalities) {
        if (one.strict) CHECK(sum(one.factors, *found) > one.least);
        if (!one.strict) CHECK(sum(one.factors, *found) >= one.least);
    }
}

}  // namespace

TEST_CASE("inequalities with a common solution are solved", "[simplex]") {
    check_solution(2, {{{1, 0}, 3, false}, {{-1, -1}, -5, false}, {{0, 1}, 2, false}});  // x >= 3, x + y <= 5, y >= 2
    check_solution(2, {{{1, -1}, 0, true}, {{-1, 0}, -1, false}, {{0, 1}, 0, true}});    // x > y > 0, x <= 1
    check_solution(1, {});
}

TEST_CASE("inequalities without a common solution have none", "[simplex]") {
    CHECK_FALSE(solution_of(1, {{{1}, 3, false}, {{-1}, -2, false}}));  // x >= 3, x <= 2
    CHECK_FALSE(solution_of(1, {{{1}, 3, true}, {{-1}, -3, false}}));   // x > 3, x <= 3
    CHECK_FALSE(
        solution_of(2, {{{-1, -1}, -1, false}, {{1, 0}, 1, false}, {{0, 1}, 0, true}}));  // x + y <= 1, x >= 1, y > 0
    CHECK_FALSE(solution_of(1, {{{-1}, 1, false}}));                                      // -x >= 1
}

TEST_CASE("an edge that a strict inequality leaves out is no solution and the same edge of one that is not strict is",
          "[simplex]") {
    const Rational third = Rational::fraction(1, 3);
    check_solution(2, {{{Rational(1) - third, Rational(0) - third}, 0, false},
                       {{1, 1}, 1, false},
                       {{-1, -1}, -1, false},
                       {{-1, 0}, Rational(0) - third, false}});
    CHECK_FALSE(solution_of(2, {{{Rational(1) - third, Rational(0) - third}, 0, true},
                                {{1, 1}, 1, false},
                                {{-1, -1}, -1, false},
                                {{-1, 0}, Rational(0) - third, false}}));
}
