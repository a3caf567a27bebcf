// What stays the same of a finding when lines are added above it, so that a service can tell old findings from new.
#pragma once

#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

// One for each finding, in order: a SHA-256 of its code, file, message and line as text, and how many the same came
// before it. All different.
std::vector<std::string> fingerprints(const Diagnostics& diagnostics);

}  // namespace waymark
