// RFC 4180 tables with the place of every cell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/source.hpp"

namespace waymark {

struct CsvCell {
    std::string text;
    bool quoted = false;
    Span span;
};

struct CsvTable {
    std::vector<CsvCell> header;
    std::vector<std::vector<CsvCell>> rows;  // every row has as many cells as the header
};

struct CsvLimits {
    std::size_t bytes = 16U << 20U;
    std::size_t rows = 100000;
};

// Commas only (a header with semicolons or tabs is a finding that says so), quotes doubled inside quotes,
// CRLF or LF, a UTF-8 BOM skipped. Rows with too few or too many cells are findings; lines that are
// blank, or hold nothing but commas (spreadsheets write them below a table), are skipped.
std::optional<CsvTable> parse_csv(Findings& findings, const CsvLimits& limits = {});

// One field, quoted where needed, with a guard against spreadsheet formulas (a leading = + - @, tab or CR
// gets a ').
std::string csv_field(std::string_view text);
// Fields as they are meant, made harmless and joined to a line with its end. A line with a single empty cell gets
// quotes: a blank line is passed over by readers.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace waymark
