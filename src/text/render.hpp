// Showing findings: as a good compiler does, or as services and programs read them.
#pragma once

#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

// file:line:column: severity[code]: message, the line, a caret, the help.
std::string diagnostics_as_text(const Diagnostics& diagnostics, bool colour);
std::string diagnostics_as_json(const Diagnostics& diagnostics);
// SARIF 2.1.0, with the rules that were broken, fingerprints and fixes.
std::string diagnostics_as_sarif(const Diagnostics& diagnostics);
// A workflow command for each finding, which GitHub shows beside the line.
std::string diagnostics_as_github(const Diagnostics& diagnostics);
// GitLab's code quality report.
std::string diagnostics_as_gitlab(const Diagnostics& diagnostics);
// A suite for each of `files`, passed where nothing was found; notes do not fail.
std::string diagnostics_as_junit(const Diagnostics& diagnostics, const std::vector<std::string>& files);
// "2 errors, 1 warning"; empty when there is nothing.
std::string diagnostics_summary(const Diagnostics& diagnostics);

}  // namespace waymark
