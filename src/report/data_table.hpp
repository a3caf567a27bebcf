// A table as plain data, with what each column means: spreadsheets, CSV and data dictionaries are written from it, so
// that none of them can say something else than the others.
#pragma once

#include <string>
#include <vector>

#include "report/workbook.hpp"

namespace waymark {

struct DataColumn {
    std::string name;   // in CSV: "evidenced_low"
    std::string title;  // in a spreadsheet: "Evidenced, at least"
    ColumnKind kind = ColumnKind::text;
    double width = 12;
    std::string unit;     // "level", "people", "GBP"; empty: none
    std::string range;    // "0 to 4", "high, medium, low"; empty: any
    std::string meaning;  // a sentence
    std::string missing;  // what an empty cell means; empty: there are none
};

struct DataTable {
    std::string id;     // "scores"
    std::string title;  // "Scores"
    std::vector<DataColumn> columns;
    std::vector<std::vector<SheetCell>> rows;  // as many cells as columns
};

// RFC 4180: commas, CRLF, a header, quotes where needed; UTF-8 without a byte order mark. An empty cell is a value that
// is missing. Numbers have at most four decimals and a point. A text that a spreadsheet would take for a formula gets a
// leading apostrophe.
std::string table_as_csv(const DataTable& table);
std::string csv_head(const std::vector<DataColumn>& columns);
// One row for each column of each: table, column, type, unit, range, meaning, missing.
std::string dictionary_as_csv(const std::vector<DataTable>& tables);
// A sheet with frozen titles and filters.
Sheet sheet_of(const DataTable& table);

}  // namespace waymark
