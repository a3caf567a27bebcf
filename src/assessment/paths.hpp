// Paths in an assessment that moves to another folder.
#pragma once

#include <string>

#include "text/yaml.hpp"

namespace waymark {

// Rewrites `framework` (where it is a path), `previous` and the CSV files of tables in a tree read from the
// file `from` so that they are right in the file `to`. A file that would then lie outside its folder is a
// warning, and its path stays as written.
void move_paths(Node& root, const std::string& from, const std::string& to, Findings& findings);

}  // namespace waymark
