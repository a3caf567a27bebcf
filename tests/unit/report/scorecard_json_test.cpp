#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "unit/report/cards.hpp"
#include "unit/report/hostile.hpp"
#include "waymark/report.hpp"

using namespace waymark;

namespace {

std::optional<Scorecard> read(const std::string& json, Diagnostics& findings) {
    return read_scorecard("card.json", json, findings);
}

// The only finding about a file that must not be read.
Diagnostic only_finding(const std::string& json) {
    Diagnostics findings;
    CHECK_FALSE(read(json, findings));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].file == "card.json");
    CHECK(findings[0].severity == Severity::error);
    return findings[0];
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::vector<std::string> all_formats(const Scorecard& card) {
    TextStyle style;
    style.with_notes = true;
    TextStyle plain;
    plain.unicode = false;
    plain.width = 60;
    return {report_as_text(card, style), report_as_text(card, plain), report_as_markdown(card, true),
            report_as_json(card, true), report_as_json(card, false)};
}

}  // namespace

TEST_CASE("what was written reads back and renders byte for byte the same") {
    for (const Scorecard& card : {test::rich_card(), test::minimal_card()}) {
        Diagnostics findings;
        const std::optional<Scorecard> again = read(report_as_json(card, true), findings);
        CHECK(findings.empty());
        REQUIRE(again);
        CHECK(all_formats(*again) == all_formats(card));
    }
}

TEST_CASE("hostile texts survive the file, except for bytes that are no text") {
    Diagnostics findings;
    const std::string json = report_as_json(test::hostile_card(), true);
    const std::optional<Scorecard> again = read(json, findings);
    CHECK(findings.empty());
    REQUIRE(again);
    CHECK(report_as_json(*again, true) == json);
}

TEST_CASE("the file has a head, two spaces of indentation and a line feed at the end") {
    const std::string json = report_as_json(test::minimal_card(), false);
    CHECK(json.rfind("{\n  \"waymark\": \"scorecard/1\",\n  \"waymark_version\": \"0.1.0\",\n", 0) == 0);
    CHECK(json.substr(json.size() - 3) == "\n}\n");
    CHECK(json == report_as_json(test::minimal_card(), false));
}

TEST_CASE("numbers are written as decimals and as exact fractions") {
    const std::string json = report_as_json(test::rich_card(), false);
    CHECK(json.find("\"value\": 2.6429,\n          \"exact\": \"37/14\"") != std::string::npos);
}

TEST_CASE("reasons, notes and evidence stay out of the file unless asked for") {
    const std::string without = report_as_json(test::rich_card(), false);
    for (const char* text : {"argued about", "Board minute", "no market to shape"}) {
        CHECK(without.find(text) == std::string::npos);
        CHECK(report_as_json(test::rich_card(), true).find(text) != std::string::npos);
    }
}

TEST_CASE("a file cut anywhere is a finding and no crash") {
    const std::string json = report_as_json(test::minimal_card(), true);
    for (std::size_t length = 0; length + 2 < json.size(); ++length) {
        Diagnostics findings;
        CHECK_FALSE(read(json.substr(0, length), findings));
        CHECK(findings.size() == 1);
    }
}

TEST_CASE("any byte changed is read without a crash, and refused with a finding or the same as before") {
    const std::string json = report_as_json(test::minimal_card(), true);
    for (std::size_t at = 0; at < json.size(); ++at) {
        for (const char by : {'"', '{', ']', '0', '-', '\0', '\xFF', ','}) {
            std::string changed = json;
            changed[at] = by;
            Diagnostics findings;
            const std::optional<Scorecard> card = read(changed, findings);
            CHECK(card.has_value() == findings.empty());
        }
    }
}

TEST_CASE("mistakes in JSON have a place") {
    const Diagnostic finding = only_finding("{\n  \"waymark\": \"scorecard/1\",\n  \"é\": nonsense\n}\n");
    CHECK(finding.code == "E020");
    CHECK(finding.span.line == 3);
    CHECK(finding.span.column == 9);  // the parser stops at the 'o' of "no…", which could not be "null"
    CHECK(only_finding("").code == "E020");
    CHECK(only_finding("{\"waymark\": \"scorecard/1\"").message == "the file ends before its JSON is complete");
    CHECK(only_finding(std::string("{}\0{}", 5)).message == "the file holds a NUL byte");
}

TEST_CASE("other kinds and other versions are refused by name") {
    CHECK(only_finding("{\"hello\": 1}").code == "E021");
    CHECK(only_finding("[1, 2]").code == "E021");
    CHECK(only_finding("3").code == "E021");
    CHECK(only_finding("{\"waymark\": \"assessment/1\"}").message == "this is 'assessment/1', not a scorecard");
    const Diagnostic newer = only_finding("{\"waymark\": \"scorecard/2\"}");
    CHECK(newer.code == "E021");
    CHECK(newer.message == "this waymark reads scorecard/1, not 'scorecard/2'");
}

TEST_CASE("missing, unknown and repeated keys are findings with a place") {
    const std::string json = report_as_json(test::minimal_card(), true);
    const Diagnostic missing = only_finding(replaced(json, "    \"version\": \"1.0.0\",\n", ""));
    CHECK(missing.code == "E022");
    CHECK(missing.message == "the key 'version' is missing here");
    const Diagnostic unknown = only_finding(std::string(json).insert(2, "  \"dat\": 1,\n"));
    CHECK(unknown.message == "scorecards have no key 'dat' here");
    CHECK(unknown.help == "did you mean 'date'?");
    CHECK(unknown.span.line == 2);
    CHECK(unknown.span.column == 3);
    const Diagnostic twice = only_finding(std::string(json).insert(2, "  \"date\": \"2026-01-31\",\n"));
    CHECK(twice.message == "the key 'date' is written twice");
}

TEST_CASE("wrong types and words are findings that say what belongs there") {
    const std::string json = report_as_json(test::minimal_card(), true);
    CHECK(only_finding(replaced(json, "\"respondents\": 1", "\"respondents\": 1.5")).message ==
          "'respondents' must be a whole number from 0");
    CHECK(only_finding(replaced(json, "\"respondents\": 1", "\"respondents\": true")).message ==
          "'respondents' must be a whole number from 0");
    CHECK(only_finding(replaced(json, "\"respondents\": 1", "\"respondents\": -1")).message ==
          "'respondents' must be a whole number from 0");
    CHECK(only_finding(replaced(json, "\"first_look\": true", "\"first_look\": \"true\"")).message ==
          "'first_look' must be true or false");
    CHECK(only_finding(replaced(json, "\"organisation\": \"Reading Room\"", "\"organisation\": null")).message ==
          "'organisation' must be a text");
    CHECK(only_finding(replaced(json, "\"flags\": []", "\"flags\": {}")).message == "'flags' must be a list");
    CHECK(only_finding(replaced(json, "\"kind\": \"practice\"", "\"kind\": \"habit\"")).message ==
          "'kind' must be one of overall, dimension, group, practice");
    CHECK(only_finding(replaced(json, "2026-01-31", "2026-02-31")).message ==
          "'date' must be a date such as \"2026-11-20\"");
}

TEST_CASE("exact fractions are checked") {
    const std::string json = report_as_json(test::minimal_card(), true);
    for (const char* bad : {"\"exact\": \"2/0\"", "\"exact\": \"two\"", "\"exact\": 2", "\"exact\": \"1.5\""}) {
        CHECK(only_finding(replaced(json, "\"exact\": \"2\"", bad)).message ==
              "'exact' must be a whole number or a fraction such as \"37/14\"");
    }
    CHECK(only_finding(replaced(json, "\"value\": 2.0", "\"value\": 3.0")).message ==
          "'value' is 3.0, but 'exact' is 2");
    Diagnostics findings;
    CHECK(read(replaced(json, "\"value\": 2.0", "\"value\": 2"), findings));  // as other programs write it
    // A fraction too long to print is refused; it must not fail later, in a renderer.
    const std::string long_fraction = "\"exact\": \"" + std::string(38, '9') + "/7\"";
    CHECK(only_finding(replaced(json, "\"exact\": \"2\"", long_fraction)).code == "E023");
}

TEST_CASE("depth and size are limited") {
    const std::string deep = "{\"waymark\": " + std::string(100000, '[');
    CHECK(only_finding(deep).message == "the file is nested more than 64 levels deep");
    CHECK(only_finding(std::string((64U << 20U) + 1, ' ')).message == "the file is larger than 64 MB");
}

TEST_CASE("a thoroughly wrong file gives a bounded number of findings") {
    std::string json = "{\"waymark\": \"scorecard/1\"";
    for (int i = 0; i < 500; ++i) json += ", \"key" + std::to_string(i) + "\": 1";
    Diagnostics findings;
    CHECK_FALSE(read(json + "}", findings));
    CHECK(findings.size() == 50);
}
