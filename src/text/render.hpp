// Showing findings: as a good compiler does, or as JSON.
#pragma once

#include <string>

#include "waymark/diagnostic.hpp"

namespace waymark {

// file:line:column: severity[code]: message, the line, a caret, the help.
std::string diagnostics_as_text(const Diagnostics& diagnostics, bool colour);
std::string diagnostics_as_json(const Diagnostics& diagnostics);
// "2 errors, 1 warning"; empty when there is nothing.
std::string diagnostics_summary(const Diagnostics& diagnostics);

}  // namespace waymark
