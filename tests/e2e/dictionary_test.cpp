// Every CSV that waymark writes has a data dictionary by the same switch: each column is in it, and nothing else is.
#include <algorithm>
#include <sstream>

#include "catch.hpp"
#include "export_run.hpp"
#include "program.hpp"

namespace {

const std::string kTeam = "examples/home-heating/assessment.yaml";

// No column's name holds a comma or a quote.
std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
    return fields;
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find("\r\n"));
}

// The columns that a dictionary tells of, in its order, of one table.
std::vector<std::string> told(const std::string& dictionary, const std::string& table) {
    std::vector<std::string> columns;
    std::istringstream lines(dictionary);
    std::string line;
    std::getline(lines, line);
    CHECK(line == "table,column,type,unit,range,meaning,missing\r");
    while (std::getline(lines, line)) {
        const std::vector<std::string> fields = split(line);
        REQUIRE(fields.size() >= 7);
        if (fields[0] == table) columns.push_back(fields[1]);
    }
    return columns;
}

}  // namespace

TEST_CASE("every table of a report has a dictionary of its columns") {
    for (const char* table : {"scores", "practices", "roles", "flags", "evidence", "facts", "outcomes", "next-steps"}) {
        INFO(table);
        const Outcome rows = waymark({"report", kTeam, "-f", "csv", "--table", table, "--with-notes"});
        const Outcome words = waymark({"report", kTeam, "-f", "csv", "--table", table, "--with-notes", "--dictionary"});
        REQUIRE(rows.status == 0);
        REQUIRE(words.status == 0);
        CHECK(told(words.out, table) == split(first_line(rows.out)));
    }
}

TEST_CASE("rows of organisations and their group have a dictionary of their columns") {
    const Folder folder;
    const std::vector<std::string> run = {"score", kTeam, "-f", "csv", "--cohort", folder.path("group.csv")};
    const Outcome rows = waymark(run);
    REQUIRE(rows.status == 0);
    const std::string group = read_text(folder.path("group.csv"));
    std::vector<std::string> ask = run;
    ask.emplace_back("--dictionary");
    const Outcome words = waymark(ask);
    REQUIRE(words.status == 0);
    CHECK(told(words.out, "organisations") == split(first_line(rows.out)));
    CHECK(told(words.out, "cohort") == split(first_line(group)));
    CHECK(read_text(folder.path("group.csv")) == group);  // nothing else was written
}

TEST_CASE("rows of responses and rejected ones have a dictionary of their columns") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string map = folder.write("small.map.yaml", kSmallMap);
    const std::string file =
        folder.write("answers.jsonl", small_record("1") + "\n" + small_record("2", "no such level") + "\n");
    const std::vector<std::string> run = {"score",    file, "--map", map,         "--per",
                                          "response", "-f", "csv",   "--rejects", folder.path("rejects.csv")};
    const Outcome rows = waymark(run, {"", folder.path()});
    REQUIRE(rows.status == 1);  // one was rejected
    std::vector<std::string> ask = run;
    ask.emplace_back("--dictionary");
    const Outcome words = waymark(ask, {"", folder.path()});
    REQUIRE(words.status == 0);
    CHECK(told(words.out, "responses") == split(first_line(rows.out)));
    CHECK(told(words.out, "rejects") == split(first_line(read_text(folder.path("rejects.csv")))));
}

TEST_CASE("a dictionary goes with CSV") {
    for (const char* command : {"report", "score"}) {
        const Outcome outcome = waymark({command, kTeam, "--dictionary"});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, "-f csv"));
    }
}
