// `waymark score` on native assessments: rows in each format, and files whole or not at all.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string kExamples = WAYMARK_SOURCE_DIR "/examples/";
const std::vector<std::string> kTeams{kExamples + "home-heating/assessment.yaml",
                                      kExamples + "school-readiness/assessment.yaml"};

Outcome score(std::vector<std::string> arguments, const std::vector<std::string>& files = kTeams) {
    arguments.insert(arguments.begin(), "score");
    arguments.insert(arguments.end(), files.begin(), files.end());
    return waymark(arguments);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("json lines hold one whole scorecard each") {
    const Outcome outcome = score({"-f", "jsonl"});
    CHECK(outcome.status == 0);
    const auto lines = lines_of(outcome.out);
    REQUIRE(lines.size() == 2);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const Outcome report = waymark({"report", kTeams[at], "-f", "json"});
        CHECK(Json::parse(lines[at]) == Json::parse(report.out));
    }
}

TEST_CASE("rows written to a file are those that are printed") {
    const Folder folder;
    for (const std::string format : {"text", "csv", "jsonl", "json"}) {
        INFO(format);
        const std::string path = folder.path("out." + format);
        CHECK(score({"-f", format, "-o", path}).status == 0);
        CHECK(read_text(path) == score({"-f", format}).out);
    }
    CHECK(folder.names().size() == 4);
}

TEST_CASE("teams of different frameworks leave no half a table") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string small = folder.write(
        "team.yaml", small_assessment("respondents: [{id: r1, role: leader, answers: {one: some, two: much}}]\n"));
    const std::string table = folder.write("table.csv", "old");
    const Outcome outcome = score({"-f", "csv", "-o", table}, {kTeams[0], small});
    CHECK(outcome.status == 2);
    CHECK(has(outcome.err, "different dimensions"));
    CHECK(read_text(table) == "old");
    CHECK(folder.names().size() == 3);
}

TEST_CASE("a table that cannot be written is our failure and leaves nothing") {
    CHECK(score({"-f", "csv", "-o", "/nowhere/at/all.csv"}).status == 3);
    const Outcome full = score({"-f", "csv", "-o", "/dev/full"});
    CHECK(full.status == 3);
    CHECK(has(full.err, "/dev/full"));
    const Folder folder;
    const std::string bad = folder.write("bad.yaml", "waymark: assessment/1\n");
    CHECK(score({"-f", "csv", "-o", folder.path("table.csv")}, {bad}).status == 2);
    CHECK_FALSE(fs::exists(folder.path("table.csv")));
    CHECK(folder.names().size() == 1);
}
