#include "verify/row_kinds.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace waymark {

namespace {

using Kind = ColumnType::Kind;
using Op = CellTest::Op;

constexpr std::size_t kMostRows = 2000;
constexpr int kMostSteps = 20000;

struct Told {  // what the tests ask of one column
    std::vector<const CellTest*> cells;
    bool beside_others = false;  // it is compared with other columns of its row
};

using Asked = std::map<int, Told>;

void ask(const Test& test, Asked& asked) {
    for (const Test& part : test.parts) ask(part, asked);
    for (const CellTest& cell : test.cells) {
        asked[test.column].cells.push_back(&cell);
        for (const Operand& operand : cell.operands) {
            if (operand.kind != Operand::Kind::column) continue;
            asked[test.column].beside_others = true;
            asked[operand.column].beside_others = true;
        }
    }
}

// The values that a column's tests compare with; `open`: some of them is not known here.
std::vector<Cell> constants(const Told& told, const Scene& scene, bool& open) {
    static const Row kEmpty;
    std::vector<Cell> found;
    bool fixed_dates = false;
    bool moving_dates = false;
    for (const CellTest* cell : told.cells) {
        for (const Operand& operand : cell->operands) {
            if (operand.kind == Operand::Kind::column) continue;
            Cell held;
            const Cell& value = resolve(operand, kEmpty, scene, held);
            fixed_dates = fixed_dates || (operand.kind == Operand::Kind::value && std::holds_alternative<Date>(value));
            moving_dates = moving_dates || operand.kind == Operand::Kind::assessed;
            open = open || operand.kind == Operand::Kind::previous;
            if (value.index() == 0) {
                open = true;
            } else {
                found.push_back(value);
            }
        }
    }
    open = open || (fixed_dates && moving_dates);  // how they stand to each other depends on the date of the assessment
    return found;
}

std::vector<Cell> dates(const std::vector<Cell>& constants, const Scene& scene) {
    std::set<Date> found{scene.world->assessed};
    for (const Cell& cell : constants) {
        if (const auto* date = std::get_if<Date>(&cell)) {
            found.insert(*date);
            found.insert(plus(*date, {1, Duration::Unit::days}));
            found.insert(minus(*date, {1, Duration::Unit::days}));
        }
    }
    return {found.begin(), found.end()};
}

Rational whole_part(const Rational& value) {
    Int128 whole = value.numerator() / value.denominator();
    if (value < Rational(0) && Rational::fraction(whole, 1) != value) --whole;
    return Rational::fraction(whole, 1);
}

bool fits(Kind kind, const Rational& value) {
    if (kind == Kind::share) return value >= Rational(0) && value <= Rational(1);
    if (kind == Kind::integer || kind == Kind::duration) return value.denominator() == 1;
    return true;
}

// Every constant, a value on either side of it and one between each two.
std::vector<Cell> numbers(const ColumnType& type, const std::vector<Cell>& constants, bool beside_others) {
    std::set<Rational> marks;
    for (const Cell& cell : constants) {
        if (const auto amount = amount_of(type, cell)) marks.insert(*amount);
    }
    if (type.kind == Kind::share) marks.insert({Rational(0), Rational(1)});
    if (marks.empty() || beside_others) marks.insert({Rational(0), Rational(1), Rational(2)});
    std::set<Rational> found;
    const auto add = [&](const Rational& value) {
        if (fits(type.kind, value)) found.insert(value);
    };
    for (auto at = marks.begin(); at != marks.end(); ++at) {
        add(*at);
        add(whole_part(*at));
        add(whole_part(*at) + Rational(1));
        if (std::next(at) != marks.end()) add((*at + *std::next(at)) / Rational(2));
    }
    add(*marks.begin() - Rational(1));
    add(*marks.rbegin() + Rational(1));
    std::vector<Cell> cells;
    for (const Rational& value : found) {
        if (type.kind != Kind::duration) {
            cells.emplace_back(value);
        } else if (value >= Rational(0)) {
            cells.emplace_back(Duration{static_cast<int>(value.numerator()), Duration::Unit::days});
        }
    }
    for (const Cell& cell : constants) {
        if (type.kind == Kind::duration && std::holds_alternative<Duration>(cell)) cells.push_back(cell);
    }
    return cells;
}

// Choices that no test tells apart stand for each other; every set of the rest, or fewer if they are many.
std::vector<Cell> sets(const ColumnType& type, const std::vector<Cell>& constants, bool& exact) {
    constexpr std::size_t kMostParts = 6;
    std::map<std::vector<bool>, std::uint64_t> parts;
    for (std::size_t i = 0; i < type.choices.size(); ++i) {
        std::vector<bool> in;
        for (const Cell& cell : constants) {
            const auto* set = std::get_if<ChosenSet>(&cell);
            in.push_back(set != nullptr && (set->bits >> i & 1) != 0);
        }
        parts.try_emplace(in, std::uint64_t{1} << i);
    }
    std::vector<std::uint64_t> bits;
    for (const auto& [in, bit] : parts) bits.push_back(bit);
    if (bits.size() > kMostParts) {
        exact = false;
        bits.resize(kMostParts);
    }
    std::vector<Cell> cells;
    for (std::uint64_t chosen = 1; chosen < (std::uint64_t{1} << bits.size()); ++chosen) {
        ChosenSet set;
        for (std::size_t i = 0; i < bits.size(); ++i) set.bits |= (chosen >> i & 1) != 0 ? bits[i] : 0;
        cells.emplace_back(set);
    }
    return cells;
}

std::vector<Cell> words(const ColumnType& type, const std::vector<Cell>& constants) {
    std::vector<Cell> cells = constants;
    if (type.kind == Kind::text) cells.emplace_back("something else");
    if (type.kind == Kind::row_of) cells.emplace_back("#1");  // whichever row that table begins with
    return cells;
}

std::vector<Cell> candidates(int table, int column, const Told& told, const Scene& scene, bool& exact) {
    const ColumnType& type = scene.column(table, column).type;
    bool open = false;
    const std::vector<Cell> known = constants(told, scene, open);
    exact = exact && !open;
    const bool ordered_choices = type.kind == Kind::level;
    if (told.beside_others && !ordered_choices) exact = false;
    switch (type.kind) {
        case Kind::date:
            return dates(known, scene);
        case Kind::number:
        case Kind::integer:
        case Kind::money:
        case Kind::share:
        case Kind::duration:
            return numbers(type, known, told.beside_others);
        case Kind::some_of:
            return sets(type, known, exact);
        case Kind::text:
        case Kind::row_of:
            return words(type, known);
        case Kind::yes_no:
        case Kind::one_of:
        case Kind::level:
            break;
    }
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < type.choices.size(); ++i) cells.emplace_back(ChosenIndex{static_cast<int>(i)});
    return cells;
}

// Of cells that all of a column's tests treat alike, the first.
std::vector<Cell> told_apart(int table, int column, const Told& told, std::vector<Cell> cells, const Scene& scene) {
    const TableType& type = scene.type(table);
    if (told.beside_others) return cells;
    std::set<std::vector<Truth>> seen;
    std::vector<Cell> kept;
    Row row{std::vector<Cell>(type.columns.size()), 1, -1};
    for (Cell& cell : cells) {
        row.cells[static_cast<std::size_t>(column)] = cell;
        std::vector<Truth> truths;
        for (const CellTest* test : told.cells) truths.push_back(test_cell(*test, table, column, row, scene));
        if (seen.insert(truths).second) kept.push_back(std::move(cell));
    }
    return kept;
}

struct Open {  // a column and what may stand in it
    int column;
    bool asks_for_blanks;
    std::vector<Cell> cells;
};

std::vector<Open> open_columns(int table, const std::vector<const Test*>& tests, const Scene& scene, bool& exact) {
    Asked asked;
    for (const Test* test : tests) {
        if (test != nullptr) ask(*test, asked);
    }
    std::vector<Open> open;
    for (const auto& [column, told] : asked) {
        auto cells = told_apart(table, column, told, candidates(table, column, told, scene, exact), scene);
        const bool blanks = std::any_of(told.cells.begin(), told.cells.end(), [](const CellTest* cell) {
            return cell->op == Op::empty || cell->op == Op::not_empty;
        });
        if (blanks && scene.column(table, column).type.may_be_blank) cells.emplace_back();
        open.push_back({column, blanks, std::move(cells)});
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const Open& a, const Open& b) { return a.asks_for_blanks > b.asks_for_blanks; });
    return open;
}

Truth truth(const Test* test, int table, const Row& row, const Scene& scene) {
    return test == nullptr ? Truth::yes : test_row(*test, table, row, scene);
}

// Columns one after the other; what is still blank is unknown, so that a test that has come out wrong ends the branch.
struct Search {
    int table;
    const std::vector<WantedTest>* wanted;
    const std::vector<Open>* open;
    const Scene* scene;
    int steps = 0;

    bool can_still(const Row& row, bool complete) const {
        return std::all_of(wanted->begin(), wanted->end(), [&](const WantedTest& one) {
            const Truth found = test_row(*one.test, table, row, *scene);
            return found == one.truth || (!complete && found == Truth::unknown);
        });
    }

    bool from(std::size_t at, Row& row) {
        if (++steps > kMostSteps) return false;
        if (at == open->size()) return can_still(row, true);
        const bool looks_ahead = !(*open)[at].asks_for_blanks;
        Cell& cell = row.cells[static_cast<std::size_t>((*open)[at].column)];
        if (cell.index() != 0) return (!looks_ahead || can_still(row, false)) && from(at + 1, row);
        for (const Cell& each : (*open)[at].cells) {
            cell = each;
            if ((!looks_ahead || can_still(row, false)) && from(at + 1, row)) return true;
        }
        cell = Cell{};
        return false;
    }
};

// The next number of a fixed sequence (the multiplier of MINSTD): the same rows on every run.
std::size_t next_number(std::uint64_t& state, std::size_t below) {
    state = state * 48271 % 2147483647;
    return static_cast<std::size_t>(state % below);
}

}  // namespace

RowKinds kinds_of_rows(int table, const std::vector<const Test*>& tests, const Scene& scene) {
    RowKinds kinds;
    const std::vector<Open> open = open_columns(table, tests, scene, kinds.exact);
    std::size_t all = 1;
    for (const Open& one : open) {
        if (one.cells.empty()) return kinds;
        all = all > kMostRows ? all : all * one.cells.size();
    }
    const bool sampled = all > kMostRows;
    kinds.exact = kinds.exact && !sampled;
    std::set<std::vector<Truth>> seen;
    std::uint64_t state = 1;
    for (std::size_t number = 0; number < std::min(all, kMostRows); ++number) {
        Row row{std::vector<Cell>(scene.type(table).columns.size()), 1, -1};
        std::size_t rest = number;
        for (const Open& one : open) {
            const std::size_t which = sampled ? next_number(state, one.cells.size()) : rest % one.cells.size();
            rest /= one.cells.size();
            row.cells[static_cast<std::size_t>(one.column)] = one.cells[which];
        }
        std::vector<Truth> truths;
        for (const Test* test : tests) truths.push_back(truth(test, table, row, scene));
        if (!seen.insert(truths).second) continue;
        kinds.rows.push_back(std::move(row));
        kinds.truths.push_back(std::move(truths));
    }
    return kinds;
}

FoundRow row_with(int table, const std::vector<WantedTest>& wanted, const Row& kept, const Scene& scene) {
    FoundRow found;
    std::vector<const Test*> tests;
    for (const WantedTest& one : wanted) tests.push_back(one.test);
    const std::vector<Open> open = open_columns(table, tests, scene, found.exact);
    Row row = kept;
    row.cells.resize(scene.type(table).columns.size());
    Search search{table, &wanted, &open, &scene};
    if (search.from(0, row)) {
        found.row = std::move(row);
    } else if (search.steps > kMostSteps) {
        found.exact = false;
    }
    return found;
}

}  // namespace waymark
