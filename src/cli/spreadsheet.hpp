// Workbooks to where the user wants them.
#pragma once

#include <optional>
#include <string>

#include "cli/terminal.hpp"
#include "report/workbook.hpp"

namespace waymark {

// The bytes of the file; nullopt and a sentence in `problem` if it could not be made.
std::optional<std::string> xlsx_bytes(const Workbook& workbook, std::string& problem);

// Empty, or why a spreadsheet may not go there: it is no text, so a terminal gets none.
std::string why_no_spreadsheet(const std::string& output);

// Writes to `output`, or to standard output when it is empty or "-". kDone, kWrongUse or kOurFailure.
int deliver_spreadsheet(const Workbook& workbook, const std::string& output, Terminal& terminal);

}  // namespace waymark
