#include "catch.hpp"
#include "sample.hpp"
#include "text/hash.hpp"

using namespace waymark;
using sample::cell;
using sample::read;
using sample::with_facts;

namespace {

const Cell kBlank;

// The findings but for the warning that every assessment of with_facts() gives.
std::string findings(const std::string& lines, const std::map<std::string, std::string>& files = {}) {
    const std::string all = read(with_facts(lines), files).places();
    const std::string expected = "A020 warning 6:14";
    REQUIRE(all.find(expected) != std::string::npos);
    std::string rest = all;
    rest.erase(rest.find(expected), expected.size());
    if (rest.starts_with('\n')) rest.erase(0, 1);
    if (rest.ends_with('\n')) rest.pop_back();
    return rest;
}

Table::State state(const std::string& lines, const std::map<std::string, std::string>& files = {}) {
    const auto result = read(with_facts(lines), files);
    REQUIRE(result.assessment.has_value());
    return sample::table(*result.assessment, "portfolio").state;
}

std::string help_for_spend(const std::string& amount) {
    const auto result = read(with_facts("portfolio: [{item: A, spend: '" + amount + "'}]"));
    for (const auto& finding : result.diagnostics) {
        if (finding.code == "T109") return finding.help;
    }
    return "no finding";
}

}  // namespace

TEST_CASE("cells of every type are read from rows in place") {
    const auto result = read(
        with_facts("portfolio:\n"
                   "  - {item: Heat pumps, spend: 1250000.50, origin: new, changed: [goal, nothing], stage: partners,\n"
                   "     organisations: 3, weight: -1.2345, kept: 40%, ends: 2030-02-28, loop: 90 days, live: yes}\n"
                   "mission: {started: 2024-09-01, new_money: no}"));
    REQUIRE(result.places() == "A020 warning 6:14");
    const Assessment& a = *result.assessment;
    CHECK(sample::table(a, "portfolio").state == Table::State::given);
    CHECK(cell(a, "portfolio", 0, "item") == Cell{std::string("Heat pumps")});
    CHECK(cell(a, "portfolio", 0, "spend") == Cell{Rational::fraction(2500001, 2)});
    CHECK(cell(a, "portfolio", 0, "origin") == Cell{ChosenIndex{1}});
    CHECK(cell(a, "portfolio", 0, "changed") == Cell{ChosenSet{0b101}});
    CHECK(cell(a, "portfolio", 0, "stage") == Cell{ChosenIndex{1}});
    CHECK(cell(a, "portfolio", 0, "organisations") == Cell{Rational(3)});
    CHECK(cell(a, "portfolio", 0, "weight") == Cell{Rational::fraction(-12345, 10000)});
    CHECK(cell(a, "portfolio", 0, "kept") == Cell{Rational::fraction(2, 5)});
    CHECK(cell(a, "portfolio", 0, "ends") == Cell{Date{2030, 2, 28}});
    CHECK(cell(a, "portfolio", 0, "loop") == Cell{Duration{90, Duration::Unit::days}});
    CHECK(cell(a, "portfolio", 0, "live") == Cell{ChosenIndex{1}});
    CHECK(cell(a, "mission", 0, "started") == Cell{Date{2024, 9, 1}});
    CHECK(cell(a, "mission", 0, "new_money") == Cell{ChosenIndex{0}});
    CHECK(cell(a, "mission", 0, "budget") == kBlank);
}

TEST_CASE("the same cells are read from a CSV file, with columns in any order") {
    const std::string csv =
        "live,spend,item,changed,kept,loop,ends,weight,organisations,stage,origin\r\n"
        "TRUE,1250000.50,\"Heat pumps, new\",goal|nothing,0.4,90 days,2030-02-28,-1.2345,3,partners,new\r\n"
        ", , Boilers ,,,,,,,,\r\n";
    const auto result = read(with_facts("portfolio: {csv: sub/portfolio.csv}"), {{"sub/portfolio.csv", csv}});
    REQUIRE(result.places() == "A020 warning 6:14");
    const Assessment& a = *result.assessment;
    CHECK(cell(a, "portfolio", 0, "item") == Cell{std::string("Heat pumps, new")});
    CHECK(cell(a, "portfolio", 0, "spend") == Cell{Rational::fraction(2500001, 2)});
    CHECK(cell(a, "portfolio", 0, "changed") == Cell{ChosenSet{0b101}});
    CHECK(cell(a, "portfolio", 0, "kept") == Cell{Rational::fraction(2, 5)});
    CHECK(cell(a, "portfolio", 0, "live") == Cell{ChosenIndex{1}});
    CHECK(cell(a, "portfolio", 0, "stage") == Cell{ChosenIndex{1}});
    CHECK(cell(a, "portfolio", 1, "item") == Cell{std::string("Boilers")});
    CHECK(cell(a, "portfolio", 1, "spend") == kBlank);
    CHECK(cell(a, "portfolio", 1, "live") == kBlank);
    CHECK(a.read_files == std::vector<std::pair<std::string, std::string>>{{"sub/portfolio.csv", sha256_hex(csv)}});
}

TEST_CASE("not given, none and given are three different things") {
    CHECK(state("partners: none") == Table::State::not_given);
    CHECK(state("portfolio: none") == Table::State::none);
    CHECK(state("portfolio: []") == Table::State::not_given);
    CHECK(state("portfolio:") == Table::State::not_given);
    CHECK(state("portfolio: {csv: p.csv}", {{"p.csv", "item,spend\n"}}) == Table::State::not_given);
    CHECK(state("portfolio: {csv: p.csv}", {{"p.csv", "item\nA\n"}}) == Table::State::given);
    CHECK(state("portfolio: [{item: A}]") == Table::State::given);
}

TEST_CASE("an empty table is a note that says how to write none") {
    CHECK(findings("portfolio: []") == "T113 note 8:3");
    CHECK(findings("portfolio:") == "T113 note 8:3");
    CHECK(findings("mission: {}") == "T113 note 8:3");
    CHECK(findings("portfolio: {csv: p.csv}", {{"p.csv", "item,spend\n"}}) == "T113 note 1:1");
}

TEST_CASE("unknown tables, columns and computed ones are errors") {
    CHECK(findings("portfolo: none") == "T101 error 8:3");
    CHECK(findings("practices: none") == "T102 error 8:3");
    CHECK(findings("evidence: []") == "T102 error 8:3");
    CHECK(findings("portfolio: [{item: A, spent: 3}]") == "T104 error 8:25");
    CHECK(findings("mission: {startd: 2024-09-01}") == "T104 error 8:13");
}

TEST_CASE("tables and records have their shapes") {
    CHECK(findings("mission: [{started: 2024-09-01}]") == "T103 error 8:12");
    CHECK(findings("mission: none") == "T103 error 8:12");
    CHECK(findings("mission: {csv: mission.csv}") == "T103 error 8:13");
    CHECK(findings("portfolio: portfolio.csv") == "T103 error 8:14");
    CHECK(findings("portfolio: [Heat pumps]") == "T103 error 8:15");
    CHECK(findings("portfolio: {item: A}") == "S002 error 8:14\nS001 error 8:15");
}

TEST_CASE("a missing column is an error unless it may be blank") {
    CHECK(findings("portfolio: [{spend: 3}, {spend: 4}]") == "T105 error 8:15\nT105 error 8:27");
    CHECK(findings("portfolio: {csv: p.csv}", {{"p.csv", "spend\n3\n4\n"}}) == "T105 error 1:1");
    CHECK(findings("portfolio: [{item: A}]").empty());
}

TEST_CASE("a blank is an error where the column does not allow it") {
    CHECK(findings("portfolio: [{item: , spend: 3}]") == "T106 error 8:16");
    CHECK(findings("portfolio: [{item: '', spend: 3}]") == "T106 error 8:22");
    CHECK(findings("portfolio: {csv: p.csv}", {{"p.csv", "spend,item\n3,\n"}}) == "T106 error 2:3");
    CHECK(findings("mission: {started: , new_money: no}").empty());
}

TEST_CASE("cells that do not fit their column are errors at their own place") {
    const auto place = [](const std::string& column, const std::string& text) {
        return findings("portfolio: [{item: A, " + column + ": " + text + "}]");
    };
    CHECK(place("organisations", "2.5") == "T107 error 8:40");
    CHECK(place("organisations", "many") == "T107 error 8:40");
    CHECK(place("organisations", "012") == "T107 error 8:40");  // twelve to some readers, ten to others
    CHECK(place("weight", "1e3") == "T107 error 8:33");
    CHECK(place("weight", "0.12345") == "T107 error 8:33");
    CHECK(place("kept", "40") == "T107 error 8:31");
    CHECK(place("kept", "101%") == "T107 error 8:31");
    CHECK(place("kept", "-0.1") == "T107 error 8:31");
    CHECK(place("ends", "20/11/2026") == "T107 error 8:31");
    CHECK(place("ends", "2026-02-30") == "T107 error 8:31");
    CHECK(place("loop", "a while") == "T107 error 8:31");
    CHECK(place("live", "perhaps") == "T107 error 8:31");
    CHECK(place("weight", "[1, 2]") == "T107 error 8:33");
    CHECK(place("origin", "old") == "T108 error 8:33");
    CHECK(place("stage", "embedded") == "T108 error 8:32");
    CHECK(place("changed", "[goal, gaol]") == "T108 error 8:41");
    CHECK(place("spend", "3.456") == "T109 error 8:32");
}

TEST_CASE("findings in a CSV file stand in the CSV file") {
    const auto result = read(with_facts("portfolio: {csv: p.csv}"), {{"p.csv", "item,spend\nA,1\nB,£2m\n"}});
    CHECK_FALSE(result.assessment.has_value());
    REQUIRE(result.diagnostics.size() == 2);
    const Diagnostic& finding = result.diagnostics[0];
    CHECK(finding.code == "T109");
    CHECK(finding.file == "folder/p.csv");
    CHECK(finding.span.line == 3);
    CHECK(finding.span.column == 3);
    CHECK(finding.excerpt == "B,£2m");
}

TEST_CASE("amounts as people write them are refused with the plain amount") {
    const std::string rest =
        " without currency sign, thousands separator or suffix; the currency stands once in the assessment";
    CHECK(help_for_spend("£1,250,000") == "write 1250000" + rest);
    CHECK(help_for_spend("1,2m") == "write 1200000" + rest);
    CHECK(help_for_spend("£1.2m") == "write 1200000" + rest);
    CHECK(help_for_spend("EUR 3 bn") == "write 3000000000" + rest);
    CHECK(help_for_spend("250k") == "write 250000" + rest);
    CHECK(help_for_spend("1.250.000,50") == "write 1250000.5" + rest);
    CHECK(help_for_spend("-£3,000") == "write -3000" + rest);
    CHECK(help_for_spend("1 250 000") == "write 1250000" + rest);
    // Could be either; nothing is guessed.
    CHECK(help_for_spend("1.250") == "write 1250000 or 1250000.50" + rest);
    CHECK(help_for_spend("about 3") == "write 1250000 or 1250000.50" + rest);
    CHECK(help_for_spend("3 lakh") == "write 1250000 or 1250000.50" + rest);
}

TEST_CASE("money needs a currency, once") {
    const std::string text =
        sample::kHead + "respondents: []\nfacts:\n  portfolio: [{item: A, spend: 3}]\n" + "  mission: {budget: 3}\n";
    CHECK(read(text).places() == "A020 warning 5:14\nA022 error 7:3");
    const std::string blank = sample::kHead + "respondents: []\nfacts:\n  portfolio: [{item: A, spend: }]\n";
    CHECK(read(blank).places() == "A020 warning 5:14");
}

TEST_CASE("a name of a row needs its row, and rows that are named have different names") {
    const std::string partners = "partners: [{id: city, name: The city}, {id: bank, name: A bank}]\n";
    CHECK(findings(partners + "meetings: [{partner: bank, held: 2026-01-31}]").empty());
    CHECK(findings(partners + "meetings: [{partner: bnak, held: 2026-01-31}]") == "T110 error 9:24");
    CHECK(findings("meetings: [{partner: bank, held: 2026-01-31}]\n" + partners + "mission: {new_money: no}").empty());
    CHECK(findings("meetings: [{partner: bank, held: 2026-01-31}]") == "T110 error 8:24");
    CHECK(findings("partners: [{id: city, name: A}, {id: city, name: B}]") == "T111 error 8:40");
    CHECK(findings("portfolio: [{item: A}, {item: A}]").empty());  // nothing refers to items
}

TEST_CASE("row names are checked across files, each finding in its own") {
    const auto result = read(with_facts("partners: {csv: a.csv}\nmeetings: {csv: b.csv}"),
                             {{"a.csv", "id,name\ncity,A\ncity,B\n"}, {"b.csv", "partner,held\nbank,2026-01-31\n"}});
    REQUIRE(result.diagnostics.size() == 3);
    CHECK(result.diagnostics[0].file == "folder/a.csv");
    CHECK(result.diagnostics[0].code == "T111");
    CHECK(result.diagnostics[0].span.line == 3);
    CHECK(result.diagnostics[1].file == "folder/b.csv");
    CHECK(result.diagnostics[1].code == "T110");
}

TEST_CASE("a file that cannot be read is an error where it is named") {
    const auto result = read(with_facts("portfolio: {csv: ../p.csv}"));
    CHECK(result.places() == "A020 warning 6:14\nT112 error 8:20");
    CHECK(result.diagnostics[1].message == "'../p.csv' cannot be read: it does not exist");
}

TEST_CASE("a CSV file with one column gone wrong does not bury everything else") {
    std::string csv = "item,spend\n";
    for (int i = 0; i < 500; ++i) csv += "A,1m\n";
    const auto result = read(with_facts("portfolio: {csv: p.csv}"), {{"p.csv", csv}});
    CHECK(result.diagnostics.size() == 102);  // a hundred, the note that there are more, and nobody answered
    CHECK_FALSE(result.assessment.has_value());
}

TEST_CASE("a column that stands twice in a CSV file is an error") {
    CHECK(findings("portfolio: {csv: p.csv}", {{"p.csv", "item,item\nA,B\n"}}) == "T006 error 1:6");
    CHECK(findings("portfolio: {csv: p.csv}", {{"p.csv", "item, item\nA,B\n"}}) == "T006 error 1:6");
}
