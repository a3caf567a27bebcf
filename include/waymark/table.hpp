// Facts: typed tables and records, declared by a framework or computed by waymark, and the catalogue that
// names them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "waymark/date.hpp"
#include "waymark/diagnostic.hpp"
#include "waymark/rational.hpp"

namespace waymark {

struct Choice {
    std::string id;
    std::string phrase;  // how a flag's sentence says it: "existed before the mission"; the title or id if not given
    Rational value;      // ordered types: the level's value (its position unless the scale says otherwise)
};

struct ColumnType {
    enum class Kind {
        text,
        number,
        integer,
        money,  // plain decimals of the assessment's currency, at most two places
        share,  // 0 to 1; written 0.4 or 40%
        date,
        duration,
        yes_no,   // choices: no, yes
        one_of,   // one of `choices`
        some_of,  // a set of `choices`, at most 64
        level,    // one of `choices`, which are ordered by value
        row_of    // the key (first column) of a row of table `table`
    };
    Kind kind = Kind::text;
    bool may_be_blank = false;  // blank always means "unknown", never "no"
    bool is_private = false;    // tested and counted, never printed
    std::vector<Choice> choices;
    std::string table;  // row_of
    std::string scale;  // level: the scale's id, for documentation
};

struct Column {
    std::string id;
    std::string title;  // the id in words unless given
    std::string about;  // one line: what to enter
    std::string says;   // optional sentence piece with {} for the value: "involve {} organisations"
    ColumnType type;
    Span span;
};

struct TableType {
    std::string id;
    std::string title;
    std::string about;
    std::string one = "row";    // what a row is called: "item"
    std::string many = "rows";  // "items"
    bool is_record = false;     // single facts: exactly one row, tested with `record`
    bool is_computed = false;   // filled by waymark, never by an assessment
    std::vector<Column> columns;
    Span span;

    std::optional<int> column(std::string_view id) const;
};

struct ChosenIndex {
    int index = 0;  // into ColumnType::choices
    friend bool operator==(const ChosenIndex&, const ChosenIndex&) = default;
};
struct ChosenSet {
    std::uint64_t bits = 0;  // bit i: choices[i]
    friend bool operator==(const ChosenSet&, const ChosenSet&) = default;
};

// std::monostate is a blank cell: not known. Kinds: text and row_of hold std::string; number, integer, money
// and share hold Rational (money in whole currency units); yes_no, one_of and level hold ChosenIndex; some_of
// holds ChosenSet.
using Cell = std::variant<std::monostate, std::string, Rational, Date, Duration, ChosenIndex, ChosenSet>;

struct Row {
    std::vector<Cell> cells;  // as many as the table type has columns
    std::int64_t times = 1;   // computed tables may hold many equal rows as one
    int node = -1;            // computed tables of practices and dimensions: the node a measure without `of` means
};

struct Table {
    enum class State {
        not_given,  // nothing is known; every question about it cannot be told
        none,       // the organisation says there are no rows
        given       // complete as of the assessment date
    };
    State state = State::not_given;
    std::vector<Row> rows;  // a record has at most one
};

// A thing that can be scored: the whole, a dimension, a practice. Index 0 is always "overall".
struct NodeName {
    enum class Kind { overall, dimension, group, practice };  // `practice` carries answers; `group` holds practices
    std::string id;
    std::string code;
    std::string title;
    Kind kind = Kind::practice;
    std::vector<Choice> levels;  // of the node's scale, rising by value
    Rational lowest, highest;    // the ends of its scale
};

// Everything that a condition may name. The condition language knows nothing else of a framework.
struct Catalogue {
    std::vector<TableType> tables;  // records included; computed ones first
    std::vector<NodeName> nodes;
    std::vector<std::string> roles;
    std::vector<std::string> role_titles;
    std::vector<std::string> flags;
    std::vector<std::string> flag_titles;

    std::optional<int> table(std::string_view id) const;
    std::optional<int> node(std::string_view id) const;
    std::optional<int> role(std::string_view id) const;
    std::optional<int> flag(std::string_view id) const;
};

}  // namespace waymark
