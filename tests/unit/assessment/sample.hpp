// Shorthand for reading assessments against the small framework.
#pragma once

#include <map>
#include <string>

#include "assessment/read.hpp"
#include "small_framework.hpp"
#include "waymark/assessment.hpp"

namespace sample {

// An assessment's head with 4 lines, so that what follows begins in line 5.
extern const std::string kHead;
// One respondent r1, a leader, with these lines under `answers`; the first stands in line 9, column 7.
std::string with_answers(const std::string& lines);
// No respondents, currency GBP, and these lines under `facts`; the first stands in line 8, column 3.
std::string with_facts(const std::string& lines);

struct Read {
    std::optional<waymark::Assessment> assessment;
    waymark::Diagnostics diagnostics;

    // "A010 error 9:7", one per finding, in the order of the file.
    std::string places() const;
    const waymark::Diagnostic& only() const;  // the one finding that there is
};

// `files`: what can be read beside the assessment, which is called folder/team.yaml.
Read read(const std::string& text, const std::map<std::string, std::string>& files = {});

int element(const std::string& id);
const waymark::Table& table(const waymark::Assessment& assessment, const std::string& id);
const waymark::Cell& cell(const waymark::Assessment& assessment, const std::string& table, int row,
                          const std::string& column);

}  // namespace sample
