// What test files can say, and what running them shows.
#include "verify/test_file.hpp"

#include "catch.hpp"
#include "verify/coverage.hpp"
#include "waymark/framework.hpp"

using namespace waymark;

namespace {

const char* const kFramework = R"(waymark: framework/1
id: small
version: 1.0.0
title: Small
scales: {quality: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]}
evidence: {strengths: [{id: none, title: None, supports: low}, {id: record, title: Record, supports: high}]}
roles: [{id: leader, title: Leader}]
dimensions:
  - id: work
    title: Work
    practices:
      - {id: plan, title: A plan, ask: "Is there a plan?", levels: {low: No, mid: So, high: Yes}}
      - {id: review, title: A review, ask: "Is it read?", levels: {low: No, mid: So, high: Yes}}
facts: {items: {title: The items, columns: {name: text, days: "integer?"}}}
flags:
  - {id: many, kind: washing, severity: high, title: Many, limits: {items: 3}, when: {count: {of: items, at_least: items}}}
)";

const Framework& framework() {
    static const Framework read = [] {
        Diagnostics findings;
        return read_framework("small.yaml", kFramework, findings).value();
    }();
    return read;
}

const FileAccess kNoFiles{[](const std::string&, const std::string&, std::string& problem) {
    problem = "there are no files here";
    return std::nullopt;
}};

struct Read {
    std::optional<TestFile> file;
    Diagnostics findings;
};

Read read(const std::string& rest) {
    Read result;
    result.file = read_test_file("a.test.yaml", "waymark: test/1\nframework: small.yaml\n" + rest, framework(),
                                 kNoFiles, result.findings);
    return result;
}

std::vector<FrameworkTest> tests_of(const std::string& rest) {
    Read result = read(rest);
    for (const Diagnostic& finding : result.findings) UNSCOPED_INFO(finding.code << " " << finding.message);
    REQUIRE(result.file);
    return std::move(result.file->tests);
}

bool passes(const FrameworkTest& test) {
    return run_test(test, framework()).empty();
}

const std::string kThree = "[{name: A}, {name: B}, {name: C}]";

}  // namespace

TEST_CASE("a test runs once for each item of its parameters", "[testfile]") {
    const auto tests = tests_of(
        "tests:\n  - name: <level> is <value>\n    date: 2026-01-31\n"
        "    parameters: [{level: low, value: 0}, {level: mid, value: 1}, {level: high, value: 3}]\n"
        "    answers: {all: <level>}\n    expect: {scores: {overall: {claimed: <value>}}}\n");
    REQUIRE(tests.size() == 3);
    CHECK(tests[0].name == "low is 0");
    CHECK(tests[2].name == "high is 3");
    CHECK(passes(tests[0]));
    CHECK(passes(tests[1]));
    const auto mismatches = run_test(tests[2], framework());  // high is 2
    REQUIRE(mismatches.size() == 1);
    CHECK(in_words(mismatches[0]) == "overall claimed: expected 3, found 2");
}

TEST_CASE("a parameter alone may be a list, and may stand for a key", "[testfile]") {
    const auto tests = tests_of(
        "tests:\n  - name: Items\n    date: 2026-01-31\n    answers: {all: low}\n    facts: {items: <rows>}\n"
        "    parameters: [{rows: [{name: A}], flag: many, state: clear}, {rows: " +
        kThree + ", flag: many, state: raised}]\n    expect: {flags: {<flag>: <state>}}\n");
    REQUIRE(tests.size() == 2);
    CHECK(tests[0].name != tests[1].name);
    CHECK(passes(tests[0]));
    CHECK(passes(tests[1]));
}

TEST_CASE("set-ups are laid over the defaults, and the test over all", "[testfile]") {
    const auto tests = tests_of(
        "defaults: {date: 2026-01-31, answers: {all: low}}\n"
        "setups:\n  good: {answers: {all: high}}\n  many: {facts: {items: " +
        kThree +
        "}}\n"
        "tests:\n"
        "  - {name: One, uses: good, expect: {scores: {overall: {claimed: 2}}}}\n"
        "  - {name: Two, uses: [good, many], expect: {scores: {overall: {claimed: 2}}, flags: {many: raised}}}\n"
        "  - {name: Three, uses: [good], answers: {all: mid}, expect: {scores: {overall: {claimed: 1}}}}\n"
        "  - {name: Four, expect: {scores: {overall: {claimed: 0}}, flags: {many: cannot-tell}}}\n");
    REQUIRE(tests.size() == 4);
    for (const FrameworkTest& test : tests) {
        INFO(test.name);
        CHECK(passes(test));
    }
}

TEST_CASE("findings can be expected: these and no others", "[testfile]") {
    const std::string late = "{level: high, evidence: [{strength: record, dated: 2027-01-01}]}";
    const auto head = [](const std::string& answer, const std::string& expect) {
        return "tests:\n  - name: A\n    date: 2026-01-31\n    answers: {plan: " + answer + "}\n    expect: {" +
               expect + "}\n";
    };
    CHECK_FALSE(read(head(late, "unsafe: no")).file);  // an error nobody expects is a finding about the file
    CHECK(passes(tests_of(head(late, "diagnostics: [A016]")).front()));
    CHECK(passes(tests_of(head("high", "diagnostics: []")).front()));
    CHECK_FALSE(passes(tests_of(head("high", "diagnostics: [A016]")).front()));
    CHECK_FALSE(passes(tests_of(head(late, "diagnostics: [A016], scores: {plan: {claimed: 2}}")).front()));
    const std::string note = "{state: dont-know, evidence: [{strength: record, dated: 2026-01-01}]}";
    CHECK(passes(tests_of(head(note, "diagnostics: [A018]")).front()));
    CHECK_FALSE(passes(tests_of(head(note, "diagnostics: []")).front()));
}

TEST_CASE("limits are covered by tests just below and just above them", "[testfile]") {
    const auto covered = [](const std::string& rows, const std::string& state) {
        const auto tests =
            tests_of("tests:\n  - {name: A, date: 2026-01-31, answers: {all: low}, facts: {items: " + rows +
                     "}, expect: {flags: {many: " + state + "}}}\n");
        const Coverage coverage = coverage_of({&tests.front()}, framework());
        std::vector<bool> sides;
        for (const CoverageItem& item : coverage.items) {
            if (item.kind == CoverageItem::Kind::limit) sides.push_back(item.covered);
        }
        return sides;  // a little lower, a little higher
    };
    CHECK(covered(kThree, "raised") == std::vector<bool>{false, true});
    CHECK(covered("[{name: A}, {name: B}]", "clear") == std::vector<bool>{true, false});
    CHECK(covered("[{name: A}]", "clear") == std::vector<bool>{false, false});
    CHECK(covered("[{name: A}]", "raised") == std::vector<bool>{false, false});  // a failing test shows nothing
}

TEST_CASE("coverage counts levels, profiles, states and readings that tests look at", "[testfile]") {
    const auto tests = tests_of(
        "tests:\n  - {name: A, date: 2026-01-31, answers: {plan: low, review: high}, expect: {flags: {many: "
        "cannot-tell}}}\n");
    const Coverage coverage = coverage_of({&tests.front()}, framework());
    CHECK(coverage.framework == "small@1.0.0");
    using Kind = CoverageItem::Kind;
    CHECK((coverage.covered(Kind::level) == 2 && coverage.all(Kind::level) == 3));
    CHECK((coverage.covered(Kind::profile) == 1 && coverage.all(Kind::profile) == 1));
    CHECK((coverage.covered(Kind::flag) == 1 && coverage.all(Kind::flag) == 3));
    CHECK((coverage.covered(Kind::limit) == 0 && coverage.all(Kind::limit) == 2));
    CHECK(coverage.at_least(Rational(40)));
    CHECK_FALSE(coverage.at_least(Rational(50)));
}
