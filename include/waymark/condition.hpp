// The condition language: what a flag or a verdict tests. docs/conditions.md is its reference for people.
//
// A condition is read from YAML and typed against a Catalogue (src/condition/read.hpp), then evaluated in
// three-valued logic against a World. Evaluation says what it saw in words and, when it cannot tell, what is
// missing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "waymark/table.hpp"
#include "waymark/truth.hpp"

namespace waymark {

struct Test;
struct Measure;

// A number with where it came from; `limit` names the flag's limit it was read through, so that it can be
// overridden.
struct Bound {
    enum class Op { at_least, at_most, more_than, less_than };
    Op op = Op::at_least;
    Rational value;
    std::optional<Duration> duration;  // bounds on durations; then `value` is unused
    std::string limit;                 // name of a limit of this flag, or empty
    std::string as_written;            // "embedded", "0.5", "unchanged-spend"
    Span span;
};

struct RoleSet {
    bool everyone = true;     // no `by` was given
    bool complement = false;  // {not: […]}
    std::vector<int> roles;   // indices into Catalogue::roles, rising
};

// The four readings of a scored node. Index -1 means the node of the row being tested.
struct NodeMeasure {
    enum class Kind { claimed, evidenced, gap, mean };
    Kind kind = Kind::claimed;
    int node = -1;
    RoleSet by;
    bool at_previous = false;
};

struct Measure {
    enum class Kind { node, difference, count, share, largest_share, sum, average, median, lowest, highest, distinct };
    Kind kind = Kind::count;
    NodeMeasure node;                    // Kind::node
    std::unique_ptr<Measure> of, less;   // Kind::difference
    int table = -1;                      // the table kinds
    int column = -1;                     // sum … distinct
    int by = -1;                         // share, largest_share: weights
    int per = -1;                        // largest_share: groups
    int top = 1;                         // largest_share: how many groups together
    std::unique_ptr<Test> where, among;  // null: all rows
    std::vector<Bound> bounds;           // empty only inside a difference
    Span span;
};

// The right-hand side of a comparison of cells.
struct Operand {
    enum class Kind { value, column, record_field, assessed, previous };
    Kind kind = Kind::value;
    Cell value;                     // already of the tested column's type
    int table = -1;                 // record_field
    int column = -1;                // column, record_field
    std::optional<Duration> shift;  // assessed, previous: + or - this
    bool shift_back = false;
    std::string limit;  // value read through a limit
    std::string as_written;
};

struct CellTest {
    enum class Op {
        equal,
        one_of,
        is_not,
        empty,
        not_empty,
        has_any,
        has_only,
        at_least,
        at_most,
        more_than,
        less_than,
        before,
        after,
        not_before,
        not_after
    };
    Op op = Op::equal;
    std::vector<Operand> operands;  // one_of: several; empty/not_empty: none; sets: one ChosenSet value
    Span span;
};

struct Test {
    enum class Kind { all, any, no, cell, measure };
    Kind kind = Kind::all;
    std::vector<Test> parts;           // all, any; `no` has one
    int column = -1;                   // cell
    std::vector<CellTest> cells;       // cell: all must hold
    std::unique_ptr<Measure> measure;  // measure of this row's node
    Span span;
};

struct Condition {
    enum class Kind { all, any, no, raised, record, measure, some, none, every };
    Kind kind = Kind::all;
    std::vector<Condition> parts;  // all, any; `no` has one
    int flag = -1;                 // raised
    int table = -1;                // record, some, none, every
    std::unique_ptr<Test> where;   // record, some, none, every (null: all rows)
    std::unique_ptr<Test> that;    // every
    std::unique_ptr<Measure> measure;
    Span span;
};

// Named numbers that a condition refers to; overriding one re-evaluates, never re-reads.
struct Limit {
    std::string name;
    Rational value;
    Span span;
};

// What a condition reads: computed once, used for checking, templates, explaining and "what would let it
// tell".
struct Reads {
    std::set<std::pair<int, int>> columns;  // (table, column); column -1: the table's rows as such
    std::set<int> claimed, evidenced;       // nodes; 0 stands for the overall score
    std::set<int> roles;
    std::set<int> flags;
    bool previous = false;
    bool practices_by_level = false;  // reads the computed table of practices or dimensions
};

// Why something cannot be told.
struct Missing {
    enum class Kind {
        table,         // not given
        column,        // blank cells
        record_field,  // a single fact not recorded
        answers,       // a practice nobody answered, or a withheld score
        evidence,      // a practice whose evidence was not asked for or not given
        role,          // too few respondents in a role
        previous,      // no previous assessment
        out_of_scope   // the practice does not apply here
    };
    Kind kind = Kind::table;
    int table = -1;
    int column = -1;
    int node = -1;
    int role = -1;
    friend auto operator<=>(const Missing&, const Missing&) = default;
};

// A measured number, or the reasons why there is none.
struct Measured {
    std::optional<Interval> value;
    std::set<Missing> missing;  // also set when the value is an interval wider than a point
};

// What conditions are evaluated against. Tables stand at the index of their type in the catalogue.
struct World {
    const Catalogue* catalogue = nullptr;
    std::vector<const Table*> tables;  // null: not given
    Date assessed;
    std::optional<Date> previous;
    Rational withhold_below;                              // share of known cells that an average needs
    std::string currency;                                 // for wording; "GBP"
    std::function<Measured(const NodeMeasure&)> measure;  // node is never -1 here
    std::function<Truth(int flag)> raised;                // null where `raised` is not allowed
};

struct Observation {
    Truth truth = Truth::unknown;
    std::string sentence;            // what was seen, with figures; no full stop; empty when nothing could be seen
    std::set<Missing> missing;       // why it is unknown; empty otherwise
    bool only_out_of_scope = false;  // unknown for no other reason than practices that do not apply
};

Observation observe(const Condition& condition, const World& world, const std::vector<Limit>& limits);

Reads reads_of(const Condition& condition, const Catalogue& catalogue);

// "the portfolio", "the column 'spend' of the portfolio", "evidence for Short feedback loops" …
std::string missing_to_text(const Missing& missing, const Catalogue& catalogue);

}  // namespace waymark
