// How conditions are read, for the files of this folder. Every function reports what is wrong and goes on, so
// that all findings come out of one run; what it returns after a finding is only good for reading on (unknown
// names are -1).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "condition/evaluate.hpp"
#include "condition/read.hpp"
#include "text/fields.hpp"

namespace waymark {

struct Reader {
    const ConditionScope* scope = nullptr;
    Findings* findings = nullptr;

    const Catalogue& catalogue() const { return *scope->catalogue; }
    const TableType& table(int index) const { return scope->catalogue->tables[static_cast<std::size_t>(index)]; }
    const Limit* limit(std::string_view name) const;  // null if the flag has none of that name
};

// read_name.cpp: names that must exist. `of` may be null: then its absence is a finding at `whole`.
int read_table_name(const Node& name, const Reader& reader);
int read_record_name(const Node& name, const Reader& reader);
int read_column_name(const Node& name, int table, const Reader& reader);
int read_node_name(const Node& name, const Reader& reader);
int read_flag_name(const Node& name, const Reader& reader);
RoleSet read_roles(const Node& roles, const Reader& reader);
struct RecordField {
    int table = -1;
    int column = -1;
};
RecordField read_record_field(const Node& name, const Reader& reader);  // "mission.due"

// What a bound is compared with.
struct Range {
    std::string what;  // "a share"
    std::optional<Rational> lowest, highest;
    bool whole = false;
    bool is_duration = false;
    bool is_share = false;
    bool is_unknown = false;                      // what is measured has a finding of its own
    const std::vector<Choice>* levels = nullptr;  // whose ids may stand for their values
};
// read_bound.cpp
std::vector<Bound> read_bounds(Fields& fields, const Range& range, const Reader& reader);
std::optional<Rational> read_amount(const std::string& text,
                                    bool is_share);  // "0.4", "2/3", "40%" of a share
const Choice* find_choice(const std::vector<Choice>& choices, std::string_view id);
std::string out_of_range(const Rational& value, const Range& range);  // empty if within
Range range_of_column(const TableType& table, int column, const Catalogue& catalogue);
// The scale of one node, or what the scales of all rows of `practices` or `dimensions` have in common.
Range range_of_node(int node, int row_table, const Catalogue& catalogue);

// read_measure.cpp
bool is_node_measure(std::string_view word);
bool is_measure(std::string_view word);
const std::vector<std::string>& measure_words();
enum class MeasurePlace { condition, row, difference };
// `key` is the measure's word, `row_table` the table whose rows are tested, or -1.
std::unique_ptr<Measure> read_measure(const Node& key, const Node& arguments, MeasurePlace place, int row_table,
                                      const Reader& reader);

// read_test.cpp
Test read_test(const Node& node, int table, const Reader& reader);
std::unique_ptr<Test> read_optional_test(const Node* node, int table, const Reader& reader);

// read_cell.cpp
std::vector<CellTest> read_cell(const Node& node, int table, int column, const Reader& reader);
// read_operand.cpp: one right-hand side; several of them become the members of one set for some_of columns.
Operand read_operand(const Node& node, int table, int column, const Reader& reader);

// "a number", "one of: existing, new" …: what a column holds, for findings.
std::string kind_in_words(const ColumnType& type);

}  // namespace waymark
