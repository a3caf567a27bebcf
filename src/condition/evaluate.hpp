// Three-valued evaluation, for the files of this folder. docs/conditions.md, "What is true when facts are
// missing", is the table that these functions keep to.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <vector>

#include "waymark/condition.hpp"

namespace waymark {

struct Scene {
    const World* world = nullptr;
    const std::vector<Limit>* limits = nullptr;  // the values in force, overrides included
    bool asks_why = true;                        // false: nobody will read what is missing, so it need not be gathered

    const TableType& type(int table) const { return world->catalogue->tables[static_cast<std::size_t>(table)]; }
    const Column& column(int table, int index) const { return type(table).columns[static_cast<std::size_t>(index)]; }
    const Table* table(int index) const;  // null if not given
    const Row* record(int index) const;   // null if not given
    Scene without_why() const { return {world, limits, false}; }
    std::optional<Rational> limit(const std::string& name) const;
};

// Practices and dimensions: a measure without `of` means the row's node.
bool has_nodes(const TableType& table);

// evaluate_cell.cpp
Rational days_of(Duration duration);  // a month counts as 30.4375 days, a twelfth of 365.25
// What a cell amounts to where amounts are compared: durations in days, levels by their value.
std::optional<Rational> amount_of(const ColumnType& type, const Cell& cell);
const Cell& cell_of(const Row& row, int column);
// The right-hand side in force: limits, record fields, relative dates; blank if it is not known. `held` keeps what is
// made for the purpose.
const Cell& resolve(const Operand& operand, const Row& row, const Scene& scene, Cell& held);
Truth test_cell(const CellTest& test, int table, int column, const Row& row, const Scene& scene);
void why_cell(const CellTest& test, int table, int column, const Row& row, const Scene& scene, std::set<Missing>& why);
// What would fill a blank cell.
Missing missing_cell(int table, int column, const Row& row, const Scene& scene);

// evaluate_rows.cpp
Truth test_row(const Test& test, int table, const Row& row, const Scene& scene);
void why_row(const Test& test, int table, const Row& row, const Scene& scene, std::set<Missing>& why);
void why_untold(const Test& test, int table, const Row& row, const Scene& scene,
                std::set<Missing>& why);  // it is unknown
void columns_tested(const Test& test, std::set<int>& columns);
bool tests_column(const Test& test, int column);  // whether it is among them
// The rows a question is about: those of practices that do not apply only if one of the tests reads `state`.
std::vector<const Row*> rows_asked(int table, std::initializer_list<const Test*> tests, const Scene& scene);

struct Sifted {
    bool given = false;  // the table has rows, or is said to have none
    std::vector<const Row*> yes, maybe, no;
    std::set<Missing> missing;  // the table, or what the `maybe` rows lack
    std::int64_t all() const;   // rows, equal ones counted
};
std::int64_t rows_in(const std::vector<const Row*>& rows);
Sifted sift(int table, const Test* where, const Scene& scene);

// The rows of an `every`: `that` for those the condition is about, `maybe` also where that is not known.
Sifted sift_every(int table, const Test* where, const Test& that, const Scene& scene);

// evaluate_share.cpp
struct Weighed {
    bool given = false;
    std::int64_t yes = 0, maybe = 0, all = 0;  // rows
    std::int64_t weights_known = 0;            // of all
    Rational weight_yes, weight_maybe, weight_all;
    Rational weight_outside;  // rows that do not fit and may not be among those asked about; in none of the above
    std::set<Missing> missing;
    bool weights_suffice = true;
};
Weighed weigh(const Measure& share, const Scene& scene);
Measured measured_share(const Measure& share, const Scene& scene);
struct Groups {
    bool given = false;
    std::vector<std::pair<Cell, Rational>> known;          // the heaviest first
    std::vector<std::pair<Rational, std::int64_t>> alone;  // rows with a blank group: weight and how many
    Rational all;
    std::int64_t rows = 0;
    std::set<Missing> missing;
    bool weights_suffice = true;
};
Groups group(const Measure& largest_share, const Scene& scene);
Measured measured_largest_share(const Measure& largest_share, const Scene& scene);

// evaluate_measure.cpp: `row` gives the node that a measure without `of` means.
Measured measured(const Measure& measure, const Row* row, const Scene& scene);
Rational value_of(const Bound& bound, const Scene& scene);
Truth within(const Interval& interval, const std::vector<Bound>& bounds, const Scene& scene);
struct Known {
    std::int64_t known = 0, all = 0;  // cells of the rows that (may) count
};
Known known_cells(const Measure& measure, const Scene& scene);

// evaluate.cpp
Truth truth_of(const Condition& condition, const Scene& scene);
// As `observe`, without the sentence.
Observation judge(const Condition& condition, const Scene& scene);

}  // namespace waymark
