// `waymark score` on native assessments: rows in each format, and files whole or not at all.
#include <algorithm>
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

TEST_CASE("what is written to a file is what is printed") {
    const Folder folder;
    for (const std::string format : {"text", "csv", "jsonl", "json", "md", "html"}) {
        INFO(format);
        const std::string path = folder.path("out." + format);
        CHECK(score({"-f", format, "-o", path}).status == 0);
        CHECK(read_text(path) == score({"-f", format}).out);
    }
    CHECK(folder.names().size() == 6);
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

namespace {

std::vector<std::string> cohort_files() {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(kExamples + "cohort")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const Json& with(const Json& list, const std::string& key, const Json& value) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Json& one) { return one.at(key) == value; });
    REQUIRE(found != list.end());
    return *found;
}

// The lines of a CSV file, parted at commas: titles with commas in them are not asked for.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : lines_of(text)) {
        std::vector<std::string> cells;
        std::istringstream stream(line);
        for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
        rows.push_back(cells);
    }
    return rows;
}

}  // namespace

TEST_CASE("a group gives the same bytes in any order of its files") {
    const Folder folder;
    std::vector<std::string> files = cohort_files();
    REQUIRE(files.size() == 14);
    std::vector<std::string> backwards(files.rbegin(), files.rend());
    backwards.push_back(files.front());  // named twice, read once
    for (const std::string format : {"text", "csv", "jsonl", "json", "md", "html", "xlsx"}) {
        INFO(format);
        const std::string first = folder.path("first");
        const std::string second = folder.path("second");
        REQUIRE(score({"-f", format, "-o", first}, files).status == 0);
        REQUIRE(score({"-f", format, "-o", second}, backwards).status == 0);
        CHECK(read_text(first) == read_text(second));
    }
}

TEST_CASE("a document about a group holds no row and names only who agreed") {
    std::vector<std::string> silent;
    const Outcome rows = score({"-f", "jsonl"}, cohort_files());
    for (const std::string& line : lines_of(rows.out)) {
        const Json card = Json::parse(line);
        if (!card.value("may_be_named", false)) silent.push_back(card.at("organisation").get<std::string>());
    }
    REQUIRE(silent.size() == 5);
    for (const std::string format : {"md", "html", "json"}) {
        const Outcome document = score({"-f", format}, cohort_files());
        const Outcome with_rows = score({"-f", format, "--with-rows"}, cohort_files());
        for (std::string name : silent) {
            INFO(format << ": " << name);
            CHECK_FALSE(has(document.out, name));
            name = name.substr(0, name.find(" ("));  // Markdown escapes what follows
            CHECK_FALSE(has(document.out, name));
            CHECK(has(with_rows.out, name));
        }
    }
}

TEST_CASE("the levels of a group are those counted from its rows") {
    // Claimed levels of every team in one practice, counted from the scorecards and joined by hand: from the lowest on
    // until a step has five, what is left over to the last step.
    std::vector<int> counts(6, 0);
    for (const std::string& line : lines_of(score({"-f", "jsonl"}, cohort_files()).out)) {
        const Json card = Json::parse(line);
        const Json& node = with(card.at("nodes"), "id", "money-follows-mission");
        ++counts[node.at("claimed").contains("point")
                     ? 1 + static_cast<std::size_t>(node.at("claimed").at("point").at("value").get<double>())
                     : 0];
    }
    std::vector<int> steps;
    int waiting = 0;
    for (const int count : counts) {
        waiting += count;
        if (waiting < 5) continue;
        steps.push_back(waiting);
        waiting = 0;
    }
    steps.back() += waiting;
    const Json file = Json::parse(score({"-f", "json"}, cohort_files()).out);
    const Json& node = with(file.at("groups").at(0).at("nodes"), "id", "money-follows-mission");
    std::vector<int> told;
    for (const Json& step : node.at("claimed").at("steps")) told.push_back(step.at("count").get<int>());
    CHECK(told == steps);
}

TEST_CASE("a cohort is written beside the rows in the format of its name") {
    const Folder folder;
    const std::string csv = folder.path("cohort.csv");
    const std::string page = folder.path("page");
    const Outcome outcome = score(
        {"-f", "csv", "--cohort", csv, "--cohort", "md=" + page, "--cohort", folder.path("c.xlsx")}, cohort_files());
    CHECK(outcome.status == 0);
    CHECK(outcome.out == score({"-f", "csv"}, cohort_files()).out);
    CHECK(read_text(page) == score({"-f", "md"}, cohort_files()).out);
    CHECK(read_text(folder.path("c.xlsx")).starts_with("PK"));
    const auto rows = csv_rows(read_text(csv));
    CHECK(rows.front().size() == 13);
    CHECK(rows.at(1).at(4) == "cohort");
    CHECK(rows.at(1).at(10) == "14");
    const Outcome wrong = score({"--cohort", folder.path("cohort.docx")}, cohort_files());
    CHECK(wrong.status == 2);
    CHECK(has(wrong.err, "does not say its format"));
}

TEST_CASE("the smallest cell can be raised and not lowered") {
    CHECK(score({"--min-cell", "4"}).status == 2);
    const Json file = Json::parse(score({"-f", "json", "--min-cell", "8"}, cohort_files()).out);
    const Json& group = file.at("groups").at(0);
    CHECK(group.at("least_cell") == 8);
    for (const Json& node : group.at("nodes")) {
        for (const Json& step : node.at("claimed").at("steps")) CHECK(step.at("count").get<int>() >= 8);
    }
    const Json few = Json::parse(score({"-f", "json", "--min-cell", "15"}, cohort_files()).out);
    CHECK(few.at("groups").at(0).at("too_few") == Json(true));
    CHECK_FALSE(few.at("groups").at(0).contains("nodes"));
}

TEST_CASE("different frameworks are read as groups of their own") {
    std::vector<std::string> files = cohort_files();
    files.insert(files.end(), kTeams.begin(), kTeams.end());
    const Json file = Json::parse(score({"-f", "json"}, files).out);
    REQUIRE(file.at("groups").size() >= 2);
    int all = 0;
    for (const Json& group : file.at("groups")) all += group.at("count").get<int>();
    CHECK(all == 16);
    CHECK(with(file.at("groups"), "count", 14).at("framework").at("id") == "mission-quick");
}

TEST_CASE("one scorecard file for each organisation reports as the assessment does") {
    const Folder folder;
    const std::string cards = folder.path("cards");
    CHECK(score({"--scorecards", cards}, kTeams).status == 0);
    const std::string card = cards + "/aldermoor-combined-authority-invented-2026-11-20.json";
    REQUIRE(fs::exists(card));
    CHECK(waymark({"report", card, "-f", "md"}).out == waymark({"report", kTeams[0], "-f", "md"}).out);
    // Names that could leave the folder, or that come to the same, do not.
    folder.write("small.yaml", kSmallFramework);
    std::vector<std::string> files;
    for (const std::string name : {"../../etc/passwd", "etc passwd"}) {
        std::string text = small_assessment("respondents: [{id: r1, role: leader, answers: {one: some, two: much}}]\n");
        text.replace(text.find("A team"), 6, "\"" + name + "\"");
        files.push_back(folder.write(std::to_string(files.size()) + ".yaml", text));
    }
    const std::string others = folder.path("others");
    CHECK(score({"--scorecards", others}, files).status == 0);
    CHECK(fs::exists(others + "/etc-passwd-2026-01-31.json"));
    CHECK(fs::exists(others + "/etc-passwd-2026-01-31-2.json"));
}

TEST_CASE("an organisation assessed twice counts once with its latest") {
    const Outcome outcome = score(
        {"-f", "json"}, {kExamples + "home-heating/assessment.yaml", kExamples + "home-heating/after-18-months.yaml"});
    const Json file = Json::parse(outcome.out);
    const Json& group = file.at("groups").at(0);
    CHECK(group.at("count") == 1);
    CHECK(group.at("set_aside") == 1);
    CHECK(group.at("first_date") == group.at("last_date"));
}

TEST_CASE("a hostile organisation cannot write into the page or the table") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    std::vector<std::string> files;
    for (int number = 0; number < 12; ++number) {
        std::string text =
            small_assessment("publish: {name: true}\nrespondents: [{id: r1, role: leader, answers: {one: {level: " +
                             std::string(number < 6 ? "much" : "little") +
                             ", evidence: [{strength: record, what: x, dated: 2026-01-01}]}, two: little}}]\n");
        const std::string name = number == 0 ? "=<script>alert(1)</script>" : "Team " + std::to_string(number);
        text.replace(text.find("A team"), 6, "\"" + name + "\"");
        files.push_back(folder.write(std::to_string(number) + ".yaml", text));
    }
    const Outcome page = score({"-f", "html"}, files);
    CHECK(page.status == 0);
    CHECK_FALSE(has(page.out, "<script"));
    CHECK(has(page.out, "=&lt;script&gt;"));
    const Outcome rows = score({"-f", "csv"}, files);
    CHECK(has(rows.out, "'=<script>"));
}
