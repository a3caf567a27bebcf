// Findings passed over in place: `# waymark: ignore A020 because …`, at the end of the line that a finding is about, or on
// a line of its own before it; `ignore-file` for the whole file. Only warnings and notes can be passed over: an error
// stands in the way of reading the file, whatever a comment says.
#pragma once

#include <string>

#include "text/yaml.hpp"
#include "waymark/diagnostic.hpp"

namespace waymark {

// Takes out of `diagnostics` what comments of the file `name` pass over. With `report`, adds findings about comments that
// match nothing, lack a reason or cannot be understood; whether one matches can only be said of a file without errors.
void pass_over(const std::string& name, const std::string& text, bool report, Diagnostics& diagnostics);
// As above, of a file that is parsed already.
void pass_over(const Source& source, const Node& root, bool report, Diagnostics& diagnostics);

// Whether there can be such a comment at all: asked before the file is parsed once more.
bool may_pass_over(const std::string& text);

}  // namespace waymark
