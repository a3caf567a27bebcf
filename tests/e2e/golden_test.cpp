// Whole reports as the program printed them: they show what a change alters, not that a figure is right. Digests are masked.
#include <cstdlib>
#include <fstream>

#include "catch.hpp"
#include "program.hpp"

namespace {

bool is_digest_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// A digest may be broken over lines, but not in its first digits: those of "SHA-256" before it are no part of it.
std::string masked(std::string text) {
    constexpr std::size_t kDigest = 64;
    std::vector<std::size_t> run;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digest_digit(text[i])) {
            run.push_back(i);
        } else if (run.size() < 8 || (text[i] != ' ' && text[i] != '\n')) {
            run.clear();
        }
        if (run.size() < kDigest) continue;
        for (const std::size_t place : run) text[place] = '#';
        run.clear();
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
