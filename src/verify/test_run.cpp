#include "verify/test_run.hpp"

#include <algorithm>

namespace waymark {

std::size_t TestRun::failed() const {
    return static_cast<std::size_t>(std::count_if(results.begin(), results.end(),
                                                  [](const TestResult& result) { return !result.mismatches.empty(); }));
}

bool TestRun::enough_covered() const {
    return !min_coverage || std::all_of(coverage.begin(), coverage.end(),
                                        [&](const Coverage& one) { return one.at_least(*min_coverage); });
}

}  // namespace waymark
