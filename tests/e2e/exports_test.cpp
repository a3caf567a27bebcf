// Survey exports through the program: the example batch, the account, what is rejected and read again, what goes wrong.
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "catch.hpp"
#include "export_run.hpp"
#include "program.hpp"

namespace {

const char* const kMap = R"(waymark: map/1
framework: mission-quick@1.0.0
records: ""
record: {id: /id, organisation: /org, role: /role, submitted: /at}
answers: {in: ""}
values: {default: {pass: number, map: {dk: dont-know}}}
questions:
  real-mission: q1
  line-of-sight: q2
  shared-meaning: q3
  shared-ownership: q4
  participation-in-delivery: q5
  outcome-measures: q6
  short-feedback-loops: q7
  portfolio-decisions: q8
  money-follows-mission: q9
  governance-across-boundaries: q10
  safe-to-learn: q11
  purpose-and-trust: q12
)";

std::string response(int id, const std::string& organisation, const std::string& level, const std::string& extra = "") {
    std::string text = "{\"id\":" + std::to_string(id) + ",\"org\":\"" + organisation +
                       "\",\"role\":\"leader\",\"at\":\"2026-10-0" + std::to_string(1 + id % 9) +
                       "T10:00:00Z\",\"email\":\"secret@example.org\"";
    for (int q = 1; q <= 12; ++q) text += ",\"q" + std::to_string(q) + "\":" + level;
    return text + extra + "}\n";
}

const std::string kExample = "examples/survey/";

// As sha256sum has it.
std::string digest_of(const Folder& folder, const std::string& text) {
    const std::string file = folder.write("digest/text", text);
    REQUIRE(std::system(("sha256sum < " + file + " > " + file + ".sum").c_str()) == 0);
    return read_text(file + ".sum").substr(0, 64);
}

}  // namespace

TEST_CASE("the example batch comes out as its page says") {
    const Outcome kobo = waymark(
        {"score", kExample + "kobo", "--map", kExample + "kobo.map.yaml", "--facts", kExample + "facts", "-f", "csv"});
    INFO(kobo.err);
    CHECK(kobo.status == 0);
    CHECK(has(kobo.err,
              "16 responses read from 2 files: 15 scored, 1 dropped (1 another copy of a response), 0 rejected"));
    CHECK(has(kobo.out, "Harbour Skills Partnership (invented),2026-10-29,"));
    const Outcome lime = waymark({"score", kExample + "limesurvey", "--map", kExample + "limesurvey.map.yaml",
                                  "--organisation", "Millbrook Clean Air Team (invented)"});
    CHECK(lime.status == 1);
    CHECK(has(lime.err, "response 8 rejected (id 8): the map does not say what this value means: 'AO09' at /Q03"));
    CHECK(has(lime.err, "10 responses read from 1 file: 8 scored, 1 dropped (1 not complete), 1 rejected"));
    const Outcome table = waymark({"score", kExample + "table", "--map", kExample + "table.map.yaml",
                                   "--organisation-from-filename", "--per", "response", "-f", "csv"});
    INFO(table.err);
    CHECK(table.status == 0);
    CHECK(has(table.out, "n1,Northfield Youth Mission (invented),leader,yes,"));
}

TEST_CASE("of each person the latest response counts if that is asked for") {
    const Folder folder;
    std::string with_person(kMap);
    with_person.replace(with_person.find("submitted: /at"), 0, "respondent: /who, ");
    const std::string file = folder.write("people.jsonl", response(1, "A", "1", ",\"who\":\"kim@example.org\"") +
                                                              response(2, "a ", "3", ",\"who\":\"kim@example.org\"") +
                                                              response(2, "A", "2", ",\"who\":\"kim@example.org\"") +
                                                              response(3, "B", "4", ",\"who\":\"kim@example.org\"") +
                                                              response(4, "A", "2") + response(5, "A", "2"));
    const auto score = [&](const std::string& map) {
        return waymark({"score", file, "--map", folder.write("m.map.yaml", map), "--per", "response", "-f", "csv",
                        "--one-per-respondent"});
    };
    const Outcome run = score(with_person);
    INFO(run.err << run.out);
    CHECK(run.status == 0);
    // Of the two with id 2 one is a copy; kim's response 1 was sent a day before. In B kim is another respondent.
    CHECK(has(run.err,
              "6 responses read from 1 file: 4 scored, 2 dropped (1 another copy of a response, 1 a person's earlier "
              "response), 0 rejected"));
    CHECK_FALSE(has(run.out + run.err, "kim@"));
    CHECK_FALSE(has(run.out, "\n1,"));
    CHECK(has(score(kMap).err, "the map does not say who answered"));
}

TEST_CASE("rejected responses are listed without their records and read again from the corrected export") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    const std::string good = response(1, "A", "2") + response(2, "B", "3");
    const std::string broken = good + response(3, "A", "\"strange\"") + response(4, "B", "1");
    const std::string file = folder.write("x.jsonl", broken);
    const std::string list = folder.path("rejects.csv");
    const Outcome first = waymark({"score", file, "--map", map, "--rejects", list, "-f", "csv"});
    CHECK(first.status == 1);
    CHECK(has(first.err, "4 responses read from 1 file: 3 scored, 0 dropped, 1 rejected"));
    CHECK(has(first.err,
              "x.jsonl:3: response 3 rejected (id 3): the map does not say what this value means: 'strange' at /q1"));
    const std::string listed = read_text(list);
    CHECK(has(listed, "file,record,line,begin_byte,end_byte,id,pointer,reason,value"));
    CHECK(has(listed, ",3,3," + std::to_string(good.size()) + ","));
    CHECK(has(listed, ",unmapped-value,strange"));
    CHECK_FALSE(has(listed + first.err + first.out, "secret"));
    folder.write("x.jsonl", good + response(3, "A", "4") + response(4, "B", "1"));
    const Outcome again =
        waymark({"score", file, "--map", map, "--only-rejects", list, "--per", "response", "-f", "csv"});
    INFO(again.err);
    CHECK(again.status == 0);
    CHECK(has(again.err, "1 response read from 1 file: 1 scored, 0 dropped, 0 rejected"));
    CHECK(has(again.out, "3,A,leader,yes,12,12,yes,4.000"));
}

TEST_CASE("a scorecard says which exports it was made from") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    const std::string first = response(1, "A", "2");
    const std::string second = response(2, "A", "3");
    folder.write("one/x.jsonl", first);
    folder.write("two/x.jsonl", first);
    folder.write("two/y.jsonl", second);
    folder.write("other/a.jsonl", second);
    folder.write("other/b.jsonl", first);
    const auto inputs = [&](const std::string& exports) {
        const Outcome run = waymark({"score", folder.path(exports), "--map", map, "-f", "jsonl"});
        INFO(run.err);
        REQUIRE(run.status == 0);
        return nlohmann::json::parse(run.out)["inputs"].dump();
    };
    const std::string map_too = R"(,{"name":")" + map + R"(","sha256":")" + digest_of(folder, kMap) + R"("}])";
    CHECK(inputs("one") == R"([{"name":"x.jsonl","sha256":")" + digest_of(folder, first) + R"("})" + map_too);
    // Together: the digests in their order, a line each.
    std::vector<std::string> digests{digest_of(folder, first), digest_of(folder, second)};
    std::sort(digests.begin(), digests.end());
    const std::string together = digest_of(folder, digests[0] + "\n" + digests[1] + "\n");
    CHECK(inputs("two") == R"([{"name":"2 survey exports, together","sha256":")" + together + R"("})" + map_too);
    CHECK(inputs("other") == inputs("two"));
}

TEST_CASE("rows and cohorts are the same whether whole scorecards are asked for or not") {
    const std::vector<std::vector<std::string>> batches{
        {kExample + "kobo", "--map", kExample + "kobo.map.yaml", "--facts", kExample + "facts"},
        {kExample + "limesurvey", "--map", kExample + "limesurvey.map.yaml", "--organisation", "Millbrook"},
        {kExample + "table", "--map", kExample + "table.map.yaml", "--organisation-from-filename"}};
    for (const auto& batch : batches) {
        for (const std::string format : {"csv", "text", "md", "html", "json"}) {
            const Folder folder;
            const auto scored = [&](const std::string& cohort, const std::vector<std::string>& more) {
                std::vector<std::string> arguments{"score", "-f", format, "--cohort", folder.path(cohort)};
                arguments.insert(arguments.end(), batch.begin(), batch.end());
                arguments.insert(arguments.end(), more.begin(), more.end());
                const Outcome run = waymark(arguments);
                INFO(run.err);
                CHECK(run.status < 2);
                return run.out;
            };
            const std::string figures = scored("figures.json", {});
            CHECK_FALSE(figures.empty());
            CHECK(figures == scored("whole.json", {"--scorecards", folder.path("cards")}));
            CHECK(read_text(folder.path("figures.json")) == read_text(folder.path("whole.json")));
        }
    }
}

TEST_CASE("standard input and files and packed pieces give the same rows") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    std::string text;
    for (int i = 0; i < 500; ++i) text += response(i, i % 3 == 0 ? "A" : "B", std::to_string(i % 5));
    const std::string file = folder.write("x.jsonl", text);
    const std::vector<std::string> rows{"--map", map, "--per", "response", "-f", "csv", "--duplicates", "none"};
    const auto scored = [&](const std::string& input, const std::string& threads) {
        std::vector<std::string> arguments{"score", input, "--threads", threads};
        arguments.insert(arguments.end(), rows.begin(), rows.end());
        const Outcome outcome = waymark(arguments, {.input = text});
        CHECK(outcome.status == 0);
        return outcome.out;
    };
    const std::string one = scored(file, "1");
    CHECK(has(one, "7,B,leader,yes,12,12,yes,2.000,2.000"));
    CHECK(scored(file, "3") == one);
    CHECK(scored("-", "2") == one);
}

TEST_CASE("an export may come through a named pipe, in pieces") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    const std::string pipe = folder.path("pipe.jsonl");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::thread writer([&] {
        std::ofstream to(pipe);
        const std::string one = response(1, "A", "2");
        to << one.substr(0, 20) << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        to << one.substr(20) << response(2, "A", "3");
    });
    const Scored run = score_exports(folder, {pipe}, map, {"--duplicates", "none"});
    writer.join();
    CHECK(run.outcome.status == 0);
    CHECK(run.account.scored == 2);
    CHECK(run.account.adds_up());
}

TEST_CASE("what cannot be done is said before anything is read") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    const std::string file = folder.write("x.jsonl", response(1, "A", "2"));
    const auto said = [&](std::vector<std::string> arguments, int status, const std::string& part) {
        const Outcome outcome = waymark(arguments, {.input = response(1, "A", "2")});
        INFO(outcome.err);
        CHECK(outcome.status == status);
        CHECK(has(outcome.err, part));
        CHECK(outcome.out.empty());
    };
    said({"score", "-", "--map", map}, 2, "standard input can be read only once");
    const std::string pipe = folder.path("pipe.jsonl");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    said({"score", pipe, "--map", map}, 2, "the pipe '" + pipe + "' can be read only once");
    said({"score", file}, 2, "say how they are read: --map FILE, or --platform NAME");
    said({"score", file, "--platform", "kobbo"}, 2, "did you mean 'kobo'?");
    said({"score", file, "--map", map, "--per", "response"}, 2, "add -f csv or -f jsonl");
    said({"score", file, "--map", map, "--date", "1/2/2026"}, 2, "YYYY-MM-DD");
    said({"score", folder.path("none.jsonl"), "--map", map}, 2, "it cannot be read: No such file or directory");
    said({"score", folder.write("p.json", "<html>"), "--map", map}, 2, "this is a web page");
    said({"score", folder.write("e.json", "{\"error\":{\"code\":401}}"), "--map", map}, 1,
         "the map finds nothing in it");
}

TEST_CASE("a full disk is our failure and leaves nothing half written") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    std::string text;
    for (int i = 0; i < 3000; ++i) text += response(i, "A", "2");
    const std::string file = folder.write("x.jsonl", text);
    const Outcome full = waymark(
        {"score", file, "--map", map, "--per", "response", "-f", "csv", "-o", "/dev/full", "--duplicates", "none"});
    INFO(full.err);
    CHECK(full.status == 3);
    CHECK(has(full.err, "No space left on device"));
    const Outcome nowhere = waymark({"score", file, "--map", map, "-f", "csv", "-o", folder.path("no/rows.csv")});
    CHECK(nowhere.status == 3);
}

TEST_CASE("facts of several organisations are checked and counted for their own") {
    const Folder folder;
    const std::string map = folder.write("m.map.yaml", kMap);
    const std::string file = folder.write("x.jsonl", response(1, "A", "2") + response(2, "B", "3"));
    std::filesystem::create_directory(folder.path("facts"));
    folder.write("facts/mission.csv", "organisation,started,ambition_tested\na,2024-04-01,no\nC,2024-04-01,yes\n");
    const Outcome outcome = waymark({"score", file, "--map", map, "--facts", folder.path("facts"), "-f", "jsonl"});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(has(outcome.err, "there are facts for 'C', and no response of it"));
    folder.write("facts/mission.csv", "organisation,started\nA,tomorrow\n");
    const Outcome bad = waymark({"score", file, "--map", map, "--facts", folder.path("facts")});
    CHECK(bad.status == 2);
    CHECK(has(bad.err, "mission.csv:2:3: error["));
}
