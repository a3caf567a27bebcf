// Facts in the interview: which tables and records are asked for, and their cells.
#pragma once

#include <string>
#include <vector>

#include "interview/flow.hpp"

namespace waymark::interview {

inline constexpr int kFactsSection = 0;
inline constexpr int kIndicatorSection = 1;

std::vector<int> tables_of(const State& state, int section);  // declared ones, in the framework's order
Place after_review(const State& state);                       // the first section with tables, else the end
Place after_section(const State& state, int section);

const TableType& table_type(const State& state, int table);
std::vector<int> columns_of(const State& state, int table);  // those that people fill in: what every row needs first
// The field after `place` in its row, or what comes after the row. A money column asks for the currency first.
Place next_field(const State& state, Place place);
Place first_field(const State& state, int table, int row);

const Row* row_at(const State& state, const Place& place);       // null: nothing is known of it yet
std::string cell_words(const Column& column, const Cell& cell);  // as it would be typed; choices in their words
std::string row_words(const State& state, int table, const Row& row);

}  // namespace waymark::interview
