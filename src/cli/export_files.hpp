// Exports named on the command line, as bytes to be read.
#pragma once

#include <string>
#include <vector>

#include "batch/batch.hpp"
#include "waymark/diagnostic.hpp"

namespace waymark {

inline constexpr const char* kStandardInput = "<stdin>";

// Files, folders (every export below), patterns with * and ?, and "-" for standard input; sorted by name, each once.
// `organisation_from_name`: a file's name without its endings is the organisation of all its responses.
std::vector<ExportFile> exports_named(const std::vector<std::string>& names, bool organisation_from_name,
                                      Diagnostics& diagnostics);

// Whether a name is that of a survey export rather than of an assessment or scorecard.
bool is_named_like_an_export(const std::string& name);

}  // namespace waymark
