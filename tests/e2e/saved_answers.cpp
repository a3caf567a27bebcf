#include "saved_answers.hpp"

#include "assessment/read.hpp"
#include "catch.hpp"
#include "waymark/assessment.hpp"

using namespace waymark;

namespace {

constexpr int kPractices = 12;

}  // namespace

std::string practice(int number) {
    return (number < 10 ? "p0" : "p") + std::to_string(number);
}

std::string many_questions() {
    std::string text = R"(waymark: framework/1
id: many
version: 1.0.0
title: Many
scales:
  level: [{id: little, title: Little}, {id: some, title: Some}, {id: much, title: Much}]
evidence:
  strengths: [{id: nothing, title: Nothing, supports: little}, {id: record, title: Record, supports: much}]
roles: [{id: leader, title: Leaders}, {id: frontline, title: Frontline}]
scoring:
  bands: [{id: little, below: 1}, {id: some, below: 1.5}, {id: much}]
dimensions:
)";
    for (int number = 1; number <= kPractices; ++number) {
        if (number == 1 || number == 7) {
            text += "  - id: d" + std::to_string(number) + "\n    title: Part " + std::to_string(number) +
                    "\n    practices:\n";
        }
        text += "      - {id: " + practice(number) + ", code: Q" + std::to_string(number) + ", title: Matter " +
                std::to_string(number) + ", ask: \"How well?\", levels: {little: Not, some: Once, much: Often}}\n";
    }
    return text;
}

Answers answers_in(const std::string& text) {
    static const Framework framework = [] {
        Diagnostics diagnostics;
        return *read_framework("many.yaml", many_questions(), diagnostics);
    }();
    Diagnostics diagnostics;
    const auto read = read_assessment("team.yaml", text, framework, {}, diagnostics);
    INFO(text);
    REQUIRE(read.has_value());
    Answers answers;
    for (const Answer& answer : read->respondents.front().answers) {
        std::string& word = answers[framework.elements[static_cast<std::size_t>(answer.element)].id];
        word = answer.state == AnswerState::skipped     ? "s"
               : answer.state == AnswerState::dont_know ? "u"
                                                        : std::to_string(answer.level);
        if (answer.evidence_state == EvidenceState::none) word += "+none";
    }
    return answers;
}
