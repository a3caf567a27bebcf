#include "assessment/combine.hpp"

#include "assessment/write.hpp"
#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;

namespace {

const std::string kRest = "framework: mission-maturity@1.2.3\norganisation: Warm Homes\n";
const std::string kAna = "respondents: [{id: r1, role: leader, answers: {networks: embedded}}]\n";
const std::string kBen = "respondents: [{id: r2, role: frontline, answers: {networks: absent}}]\n";

std::string file(const std::string& lines, const std::string& date = "2026-11-20") {
    return "waymark: assessment/1\n" + kRest + "date: " + date + "\n" + lines;
}

struct Combined {
    std::optional<std::string> text;
    Diagnostics diagnostics;

    std::string places() const {
        std::string all;
        for (const auto& finding : diagnostics) {
            if (!all.empty()) all += "\n";
            all += finding.code + " " + finding.file + ":" + std::to_string(finding.span.line);
        }
        return all;
    }
};

Combined combine(const std::vector<AssessmentFile>& files, const std::string& output = "team.yaml") {
    Combined result;
    result.text = combine_assessments(files, output, result.diagnostics);
    sort_diagnostics(result.diagnostics);
    return result;
}

Node parsed(const std::string& text) {
    Diagnostics diagnostics;
    const Source source("text.yaml", text);
    Findings findings(source, diagnostics);
    auto root = parse_yaml(findings);
    INFO(text);
    INFO((diagnostics.empty() ? std::string() : diagnostics.front().message));
    REQUIRE(root.has_value());
    return std::move(*root);
}

std::vector<std::string> ids(const Assessment& assessment) {
    std::vector<std::string> result;
    for (const auto& respondent : assessment.respondents) result.push_back(respondent.id);
    return result;
}

}  // namespace

TEST_CASE("two people's files become one assessment") {
    const auto result =
        combine({{"a.yaml", file(kAna + "note: By Ana\nfacts: {partners: none}\nagreed: {networks: absent}\n")},
                 {"b.yaml", file(kBen + "note: By Ben\nfacts: {mission: {new_money: no}}\n"
                                        "targets: {default: embedded}\n")}});
    REQUIRE(result.places().empty());
    const auto read = sample::read(*result.text);
    INFO(*result.text);
    REQUIRE(read.assessment.has_value());
    CHECK(ids(*read.assessment) == std::vector<std::string>{"r1", "r2"});
    CHECK(read.assessment->respondents[0].answers.at(0).level == 3);
    CHECK(read.assessment->respondents[1].role == 1);
    CHECK(read.assessment->note == "By Ana\n\nBy Ben");
    CHECK(sample::table(*read.assessment, "partners").state == Table::State::none);
    CHECK(sample::table(*read.assessment, "mission").state == Table::State::given);
    CHECK(read.assessment->agreed.size() == 1);
    CHECK(read.assessment->default_target == 3);
}

TEST_CASE("the combined file reads as a person would write it") {
    const auto result =
        combine({{"a.yaml", file("respondents:\n  - id: r1\n    role: leader\n    answers:\n"
                                 "      networks: {level: embedded, evidence: [{strength: artefact, what: Plan}]}\n"
                                 "      reach: {level: inside, note: 'One: two'}\n"
                                 "facts:\n  partners: [{id: city, name: 'The city, and more'}]\n")},
                 {"b.yaml", file(kBen)}});
    REQUIRE(result.text.has_value());
    CHECK(*result.text ==
          "waymark: assessment/1\n"
          "framework: mission-maturity@1.2.3\n"
          "organisation: Warm Homes\n"
          "date: 2026-11-20\n"
          "respondents:\n"
          "  - id: r1\n"
          "    role: leader\n"
          "    answers:\n"
          "      networks:\n"
          "        level: embedded\n"
          "        evidence:\n"
          "          - {strength: artefact, what: Plan}\n"
          "      reach: {level: inside, note: \"One: two\"}\n"
          "  - id: r2\n"
          "    role: frontline\n"
          "    answers:\n"
          "      networks: absent\n"
          "facts:\n"
          "  partners:\n"
          "    - {id: city, name: \"The city, and more\"}\n");
}

TEST_CASE("the same id with other answers is another person") {
    const auto result = combine({{"a.yaml", file(kAna)},
                                 {"b.yaml", file("respondents: [{id: r1, role: leader, answers: {networks: absent}},"
                                                 " {id: r1-2, role: leader}]\n")}});
    CHECK(result.places() == "A041 b.yaml:5");
    const auto read = sample::read(result.text.value());
    CHECK(ids(*read.assessment) == std::vector<std::string>{"r1", "r1-3", "r1-2"});
}

TEST_CASE("the same id with the same answers is one person") {
    const auto result = combine(
        {{"a.yaml", file("respondents: [{id: r1, role: leader, answers: {networks: absent, reach: inside}}]\n")},
         {"b.yaml", file("respondents:\n  - answers: {reach: inside, networks: absent}\n    role: leader\n"
                         "    id: r1\n")}});
    CHECK(result.places() == "A043 b.yaml:6");
    CHECK(ids(*sample::read(result.text.value()).assessment) == std::vector<std::string>{"r1"});
}

TEST_CASE("what is shared must agree") {
    const auto other = [](const std::string& from, const std::string& to) {
        std::string text = file(kBen);
        text.replace(text.find(from), from.size(), to);
        return combine({{"a.yaml", file(kAna)}, {"b.yaml", text}});
    };
    CHECK(other("Warm Homes", "Cold Homes").places() == "A040 b.yaml:3");
    CHECK(other("@1.2.3", "@1.3.0").places() == "A040 b.yaml:2");
    CHECK_FALSE(other("Warm Homes", "Cold Homes").text.has_value());
    CHECK(other("date:", "profile: grand\ndate:").places() == "A040 a.yaml:0");

    const auto both = [](const std::string& first, const std::string& second) {
        return combine({{"a.yaml", file(kAna + first)}, {"b.yaml", file(kBen + second)}}).places();
    };
    CHECK(both("profile: grand\n", "profile: organisational\n") == "A040 b.yaml:6");
    CHECK(both("currency: GBP\n", "currency: EUR\n") == "A040 b.yaml:6");
    CHECK(both("agreed: {reach: inside}\n", "agreed: {reach: everyone}\n") == "A040 b.yaml:6");
    CHECK(both("agreed: {reach: inside}\n", "agreed: {reach: inside}\n").empty());
    CHECK(both("facts: {portfolio: none}\n", "facts:\n  portfolio:\n    - {item: A}\n") == "A040 b.yaml:7");
    CHECK(both("facts: {portfolio: [{item: A}]}\n", "facts:\n  portfolio:\n    - item: 'A'\n").empty());
}

TEST_CASE("a conflict names both places") {
    const auto result = combine({{"a.yaml", file(kAna + "facts: {portfolio: none}\n")},
                                 {"b.yaml", file(kBen + "facts: {portfolio: [{item: A}]}\n")}});
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].message == "the table 'portfolio' differs from a.yaml:6");
}

TEST_CASE("the date is the latest, and a difference is reported") {
    const auto result = combine({{"a.yaml", file(kAna, "2026-11-20")}, {"b.yaml", file(kBen, "2026-11-22")}});
    CHECK(result.places() == "A042 a.yaml:4");
    CHECK(sample::read(result.text.value()).assessment->date == Date{2026, 11, 22});
}

TEST_CASE("being named needs everybody who spoke about it") {
    const auto named = [](const std::string& first, const std::string& second) {
        const auto result = combine({{"a.yaml", file(kAna + first)}, {"b.yaml", file(kBen + second)}});
        return sample::read(result.text.value()).assessment.value().may_be_named;
    };
    CHECK(named("publish: {name: yes}\n", ""));
    CHECK(named("publish: {name: yes}\n", "publish: {name: yes}\n"));
    CHECK_FALSE(named("publish: {name: yes}\n", "publish: {name: no}\n"));
    CHECK_FALSE(named("", ""));
}

TEST_CASE("paths follow the file to its new folder") {
    const std::string facts = "facts: {portfolio: {csv: portfolio.csv}}\nprevious: old/2025.yaml\n";
    const auto down = combine({{"ana/a.yaml", file(kAna + facts)}, {"b.yaml", file(kBen)}});
    CHECK(down.places().empty());
    CHECK(down.text.value().find("portfolio: {csv: ana/portfolio.csv}") != std::string::npos);
    CHECK(down.text.value().find("previous: ana/old/2025.yaml") != std::string::npos);

    const auto same = combine({{"ana/a.yaml", file(kAna + facts)}, {"b.yaml", file(kBen)}}, "ana/team.yaml");
    CHECK(same.text.value().find("portfolio: {csv: portfolio.csv}") != std::string::npos);

    const auto aside = combine({{"ana/a.yaml", file(kAna + facts)}, {"b.yaml", file(kBen)}}, "out/team.yaml");
    CHECK(aside.places() == "A044 ana/a.yaml:6\nA044 ana/a.yaml:7");
    CHECK(aside.text.value().find("portfolio: {csv: portfolio.csv}") != std::string::npos);

    // The same name in two folders is two files.
    CHECK(combine({{"ana/a.yaml", file(kAna + facts)}, {"ben/b.yaml", file(kBen + facts)}}).places() ==
          "A040 ben/b.yaml:6\nA040 ben/b.yaml:7");
}

TEST_CASE("files that cannot be read stop the joining") {
    CHECK_FALSE(combine({{"a.yaml", file(kAna)}, {"b.yaml", "waymark: framework/1\n"}}).text.has_value());
    CHECK_FALSE(combine({{"a.yaml", file(kAna)}, {"b.yaml", "a: [\n"}}).text.has_value());
    CHECK_FALSE(
        combine({{"a.yaml", file(kAna)}, {"b.yaml", file("respondents: [{role: leader}]\n")}}).text.has_value());
    CHECK_FALSE(combine({}).text.has_value());
}

TEST_CASE("hostile texts come through unchanged") {
    const std::vector<std::string> texts = {"a: b",
                                            "# no comment",
                                            "a # b",
                                            "- item",
                                            "-",
                                            "--- ",
                                            "? x",
                                            "*alias",
                                            "&anchor",
                                            "!tag",
                                            "%d",
                                            "@a",
                                            "`a`",
                                            "'",
                                            "\"",
                                            "\\",
                                            "it's",
                                            "'quoted'",
                                            "\"quoted\"",
                                            "{a: b}",
                                            "[a, b]",
                                            "a, b",
                                            "a]",
                                            "}",
                                            "|",
                                            "> x",
                                            "|-",
                                            "yes",
                                            "no",
                                            "true",
                                            "null",
                                            "Null",
                                            "NULL",
                                            "~",
                                            "012",
                                            "1e3",
                                            "0x1f",
                                            "1_000",
                                            "2026-11-20",
                                            "12:30:45",
                                            ".5",
                                            "-3",
                                            "+1",
                                            "",
                                            " ",
                                            "  leading",
                                            "trailing  ",
                                            "tab\there",
                                            "two\nlines",
                                            "end\n",
                                            "two ends\n\n",
                                            "\nbegins",
                                            "a\n\nb",
                                            "  in\n    deeper",
                                            "first\n  second\n third",
                                            "line \nwith space",
                                            "# a\n# b",
                                            "---\n...",
                                            "key: v\nkey: w",
                                            "caf\xC3\xA9",
                                            "\xE6\x97\xA5\xE6\x9C\xAC",
                                            "\xF0\x9F\x8C\x8D",
                                            "nbsp\xC2\xA0here",
                                            "\xE2\x80\xA8line separator",
                                            "\xC2\x85next",
                                            "\xEF\xBB\xBFmark",
                                            "right\xE2\x80\xAEleft",
                                            "wide " + std::string(300, 'x'),
                                            "word: " + std::string(200, 'y') + "\nmore",
                                            "=1+1",
                                            "a:",
                                            ":a",
                                            "a:b",
                                            "http://x.org/?a=b&c#d",
                                            "%",
                                            "100%",
                                            "crlf\r\nhere",
                                            "bell\x07",
                                            "del\x7f",
                                            "end colon:",
                                            "end hash #",
                                            "<<",
                                            "="};
    for (const std::string& text : texts) {
        Node answer = mapping_node();
        put(answer, "level", scalar_node("absent"));
        put(answer, "note", scalar_node(text));
        Node list = sequence_node();
        list.items.push_back(scalar_node(text));
        list.items.push_back(answer);
        Node root = mapping_node();
        put(root, "plain", scalar_node(text));
        put(root, "list", list);
        put(root, "answers", answer);
        Node deep = mapping_node();
        put(deep, text, scalar_node(text));
        put(root, "deep", deep);
        const std::string written = yaml_of(root);
        INFO(written);
        CHECK(same_tree(parsed(written), root));
    }
}

TEST_CASE("blank values and empty lists come through unchanged") {
    const Node root = parsed("a:\nb: []\nc: {}\nd: [a, [b, c], {e: f}, []]\ng:\n  - h:\n  - {}\n");
    CHECK(same_tree(parsed(yaml_of(root)), root));
}
