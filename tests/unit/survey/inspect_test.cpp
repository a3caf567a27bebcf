#include "survey/inspect.hpp"

#include "catch.hpp"
#include "survey/platforms.hpp"
#include "survey/value_guess.hpp"
#include "unit/frameworks/shipped.hpp"

using namespace waymark;

namespace {

std::string places(const std::string& text, std::string_view pointer) {
    const auto document = beginning_of_json(text);
    REQUIRE(document.has_value());
    std::string found;
    each_at({&*document}, pointer_to(std::string(pointer)),
            [&](const JsonPath& path) { found += (found.empty() ? "" : " ") + path.back()->dump(); });
    return found;
}

RecordsFound found_in(const std::string& text) {
    const auto document = beginning_of_json(text);
    REQUIRE(document.has_value());
    return find_records(*document);
}

const KeySummary* key_of(const KeySummaries& keys, const std::string& name) {
    for (const KeySummary& key : keys.keys()) {
        if (key.key == name) return &key;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a document that breaks off is kept as far as it goes") {
    CHECK(beginning_of_json(R"({"a":[1,{"b":2},{"c")")->dump() == R"({"a":[1,{"b":2},{}]})");
    CHECK(beginning_of_json(R"({"a":1}{"b":2})")->dump() == R"({"a":1})");
    CHECK_FALSE(beginning_of_json("nonsense").has_value());
    CHECK_FALSE(beginning_of_json("").has_value());
    std::string deep(100, '[');
    CHECK(beginning_of_json(deep).has_value());
}

TEST_CASE("pointers lead to what stands there, up and down") {
    CHECK(places(R"({"a":{"b":1}})", "/a/b") == "1");
    CHECK(places(R"({"a":[1,2,3]})", "/a/*") == "1 2 3");
    CHECK(places(R"({"a":[1,2,3]})", "/a/1") == "2");
    CHECK(places(R"({"a":{"x":1,"y":2}})", "/a/*") == "1 2");
    CHECK(places(R"({"a":1})", "/a/b").empty());
    CHECK(places(R"({"a":1})", "") == R"({"a":1})");
    const auto document = beginning_of_json(R"({"qs":[{"id":7,"as":[{"c":1}]}]})");
    std::string ids;
    each_at({&*document}, pointer_to("/qs/*/as/*"), [&](const JsonPath& entry) {
        each_at(entry, pointer_to("2/id"), [&](const JsonPath& path) { ids += path.back()->dump(); });
        each_at(entry, pointer_to("9/id"), [&](const JsonPath&) { ids += "?"; });
    });
    CHECK(ids == "7");
}

TEST_CASE("records and platform are found by what stands in a record") {
    const auto kobo =
        found_in(R"({"count":1,"results":[{"_uuid":"a","_submission_time":"t","_xform_id_string":"x"}]})");
    CHECK(kobo.platform == "kobo");
    CHECK(kobo.records.as_written == "/results");
    const auto line = found_in(R"({"_uuid":"a","_submission_time":"t","_xform_id_string":"x"})");
    CHECK(line.platform == "kobo");
    CHECK(line.records.as_written.empty());
    const auto old = found_in(R"({"responses":[{"2":{"submitdate":null,"lastpage":1,"startlanguage":"en"}}]})");
    CHECK(old.platform == "limesurvey");
    CHECK(old.records.as_written == "/responses/*/*");
    const auto tally = found_in(R"({"eventType":"x","data":{"submissionId":"a","fields":[{"key":"q"}]}})");
    CHECK(tally.platform == "tally");
    CHECK(tally.records.as_written == "/data");
}

TEST_CASE("records of unknown platforms are where a page has its list") {
    CHECK(found_in(R"([{"a":1}])").records.as_written.empty());
    CHECK(found_in(R"({"total":2,"data":[{"a":1},{"a":2}]})").records.as_written == "/data");
    CHECK(found_in(R"({"survey":{"answers":[{"a":1},{"a":2}]}})").records.as_written == "/survey/answers");
    CHECK(found_in(R"({"q1":3,"q2":[1,2]})").records.as_written.empty());
    CHECK(found_in(R"({"q1":3})").platform.empty());
}

TEST_CASE("keys are summed up with their values, and persons are left out") {
    SurveyMap map;
    map.answers.in = Pointer{};
    KeySummaries keys(map);
    for (const char* record :
         {R"({"q1":3,"mail":"x","q2":["a","b"],"m":{"r1":2},"where":"10.0.0.1","why":"long words here"})",
          R"({"q1":"3","mail":"y","q2":["a"],"m":{"r1":2},"where":"10.0.0.2","why":"other words here"})",
          R"({"q1":null,"mail":"","q2":[],"m":{}})"}) {
        keys.add(Json::parse(record));
    }
    REQUIRE(key_of(keys, "q1") != nullptr);
    CHECK(key_of(keys, "q1")->filled == 2);
    CHECK(key_of(keys, "q1")->values == std::map<std::string, std::int64_t>{{"3", 2}});
    CHECK(key_of(keys, "q2")->values == std::map<std::string, std::int64_t>{{"a", 2}, {"b", 1}});
    CHECK(key_of(keys, "/m/r1")->values.at("2") == 2);
    for (const char* name : {"mail", "where"}) {
        INFO(name);
        CHECK(key_of(keys, name)->personal);
        CHECK(key_of(keys, name)->values.empty());
        CHECK_FALSE(key_of(keys, name)->may_be_shown());
    }
    CHECK_FALSE(key_of(keys, "why")->personal);
    CHECK_FALSE(key_of(keys, "why")->may_be_shown());
}

TEST_CASE("keys of entries stand above them, with their rows") {
    KeySummaries keys(*platform_map("surveymonkey"));
    keys.add(Json::parse(
        R"({"id":"1","pages":[{"questions":[{"id":"84","answers":[{"choice_id":"6","row_id":"7"},{"text":"x"}]}]}]})"));
    REQUIRE(keys.keys().size() == 3);
    CHECK(keys.keys()[0].key == "84");
    CHECK(keys.keys()[0].row == "7");
    CHECK(keys.keys()[0].values.at("6") == 1);
    CHECK(keys.keys()[1].row.empty());
    CHECK(keys.keys()[2].key == "/id");
    CHECK(keys.keys()[2].kind == KeySummary::Kind::fact);
}

TEST_CASE("a key with many values is counted and cut") {
    SurveyMap map;
    map.answers.in = Pointer{};
    KeySummaries keys(map);
    for (int i = 0; i < 100; ++i) keys.add(Json{{"id", i}});
    CHECK(keys.keys().at(0).filled == 100);
    CHECK(keys.keys().at(0).values.size() == kMostValues);
    CHECK(keys.keys().at(0).more_values);
    CHECK_FALSE(keys.keys().at(0).may_be_shown());
}

TEST_CASE("several files are one export, and the first one decides") {
    Inspector inspector{std::nullopt};
    inspector.add("a.json", bytes_of(R"({"total":3,"data":[{"q":"a"},{"q":"b"}]})"));
    inspector.add("b.json", bytes_of(R"({"total":3,"data":[{"q":"a"}]})"));
    inspector.add("c.html", bytes_of("<html>"));
    CHECK(inspector.records() == 3);
    CHECK(inspector.where().records.as_written == "/data");
    CHECK(inspector.files().at(0).records == 2);
    CHECK_FALSE(inspector.files().at(2).problem.empty());
    REQUIRE(inspector.keys().size() == 1);
    CHECK(inspector.keys()[0].values.at("a") == 2);
}

TEST_CASE("values are guessed at by name and number, and otherwise not") {
    const Framework framework = shipped_framework("mission-maturity");
    const Scale& scale = framework.scales.front();
    const auto guess = [&](const std::string& value) { return guessed_meaning(value, scale).value_or("nothing"); };
    CHECK(guess("Embedded") == "embedded");
    CHECK(guess("3") == "embedded");
    CHECK(guess("3 - Embedded") == "embedded");
    CHECK(guess("Embedded: the normal way of working") == "embedded");
    CHECK(guess("Don\xE2\x80\x99t know") == "dont-know");
    CHECK(guess("n/a") == "not-applicable");
    CHECK(guess("9") == "nothing");
    CHECK(guess("embedded in concrete") == "nothing");
    CHECK(guess("") == "nothing");
}

TEST_CASE("keys are guessed at by id, code and question") {
    const Framework framework = shipped_framework("mission-maturity");
    const auto guess = [&](const std::string& key) {
        const int found = guessed_practice(key, framework);
        return found < 0 ? std::string("nothing") : framework.elements[static_cast<std::size_t>(found)].id;
    };
    CHECK(guess("real_mission") == "real-mission");
    CHECK(guess("group/D1") == "real-mission");
    CHECK(guess("q_d1") == "real-mission");
    CHECK(guess("D1 A real mission") == "real-mission");
    CHECK(guess("How well does the mission name a change in the world that anyone could check?") == "real-mission");
    CHECK(guess("D11") == "nothing");
    CHECK(guess("team") == "nothing");
    CHECK(guess("") == "nothing");
}
