// One mistake in a framework, and the one finding it must raise: code, place and words.
#pragma once

#include <string>
#include <vector>

namespace waymark::fixture {

struct Mistake {
    std::string name;
    std::string from, to;  // in the small framework; a '~' in `to` stands before the place of the finding
    std::string code;
    std::string message, help;  // pieces of what the finding says
};

// Runs each as a section. Nothing but the one finding may be raised: a mistake must not look like several.
void expect_findings(const std::vector<Mistake>& mistakes);

}  // namespace waymark::fixture
