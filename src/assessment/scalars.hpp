// Single values as YAML: plain where nothing could be misread, else quoted or as a block of lines.
#pragma once

#include <string>

#include "text/yaml.hpp"

namespace waymark {

// On one line, fit for use inside {} and [].
std::string inline_scalar(const Node& node);
// After "key: " at an indent: the lines of a block are indented by `indent` spaces.
std::string scalar(const Node& node, int indent);

}  // namespace waymark
