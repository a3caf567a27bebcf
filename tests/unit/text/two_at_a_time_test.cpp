#include "text/two_at_a_time.hpp"

#include <stdexcept>
#include <vector>

#include "catch.hpp"

using namespace waymark;

TEST_CASE("every task is done once, however many there are", "[proofs]") {
    for (const std::size_t count : {0, 1, 2, 3, 100}) {
        std::vector<int> done(count);
        two_at_a_time(count, [&](std::size_t at) { ++done[at]; });
        CHECK(done == std::vector<int>(count, 1));
    }
}

TEST_CASE("what a task throws is thrown on, on whichever thread it ran", "[proofs]") {
    for (int which = 0; which < 4; ++which) {
        const auto fail = [&](std::size_t at) {
            if (static_cast<int>(at) == which) throw std::runtime_error("no");
        };
        CHECK_THROWS_AS(two_at_a_time(4, fail), std::runtime_error);
    }
}
