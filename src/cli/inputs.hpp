// Files and folders named on the command line.
#pragma once

#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

struct InputFile {
    std::string path;
    bool in_folder = false;  // found in a folder that was named, not named itself
};

// Folders stand for every file below them whose name has one of the endings (".yaml"), in a stable order. A folder
// without any, or one that cannot be read, is a finding.
std::vector<InputFile> files_named(const std::vector<std::string>& names, const std::vector<std::string>& endings,
                                   Diagnostics& diagnostics);

}  // namespace waymark
