#include "assessment/progress.hpp"

#include <algorithm>

#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;

namespace {

std::string file_of(const std::string& version, const std::string& answers) {
    return "waymark: assessment/1\nframework: mission-maturity@" + version +
           "\norganisation: Warm Homes\ndate: 2026-11-20\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n" +
           answers;
}

bool says(const FrameworkChange& change, const std::string& part) {
    return std::ranges::any_of(change.says,
                               [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("an outline needs no framework") {
    const auto outline = outline_assessment(file_of("9.9.9", "      a: b\n      c: {level: d}\n"));
    REQUIRE(outline.has_value());
    CHECK(outline->framework == "mission-maturity@9.9.9");
    CHECK(outline->organisation == "Warm Homes");
    REQUIRE(outline->respondents.size() == 1);
    CHECK(outline->respondents[0].role == "leader");
    CHECK(outline->respondents[0].practices == std::vector<std::string>{"a", "c"});
    for (const char* text : {"", "a: [", "waymark: framework/1\n", "- a\n", "waymark: [assessment/1]\n"}) {
        CHECK_FALSE(outline_assessment(text).has_value());
    }
    CHECK(outline_assessment("waymark: assessment/1\nrespondents: {a: b}\n")->respondents.size() == 1);
    CHECK(outline_assessment("waymark: assessment/1\nrespondents: none\n")->respondents.empty());
}

TEST_CASE("questions left are those with no answer of any kind") {
    const auto outline = outline_assessment(
        file_of("1.2.3", "      networks: skipped\n      reach: inside\n      real-mission: dont-know\n"));
    CHECK(questions_left(*outline, "r1", sample::framework()) ==
          std::vector<int>{sample::element("shared-diagnosis"), sample::element("tool-repertoire"),
                           sample::element("peer-support"), sample::element("open-work")});
    CHECK(questions_left(*outline, "r2", sample::framework()).size() == 7);
    CHECK(is_unfinished(*outline, sample::framework()));
}

TEST_CASE("the same version changes nothing, be the answers right or wrong") {
    const auto change = compare_framework(file_of("1.2.3", "      networks: much\n"), sample::framework());
    CHECK_FALSE(change.refused);
    CHECK(change.changes.empty());
    CHECK(change.says.empty());
}

TEST_CASE("another minor version carries over what still counts and keeps the rest as comments") {
    const std::string text = file_of("1.1.0",
                                     "      networks: embedded   # sure\n"
                                     "      charter: {level: embedded, note: Signed}\n"
                                     "      reach: everywhere\n"
                                     "      real-mission: {not-applicable: No}\n"
                                     "      open-work: {level: absent, evidence: [{strength: rumour}]}\n");
    const auto change = compare_framework(text, sample::framework());
    CHECK_FALSE(change.refused);
    CHECK(change.from == "1.1.0");
    CHECK(change.to == "1.2.3");
    CHECK(says(change, "from version 1.1.0 to 1.2.3"));
    CHECK(says(change, "the answer to 'charter' no longer counts: "));
    CHECK(says(change, "1 of 5 answers still count"));
    CHECK(says(change,
               "6 questions have no answer yet: A real mission, Shared diagnosis, Tools, Peer support, "
               "Working in the open and 1 more"));
    const Edited edited = edit_assessment(text, change.changes);
    REQUIRE(edited.text.has_value());
    INFO(*edited.text);
    const auto read = sample::read(*edited.text);
    REQUIRE(read.assessment.has_value());
    CHECK(read.diagnostics.empty());
    REQUIRE(read.assessment->respondents[0].answers.size() == 1);
    CHECK(edited.text->find("      networks: embedded   # sure\n") != std::string::npos);
    CHECK(edited.text->find("      # charter: {level: embedded, note: Signed}\n") != std::string::npos);
    CHECK(edited.text->find("      # reach: everywhere\n") != std::string::npos);
    CHECK(edited.text->find("# Set aside with version 1.2.3 of the framework: ") != std::string::npos);
    CHECK(compare_framework(*edited.text, sample::framework()).changes.empty());
}

TEST_CASE("another major version or framework is refused with help") {
    const auto major = compare_framework(file_of("2.0.0", ""), sample::framework());
    CHECK(major.refused);
    CHECK(major.problem.find("version 2.0.0") != std::string::npos);
    CHECK_FALSE(major.help.empty());
    CHECK(compare_framework("waymark: assessment/1\nframework: other@1.2.3\n", sample::framework()).refused);
}

TEST_CASE("a framework named by its path has no version to compare, but its answers are") {
    std::string text = file_of("1.1.0", "      networks: absent\n      charter: embedded\n");
    text.replace(text.find("mission-maturity@1.1.0"), 22, "my-framework.yaml");
    const auto change = compare_framework(text, sample::framework());
    CHECK(change.changes.size() == 1);
    CHECK(says(change, "1 of 2 answers still count"));
}
