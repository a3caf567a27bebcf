// Showing what changed between two versions of a framework.
#pragma once

#include <string>
#include <vector>

#include "verify/diff.hpp"
#include "verify/moves.hpp"
#include "waymark/report.hpp"

namespace waymark {

struct DiffReport {
    FrameworkDiff diff;
    std::vector<Moves> assessments;  // in the order in which they were named
};

std::string diff_as_text(const DiffReport& report, const TextStyle& style);
std::string diff_as_markdown(const DiffReport& report);
std::string diff_as_json(const DiffReport& report);

// The table of all kinds of change, as Markdown.
std::string diff_rules_as_markdown();

// Shared by the renderers: "2 breaking changes, 1 editorial change", "no change".
std::string count_text(const FrameworkDiff& diff);
// What the version must do, in a sentence.
std::string version_text(const FrameworkDiff& diff);

}  // namespace waymark
