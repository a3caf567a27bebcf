// Texts as comments in a YAML file that is written for people to fill in.
#pragma once

#include <string>

namespace waymark {

// Wrapped, each line behind `indent` and "# "; `first` stands before the text, and further lines hang under it.
std::string comment_lines(const std::string& text, const std::string& indent, const std::string& first);

}  // namespace waymark
