// X: test files.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo codes[] = {
    {"X001", Severity::error, CodeSubject::test, "A test expects something of a thing that the framework does not have",
     "The name is misspelt, or the framework has changed since the test was written. A test that looks for nothing "
     "would pass for ever, so this is an error.",
     R"(waymark: test/1
framework: framework.yaml
tests:
  - name: A claim without proof
    date: 2026-01-31
    answers: {all: {level: embedded, evidence: none}}
    expect: {flags: {words-outrun-evidnce: raised}}
)",
     "evidnce", "evidence"},
    {"X002", Severity::error, CodeSubject::test, "A test expects nothing",
     "A test without expectations cannot fail. Say which flags, scores or verdict the answers should lead to.",
     R"(waymark: test/1
framework: framework.yaml
tests:
  - name: Nothing is expected
    date: 2026-01-31
    answers: {all: embedded}
    expect: {}
)",
     "{}", "{scores: {overall: {claimed: 3}}}"},
    {"X003", Severity::error, CodeSubject::test, "A test file holds no test",
     "A file without tests would count as passed. Add tests, or remove the file.",
     R"(waymark: test/1
framework: framework.yaml
tests: []
)",
     " []", R"(
  - name: A claim
    date: 2026-01-31
    answers: {all: embedded}
    expect: {scores: {overall: {claimed: 3}}})"},
    {"X004", Severity::error, CodeSubject::test, "A test says twice who answered",
     "'answers' stands for one person, 'respondents' for several. With both, one of them would be left out.",
     R"(waymark: test/1
framework: framework.yaml
tests:
  - name: Who answered is said twice
    date: 2026-01-31
    answers: {all: embedded}
    respondents: [{id: r1, role: leader, answers: {all: absent}}]
    expect: {scores: {overall: {claimed: 3}}}
)",
     R"(    respondents: [{id: r1, role: leader, answers: {all: absent}}]
)",
     ""},
    {"X005", Severity::error, CodeSubject::test, "A test uses a set-up or a parameter that is not declared",
     "Set-ups stand under 'setups' in the same file, parameters under 'parameters' of the same test; both are used by "
     "name. Left as it is, the test would show something else than it says.",
     R"(waymark: test/1
framework: framework.yaml
setups:
  proven: {answers: {all: {level: developing, evidence: [{strength: independent, dated: 2026-01-01}]}}}
tests:
  - name: Nothing is raised
    uses: provn
    date: 2026-01-31
    expect: {flags: {words-outrun-evidence: clear}}
)",
     "provn", "proven"},
    {"X006", Severity::warning, CodeSubject::test, "A set-up or a parameter is not used",
     "It was meant to change a test, and changes none: the tests show less than they seem to. Use it, or remove it.",
     R"(waymark: test/1
framework: framework.yaml
tests:
  - name: A claim of three
    parameters: [{claim: 3}]
    date: 2026-01-31
    answers: {all: embedded}
    expect: {scores: {overall: {claimed: 3}}}
)",
     "claimed: 3", "claimed: <claim>"},
    {"X007", Severity::warning, CodeSubject::test, "Two tests have the same name",
     "A report of what failed names tests, and so does --filter. Say in each name what sets the test apart.",
     R"(waymark: test/1
framework: framework.yaml
tests:
  - {name: A claim, date: 2026-01-31, answers: {all: embedded}, expect: {scores: {overall: {claimed: 3}}}}
  - {name: A claim, date: 2026-01-31, answers: {all: developing}, expect: {scores: {overall: {claimed: 2}}}}
)",
     "A claim, date: 2026-01-31, answers: {all: developing}",
     "A claim of developing, date: 2026-01-31, answers: {all: developing}"},
};

}  // namespace

std::span<const CodeInfo> test_codes() {
    return codes;
}

}  // namespace waymark
