// Whole reports as the program printed them: they show what a change alters, not that a figure is right. Digests are masked.
#include <cstdlib>
#include <fstream>

#include "catch.hpp"
#include "program.hpp"

namespace {

bool is_digest_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

std::string masked(std::string text) {
    constexpr std::size_t kDigest = 64;
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        run = is_digest_digit(text[i]) ? run + 1 : 0;
        if (run == kDigest) text.replace(i + 1 - kDigest, kDigest, kDigest, '#');
    }
    return text;
}

void compare(const std::string& name, const std::vector<std::string>& arguments) {
    const Outcome outcome = waymark(arguments);
    REQUIRE(outcome.status == 0);
    const std::string path = std::string(WAYMARK_SOURCE_DIR "/tests/golden/") + name;
    if (std::getenv("WAYMARK_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << masked(outcome.out);
    INFO("read the difference; if it is right, run again with WAYMARK_UPDATE_GOLDEN=1");
    CHECK(masked(outcome.out) == read_text(path));
}

}  // namespace

TEST_CASE("reports look as they were approved") {
    const std::string heating = "examples/home-heating/assessment.yaml";
    compare("home-heating.txt", {"report", heating});
    compare("home-heating-narrow-ascii.txt", {"--ascii", "--width", "60", "report", heating});
    compare("school-readiness.md", {"report", "examples/school-readiness/assessment.yaml", "-f", "md"});
    compare("hospital.txt", {"report", "examples/school-readiness/hospital.yaml"});
}
