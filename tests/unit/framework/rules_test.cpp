// Mistakes in facts, flags, verdict, outcomes and texts.
#include "catch.hpp"
#include "unit/framework/expect_finding.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;
using fixture::expect_findings;

TEST_CASE("mistakes in tables") {
    expect_findings({
        {"a table without columns", "facts:\n", "facts:\n  ~bare: {title: Bare}\n", "F002", "'bare' has no columns",
         "columns:"},
        {"a record without fields", "facts:\n", "facts:\n  ~bare: {fields: {}}\n", "F002", "'bare' has no columns",
         "fields:"},
        {"both at once", "facts:\n", "facts:\n  bare: {fields: {a: date}, ~columns: {a: date}}\n", "F060",
         "both 'fields' and 'columns'", "single facts"},
        {"a computed table", "facts:\n", "facts:\n  ~flags: {columns: {a: date}}\n", "F011", "'flags'", "our-flags"},
        {"a word of tests", "      item: text\n", "      item: text\n      ~not: text\n", "F011", "'not'", "our-not"},
        {"rows without their words", "row: [item, items]", "row: ~[item]", "F060", "'row'", "row: [item, items]"},
        {"words for no rows", "    title: The mission\n", "    title: The mission\n    row: ~[fact, facts]\n", "F060",
         "no rows to name", "remove 'row'"},
    });
}

TEST_CASE("mistakes in columns") {
    expect_findings({
        {"an unknown type", "      item: text\n", "      item: text\n      extra: ~txt\n", "F060",
         "'txt' is no type of column", "did you mean 'text'?"},
        {"a type from elsewhere", "{type: money, title: tagged spend}", "{type: ~euros, title: tagged spend}", "F060",
         "'euros'", "text, number, integer, money"},
        {"nothing said", "{type: money, title: tagged spend}", "~{title: tagged spend}", "F060",
         "'spend' does not say what it holds", "'one_of_table'"},
        {"two things said", "{type: money, title: tagged spend}", "{type: money, ~level: voice}", "F060",
         "both 'type' and 'level'", ""},
        {"an unknown scale", "{level: voice}", "{level: ~voyce}", "F021", "no scale is called 'voyce'",
         "'voice' (line 13)"},
        {"an unknown table", "{one_of_table: portfolio}", "{one_of_table: ~portfolios}", "F021",
         "no table or record is called 'portfolios'", "did you mean 'portfolio' (line 103)?"},
        {"rows of a record", "      made: date\n", "      ~made: {one_of_table: mission}\n", "F061",
         "'mission', which is a record", "refer to a table"},
        {"rows without a key", "facts:\n",
         "facts:\n  dates: {columns: {day: date}}\n  marks: {columns: {~day: {one_of_table: dates}}}\n", "F061",
         "does not begin with a column of text", "first column"},
        {"the same choice twice", "some_of: [goal, scope, nothing]", "some_of: [goal, scope, nothing, ~goal]", "F010",
         "'goal' is declared twice as a choice", ""},
        {"a choice that is a list", "some_of: [goal, scope, nothing]", "some_of: [goal, scope, nothing, ~[more]]",
         "F060", "a choice", "{existing:"},
        {"no choices", "some_of: [goal, scope, nothing]", "one_of: ~[]", "F060", "choices of a column are no list",
         "[existing, new]"},
        {"a phrase of no yes-no", "{type: money, title: tagged spend}", "{type: money, ~yes: costs}", "F043",
         "'yes' has no meaning", "yes-no"},
        {"no place for the value", "says: \"involve {} organisations\"", "says: ~\"involve organisations\"", "F060",
         "no place for the value", "{}"},
    });
}

TEST_CASE("a set has at most 64 choices") {
    const auto set_of = [](int size) {
        std::string choices;
        for (int i = 0; i < size; ++i) choices += (i == 0 ? "c" : ", c") + std::to_string(i);
        return "      item: text\n      many: {some_of: ~[" + choices + "]}\n";
    };
    expect_findings({{"65 choices", "      item: text\n", set_of(65), "F003", "65 choices", "at most 64"}});
    std::string whole = set_of(64);
    whole.erase(whole.find('~'), 1);
    CHECK_NOTHROW(fixture::framework_of(fixture::small_framework_with("      item: text\n", whole)));
}

TEST_CASE("mistakes in flags") {
    const std::string limits =
        "limits: {unchanged: 0.5}\n    when:\n      share: {of: portfolio, by: spend, where: {origin: "
        "existing, changed: "
        "{has_only: [nothing]}}, at_least: unchanged}";
    const std::string renamed =
        "limits: {~asked: 0.5}\n    when:\n      share: {of: portfolio, by: spend, where: {origin: existing, "
        "changed: "
        "{has_only: [nothing]}}, at_least: asked}";
    const std::string severities = "      - {level: high, if: {raised: old-portfolio}}\n      - {level: medium}\n";
    expect_findings({
        {"the same flag twice", "  - id: words-outrun-evidence\n", "  - id: ~old-portfolio\n", "F010",
         "'old-portfolio' is declared twice as a flag", "line 121"},
        {"a warning without severity", "  - id: old-portfolio\n    code: W1\n    kind: washing\n    severity: high\n",
         "  - id: ~old-portfolio\n    code: W1\n    kind: washing\n", "F044", "'old-portfolio' has no severity",
         "severity: high"},
        {"severity of what encourages", "    kind: real\n", "    kind: real\n    ~severity: low\n", "F043",
         "'severity' has no meaning", "encourages"},
        {"a last case with a condition", severities, "      - {level: high, ~if: {raised: old-portfolio}}\n", "F031",
         "last case", "without 'if'"},
        {"a first case without one", severities, "      - ~{level: high}\n      - {level: medium}\n", "F031",
         "never reached", "move this case"},
        {"no cases", "severity:\n" + severities, "severity: ~[]\n", "F002", "list of severities is empty",
         "severity: medium"},
        {"a limit nobody reads", "limits: {unchanged: 0.5}", "limits: {unchanged: 0.5, ~spare: 2}", "F051",
         "reads the limit 'spare'", "at_least: spare"},
        {"a limit like a level", limits, renamed, "F011", "'asked' is called like a level", "cannot be told"},
        {"a limit too fine", "limits: {unchanged: 0.5}", "limits: {unchanged: ~1/3}", "F032", "more than four places",
         "0.3333"},
        {"a flag that reads itself", "if: {raised: old-portfolio}", "if: {~raised: words-outrun-evidence}", "F050",
         "depends on itself: it reads 'words-outrun-evidence'", "remove one"},
        {"severities of itself", "if: {raised: old-portfolio}", "if: {~some: {of: flags, where: {severity: high}}}",
         "F050", "reads the severity of flags", "only the verdict"},
        {"what is not settled yet", "if: {raised: old-portfolio}",
         "if: {~record: {of: assessment, where: {unsafe: yes}}}", "F050", "reads 'unsafe'", "verdict"},
    });
}

TEST_CASE("a cycle of severities is told in full") {
    std::string text = fixture::small_framework_with(
        "    severity: high\n    title: Old",
        "    severity: [{level: low, if: {raised: words-outrun-evidence}}, {level: high}]\n    title: Old");
    Diagnostics diagnostics;
    CHECK_FALSE(read_framework("small.yaml", text, diagnostics).has_value());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "F050");
    CHECK(diagnostics[0].span.line == 124);
    CHECK(diagnostics[0].message ==
          "the severity of 'old-portfolio' depends on itself: it reads 'words-outrun-evidence', which reads "
          "'old-portfolio'");
}

TEST_CASE("mistakes in the verdict") {
    const std::string last = "    - {id: clear, title: Clear}\n";
    expect_findings({
        {"a last reading with a condition", last,
         "    - {id: clear, title: Clear, ~when: {none: {of: flags, where: {state: raised}}}}\n", "F031",
         "last reading, 'clear'", "remove 'when'"},
        {"a reading that always holds", last, "    - ~{id: watch, title: Watch}\n" + last, "F031",
         "'watch' always holds", "add 'when"},
        {"the same reading twice", last, "    - {id: ~at-risk, title: Clear}\n", "F010",
         "'at-risk' is declared twice as a reading", "line 152"},
        {"unsafe that reads itself", "when: {record: {of: assessment, where: {withheld: yes}}}",
         "when: {~record: {of: assessment, where: {unsafe: yes}}}", "F050", "reads 'unsafe'", "verdict"},
    });
}

TEST_CASE("mistakes in texts and sources") {
    expect_findings({
        {"a source that is not listed", "means: A change worth making, sources: [SRC]",
         "means: A change worth making, sources: [~SCR]", "F021", "no source is called 'SCR'",
         "did you mean 'SRC' (line 158)?"},
        {"a source of a flag", "do: Ask each item what it changed.\n    sources: [SRC]",
         "do: Ask each item what it changed.\n    sources: [SRC, ~OTHER]", "F021", "no source is called 'OTHER'",
         "known: SRC"},
        {"the same source twice", "url: \"https://example.org\"}]",
         "url: \"https://example.org\"}, {id: ~SRC, title: Again}]", "F010", "'SRC' is declared twice as a source",
         "line 158"},
        {"the same guide twice", "text: Lead.}]", "text: Lead.}, {id: ~primer, title: Again, text: Lead.}]", "F010",
         "'primer' is declared twice as a guide", "line 157"},
        {"the same word twice", "sources: [SRC]}]\nguides",
         "sources: [SRC]}, {id: ~mission, term: M, means: M}]\nguides", "F010",
         "'mission' is declared twice as a glossary entry", "line 156"},
    });
}
