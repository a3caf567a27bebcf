// Whole reports as the program printed them: they show what a change alters, not that a figure is right.
#include "golden.hpp"

#include "catch.hpp"
#include "program.hpp"

namespace {

void compare(const std::string& name, const std::vector<std::string>& arguments) {
    const Outcome outcome = waymark(arguments);
    REQUIRE(outcome.status == 0);
    compare_golden(name, outcome.out);
}

}  // namespace

TEST_CASE("reports look as they were approved") {
    const std::string heating = "examples/home-heating/assessment.yaml";
    compare("home-heating.txt", {"report", heating});
    compare("home-heating-narrow-ascii.txt", {"--ascii", "--width", "60", "report", heating});
    compare("school-readiness.md", {"report", "examples/school-readiness/assessment.yaml", "-f", "md"});
    const std::string later = "examples/home-heating/after-18-months.yaml";
    compare("home-heating-compared.txt", {"compare", heating, later});
    compare("home-heating-compared.md", {"compare", heating, later, "-f", "md"});
    compare("hospital.txt", {"report", "examples/school-readiness/hospital.yaml"});
}
