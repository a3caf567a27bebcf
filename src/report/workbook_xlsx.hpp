// Writing a workbook as an Office Open XML spreadsheet, with libxlsxwriter.
#pragma once

#include <optional>
#include <string>

#include "report/workbook.hpp"

namespace waymark {

// Writes `folder`/NAME; the folder should be one that nobody else can write to, as the library keeps its own parts in
// it while it works. "" on success, else a sentence for people.
std::string write_xlsx(const Workbook& workbook, const std::string& folder, const std::string& name);

}  // namespace waymark
