// Maps through the program: checked, written to fill in, and written beside a form.
#include <filesystem>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<std::string> platforms() {
    std::vector<std::string> names;
    std::istringstream lines(waymark({"map", "list"}).out);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(" ")) names.push_back(line.substr(0, line.find(' ')));
    }
    return names;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("every platform that was promised has a map") {
    const std::vector<std::string> promised{"citizen-space", "formbricks", "forms-flow",   "google",    "jotform",
                                            "kobo",          "limesurvey", "odk",          "qualtrics", "redcap",
                                            "smartsurvey",   "surveyjs",   "surveymonkey", "tally",     "typeform"};
    CHECK(platforms() == promised);
}

TEST_CASE("a map to fill in says only what is still to be filled in") {
    for (const std::string& platform : platforms()) {
        INFO(platform);
        const Outcome map = waymark({"map", "new", "--platform", platform});
        REQUIRE(map.status == 0);
        CHECK(has(map.out, "platform: " + platform + "\n"));
        CHECK(has(map.out, "# D1: How well does the mission name a change in the world that anyone could check?"));
        const Outcome found = waymark({"check", "-", "--ignore", "M011,M105"}, {map.out});
        INFO(found.err);
        CHECK(found.status == 0);
        CHECK_FALSE(has(found.err, "["));
        CHECK(count(waymark({"check", "-"}, {map.out}).err, "no place is given") == 26);
    }
}

TEST_CASE("a map that is filled in passes") {
    std::string map = waymark({"map", "new", "--platform", "kobo"}).out;
    int number = 0;
    for (std::size_t at = map.find("questions:"); at != std::string::npos;) {
        const std::size_t end = map.find('\n', at);
        std::string line = map.substr(at, end - at);
        const bool question =
            line.starts_with("  ") && line.find('#') == std::string::npos && line.find(':') != std::string::npos;
        if (question) {
            const std::string key = "q" + std::to_string(++number);
            const std::size_t open = line.find("{key: ");
            line.insert(open == std::string::npos ? line.size() : open + 6,
                        open == std::string::npos ? " " + key : key);
            map.replace(at, end - at, line);
        }
        const std::size_t next = map.find('\n', at);
        at = next == std::string::npos || next + 1 >= map.size() ? std::string::npos : next + 1;
    }
    CHECK(number == 26);
    const Outcome found = waymark({"check", "-", "--fail-on", "note"}, {map});
    INFO(found.err);
    CHECK(found.status == 0);
}

TEST_CASE("a form comes with the map that reads it back") {
    const Folder folder;
    for (const std::string kind : {"csv", "markdown"}) {
        INFO(kind);
        const std::string form = folder.path("form-" + kind);
        CHECK(waymark({"survey", "--to", kind, "-o", form + ".out"}).status == 0);
        REQUIRE(fs::exists(form + ".map.yaml"));
        const Outcome found = waymark({"check", form + ".map.yaml", "--fail-on", "note"});
        INFO(found.err);
        CHECK(found.status == 0);
    }
    const std::string table = read_text(folder.path("form-csv.out"));
    CHECK(table.starts_with("organisation,role,respondent,date,D1 A real mission,D1 evidence,D1 evidence dated,"));
    CHECK(count(table, "\n") == 1);
    const std::string printed = read_text(folder.path("form-markdown.out"));
    CHECK(count(printed, "- [ ] **Don't know**") == 26);
}

TEST_CASE("a form asks for evidence only where the framework does") {
    const Folder folder;
    const std::string asks = kSmallFramework;
    const std::size_t from = asks.find("evidence:\n");
    const std::size_t to = asks.find("roles:", from);
    REQUIRE(to != std::string::npos);
    const std::string framework = folder.write("asks.yaml", asks);
    const std::string silent = folder.write("silent.yaml", std::string(asks).erase(from, to - from));
    for (const char* kind : {"csv", "markdown"}) {
        INFO(kind);
        const bool table = kind == std::string("csv");
        const std::string words = table ? "One evidence" : "What shows that this level is true";
        const Outcome asking = waymark({"survey", framework, "--to", kind});
        CHECK(asking.status == 0);
        CHECK(has(asking.out, words));
        const Outcome not_asking = waymark({"survey", silent, "--to", kind});
        INFO(not_asking.err);
        CHECK(not_asking.status == 0);
        CHECK_FALSE(has(not_asking.out, words));
    }
}

TEST_CASE("a form and its map are never written over what is there") {
    const Folder folder;
    const std::string form = folder.write("form.csv", "mine");
    CHECK(waymark({"survey", "--to", "csv", "-o", form}).status == 2);
    CHECK(read_text(form) == "mine");
    folder.write("other.map.yaml", "mine");
    CHECK(waymark({"survey", "--to", "csv", "-o", folder.path("other.csv")}).status == 2);
    CHECK(folder.names() == std::vector<std::string>{"form.csv", "other.map.yaml"});
    CHECK(waymark({"survey", "--to", "csv", "-o", folder.path("other.csv"), "--no-map"}).status == 0);
    CHECK(waymark({"map", "new", "--platform", "kobo", "-o", form}).status == 2);
    CHECK(read_text(form) == "mine");
}

TEST_CASE("what does not exist is answered by what does") {
    CHECK(has(waymark({"map", "new", "--platform", "cobo"}).err, "did you mean 'kobo'?"));
    CHECK(waymark({"map", "new", "--platform", "cobo"}).status == 2);
    CHECK(waymark({"map"}).status == 2);
    CHECK(waymark({"survey", "--to", "pdf"}).status == 2);
    CHECK(waymark({"survey", "--to", "csv", "--profile", "grnd"}).status == 2);
}

TEST_CASE("a map's findings are explained, fixed and passed over like all others") {
    CHECK(has(waymark({"explain", "M001"}).out, "A pointer cannot be read"));
    const Folder folder;
    const std::string map =
        folder.write("m.yaml",
                     "waymark: map/1\nrecords: /r\nrecord: {organisation: /o}\nanswers: {in: \"\"}\n"
                     "values: {default: {pass: number}}\nquestions: {real-mision: q1}\n");
    CHECK(waymark({"check", map}).status == 1);
    CHECK(waymark({"check", map, "--fix"}).status == 0);
    CHECK(has(read_text(map), "real-mission: q1"));
    CHECK(has(waymark({"schema", "map"}).out, "\"map/1\""));
}

namespace {

const std::string kKobo =
    R"({"count":4,"next":"https://example.org/next","previous":null,"results":[
{"_id":11,"_uuid":"a1","meta/rootUuid":"uuid:a1","_submission_time":"2026-10-01T10:00:00","_xform_id_string":"x",
 "team":"Housing","email":"ada@example.org","home":"10.1.2.3","g/D1":"3","g/networks":"Embedded","why":"Words of one person"},
{"_id":12,"_uuid":"a2","meta/rootUuid":"uuid:a2","_submission_time":"2026-10-01T11:00:00","_xform_id_string":"x",
 "team":"Housing","email":"ben@example.org","home":"10.1.2.4","g/D1":"3","g/networks":"Absent","why":""},
{"_id":13,"_uuid":"a3","meta/rootUuid":"uuid:a3","_submission_time":"2026-10-01T12:00:00","_xform_id_string":"x",
 "team":"Health","g/D1":"dk"}]})";

}  // namespace

TEST_CASE("an export is looked into: platform, records, keys and values") {
    const Folder folder;
    const Outcome seen = waymark({"inspect", folder.write("export.json", kKobo)});
    INFO(seen.out << seen.err);
    CHECK(seen.status == 0);
    CHECK(has(seen.out, "export.json: JSON, 3 records"));
    CHECK(has(seen.out, "The platform speaks of 4 records"));
    CHECK(has(seen.out, "records: /results"));
    CHECK(has(seen.out, "This looks like KoboToolbox: a record has /_uuid, /_submission_time, /_xform_id_string."));
    CHECK(has(seen.out, "Housing ×2, Health ×1"));
    CHECK(has(seen.out, "3 ×2, dk ×1"));
}

TEST_CASE("what may point to people is named and never shown") {
    const Folder folder;
    const Outcome seen = waymark({"inspect", folder.write("export.json", kKobo), "-o", folder.path("m.yaml")});
    REQUIRE(seen.status == 0);
    for (const std::string& text : {seen.out, seen.err, read_text(folder.path("m.yaml"))}) {
        for (const char* secret : {"ada@", "ben@", "10.1.2", "Words of one person"}) {
            INFO(secret);
            CHECK_FALSE(has(text, secret));
        }
    }
    CHECK(has(seen.out, "email"));
    CHECK(has(seen.out, "may point to people; not shown"));
}

TEST_CASE("the map that inspecting begins proposes and applies nothing") {
    const Folder folder;
    const std::string path = folder.path("m.yaml");
    REQUIRE(waymark({"inspect", folder.write("export.json", kKobo), "-o", path}).status == 0);
    const std::string map = read_text(path);
    CHECK(has(map, "platform: kobo\n"));
    CHECK_FALSE(has(map, "records:"));
    CHECK(has(map, "  # perhaps g/D1\n  real-mission:\n"));
    CHECK(has(map, "      # Embedded: embedded\n"));
    CHECK(has(map, "      # dk: dont-know\n"));
    const Outcome found = waymark({"check", path, "--ignore", "M011,M105"});
    INFO(found.err);
    CHECK(found.status == 0);
    CHECK(waymark({"inspect", folder.path("export.json"), "-o", path}).status == 2);
}

TEST_CASE("exports are looked into in every shape, and a broken one among them is told") {
    const Folder folder;
    const std::string lines =
        folder.write("l.jsonl", "{\"a\":1,\"b\":{\"r1\":\"x\"}}\n{\"a\":1,\"b\":{\"r1\":\"x\"}}\nnonsense\n");
    const Outcome json_lines = waymark({"inspect", lines});
    CHECK(has(json_lines.out, "l.jsonl: JSON lines, 3 records, 1 of them unreadable"));
    CHECK(has(json_lines.out, "/b/r1"));
    const std::string table = folder.write("t.csv", "team;q1\r\nHousing;3\r\nHousing;\"4\"\r\n");
    const Outcome csv = waymark({"inspect", table});
    CHECK(has(csv.out, "t.csv: CSV, 2 records"));
    CHECK(has(csv.out, "Housing ×2"));
    const std::string page = folder.write("p.json", "<html></html>");
    const Outcome both = waymark({"inspect", lines, page});
    CHECK(both.status == 1);
    CHECK(has(both.err, "this is a web page (HTML) or XML"));
    CHECK(waymark({"inspect", page}).status == 2);
    CHECK(waymark({"inspect", "-"}, {"[{\"q\":\"a\"},{\"q\":\"a\"}]"}).status == 0);
    CHECK(waymark({"inspect", folder.path("none.json")}).status == 2);
}

TEST_CASE("a table that was filled in is scored through its map") {
    const Folder folder;
    const std::string form = folder.path("form.csv");
    REQUIRE(waymark({"survey", "--to", "csv", "-o", form}).status == 0);
    std::string heading = read_text(form);
    heading.resize(heading.size() - 2);
    // Organisation, role, name, date, then level, evidence and date of 26 questions.
    const auto row = [](const std::string& start, const std::string& answer) {
        std::string cells = start;
        for (int question = 0; question < 26; ++question) cells += answer;
        return cells + "\r\n";
    };
    folder.write("filled.csv", heading + "\r\n" +
                                   row("Housing,Leaders,Ada,2026-10-01", ",Embedded,Record of use,2026-09-01") +
                                   row("Housing,partner,Ben,2026-10-02", ",1,,") +
                                   row("Health,manager,Cem,2026-10-03", ",Don't know,,"));
    const Outcome scored =
        waymark({"score", folder.path("filled.csv"), "--map", folder.path("form.map.yaml"), "-f", "csv"});
    INFO(scored.out << scored.err);
    CHECK(scored.status == 0);
    CHECK(has(scored.out, "Housing"));
    CHECK(has(scored.out, "Health"));
    // Two people at 3 and 1: the middle is 2.
    CHECK(has(scored.out, "2.00"));
}
