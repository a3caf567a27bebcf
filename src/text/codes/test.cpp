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
     "    expect: {flags: {words-outrun-evidence: raised}}"},
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
     "    expect: {scores: {overall: {claimed: 3}}}"},
    {"X003", Severity::error, CodeSubject::test, "A test file holds no test",
     "A file without tests would count as passed. Add tests, or remove the file.",
     R"(waymark: test/1
framework: framework.yaml
tests: []
)",
     "tests:\n  - name: …"},
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
     "    answers: {all: embedded}"},
};

}  // namespace

std::span<const CodeInfo> test_codes() {
    return codes;
}

}  // namespace waymark
