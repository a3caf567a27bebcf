// Showing a run of tests.
#pragma once

#include <string>

#include "verify/test_run.hpp"
#include "waymark/report.hpp"

namespace waymark {

// What failed as a small difference, a count, and coverage where it was asked for. Findings are left to the caller.
std::string test_run_as_text(const TestRun& run, const TextStyle& style);
// JUnit's XML as CI services read it: a suite for each file, findings of files as errors.
std::string test_run_as_junit(const TestRun& run);
std::string test_run_as_json(const TestRun& run);

}  // namespace waymark
