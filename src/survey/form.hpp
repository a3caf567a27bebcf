// A survey without a platform: a questionnaire to print or to copy into any form builder, and a table to fill in. Each
// comes with the map that reads the answers back.
#pragma once

#include <string>

#include "waymark/framework.hpp"

namespace waymark {

enum class FormKind { markdown, csv };

// The questionnaire, or the heading line of the table.
std::string form_text(const Framework& framework, int profile, FormKind kind);

// YAML. The answers come as a table with one row per person: for `csv` the table itself, for `markdown` what a form
// builder downloads, headed by the questions as they are printed.
std::string form_map(const Framework& framework, int profile, FormKind kind);

}  // namespace waymark
