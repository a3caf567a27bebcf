// Fact tables and records of an assessment, from rows in place or from CSV files beside it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/read.hpp"
#include "text/csv.hpp"

namespace waymark {

struct MoneyPlace {
    std::string table;
    Span span;  // of the table's key in the assessment
};

struct FactsRead {
    std::vector<Table> tables;                                    // index as in Catalogue::tables
    std::vector<std::pair<std::string, std::string>> read_files;  // name as written, SHA-256
    std::optional<MoneyPlace> money;                              // the first table with a filled money cell
};

// `facts` is the mapping under that key, or null.
FactsRead read_facts(const Node* facts, const Framework& framework, const FileAccess& files, Findings& findings);

// A cell that names a row, or is a row's name; checked when every table has been read.
struct RowName {
    int table = -1;  // the table whose row it is
    std::string key;
    Span span;
    const Source* source = nullptr;
};

// What the readers of rows share.
struct FactReading {
    const Framework* framework = nullptr;
    const FileAccess* files = nullptr;
    Findings* findings = nullptr;    // of the assessment's own file
    std::deque<Source> csv_sources;  // kept until keys are checked: findings point into them
    std::vector<RowName> keys, uses;
    std::vector<std::string> computed;  // ids of the columns that waymark adds to `indicators`
    FactsRead result;
};

const TableType& table_type(const FactReading& reading, int table);
// False for the columns that waymark fills itself.
bool is_supplied(const FactReading& reading, int table, int column);
// A column that may be written. Unknown and computed ones are findings.
std::optional<int> find_column(const FactReading& reading, int table, const std::string& name, Span span,
                               Findings& findings);
// Checks for a blank, remembers row names, and puts the cell into the row. `cell` is nullopt if it was a
// finding.
void put_cell(FactReading& reading, int table, int column, std::optional<Cell> cell, Span span, Findings& findings,
              Row& row);

// Rows of a CSV, whose columns are named as the table's, into the table.
void read_csv_rows(FactReading& reading, int table, const CsvTable& csv, Findings& findings);

// Reads `{csv: path}` into the table.
void read_csv_table(FactReading& reading, int table, const Node& path);

}  // namespace waymark
