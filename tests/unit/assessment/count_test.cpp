// Levels of the sample: absent 0, emerging 1 … transforming 4; reach: inside 0, partners 1, everyone 2.
// Supports: none 1 (reach 0), artefact 2 (0), record-of-use 3 (1), independent 4 (2). Values are in ten-thousandths.
#include "assessment/answer_quality.hpp"
#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;
using sample::with_answers;

namespace {

Assessment read(const std::string& text) {
    const auto result = sample::read(text);
    INFO(result.places());
    REQUIRE(result.assessment.has_value());
    return *result.assessment;
}

Tally tally(const std::string& text) {
    return tally_of(read(text), sample::framework(), sample::plan());
}

int leaf(const std::string& practice) {
    return sample::plan().nodes.at(static_cast<std::size_t>(sample::element(practice))).leaf;
}

std::int64_t cap_of(const std::string& answers, const std::string& practice = "networks") {
    return tally(with_answers(answers)).caps.at(static_cast<std::size_t>(leaf(practice)));
}

std::string networks(const std::string& level, const std::string& items) {
    return "networks: {level: " + level + ", evidence: [" + items + "]}";
}

EvidenceItem dated(int strength, std::optional<Date> date) {
    EvidenceItem item;
    item.strength = strength;
    item.dated = date;
    return item;
}

EvidenceRules rules_after_months(int months) {
    EvidenceRules rules = sample::framework().evidence;
    rules.weaker_after = {months, Duration::Unit::months};
    return rules;
}

bool straight(const std::string& answers) {
    const Tally counted = tally(with_answers(answers));
    return counted.respondents.begin()->first.straight_lining;
}

}  // namespace

TEST_CASE("levels and states are counted by practice and role") {
    const Tally counted = tally(sample::kHead +
                                "respondents:\n"
                                "  - {id: a, role: leader, answers: {networks: embedded, real-mission: dont-know}}\n"
                                "  - {id: b, role: leader, answers: {networks: embedded, real-mission: skipped}}\n"
                                "  - {id: c, role: frontline, answers: {networks: absent}}\n");
    CHECK(counted.leaves == 7);
    CHECK(counted.roles == 2);
    CHECK(counted.levels == 5);
    CHECK(counted.level_count(leaf("networks"), 0, 3) == 2);
    CHECK(counted.level_count(leaf("networks"), 1, 0) == 1);
    CHECK(counted.level_count(leaf("networks"), 1, 3) == 0);
    CHECK(counted.state_count(leaf("real-mission"), 0, AnswerState::dont_know) == 1);
    CHECK(counted.state_count(leaf("real-mission"), 0, AnswerState::skipped) == 1);
    CHECK(counted.state_count(leaf("real-mission"), 1, AnswerState::not_asked) == 1);
    CHECK(counted.state_count(leaf("reach"), 0, AnswerState::not_asked) == 2);
    CHECK(counted.respondents_in(0) == 2);
    CHECK(counted.respondents_in(1) == 1);
    CHECK(counted.all_respondents() == 3);
    CHECK(counted.respondents.at({0, 1, false}) == 2);
}

TEST_CASE("agreed levels stand beside the answers") {
    const Tally counted = tally(with_answers("networks: embedded") + "agreed: {networks: emerging}\n");
    CHECK(counted.agreed.at(static_cast<std::size_t>(leaf("networks"))) == 10000);
    CHECK(counted.agreed.at(static_cast<std::size_t>(leaf("reach"))) == kUnknownCap);
    CHECK(counted.level_count(leaf("networks"), 0, 3) == 1);
}

TEST_CASE("a cap is known only where items or none were given") {
    CHECK(cap_of("networks: embedded") == kUnknownCap);
    CHECK(cap_of("networks: {level: embedded, evidence: none}") == 10000);
    CHECK(cap_of("networks: {state: dont-know, evidence: [{strength: independent, dated: 2026-11-01}]}") ==
          kUnknownCap);
    CHECK(cap_of("networks: {state: skipped, evidence: none}") == kUnknownCap);
}

TEST_CASE("an item supports what its strength supports, and no more than the level it was offered for") {
    CHECK(cap_of(networks("transforming", "{strength: artefact, dated: 2026-11-01}")) == 20000);
    CHECK(cap_of(networks("transforming", "{strength: independent, dated: 2026-11-01}")) == 40000);
    CHECK(cap_of(networks("developing", "{strength: independent, dated: 2026-11-01}")) == 20000);
    // "None" supports level 1 all by itself, so an audit of a 0 does not push the practice below that.
    CHECK(cap_of(networks("absent", "{strength: independent, dated: 2026-11-01}")) == 10000);
    CHECK(cap_of(networks("transforming",
                          "{strength: artefact, dated: 2026-11-01}, {strength: record-of-use, dated: 2026-11-01}")) ==
          30000);
}

TEST_CASE("strengths support levels of the practice's own scale") {
    CHECK(cap_of("reach: {level: everyone, evidence: none}", "reach") == 0);
    CHECK(cap_of("reach: {level: everyone, evidence: [{strength: record-of-use, dated: 2026-11-01}]}", "reach") ==
          10000);
    CHECK(cap_of("reach: {level: everyone, evidence: [{strength: independent, dated: 2026-11-01}]}", "reach") == 20000);
}

TEST_CASE("evidence is pooled over respondents by the highest") {
    const Tally counted =
        tally(sample::kHead +
              "respondents:\n"
              "  - id: a\n    role: leader\n"
              "    answers: {networks: {level: embedded, evidence: [{strength: artefact, dated: 2026-01-01}]}}\n"
              "  - {id: b, role: leader, answers: {networks: {level: transforming, evidence: none}}}\n"
              "  - {id: c, role: frontline, answers: {networks: transforming}}\n");
    CHECK(counted.caps.at(static_cast<std::size_t>(leaf("networks"))) == 20000);
}

TEST_CASE("evidence grows weaker by calendar months") {
    const EvidenceRules month = rules_after_months(1);
    // One month after 31 January is 28 February: the last day at full strength.
    CHECK(effective_strength(dated(2, Date{2026, 1, 31}), month, Date{2026, 2, 28}) == 2);
    CHECK(effective_strength(dated(2, Date{2026, 1, 31}), month, Date{2026, 3, 1}) == 1);
    CHECK(effective_strength(dated(2, Date{2026, 2, 28}), month, Date{2026, 3, 28}) == 2);
    CHECK(effective_strength(dated(2, Date{2026, 2, 28}), month, Date{2026, 3, 30}) == 1);
    // 24 months after 29 February 2024 is 28 February 2026.
    const EvidenceRules two_years = rules_after_months(24);
    CHECK(effective_strength(dated(3, Date{2024, 2, 29}), two_years, Date{2026, 2, 28}) == 3);
    CHECK(effective_strength(dated(3, Date{2024, 2, 29}), two_years, Date{2026, 3, 1}) == 2);
    CHECK(effective_strength(dated(3, Date{2024, 11, 20}), two_years, Date{2026, 11, 20}) == 3);
    CHECK(effective_strength(dated(3, Date{2024, 11, 19}), two_years, Date{2026, 11, 20}) == 2);
}

TEST_CASE("undated evidence is one weaker, and nothing is weaker than the first strength") {
    const EvidenceRules rules = rules_after_months(24);
    CHECK(effective_strength(dated(3, std::nullopt), rules, Date{2026, 11, 20}) == 2);
    CHECK(effective_strength(dated(0, std::nullopt), rules, Date{2026, 11, 20}) == 0);
    CHECK(effective_strength(dated(0, Date{2000, 1, 1}), rules, Date{2026, 11, 20}) == 0);
    CHECK(cap_of(networks("transforming", "{strength: independent}")) == 30000);
    CHECK(cap_of(networks("transforming", "{strength: independent, dated: 2024-11-19}")) == 30000);
}

TEST_CASE("the same level nearly throughout is straight-lining") {
    // The sample asks for seven answers and nine tenths; all seven alike, the last on another scale.
    const std::string six =
        "real-mission: developing\nshared-diagnosis: developing\ntool-repertoire: developing\n"
        "networks: developing\npeer-support: developing\nopen-work: developing\n";
    CHECK(straight(six + "reach: everyone"));         // the third place of either scale: 7 of 7
    CHECK_FALSE(straight(six + "reach: inside"));     // 6 of 7 is less than nine tenths; convening varies
    CHECK_FALSE(straight(six + "reach: dont-know"));  // six answers are too few; convening is not whole
}

TEST_CASE("two whole dimensions without variation are straight-lining") {
    const std::string defining = "real-mission: absent\nshared-diagnosis: absent\ntool-repertoire: absent\n";
    const std::string convening = "networks: emerging\npeer-support: emerging\nopen-work: emerging\n";
    CHECK(straight(defining + convening + "reach: partners"));
    CHECK_FALSE(straight(defining + convening + "reach: inside"));
    CHECK_FALSE(straight(defining + convening + "reach: skipped"));
    CHECK_FALSE(straight(defining));  // one dimension only
    // What is called not applicable is no part of the dimension, but two answers are too few to see a pattern.
    CHECK_FALSE(straight("real-mission: absent\nshared-diagnosis: absent\ntool-repertoire: {not-applicable: None}\n" +
                         convening + "reach: partners"));
}

TEST_CASE("the evidence table counts items that say the same once") {
    const Assessment assessment = read(
        sample::kHead +
        "respondents:\n"
        "  - id: a\n    role: leader\n    answers:\n"
        "      networks: {level: absent, evidence: [{strength: artefact, what: A, dated: 2026-01-01, produced_by: "
        "partner}, {strength: artefact, what: B, dated: 2026-01-01, produced_by: partner}, {strength: independent}]}\n"
        "      real-mission: {level: absent, evidence: none}\n"
        "      open-work: {state: dont-know, evidence: [{strength: independent}]}\n");
    const Table table = evidence_table(assessment, sample::framework());
    const auto& type = sample::framework().catalogue.tables.at(
        static_cast<std::size_t>(*sample::framework().catalogue.table("evidence")));
    const auto cell = [&](std::size_t row, const char* column) {
        return table.rows.at(row).cells.at(static_cast<std::size_t>(type.column(column).value()));
    };
    CHECK(table.state == Table::State::given);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].times == 2);
    CHECK(table.rows[0].cells.size() == type.columns.size());
    CHECK(cell(0, "practice") == Cell{ChosenIndex{3}});  // the fourth practice of the sample
    CHECK(cell(0, "core") == Cell{ChosenIndex{0}});
    CHECK(cell(0, "role") == Cell{ChosenIndex{0}});
    CHECK(cell(0, "strength") == Cell{ChosenIndex{1}});
    CHECK(cell(0, "effective_strength") == Cell{ChosenIndex{1}});
    CHECK(cell(0, "dated") == Cell{Date{2026, 1, 1}});
    CHECK(cell(0, "produced_by") == Cell{ChosenIndex{1}});
    CHECK(cell(0, "form") == Cell{});
    CHECK(table.rows[1].times == 1);
    CHECK(cell(1, "strength") == Cell{ChosenIndex{3}});
    CHECK(cell(1, "effective_strength") == Cell{ChosenIndex{2}});
    CHECK(cell(1, "dated") == Cell{});
}

TEST_CASE("no evidence, evidence that is none, and items are three states of the evidence table") {
    const auto state = [](const std::string& answers) {
        return evidence_table(read(with_answers(answers)), sample::framework()).state;
    };
    CHECK(state("networks: absent") == Table::State::not_given);
    CHECK(state("networks: {level: absent, evidence: none}") == Table::State::none);
    CHECK(state("networks: {level: absent, evidence: [{strength: none}]}") == Table::State::given);
}
