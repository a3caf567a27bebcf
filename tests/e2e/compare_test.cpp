// `waymark compare`, `--min`, `--max-flags`, `--baseline`, and reports as CSV, through the program.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace {

const std::string kBefore = "examples/home-heating/assessment.yaml";
const std::string kAfter = "examples/home-heating/after-18-months.yaml";

std::vector<std::string> codes(const nlohmann::json& list) {
    std::vector<std::string> found;
    for (const auto& each : list) found.push_back(each["code"].get<std::string>());
    std::sort(found.begin(), found.end());
    return found;
}

// None of those in the two cases takes two columns.
int letters(const std::string& line) {
    const auto begins_one = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<int>(std::count_if(line.begin(), line.end(), begins_one));
}

}  // namespace

// Worked out by hand from the two reports before `compare` existed: docs/compare.md.
TEST_CASE("the two worked cases compare as worked out by hand") {
    const Outcome outcome = waymark({"compare", kBefore, kAfter, "-f", "json"});
    REQUIRE(outcome.status == 0);
    const auto step = nlohmann::json::parse(outcome.out)["steps"][0];
    CHECK(codes(step["rises"]) == std::vector<std::string>{"C1", "C2", "C4", "C5", "C6", "D1", "D2",
                                                           "D3", "D4", "D7", "I1", "I2", "I3", "I4",
                                                           "I5", "I6", "I7", "S1", "S4", "S5", "S6"});
    CHECK(codes(step["falls"]) == std::vector<std::string>{"S2", "S3"});
    CHECK(codes(step["claims"]) == std::vector<std::string>{"C3", "D5", "D6"});
    CHECK(step["apart"].empty());
    CHECK(step["unchanged"] == 0);
    CHECK(step["rises"][0]["code"] == "I5");  // 0 to 2.5, the widest
    for (const auto& rise : step["rises"]) CHECK_FALSE(rise["nothing_new"].get<bool>());
}

TEST_CASE("a comparison keeps to the width of the terminal and says both sides of a series") {
    for (const std::string width : {"40", "80", "120"}) {
        const Outcome outcome = waymark({"--width", width, "compare", kAfter, kBefore, kBefore});
        REQUIRE(outcome.status == 0);
        std::istringstream lines(outcome.out);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(letters(line) <= std::stoi(width));
        }
        CHECK(has(outcome.out, "Evidenced"));
        CHECK(has(outcome.out, "Claimed"));
        // By date: the two of 2026 first, however they were named.
        CHECK(outcome.out.find("From 2026-11-20 to 2026-11-20") < outcome.out.find("From 2026-11-20 to 2028-05-20"));
    }
}

TEST_CASE("a comparison is the same from assessments and from their scorecards and each time") {
    const Folder folder;
    for (const auto& [input, name] : {std::pair(kBefore, "a.json"), std::pair(kAfter, "b.json")}) {
        REQUIRE(waymark({"report", input, "-f", "json", "-o", folder.path(name)}).status == 0);
    }
    for (const char* format : {"text", "md", "html", "json"}) {
        const Outcome direct = waymark({"compare", kBefore, kAfter, "-f", format});
        CHECK(direct.status == 0);
        CHECK(direct.err.empty());
        CHECK(direct.out == waymark({"compare", folder.path("a.json"), folder.path("b.json"), "-f", format}).out);
        CHECK(direct.out == waymark({"compare", kBefore, kAfter, "-f", format}).out);
    }
}

TEST_CASE("what cannot be compared is refused") {
    const Outcome others = waymark({"compare", kBefore, "examples/school-readiness/assessment.yaml"});
    CHECK(others.status == 2);
    CHECK(others.out.empty());
    CHECK(has(others.err, "different organisations"));
    CHECK(waymark({"compare", kBefore}).status == 2);
    CHECK(waymark({"compare", kBefore, "no-such-file.yaml"}).status == 2);
}

TEST_CASE("gates that are met change nothing and others exit with 1 and a line each") {
    const Outcome met = waymark({"report", kAfter, "--min", "overall>=2", "--max-flags", "high=0"});
    CHECK(met.status == 0);
    CHECK(met.err.empty());
    CHECK(has(met.out, "Gate overall>=2 is met. Overall is 2.25 (evidenced)."));
    const Outcome unmet = waymark(
        {"report", kBefore, "--min", "implementing>=2", "--min", "overall.claimed>=2", "--max-flags", "high.raised=0"});
    CHECK(unmet.status == 1);
    CHECK(unmet.err ==
          "gate not met: implementing>=2: Implementing is 0.88 (evidenced).\n"
          "gate not met: high.raised=0: 11 high signs are raised (W01, W02, W03, W04, W05 and 6 more).\n");
    for (const char* format : {"text", "md", "json", "csv", "html", "xlsx"}) {
        const Outcome each = waymark({"report", kBefore, "--min", "implementing>=2", "-f", format});
        CHECK(each.status == 1);
        CHECK(has(each.err, "gate not met: implementing>=2"));
        CHECK_FALSE(each.out.empty());
    }
    const auto card = nlohmann::json::parse(waymark({"report", kBefore, "--min", "implementing>=2", "-f", "json"}).out);
    CHECK(card["gates"][0]["met"] == false);
    CHECK(has(waymark({"report", kBefore, "--min", "implementing>=2", "-f", "html"}).out,
              "<li>Gate implementing&gt;=2 is not met. Implementing is 0.88 (evidenced).</li>"));
}

TEST_CASE("gates hold every assessment of a batch to the same") {
    const Outcome outcome = waymark({"score", kBefore, kAfter, "--min", "overall>=2", "-f", "csv"});
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "Aldermoor Combined Authority (invented): gate not met: overall>=2: Overall is 1.38"));
    CHECK_FALSE(has(outcome.err, "2.25"));
    for (const char* format : {"text", "md", "json", "jsonl", "html", "xlsx"}) {
        const Outcome each = waymark({"score", kBefore, kAfter, "--min", "overall>=2", "-f", format});
        CHECK(each.status == 1);
        CHECK(each.err == outcome.err);
        CHECK_FALSE(each.out.empty());
    }
    CHECK(waymark({"score", kAfter, "--min", "overall>=2"}).status == 0);
}

TEST_CASE("a baseline is an assessment or a scorecard") {
    const Folder folder;
    REQUIRE(waymark({"report", kBefore, "-f", "json", "-o", folder.path("a.json")}).status == 0);
    CHECK(waymark({"report", kBefore, "--baseline", folder.path("a.json")}).status == 0);
    const Outcome worse = waymark({"report", kAfter, "--baseline", folder.path("a.json")});
    CHECK(worse.status == 1);
    CHECK(has(worse.err, "gate not met: baseline: Managing for purpose and trust fell from 2.50 to 2.00 (evidenced)."));
    CHECK(waymark({"report", kAfter, "--baseline", "no-such-file.json"}).status == 2);
}

TEST_CASE("wrong gates are wrong use") {
    const std::vector<std::vector<std::string>> wrong = {{"--min", "implemeting>=2"},
                                                         {"--min", "implementing=2"},
                                                         {"--min", "implementing>=5"},
                                                         {"--max-flags", "hgih=0"},
                                                         {"--max-flags", "high=x"}};
    for (const auto& gate : wrong) {
        std::vector<std::string> arguments = {"report", kBefore};
        arguments.insert(arguments.end(), gate.begin(), gate.end());
        const Outcome outcome = waymark(arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("a spreadsheet needs a file or a pipe and an unknown table gets help") {
    const Folder folder;
    CHECK(waymark({"report", kBefore, "-f", "xlsx", "-o", folder.path("a.xlsx")}).status == 0);
    CHECK(read_text(folder.path("a.xlsx")) == waymark({"report", kBefore, "-f", "xlsx"}).out);
    CHECK(folder.names() == std::vector<std::string>{"a.xlsx"});
    const Outcome table = waymark({"report", kBefore, "-f", "csv", "--table", "flgas"});
    CHECK(table.status == 2);
    CHECK(has(table.err, "did you mean 'flags'?"));
    CHECK(waymark({"report", kBefore, "--dictionary"}).status == 2);
    const Outcome nowhere = waymark({"report", kBefore, "-f", "xlsx", "-o", folder.path("b.xlsx")},
                                    {"", WAYMARK_SOURCE_DIR, {"TMPDIR=/nonexistent"}});
    CHECK(nowhere.status == 0);  // /tmp serves where TMPDIR does not
    CHECK(waymark({"report", kBefore, "-f", "xlsx", "-o", folder.path("no/b.xlsx")}).status == 3);
}

TEST_CASE("a comparison and a group wear the style of a house as a report does") {
    const Folder folder;
    const std::string logo = folder.write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"report", kBefore}, {"compare", kBefore, kAfter}, {"score", kBefore, kAfter}}) {
        const auto with = [&](std::vector<std::string> more) {
            more.insert(more.begin(), {"-f", "html"});
            more.insert(more.begin(), command.begin(), command.end());
            return waymark(more);
        };
        CHECK(has(with({"--accent", "#1f5fa8"}).out, "--accent:#1f5fa8"));
        const Outcome no_colour = with({"--accent", "blue"});
        CHECK(no_colour.status == 2);
        CHECK(has(no_colour.err, "is not a colour like #1f5fa8"));
        const Outcome no_picture = with({"--logo", logo});
        CHECK(no_picture.status == 2);
        CHECK(has(no_picture.err, "neither a PNG nor a JPEG"));
    }
}
