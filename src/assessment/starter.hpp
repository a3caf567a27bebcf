// Assessments to fill in: every practice with its anchors, every fact table with its columns, as comments.
#pragma once

#include <string>

#include "waymark/framework.hpp"

namespace waymark {

// YAML for one respondent. Answers stand as `skipped`; organisation and date are left to fill in.
std::string assessment_starter(const Framework& framework, int profile);

// The heading line of a table as CSV.
std::string csv_heading(const TableType& table);

}  // namespace waymark
