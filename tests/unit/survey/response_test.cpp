// From a record to a response: every rule of the map language that is settled while reading.
#include "catch.hpp"
#include "unit/survey/reading_lab.hpp"

using namespace waymark;
using reading::Map;
using reading::run;

namespace {

// One question, `real-mission`, with its place as given.
Map one_question(
    const std::string& place, const std::string& answers = "{in: \"\"}",
    const std::string& values = "{pass: number, map: {na: not-applicable, dk: dont-know, \"-99\": skipped}}") {
    return Map("records: \"\"\nrecord: {id: /id}\nanswers: " + answers + "\nvalues: {default: " + values +
               "}\nquestions:\n  real-mission: " + place + "\n");
}

// What a record comes to with that map: the first practice's sign, or the rejection.
std::string said(const Map& map, const std::string& record) {
    const auto done = run(map, record);
    REQUIRE(done.result.account.adds_up());
    REQUIRE(done.result.account.read == 1);
    if (done.scored.empty()) return done.first_rejection();
    return done.scored.front().substr(done.scored.front().find(':') + 2, 1);
}

}  // namespace

TEST_CASE("zero and false are answers and seven spellings of nothing are not", "[survey]") {
    const Map map = one_question("q", "{in: \"\"}", "{pass: number, map: {\"false\": 0, \"true\": 3}}");
    CHECK(said(map, R"({"id":1,"q":0})") == "0");
    CHECK(said(map, R"({"id":1,"q":false})") == "0");
    CHECK(said(map, R"({"id":1,"q":true})") == "3");
    CHECK(said(map, R"({"id":1,"q":"0"})") == "0");
    CHECK(said(map, R"({"id":1})") == "-");
    CHECK(said(map, R"({"id":1,"q":null})") == "-");
    CHECK(said(map, R"({"id":1,"q":""})") == "-");
    CHECK(said(map, R"({"id":1,"q":[]})") == "-");
    CHECK(said(map, R"({"id":1,"q":{}})") == "-");
}

TEST_CASE("numbers are compared by what they are worth", "[survey]") {
    const Map map = one_question("q");
    CHECK(said(map, R"({"id":1,"q":3})") == "3");
    CHECK(said(map, R"({"id":1,"q":3.0})") == "3");
    CHECK(said(map, R"({"id":1,"q":3e0})") == "3");
    CHECK(said(map, R"({"id":1,"q":"3"})") == "3");
    CHECK(said(map, R"({"id":1,"q":"03"})") == "3");
    CHECK(said(map, R"({"id":1,"q":-99})") == "-");
    CHECK(said(map, R"({"id":1,"q":7})") == "unmapped-value at /q: '7'");
    CHECK(said(map, R"({"id":1,"q":2.5})") == "unmapped-value at /q: '2.5'");
    CHECK(said(map, R"({"id":1,"q":123456789012345678901234567890})") ==
          "unmapped-value at /q: '123456789012345678901234567890'");
}

TEST_CASE("labels are compared without tags and spaces and in any case of ASCII letters", "[survey]") {
    const Map map = one_question("q", "{in: \"\"}", "{map: {Fully embedded: 3, Don't know: dont-know}}");
    CHECK(said(map, R"({"id":1,"q":"Fully embedded"})") == "3");
    CHECK(said(map, R"({"id":1,"q":"  fully\n  EMBEDDED<br /> "})") == "3");
    CHECK(said(map, R"({"id":1,"q":"Don\u2019t know"})") == "?");
    CHECK(said(map, R"({"id":1,"q":"embedded"})") == "unmapped-value at /q: 'embedded'");
}

TEST_CASE("members are found at a pointer or by key or by the end of their name or in a row", "[survey]") {
    CHECK(said(one_question("{at: /a/b/0}"), R"({"id":1,"a":{"b":[2,3]}})") == "2");
    CHECK(said(one_question("a/b"), R"({"id":1,"a/b":2,"a":{"b":1}})") == "2");
    CHECK(said(one_question("(x.q)", "{in: /answers, keys: suffix}"), R"x({"id":1,"answers":{"How far? (x.q)":4}})x") ==
          "4");
    CHECK(said(one_question("{key: m, row: Our Row}"), R"({"id":1,"m":{"our row\t":2,"other":1}})") == "2");
    CHECK(said(one_question("q", "{in: /answers, value: [/answer, /text]}"),
               R"({"id":1,"answers":{"q":{"text":"3","name":"x"}}})") == "3");
    CHECK(said(one_question("caf\u00e9"), R"({"id":1,"caf\u00e9":2})") == "2");
    CHECK(said(one_question("\"a\\\"b\""), R"({"id":1,"a\"b":2})") == "2");
}

TEST_CASE("entries of a list are found by their keys wherever these stand", "[survey]") {
    const std::string shape =
        "{each: /pages/*/questions/*/answers/*, key: 2/id, row: /row_id, value: [/choice_id, /text]}";
    const std::string record =
        R"({"id":1,"pages":[{"questions":[{"answers":[{"row_id":"r1","choice_id":"4"},{"row_id":"r2","choice_id":"1"}],)"
        R"("id":"77"},{"id":"78","answers":[{"text":"2"}]}]}]})";
    CHECK(said(one_question("{key: \"77\", row: r2}", shape), record) == "1");
    CHECK(said(one_question("{key: \"77\", row: r1}", shape), record) == "4");
    CHECK(said(one_question("\"78\"", shape), record) == "2");
    CHECK(said(one_question("\"79\"", shape), record) == "-");
    CHECK(said(one_question("\"77\"", shape), record) ==
          "several-values at /pages/*/questions/*/answers/* with key 77: '1'");
    const std::string only = "{each: /entries/*, only: {/type: [radio]}, key: /k, value: [/v]}";
    CHECK(said(one_question("q", only),
               R"({"id":1,"entries":[{"k":"q","v":1,"type":"x"},{"k":"q","v":2,"type":"radio"}]})") == "2");
}

TEST_CASE("several values come to what the map says", "[survey]") {
    const std::string record = R"({"id":1,"q":["1","3","2"]})";
    CHECK(said(one_question("{key: q, many: max}"), record) == "3");
    CHECK(said(one_question("{key: q, many: min}"), record) == "1");
    CHECK(said(one_question("{key: q, many: first}"), record) == "1");
    CHECK(said(one_question("{key: q, many: count}"), record) == "3");
    CHECK(said(one_question("q"), record) == "several-values at /q: '3'");
    CHECK(said(one_question("q"), R"({"id":1,"q":["2"]})") == "2");
    CHECK(said(one_question("{key: q, split: \" \", many: count}"), R"({"id":1,"q":"a b"})") == "2");
    CHECK(said(one_question("{key: q, split: json, many: max}"), R"({"id":1,"q":"[\"1\",\"4\"]"})") == "4");
    CHECK(said(one_question("q"), R"({"id":1,"q":"1 2"})") == "unmapped-value at /q: '1 2'");
    CHECK(said(one_question("q"), R"({"id":1,"q":{"x":1}})") == "unmapped-value at /q");
}

TEST_CASE("columns count what is ticked", "[survey]") {
    const Map map = one_question("{columns: {a: c1, b: c2, c: c3}, many: count}", "{in: \"\", chosen: [Y, \"1\"]}");
    CHECK(said(map, R"({"id":1,"c1":"Y","c2":"","c3":1})") == "2");
    CHECK(said(map, R"({"id":1,"c1":"0","c2":"0","c3":"0"})") == "0");
    CHECK(said(map, R"({"id":1,"c1":"","c2":null})") == "-");
}

TEST_CASE("what was not shown was not asked", "[survey]") {
    const Map map = one_question("q", "{in: /labels, shown: /displayedFields}");
    CHECK(said(map, R"({"id":1,"labels":{},"displayedFields":["q"]})") == "-");
    CHECK(said(map, R"({"id":1,"labels":{},"displayedFields":["p"]})") == ".");
}

TEST_CASE("a practice that always applies cannot be said not to", "[survey]") {
    CHECK(said(one_question("q"), R"({"id":1,"q":"na"})") == "always-applies at /q: 'na'");
}

TEST_CASE("facts about a record are the first that is not empty", "[survey]") {
    const Map map(
        "records: \"\"\nrecord:\n  id: [/uuid, /id]\n  organisation: {each: /variables/*, key: /name, is: org, value: "
        "/value}\n  role: {key: role}\n  complete: {/finished: [1, true]}\nincomplete: drop\nwhere: {/status: {not: "
        "[test]}}\nanswers: {in: \"\"}\nvalues: {default: {pass: number}}\nroles: {boss: leader}\nquestions: "
        "{real-mission: q}\n");
    const auto done = run(map, R"(
        {"uuid":"","id":7,"variables":[{"name":"x","value":"no"},{"name":"org","value":"Dept A"}],"role":"Boss","q":1,"finished":1}
        {"id":8,"q":1,"finished":0}
        {"id":9,"q":1,"finished":true,"status":"test"}
        {"id":10,"q":1,"finished":true,"role":"captain"}
        {"id":11,"q":1,"finished":"true","role":"frontline"})");
    CHECK(done.result.account.read == 5);
    CHECK(done.scored == std::vector<std::string>{"7 Dept A leader: 1 . . . . . .",
                                                  "11 (organisation not named) frontline: 1 . . . . . ."});
    CHECK(done.dropped(Drop::incomplete) == 1);
    CHECK(done.dropped(Drop::where) == 1);
    CHECK(done.first_rejection() == "unmapped-role at /role: 'captain'");
    CHECK(done.result.account.nameless == 1);
}

TEST_CASE("unknown values pass when that is asked for and are counted", "[survey]") {
    const auto done = run(one_question("q"), R"({"id":1,"q":"weird"})", {.let_pass = true});
    CHECK(done.scored.size() == 1);
    CHECK(done.result.account.unmapped == 1);
    CHECK(done.rejected.empty());
}

TEST_CASE("a record in which the map finds nothing is rejected and an empty one is dropped", "[survey]") {
    const Map map = one_question("q");
    CHECK(said(map, R"({"error":{"message":"not found"}})") == "nothing-found");
    const auto empty = run(map, "[{}]");
    CHECK(empty.dropped(Drop::empty) == 1);
    CHECK(empty.result.account.adds_up());
}

TEST_CASE("evidence is a strength or none with a date", "[survey]") {
    const Map map(
        "records: \"\"\nanswers: {in: \"\"}\nvalues:\n  default: {pass: number}\n  evidence: {map: {minutes: "
        "record-of-use, nothing: none}}\nquestions:\n  real-mission: {key: q, evidence: {key: e, dated: {key: d}}}\n");
    CHECK(run(map, R"({"q":1,"e":"minutes","d":"2026-01-31"})").scored.size() == 1);
    CHECK(run(map, R"({"q":1,"e":"nothing"})").scored.size() == 1);
    CHECK(run(map, R"({"q":1,"e":"rumours"})").first_rejection() == "unmapped-value at /e: 'rumours'");
    CHECK(run(map, R"({"q":1,"e":"minutes","d":"31/01/2026"})").first_rejection() == "not-a-date at /d: '31/01/2026'");
}
