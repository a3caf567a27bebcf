// The outcome of a run of tests, as data; src/report/test_run.hpp shows it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verify/coverage.hpp"
#include "verify/test_file.hpp"

namespace waymark {

struct TestResult {
    std::string file;
    std::string name;
    Span span;
    std::vector<Mismatch> mismatches;  // empty: passed
};

struct TestRun {
    std::vector<TestResult> results;
    Diagnostics findings;            // about the files; those with errors could not be run
    std::vector<Coverage> coverage;  // one for each framework; empty unless asked for
    std::optional<Rational> min_coverage;

    std::size_t failed() const;
    bool enough_covered() const;
};

}  // namespace waymark
