#include "assessment/edit.hpp"

#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;

namespace {

AnswerText level(const std::string& id) {
    AnswerText answer;
    answer.state = AnswerState::level;
    answer.level = id;
    return answer;
}

AnswerText no_evidence(const std::string& id) {
    AnswerText answer = level(id);
    answer.evidence_state = EvidenceState::none;
    return answer;
}

std::string edited(const std::string& text, const std::vector<Change>& changes) {
    const Edited result = edit_assessment(text, changes);
    INFO(result.problem);
    REQUIRE(result.text.has_value());
    CHECK_FALSE(result.whole);
    return *result.text;
}

const std::string kTop = "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: Warm Homes\n";

}  // namespace

TEST_CASE("an answer changes its own line and no other") {
    const std::string text = kTop +
                             "date: 2026-11-20   # the day we met\n"
                             "\n"
                             "# who answered\n"
                             "respondents:\n"
                             "  - id: r1\n"
                             "    role:   leader\n"
                             "    answers:\n"
                             "      real-mission: embedded   # Ana is sure\n"
                             "      # the next one was hard\n"
                             "      networks: absent\n";
    std::string wanted = text;
    wanted.replace(wanted.find("embedded   #"), 8, "absent");
    CHECK(edited(text, {SetAnswer{"r1", "real-mission", level("absent")}}) == wanted);
}

TEST_CASE("a new answer stands behind the others, a comment behind the last of them stays there") {
    const std::string text = kTop +
                             "date: 2026-11-20\n"
                             "respondents:\n"
                             "- id: r1\n"
                             "  role: leader\n"
                             "  answers:\n"
                             "    real-mission: embedded # sure\n"
                             "  # the end of r1\n"
                             "facts: {partners: none}";
    const std::string wanted = kTop +
                               "date: 2026-11-20\n"
                               "respondents:\n"
                               "- id: r1\n"
                               "  role: leader\n"
                               "  answers:\n"
                               "    real-mission: embedded # sure\n"
                               "    networks: {level: absent, evidence: none}\n"
                               "  # the end of r1\n"
                               "facts: {partners: none}\n";
    CHECK(edited(text, {SetAnswer{"r1", "networks", no_evidence("absent")}}) == wanted);
}

TEST_CASE("a long form keeps the comments and the order in it") {
    const std::string text = kTop +
                             "date: 2026-11-20\n"
                             "respondents:\n"
                             "  - id: r1\n"
                             "    answers:\n"
                             "      networks:\n"
                             "        note: >-   # folded\n"
                             "          one\n"
                             "          two\n"
                             "\n"
                             "        # what we can show\n"
                             "        evidence:\n"
                             "          - {strength: record, what: Minutes}   # of March\n"
                             "          - strength: record  # of May\n"
                             "            what: \"More: minutes\"\n"
                             "        level: absent\n";
    AnswerText answer = level("embedded");
    answer.note = "one two";
    answer.evidence_state = EvidenceState::items;
    answer.evidence = {{"record", "Minutes", "", "", ""}, {"record", "Fewer minutes", "2026-05-01", "", ""}};
    const std::string wanted = kTop +
                               "date: 2026-11-20\n"
                               "respondents:\n"
                               "  - id: r1\n"
                               "    answers:\n"
                               "      networks:\n"
                               "        note: >-   # folded\n"
                               "          one\n"
                               "          two\n"
                               "\n"
                               "        # what we can show\n"
                               "        evidence:\n"
                               "          - {strength: record, what: Minutes}   # of March\n"
                               "          - strength: record  # of May\n"
                               "            what: Fewer minutes\n"
                               "            dated: 2026-05-01\n"
                               "        level: embedded\n";
    CHECK(edited(text, {SetAnswer{"r1", "networks", answer}}) == wanted);
}

TEST_CASE("comments of what is taken out stay as lines of their own") {
    const std::string text = kTop +
                             "date: 2026-11-20\n"
                             "respondents:\n"
                             "  - id: r1\n"
                             "    answers:\n"
                             "      networks: absent  # first\n"
                             "      real-mission:   # second\n"
                             "        # third\n"
                             "        level: absent\n"
                             "  - {id: r2, answers: {networks: absent}}  # fourth\n";
    const std::string wanted = kTop +
                               "date: 2026-11-20\n"
                               "respondents:\n"
                               "  - id: r1\n"
                               "    answers:\n"
                               "      networks: absent  # first\n"
                               "      # second\n"
                               "      # third\n"
                               "  # fourth\n";
    CHECK(edited(text, {SetAnswer{"r1", "real-mission", {}}, RemoveRespondent{"r2"}}) == wanted);
}

TEST_CASE("an empty list of people, and answers with nothing behind them, take their first one") {
    const std::string text = kTop + "date: 2026-11-20\nrespondents: []  # nobody yet\n";
    const std::string wanted = kTop +
                               "date: 2026-11-20\n"
                               "respondents:  # nobody yet\n"
                               "  - id: ana\n"
                               "    role: leader\n"
                               "    answers:\n"
                               "      networks: absent\n";
    CHECK(edited(text, {AddRespondent{"ana", "leader"}, SetAnswer{"ana", "networks", level("absent")}}) == wanted);
}

TEST_CASE("values in brackets are written anew, and only they") {
    const std::string text = kTop +
                             "date: 2026-11-20\n"
                             "respondents: [{id: r1, role: leader,   # one\n"
                             "  answers: {networks: absent}}]\n"
                             "facts: { partners:   none }\n";
    const std::string wanted = kTop +
                               "date: 2026-11-20\n"
                               "# one\n"
                               "respondents:\n"
                               "  - id: r1\n"
                               "    role: leader\n"
                               "    answers:\n"
                               "      networks: embedded\n"
                               "facts: { partners:   none }\n";
    CHECK(edited(text, {SetAnswer{"r1", "networks", level("embedded")}}) == wanted);
}

TEST_CASE("carriage returns stay, and new lines get them") {
    const std::string text =
        "waymark: assessment/1\r\nframework: mission-maturity@1.2.3\r\norganisation: W\r\ndate: 2026-11-20\r\n"
        "respondents:\r\n  - id: r1\r\n    answers:\r\n      networks: absent # c\r\n";
    const std::string wanted =
        "waymark: assessment/1\r\nframework: mission-maturity@1.2.3\r\norganisation: W\r\ndate: 2026-11-20\r\n"
        "respondents:\r\n  - id: r1\r\n    answers:\r\n      networks: absent # c\r\n"
        "      real-mission: {level: absent, evidence: none}\r\n";
    CHECK(edited(text, {SetAnswer{"r1", "real-mission", no_evidence("absent")}}) == wanted);
}

TEST_CASE("keys of the head go where they belong") {
    const std::string text = kTop + "respondents: []\n";
    CHECK(edited(text, {SetHead{"date", "2026-11-20"}, SetHead{"profile", "grand"},
                        SetHead{"organisation", "Warm: Homes # and more"}, SetHead{"note", "a\nb\n"}}) ==
          "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: \"Warm: Homes # and more\"\n"
          "profile: grand\ndate: 2026-11-20\nnote: |\n  a\n  b\nrespondents: []\n");
}

TEST_CASE("what cannot be done is said, and nothing is changed") {
    const std::string text = kTop + "respondents: []\nfacts: {portfolio: {csv: p.csv}}\n";
    CHECK(edit_assessment(text, {SetAnswer{"r7", "networks", level("absent")}}).problem ==
          "there is no respondent 'r7' in the file");
    CHECK(edit_assessment(text, {AddRow{"portfolio", {{"item", "x"}}}}).problem ==
          "the rows of 'portfolio' stand in 'p.csv' and are changed there");
    CHECK(edit_assessment(text, {RemoveRow{"partners", 0}}).problem == "the table 'partners' has no row 1");
    CHECK(edit_assessment(text, {SetHead{"respondents", "x"}}).problem == "'respondents' is no key of the head");
    CHECK_FALSE(edit_assessment("a: [", {}).text.has_value());
    CHECK_FALSE(edit_assessment("waymark: framework/1\n", {}).text.has_value());
}

TEST_CASE("an answer that no longer counts becomes a comment") {
    const std::string text = kTop +
                             "respondents:\n"
                             "  - id: r1\n"
                             "    answers:\n"
                             "      gone: {level: absent, note: \"a\\nb\"}  # mine\n"
                             "      networks: absent\n";
    const std::string wanted = kTop +
                               "respondents:\n"
                               "  - id: r1\n"
                               "    answers:\n"
                               "      # no longer asked\n"
                               "      # gone:\n"
                               "      #   level: absent\n"
                               "      #   note: |-\n"
                               "      #     a\n"
                               "      #     b\n"
                               "      # mine\n"
                               "      networks: absent\n";
    CHECK(edited(text, {RetireAnswer{"r1", "gone", "no longer asked"}}) == wanted);
    const std::string flow = kTop + "respondents: [{id: r1, answers: {gone: absent, networks: absent}}]\n";
    CHECK(edited(flow, {RetireAnswer{"r1", "gone", "no longer asked"}}).find("# gone: absent\n") != std::string::npos);
}

TEST_CASE("rows and fields of facts") {
    const std::string text = kTop +
                             "respondents: []\n"
                             "facts:\n"
                             "  partners: none  # so far\n"
                             "  portfolio:\n"
                             "    # the big ones\n"
                             "    - {item: Heat pumps, spend: 10}\n"
                             "    - item: Boilers   # old\n"
                             "      spend: 20\n";
    const std::string wanted = kTop +
                               "respondents: []\n"
                               "facts:\n"
                               "  partners:  # so far\n"
                               "    - {name: City}\n"
                               "  portfolio:\n"
                               "    # the big ones\n"
                               "    - {item: Heat pumps, spend: 10}\n"
                               "    - item: Boilers   # old\n"
                               "      spend: 25\n"
                               "  mission: {started: 2024-09-01}\n";
    CHECK(edited(text, {AddRow{"partners", {{"name", "City"}}},
                        ReplaceRow{"portfolio", 1, {{"spend", "25"}, {"item", "Boilers"}}},
                        SetField{"mission", "started", "2024-09-01"}}) == wanted);
    CHECK(edited(text, {RemoveRow{"portfolio", 0}, MarkNone{"partners"}}) ==
          kTop +
              "respondents: []\nfacts:\n  partners: none  # so far\n  portfolio:\n    # the big ones\n"
              "    - item: Boilers   # old\n      spend: 20\n");
    CHECK(edited(text, {ForgetTable{"partners"}, RemoveRow{"portfolio", 0}, RemoveRow{"portfolio", 0}}) ==
          kTop + "respondents: []\n# so far\n# the big ones\n# old\n");
}

TEST_CASE("setting what is so already changes no byte") {
    const std::string text = kTop + "respondents:   [ {id: r1,answers: {networks: absent}} ]";
    CHECK(edited(text, {SetAnswer{"r1", "networks", level("absent")}}) == text);
}
