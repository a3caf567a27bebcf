// Test files that travel with a framework (docs/test-format.md): answers and facts in, what is expected out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/read.hpp"
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
    Assessment assessment;
    std::optional<Assessment> previous;
    std::string verdict;  // id; empty: any
    std::optional<bool> unsafe;
    std::vector<ExpectedFlag> flags;
    std::vector<ExpectedScore> scores;
    std::vector<std::string> next_steps;  // practice ids, in order, from the first
    Span span;
};

struct TestFile {
    std::vector<FrameworkTest> tests;
};

std::optional<TestFile> read_test_file(std::string name, std::string text, const Framework& framework,
                                       const FileAccess& files, Diagnostics& diagnostics);

// One sentence per expectation that was not met; empty when the test passes.
std::vector<std::string> run_test(const FrameworkTest& test, const Framework& framework);

}  // namespace waymark
