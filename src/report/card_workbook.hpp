// A scorecard as a spreadsheet: a page to read first, then a sheet for each table.
#pragma once

#include "report/workbook.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

Workbook card_workbook(const Scorecard& card, bool with_notes);

}  // namespace waymark
