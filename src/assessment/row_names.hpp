// Rows that name rows: keys are unique, and every name has its row.
#pragma once

#include "assessment/facts.hpp"

namespace waymark {

// Keeps a cell that is a key of its table, or names a row of another.
void remember_names(FactReading& reading, int table, int column, const Cell& cell, Span span, const Source& source);

// Reports keys given twice and names without a row, each at its own place.
void check_row_names(const FactReading& reading);

// Whether any money column of the table is filled.
bool has_money(const TableType& type, const Table& table);

}  // namespace waymark
