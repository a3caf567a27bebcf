// Kinds of rows are the unknowns: how many there are of each, and how much they weigh together. Each literal is then an
// inequality or two, and the simplex method says whether all of them can hold.
//
// Statistics of a column, groups and different values are no inequalities. They are left out of the question, which can
// only make more possible, and rows are filled for them afterwards.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "verify/branches.hpp"
#include "verify/row_kinds.hpp"
#include "verify/simplex.hpp"

namespace waymark {

// How a column of the rows is to be filled once there are rows.
struct Fill {
    int column = -1;
    int different = 0;  // this many values in turn; 0: `value`
    std::optional<Cell> value;
    const Test* where = nullptr;  // rows that count
};

struct RowProgram {
    const Scene* scene = nullptr;
    int table = -1;
    std::vector<const Test*> tests;
    RowKinds kinds;
    bool generous = false;               // rows whose tests are unknown may count as it suits
    std::map<int, std::size_t> weights;  // column -> first variable
    std::vector<Inequality> inequalities;
    std::vector<Inequality> wishes;  // rows to fill: asked for first, and given up where they stand in the way
    std::vector<bool> forbidden;     // kinds
    std::vector<Fill> fills;
    bool impossible = false;
    bool scales = true;        // weights may be multiplied
    bool may_be_less = false;  // amounts that are added up can be below 0, which is not looked into
};

struct Side {  // what a bound asks of a value once it is known to hold or to fail
    bool from_below;
    bool strict;
    Rational value;
};

// Notes which tests and weights a literal speaks of; for all of them before `set_up`.
void collect(RowProgram& program, const Literal& literal);
// Everything that the literals ask of the kinds of rows that the program has.
void set_up(RowProgram& program, const Branch& literals);
std::size_t variables(const RowProgram& program);

// The pieces of it, for the files row_program.cpp and row_wishes.cpp.
Truth truth(const RowProgram& program, std::size_t kind, const Test* test);
bool satisfies(const Rational& value, const std::vector<Side>& sides);
void add_some(RowProgram& program, const Test* where);
void add_none(RowProgram& program, const Test* where);
// Statistics, different values, groups: no inequalities, but rows to fill.
void add_statistic(RowProgram& program, const Measure& measure, const std::vector<Side>& sides);
void add_distinct(RowProgram& program, const Measure& measure, const std::vector<Side>& sides);
void add_largest_share(RowProgram& program, const Measure& measure, const std::vector<Side>& sides);

// row_building.cpp: rows for a solution, if they make the literals come out as stated.
std::optional<Table> built(const RowProgram& program, const Branch& literals, const std::vector<Rational>& solution);

}  // namespace waymark
