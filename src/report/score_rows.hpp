// One row per scorecard: for spreadsheets, for programs, for a terminal.
#pragma once

#include <string>
#include <vector>

#include "waymark/report.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

// One cell for each of organisation_columns.
std::vector<std::string> score_cells(const Scorecard& card);

// Columns that any frameworks share.
std::vector<std::string> summary_columns();
std::vector<std::string> summary_cells(const Scorecard& card);

std::string json_line(const Scorecard& card);  // the whole scorecard on one line

std::string text_row_head(const TextStyle& style);
std::string text_row(const Scorecard& card, const TextStyle& style);

}  // namespace waymark
