#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;
using sample::read;
using sample::with_answers;

namespace {

const Answer& answer(const sample::Read& result, std::size_t index = 0) {
    return result.assessment.value().respondents.at(0).answers.at(index);
}

}  // namespace

TEST_CASE("the five states of an answer are told apart") {
    const auto result =
        read(with_answers("real-mission: embedded\n"
                          "shared-diagnosis: dont-know\n"
                          "tool-repertoire: {not-applicable: A hospital trust}\n"
                          "networks: skipped\n"
                          "peer-support: {level: absent, note: Hardly any}\n"
                          "open-work: {state: dont-know, note: Ask again}"));
    REQUIRE(result.places().empty());
    const Respondent& person = result.assessment->respondents.at(0);
    CHECK(person.id == "r1");
    CHECK(person.role == 0);
    REQUIRE(person.answers.size() == 6);  // reach was not asked, and has no answer
    CHECK(answer(result, 0).element == sample::element("real-mission"));
    CHECK(answer(result, 0).state == AnswerState::level);
    CHECK(answer(result, 0).level == 3);
    CHECK(answer(result, 1).state == AnswerState::dont_know);
    CHECK(answer(result, 2).state == AnswerState::not_applicable);
    CHECK(answer(result, 2).reason == "A hospital trust");
    CHECK(answer(result, 3).state == AnswerState::skipped);
    CHECK(answer(result, 4).level == 0);
    CHECK(answer(result, 4).note == "Hardly any");
    CHECK(answer(result, 5).state == AnswerState::dont_know);
}

TEST_CASE("the three states of evidence are told apart") {
    const auto result =
        read(with_answers("real-mission: {level: embedded, evidence: none}\n"
                          "shared-diagnosis: {level: embedded}\n"
                          "networks: {level: embedded, evidence: [{strength: artefact, what: Plan, dated: 2026-11-20, "
                          "produced_by: partner, form: decision-record}, {strength: none}]}"));
    REQUIRE(result.places().empty());
    CHECK(answer(result, 0).evidence_state == EvidenceState::none);
    CHECK(answer(result, 1).evidence_state == EvidenceState::not_asked);
    CHECK(answer(result, 2).evidence_state == EvidenceState::items);
    REQUIRE(answer(result, 2).evidence.size() == 2);
    const EvidenceItem& item = answer(result, 2).evidence[0];
    CHECK(item.strength == 1);
    CHECK(item.what == "Plan");
    CHECK(item.dated == Date{2026, 11, 20});  // the day of the assessment itself is not after it
    CHECK(item.produced_by == 1);
    CHECK(item.form == 1);
    CHECK(answer(result, 2).evidence[1].produced_by == -1);
    CHECK_FALSE(answer(result, 2).evidence[1].dated.has_value());
}

TEST_CASE("a practice the framework does not have is an error with the nearest name") {
    const auto result = read(with_answers("real-misson: embedded"));
    CHECK(result.places() == "A010 error 9:7");
    CHECK(result.only().help.find("'real-mission'") != std::string::npos);
    CHECK_FALSE(result.assessment.has_value());
}

TEST_CASE("a dimension is not a practice, and its practices are named") {
    const auto result = read(with_answers("convening: embedded"));
    CHECK(result.places() == "A010 error 9:7");
    CHECK(result.only().message == "'convening' is a dimension, not a practice");
    CHECK(result.only().help == "its practices are: networks, peer-support, open-work, reach");
}

TEST_CASE("a code in place of an id is recognised") {
    const auto result = read(with_answers("D4: embedded"));
    CHECK(result.only().help == "'D4' is the code of practice 'tool-repertoire'; write its id");
}

TEST_CASE("unknown levels, roles, strengths, producers and forms are errors where they stand") {
    CHECK(read(with_answers("real-mission: embeded")).places() == "A011 error 9:21");
    CHECK(read(with_answers("reach: embedded")).places() == "A011 error 9:14");
    CHECK(read(with_answers("networks: {level: absent, evidence: [{strength: audit}]}")).places() == "A011 error 9:55");
    CHECK(read(with_answers("networks: {level: absent, evidence: [{strength: artefact, produced_by: us}]}")).places() ==
          "A011 error 9:78");
    CHECK(read(with_answers("networks: {level: absent, evidence: [{strength: artefact, form: leaflet}]}")).places() ==
          "A011 error 9:71");
    CHECK(read(sample::kHead + "respondents: [{id: r1, role: boss, answers: {}}]\n").places() == "A011 error 5:30");
    CHECK(read(sample::kHead + "profile: small\nrespondents: [{id: r1, role: leader}]\n").places() ==
          "A011 error 5:10");
}

TEST_CASE("a level written as its number is recognised") {
    const auto result = read(with_answers("real-mission: 3"));
    CHECK(result.places() == "A011 error 9:21");
    CHECK(result.only().help == "levels are named, not numbered; did you mean 'embedded' (value 3)?");
}

TEST_CASE("an answer that says nothing, or two things, is an error") {
    CHECK(read(with_answers("real-mission:")).places() == "A013 error 9:7");
    CHECK(read(with_answers("real-mission: [embedded]")).places() == "A013 error 9:7");
    CHECK(read(with_answers("real-mission: {note: Later}")).places() == "A013 error 9:7");
    CHECK(read(with_answers("real-mission: {level: absent, state: skipped}")).places() == "A013 error 9:7");
}

TEST_CASE("not applicable needs a reason") {
    CHECK(read(with_answers("tool-repertoire: not-applicable")).places() == "A014 error 9:24");
    CHECK(read(with_answers("tool-repertoire: {not-applicable: }")).places() == "A014 error 9:25");
    CHECK(read(with_answers("tool-repertoire: {not-applicable: '  '}")).places() == "A014 error 9:41");
}

TEST_CASE("not applicable may be said only where the practice or the profile allows it") {
    const auto core = read(with_answers("real-mission: {not-applicable: Too small}"));
    CHECK(core.places() == "A015 error 9:38");
    CHECK(core.only().help == "a core practice always applies; give a level or dont-know");

    const std::string answer_line = "shared-diagnosis: {not-applicable: Nobody else}";
    const auto grand = read(with_answers(answer_line));
    CHECK(grand.places() == "A015 error 9:42");
    CHECK(grand.only().help == "it may be said only under profile 'organisational'; else give a level or dont-know");

    const auto organisational = read(with_answers(answer_line) + "profile: organisational\n");
    CHECK(organisational.places().empty());
    CHECK(organisational.assessment->profile == 1);
}

TEST_CASE("evidence dated after the assessment is an error") {
    const auto result =
        read(with_answers("networks: {level: absent, evidence: [{strength: artefact, dated: 2026-11-21}]}"));
    CHECK(result.places() == "A016 error 9:72");
    CHECK(result.only().message == "the evidence is dated 2026-11-21, after the assessment of 2026-11-20");
}

TEST_CASE("evidence is a list of items or none, and an empty list is neither") {
    CHECK(read(with_answers("networks: {level: absent, evidence: []}")).places() == "A017 error 9:43");
    CHECK(read(with_answers("networks: {level: absent, evidence: {strength: artefact}}")).places() ==
          "A017 error 9:43");
    CHECK(read(with_answers("networks: {level: absent, evidence: plenty}")).places() == "A017 error 9:43");
    CHECK(read(with_answers("networks: {level: absent, evidence: [{what: Plan}]}")).places() == "S002 error 9:44");
}

TEST_CASE("evidence under an answer without a level is a note") {
    const auto unsure = read(with_answers("networks: {state: dont-know, evidence: [{strength: artefact}]}"));
    CHECK(unsure.places() == "A018 note 9:46");
    CHECK(unsure.assessment.has_value());
    CHECK(read(with_answers("networks: {state: skipped, evidence: [{strength: artefact}]}")).places() ==
          "A018 note 9:44");
    CHECK(read(with_answers("tool-repertoire: {not-applicable: None, evidence: [{strength: artefact}]}")).places() ==
          "A018 note 9:57");
}

TEST_CASE("a respondent listed twice, and an answer given twice, are errors") {
    const auto twice = read(sample::kHead +
                            "respondents:\n"
                            "  - {id: r1, role: leader, answers: {networks: absent}}\n"
                            "  - {id: r1, role: leader, answers: {networks: absent}}\n");
    CHECK(twice.places() == "A012 error 7:10");
    CHECK(twice.only().help == "the first one begins in line 6; give each person an id of their own");

    const auto answers = read(with_answers("networks: absent\nnetworks: embedded"));
    REQUIRE(answers.diagnostics.size() == 1);
    CHECK(answers.only().span.line == 10);
    CHECK(answers.only().severity == Severity::error);
}

TEST_CASE("a respondent needs an id and a role") {
    CHECK(read(sample::kHead + "respondents: [{answers: {}}]\n").places() == "S002 error 5:15\nS002 error 5:15");
}

TEST_CASE("all findings come out of one run") {
    const auto result =
        read(with_answers("real-misson: embedded\n"
                          "networks: embeded\n"
                          "tool-repertoire: not-applicable"));
    CHECK(result.places() == "A010 error 9:7\nA011 error 10:17\nA014 error 11:24");
}
