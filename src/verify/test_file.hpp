// Test files that travel with a framework (docs/test-format.md): answers and facts in, what is expected out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/read.hpp"
#include "waymark/appraisal.hpp"
#include "waymark/assessment.hpp"
#include "waymark/diagnostic.hpp"
#include "waymark/rational.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

struct ExpectedFlag {
    int flag = -1;
    std::string state;     // as in a scorecard: raised, clear, cannot-tell …
    std::string severity;  // empty: any
    Span span;
};

struct ExpectedScore {
    int element = 0;
    std::optional<Rational> claimed, evidenced;
    bool no_claimed = false, no_evidenced = false;  // `none`: no point may be shown
    Rational tolerance;                             // largest difference that still passes
    std::string band;                               // empty: any
    Span span;
};

struct FrameworkTest {
    std::string name;
    bool readable = true;  // false: what was answered has errors, as the test expects; then there is no assessment
    Assessment assessment;
    std::optional<Assessment> previous;
    Diagnostics found;    // about what was answered, notes included
    std::string verdict;  // id; empty: any
    std::optional<bool> unsafe;
    std::vector<ExpectedFlag> flags;
    std::vector<ExpectedScore> scores;
    std::vector<std::string> next_steps;                  // practice ids, in order, from the first
    std::optional<std::vector<std::string>> diagnostics;  // codes: these are found and no others; nullopt: any
    Span span, expect_span;
};

struct TestFile {
    std::string name;
    std::vector<FrameworkTest> tests;
};

std::optional<TestFile> read_test_file(std::string name, std::string text, const Framework& framework,
                                       const FileAccess& files, Diagnostics& diagnostics);

// An expectation that was not met.
struct Mismatch {
    std::string what;      // "flag no-baseline", "overall claimed"
    std::string expected;  // "raised, high"
    std::string found;
    std::string because;  // the facts that decided it; may be empty
    Span span;            // of the expectation
};

// Empty when the test passes. `limits` replace the framework's own.
std::vector<Mismatch> run_test(const FrameworkTest& test, const Framework& framework,
                               const std::vector<LimitOverride>& limits = {});

std::string in_words(const Mismatch& mismatch);  // "flag no-baseline: expected raised, found clear (…)"

}  // namespace waymark
