#include "catch.hpp"
#include "survey/map.hpp"

using namespace waymark;

namespace {

struct Read {
    explicit Read(const std::string& text) { map = read_map("m.yaml", text, list); }

    // "M001 3:10", one per finding, separated by "; "
    std::string found() const {
        std::string all;
        for (const auto& d : list) {
            all += (all.empty() ? "" : "; ") + d.code + ' ' + std::to_string(d.span.line) + ':' +
                   std::to_string(d.span.column);
        }
        return all;
    }
    std::string help() const { return list.empty() ? "" : list.front().help; }

    Diagnostics list;
    std::optional<SurveyMap> map;
};

const std::string kTop = "waymark: map/1\nrecords: /results\nrecord: {id: /id, organisation: {key: team}}\n";
const std::string kMembers = kTop + "answers: {in: \"\"}\n";
const std::string kNumbers = kMembers + "values: {default: {pass: number}}\n";

}  // namespace

TEST_CASE("the small map is read with what it leaves out") {
    const Read file(kNumbers + "questions: {real-mission: q1}\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    CHECK(file.map->records.tokens.at(0).name == "results");
    CHECK(file.map->duplicates == Duplicates::latest);
    CHECK(file.map->incomplete == Incomplete::keep);
    CHECK(file.map->answers.in.has_value());
    REQUIRE(file.map->questions.size() == 1);
    CHECK(file.map->questions[0].place.key == "q1");
    CHECK(file.map->questions[0].place.values == "default");
    CHECK(file.map->questions[0].place.many == Many::refuse);
}

TEST_CASE("every key and code is text, whatever YAML makes of it elsewhere") {
    const Read file(kMembers +
                    "values:\n  default:\n    map: {y: 0, n: 1, yes: 2, no: 3, on: 4, 1e234567: 0, 0123: 1, "
                    "2026-11-05: 2, 12:30: 3}\n"
                    "questions: {y: 1e234567, no: 0123}\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    const auto& entries = file.map->values.at(0).entries;
    REQUIRE(entries.size() == 9);
    CHECK(entries[0].value == "y");
    CHECK(entries[3].value == "no");
    CHECK(entries[5].value == "1e234567");
    CHECK(entries[6].value == "0123");
    CHECK(entries[7].value == "2026-11-05");
    CHECK(entries[0].means == "0");
    CHECK(file.map->questions.at(0).practice == "y");
    CHECK(file.map->questions.at(0).place.key == "1e234567");
}

TEST_CASE("selectors are pointers, answers, named entries, or a list of them") {
    const Read file(
        "waymark: map/1\nrecords: \"\"\nrecord:\n  id: [/a, /b]\n  organisation: {each: /variables/*, key: /name, is: "
        "org, "
        "value: /value}\n  role: {key: q0}\n  submitted: /sent\nanswers: {in: \"\"}\n");
    REQUIRE(file.map.has_value());
    const RecordFacts& facts = file.map->record;
    REQUIRE(facts.id.size() == 2);
    CHECK(facts.id[1].at.as_written == "/b");
    REQUIRE(facts.organisation.size() == 1);
    CHECK(facts.organisation[0].kind == Selector::Kind::entry);
    CHECK(facts.organisation[0].at.as_written == "/variables/*");
    CHECK(facts.organisation[0].key == "org");
    CHECK(facts.organisation[0].entry_key.as_written == "/name");
    CHECK(facts.organisation[0].entry_value.as_written == "/value");
    CHECK(facts.role.at(0).kind == Selector::Kind::answer);
    CHECK(facts.role.at(0).key == "q0");
}

TEST_CASE("conditions take a value, a list, present, absent and not") {
    const Read file(
        "waymark: map/1\nrecords: \"\"\nanswers: {in: \"\"}\nwhere:\n  /a: 1\n  /b: [x, true]\n  /c: present\n"
        "  /d: absent\n  /e: {not: present}\n  /f: {not: [1, 2]}\n  /g: [present]\n  /h: \"absent\"\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    const auto& tests = file.map->where;
    REQUIRE(tests.size() == 8);
    using Kind = RecordTest::Kind;
    CHECK(tests[0].kind == Kind::one_of);
    CHECK(tests[0].values == std::vector<std::string>{"1"});
    CHECK(tests[1].values == std::vector<std::string>{"x", "true"});
    CHECK(tests[2].kind == Kind::present);
    CHECK(tests[3].kind == Kind::absent);
    CHECK(tests[4].kind == Kind::absent);
    CHECK(tests[5].kind == Kind::none_of);
    CHECK(tests[5].values == std::vector<std::string>{"1", "2"});
    CHECK(tests[6].kind == Kind::one_of);
    CHECK(tests[6].values == std::vector<std::string>{"present"});
    CHECK(tests[7].kind == Kind::one_of);
}

TEST_CASE("questions stand at a key and row, a pointer, or in columns") {
    const Read file(
        kTop +
        "answers: {in: \"\", chosen: [Y, \"1\"]}\n"
        "values: {default: {pass: number, offset: -1}, other: {map: {a: 0}}, evidence: {map: {none: none}}}\n"
        "questions:\n  a: {key: m1, row: r1, values: other}\n  b: {at: /outcomes/q3}\n"
        "  c: {columns: {x: \"Q4[SQ001]\", y: \"Q4[SQ002]\"}, many: count}\n"
        "  d: {key: q5, split: \" \", many: max, evidence: q5e}\n"
        "  e: {key: q6, evidence: {key: q6e, dated: q6d}}\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    const auto& questions = file.map->questions;
    REQUIRE(questions.size() == 5);
    CHECK(questions[0].place.row == "r1");
    CHECK(questions[0].place.values == "other");
    CHECK(questions[1].place.at->tokens.size() == 2);
    CHECK(questions[2].place.columns.at(1) == std::pair<std::string, std::string>("y", "Q4[SQ002]"));
    CHECK(questions[2].place.many == Many::count);
    CHECK(questions[3].place.split == Split::space);
    CHECK(questions[3].evidence->place.key == "q5e");
    CHECK(questions[3].evidence->place.values == "evidence");
    CHECK(questions[4].evidence->dated->key == "q6d");
    CHECK(file.map->values[0].offset == Rational(-1));
    CHECK(file.map->answers.chosen == std::vector<std::string>{"Y", "1"});
}

TEST_CASE("the shape with entries is read") {
    const Read file(
        kTop +
        "answers: {each: /pages/*/answers/*, only: {/type: [radio, nps]}, key: 2/id, row: /row_id, value: [/choice, "
        "/text]}\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    const AnswerShape& shape = file.map->answers;
    CHECK(shape.each->tokens.size() == 4);
    CHECK(shape.key->up == 2);
    CHECK(shape.only.at(0).at.as_written == "/type");
    CHECK(shape.value.size() == 2);
}

TEST_CASE("a map takes from its platform what it leaves out") {
    const Read file(
        "waymark: map/1\nplatform: kobo\nwhere: {/round: 2}\nrecord: {organisation: {key: team}}\n"
        "values: {default: {pass: number}}\nquestions: {a: q1}\n");
    CHECK(file.found().empty());
    REQUIRE(file.map.has_value());
    CHECK(file.map->records.as_written == "/results");
    CHECK(file.map->expect->as_written == "/count");
    CHECK(file.map->record.id.size() == 2);
    CHECK(file.map->record.organisation.size() == 1);
    REQUIRE(file.map->where.size() == 2);
    CHECK(file.map->where[1].at.as_written == "/round");
    CHECK(file.map->platform == "kobo");
}

TEST_CASE("a key without a value takes back what the platform says") {
    const Read file(
        "waymark: map/1\nplatform: kobo\nexpect:\nmore:\nwhere: {/_validation_status/uid: }\nrecord: {id: }\n");
    REQUIRE(file.map.has_value());
    CHECK_FALSE(file.map->expect.has_value());
    CHECK(file.map->more.empty());
    CHECK(file.map->where.empty());
    CHECK(file.map->record.id.empty());
    CHECK(file.map->record.submitted.size() == 1);
}

TEST_CASE("another shape of answers replaces the platform's as a whole") {
    const Read file("waymark: map/1\nplatform: surveymonkey\nanswers: {in: /flat}\n");
    REQUIRE(file.map.has_value());
    CHECK_FALSE(file.map->answers.each.has_value());
    CHECK_FALSE(file.map->answers.key.has_value());
    CHECK(file.map->answers.value.empty());
    const Read same("waymark: map/1\nplatform: qualtrics\nanswers: {in: /values}\n");
    REQUIRE(same.map.has_value());
    CHECK(same.map->answers.in->as_written == "/values");
    CHECK(same.map->answers.shown.has_value());
}

TEST_CASE("all mistakes of a map are found in one run") {
    const Read file(
        "waymark: map/1\nrecords: results\nexpect: /pages/*/n\nrecord: {id: 1/id}\n"
        "answers: {in: \"\", each: /a}\nduplicates: newest\nvalues: {default: {pass: number}}\nquestions: {a: {}}\n");
    CHECK(file.found() == "M001 2:10; M002 3:9; M002 4:14; S008 6:13; M004 5:10; M006 8:16");
    CHECK_FALSE(file.map.has_value());
}

TEST_CASE("a label that YAML cannot read is answered with quotes") {
    const Read flow(
        "waymark: map/1\nrecords: \"\"\nanswers: {in: \"\"}\nvalues: {default: {map: {Who? Who?: 1, a: b: 2}}}\n");
    CHECK_FALSE(flow.map.has_value());
    CHECK(flow.help().find("quote the label") != std::string::npos);
    const Read block(kMembers + "values:\n  default:\n    map:\n      often: 2\n      partly #2: 1\n");
    CHECK(block.help().find("quote the label") != std::string::npos);
}

TEST_CASE("a fix offers the escaped pointer, unasked for it is not applied") {
    const Read file("waymark: map/1\nrecords: group/question\nanswers: {in: \"\"}\n");
    REQUIRE(file.list.size() == 1);
    REQUIRE(file.list[0].fix.has_value());
    CHECK(file.list[0].fix->edits.at(0).text == "/group~1question");
    CHECK_FALSE(file.list[0].fix->safe);
}

TEST_CASE("what is left open is said, and passed over") {
    const Read file(kNumbers + "questions:\n  a:\n  b: {key: , values: default}\n  c: q3\n");
    CHECK(file.found() == "M011 7:3; M011 8:3");
    REQUIRE(file.map.has_value());
    CHECK(file.map->questions.size() == 1);
}

TEST_CASE("keys used twice and tables used by nobody are found") {
    const Read twice(kNumbers + "questions: {a: q1, b: q1}\n");
    CHECK(twice.found() == "M015 6:23");
    const Read rows(kNumbers + "questions: {a: {key: m, row: r1}, b: {key: m, row: r2}}\n");
    CHECK(rows.found().empty());
    const Read unused(kMembers + "values: {default: {pass: number}, other: {pass: number}}\nquestions: {a: q1}\n");
    CHECK(unused.found() == "M010 5:35");
    const Read missing(kMembers + "values: {other: {pass: number}}\nquestions: {a: q1, b: {key: q2, values: other}}\n");
    CHECK(missing.found() == "M007 6:16");
}

TEST_CASE("a count of ticks needs no table") {
    const Read file(kMembers + "questions: {a: {key: q1, split: \",\", many: count}}\n");
    CHECK(file.found().empty());
}

TEST_CASE("values that read alike must not mean two things") {
    const Read two(kMembers + "values: {default: {map: {Partly: 1, partly: 2}}}\nquestions: {a: q1}\n");
    CHECK(two.found() == "M008 5:37");
    const Read one(kMembers + "values: {default: {map: {Partly: 1, partly: 1}}}\nquestions: {a: q1}\n");
    CHECK(one.found().empty());
}

TEST_CASE("an organisation's names are its own") {
    const Read file(kNumbers +
                    "questions: {a: q1}\norganisations:\n  Housing: [dept a, DeptA]\n  Health: [\"Dept  A\"]\n");
    CHECK(file.found() == "M009 9:3");
    const Read one(kNumbers + "questions: {a: q1}\norganisations:\n  Housing: HOUSING\n");
    CHECK(one.found().empty());
}

TEST_CASE("patterns for keys need the practice in them") {
    const std::string top =
        "waymark: map/1\nrecords: \"\"\nrecord: {organisation: /o}\nvalues: {default: {pass: number}}\n";
    CHECK(Read(top + "answers: {in: \"\", key_from: \"{dimension}/{id}\"}\n").found().empty());
    CHECK(Read(top + "answers: {in: \"\", key_from: \"{dimension}\"}\n").found() == "M016 5:29");
    CHECK(Read(top + "answers: {in: \"\", key_from: \"{name}\"}\n").found() == "M016 5:29");
    CHECK(Read(top + "answers: {in: \"\", key_from: \"{id\"}\n").found() == "M016 5:29");
}

TEST_CASE("settings without effect are said") {
    CHECK(Read("waymark: map/1\nrecords: \"\"\nanswers: {in: \"\"}\nincomplete: drop\nduplicates: first\n").found() ==
          "M012 5:13; M012 4:13");
    CHECK(Read(kMembers + "values: {default: {map: {a: 1}, offset: -1}}\nquestions: {a: q1}\n").found() == "M012 5:41");
}

TEST_CASE("a row needs a place in entries to be told by") {
    const Read file(
        kTop +
        "answers: {each: /a/*, key: /id}\nvalues: {default: {pass: number}}\nquestions: {a: {key: q1, row: r1}}\n");
    CHECK(file.found() == "M005 6:16");
}
