// Kinds of rows are the unknowns: how many there are of each, and how much they weigh together. Each literal is then an
// inequality or two, and the simplex method says whether all of them can hold.
//
// Statistics of a column, groups and different values are no inequalities. They are left out of the question, which can
// only make more possible, and rows are filled for them afterwards.
#include "verify/table_goal.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "verify/simplex.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;

constexpr std::int64_t kMostRowsBuilt = 400;
constexpr std::size_t kMostKinds = 64;

// How a column of the rows is to be filled once there are rows.
struct Fill {
    int column = -1;
    int different = 0;  // this many values in turn; 0: `value`
    std::optional<Cell> value;
    const Test* where = nullptr;  // rows that count
};

struct Program {
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

std::size_t index_of(Program& program, const Test* test) {
    const auto found = std::find(program.tests.begin(), program.tests.end(), test);
    if (found != program.tests.end()) return static_cast<std::size_t>(found - program.tests.begin());
    program.tests.push_back(test);
    return program.tests.size() - 1;
}

std::size_t variables(const Program& program) {
    return program.kinds.rows.size() * (1 + program.weights.size());
}

Truth truth(const Program& program, std::size_t kind, const Test* test) {
    if (test == nullptr) return Truth::yes;
    const auto at = std::find(program.tests.begin(), program.tests.end(), test) - program.tests.begin();
    return program.kinds.truths[kind][static_cast<std::size_t>(at)];
}

// Adds: the sum of these kinds' variables, times their factor, is at least (or more than) `least`.
struct Sum {
    Program* program;
    std::size_t first = 0;  // variable of kind 0
    std::vector<Rational> factors;

    explicit Sum(Program& of, std::size_t from = 0) : program(&of), first(from), factors(variables(of)) {}
    void add(std::size_t kind, const Rational& factor) { factors[first + kind] += factor; }
    void at_least(const Rational& least, bool strict = false) {
        program->inequalities.push_back({factors, least, strict});
    }
    void at_most(const Rational& most, bool strict = false) {
        for (Rational& factor : factors) factor = Rational(0) - factor;
        at_least(Rational(0) - most, strict);
    }
};

void forbid(Program& program, std::size_t kind) {
    program.forbidden[kind] = true;
}

struct Side {  // what a bound asks of a value once it is known to hold or to fail
    bool from_below;
    bool strict;
    Rational value;
};

Side side_of(const Bound& bound, bool holds, const Scene& scene) {
    const bool below = bound.op == Bound::Op::at_least || bound.op == Bound::Op::more_than;
    const bool strict = bound.op == Bound::Op::more_than || bound.op == Bound::Op::less_than;
    return {below == holds, strict == holds, value_of(bound, scene)};
}

std::vector<Side> sides_of(const Literal& literal, const Scene& scene) {
    std::vector<Side> sides;
    const auto& bounds = literal.condition->measure->bounds;
    if (literal.holds) {
        for (const Bound& bound : bounds) sides.push_back(side_of(bound, true, scene));
    } else if (!bounds.empty()) {
        sides.push_back(side_of(bounds[static_cast<std::size_t>(literal.bound)], false, scene));
    }
    return sides;
}

bool satisfies(const Rational& value, const std::vector<Side>& sides) {
    return std::all_of(sides.begin(), sides.end(), [&](const Side& side) {
        if (side.from_below) return side.strict ? value > side.value : value >= side.value;
        return side.strict ? value < side.value : value <= side.value;
    });
}

// Counts are whole, so that "more than 2.5" is "at least 3".
Rational whole_bound(const Side& side) {
    Int128 whole = side.value.numerator() / side.value.denominator();
    const Rational cut = Rational::fraction(whole, 1);
    if (cut > side.value) --whole;
    const Rational floor = Rational::fraction(whole, 1);
    if (side.from_below) return floor == side.value && !side.strict ? floor : floor + Rational(1);
    return floor == side.value && side.strict ? floor - Rational(1) : floor;
}

bool counts(const Program& program, Truth found, bool if_unknown) {
    return found == Truth::yes || (found == Truth::unknown && program.generous && if_unknown);
}

void add_count(Program& program, const Test* where, const std::vector<Side>& sides) {
    for (const Side& side : sides) {
        Sum sum(program);
        for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
            if (counts(program, truth(program, i, where), side.from_below)) sum.add(i, 1);
        }
        if (side.from_below) {
            sum.at_least(whole_bound(side));
        } else {
            sum.at_most(whole_bound(side));
        }
    }
}

void add_none(Program& program, const Test* where) {
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (truth(program, i, where) == Truth::yes) forbid(program, i);
    }
}

void add_some(Program& program, const Test* where) {
    Sum sum(program);
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (counts(program, truth(program, i, where), true)) sum.add(i, 1);
    }
    sum.at_least(1);
}

void add_every(Program& program, const Condition& condition, bool holds) {
    Sum sum(program);
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        const Truth about = truth(program, i, condition.where.get());
        const Truth that = truth(program, i, condition.that.get());
        if (about == Truth::no) continue;
        if (holds && that == Truth::no && about == Truth::yes) forbid(program, i);
        const bool right =
            holds ? counts(program, that, true) : that == Truth::no || (that == Truth::unknown && program.generous);
        if (right && counts(program, about, true)) sum.add(i, 1);
    }
    sum.at_least(1);
}

// T - value * all >= 0, and something in all.
void add_share(Program& program, const Measure& share, const std::vector<Side>& sides) {
    const std::size_t first = share.by < 0 ? 0 : program.weights.at(share.by);
    Sum something(program, first);
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (counts(program, truth(program, i, share.among.get()), true)) something.add(i, 1);
    }
    something.at_least(0, true);
    for (const Side& side : sides) {
        Sum sum(program, first);
        for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
            const Truth among = truth(program, i, share.among.get());
            if (among == Truth::no || (among == Truth::unknown && program.generous)) continue;
            const bool fits = counts(program, truth(program, i, share.where.get()), side.from_below);
            const Rational factor = (fits ? Rational(1) : Rational(0)) - side.value;
            sum.add(i, side.from_below ? factor : Rational(0) - factor);
        }
        sum.at_least(0, side.strict);
    }
}

void add_sum(Program& program, const Measure& measure, const std::vector<Side>& sides) {
    program.scales = false;
    program.may_be_less = program.may_be_less ||
                          program.scene->column(program.table, measure.column).type.kind != ColumnType::Kind::share;
    for (const Side& side : sides) {
        Sum sum(program, program.weights.at(measure.column));
        for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
            if (counts(program, truth(program, i, measure.where.get()), side.from_below)) sum.add(i, 1);
        }
        if (side.from_below) {
            sum.at_least(side.value, side.strict);
        } else {
            sum.at_most(side.value, side.strict);
        }
    }
}

std::optional<Cell> cell_with(const ColumnType& type, const std::vector<Side>& sides) {
    std::vector<Rational> tried;
    for (const Side& side : sides) {
        for (const int step : {0, 1, -1}) tried.push_back(side.value + Rational(step));
        tried.push_back(side.value / Rational(2));
    }
    tried.insert(tried.end(), {Rational(0), Rational(1)});
    for (Rational value : tried) {
        if (!satisfies(value, sides)) continue;
        if (type.kind == ColumnType::Kind::share && (value < Rational(0) || value > Rational(1))) continue;
        if (type.kind == ColumnType::Kind::level) {
            for (std::size_t i = 0; i < type.choices.size(); ++i) {
                if (satisfies(type.choices[i].value, sides)) return ChosenIndex{static_cast<int>(i)};
            }
            return std::nullopt;
        }
        if (value.denominator() != 1 &&
            (type.kind == ColumnType::Kind::integer || type.kind == ColumnType::Kind::duration)) {
            value = Rational::fraction(value.numerator() / value.denominator() + 1, 1);
            if (!satisfies(value, sides)) continue;
        }
        if (type.kind == ColumnType::Kind::duration)
            return Duration{static_cast<int>(value.numerator()), Duration::Unit::days};
        return value;
    }
    return std::nullopt;
}

void add_statistic(Program& program, const Measure& measure, const std::vector<Side>& sides) {
    add_some(program, measure.where.get());
    const auto cell = cell_with(program.scene->column(program.table, measure.column).type, sides);
    if (cell) program.fills.push_back({measure.column, 0, cell, measure.where.get()});
}

std::size_t most_values(const ColumnType& type) {
    constexpr std::size_t kMany = 50;
    return type.choices.empty() ? kMany : type.choices.size();
}

// Rows of which this many are wanted, so that they can be filled as needed.
void wish_for(Program& program, const Test* where, std::size_t rows) {
    Inequality wish{std::vector<Rational>(variables(program)), Rational::whole(static_cast<std::int64_t>(rows)), false};
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        wish.factors[i] = truth(program, i, where) == Truth::yes ? 1 : 0;
    }
    program.wishes.push_back(std::move(wish));
}

void add_distinct(Program& program, const Measure& measure, const std::vector<Side>& sides) {
    const bool may_be_none = satisfies(0, sides);
    if (!may_be_none) add_some(program, measure.where.get());
    const std::size_t most = most_values(program.scene->column(program.table, measure.column).type);
    for (std::size_t different = 1; different <= most; ++different) {
        if (!satisfies(static_cast<int>(different), sides)) continue;
        if (!may_be_none) wish_for(program, measure.where.get(), different);
        program.fills.push_back({measure.column, static_cast<int>(different), std::nullopt, measure.where.get()});
        return;
    }
    if (may_be_none) return add_none(program, measure.where.get());
    // There can be fewer choices than are asked for, or more text than was tried.
    program.impossible = !program.scene->column(program.table, measure.column).type.choices.empty();
}

void add_largest_share(Program& program, const Measure& measure, const std::vector<Side>& sides) {
    add_some(program, nullptr);
    const std::size_t most = most_values(program.scene->column(program.table, measure.per).type);
    for (std::size_t groups = 1; groups <= most; ++groups) {
        const Rational share = std::min(Rational(1), Rational::fraction(measure.top, static_cast<Int128>(groups)));
        if (!satisfies(share, sides)) continue;
        wish_for(program, nullptr, groups);
        program.fills.push_back({measure.per, static_cast<int>(groups), std::nullopt, nullptr});
        if (measure.by >= 0 && program.weights.count(measure.by) == 0)
            program.fills.push_back({measure.by, 0, Cell{Rational(1)}, nullptr});
        return;
    }
}

void add_measure(Program& program, const Literal& literal) {
    const Measure& measure = *literal.condition->measure;
    const auto sides = sides_of(literal, *program.scene);
    switch (measure.kind) {
        case Measure::Kind::count:
            return add_count(program, measure.where.get(), sides);
        case Measure::Kind::share:
            return add_share(program, measure, sides);
        case Measure::Kind::sum:
            return add_sum(program, measure, sides);
        case Measure::Kind::distinct:
            return add_distinct(program, measure, sides);
        case Measure::Kind::largest_share:
            return add_largest_share(program, measure, sides);
        case Measure::Kind::node:
        case Measure::Kind::difference:
            return;
        default:
            return add_statistic(program, measure, sides);
    }
}

void add_literal(Program& program, const Literal& literal) {
    const Condition& condition = *literal.condition;
    if (condition.kind == Kind::measure) return add_measure(program, literal);
    if (condition.kind == Kind::every) return add_every(program, condition, literal.holds);
    if ((condition.kind == Kind::some) == literal.holds) return add_some(program, condition.where.get());
    add_none(program, condition.where.get());
}

void collect(Program& program, const Literal& literal) {
    const Condition& condition = *literal.condition;
    for (const Test* test : {condition.where.get(), condition.that.get()}) {
        if (test != nullptr) index_of(program, test);
    }
    if (!condition.measure) return;
    for (const Test* test : {condition.measure->where.get(), condition.measure->among.get()}) {
        if (test != nullptr) index_of(program, test);
    }
    const Measure& measure = *condition.measure;
    if (measure.kind == Measure::Kind::share && measure.by >= 0) program.weights[measure.by] = 0;
    if (measure.kind == Measure::Kind::sum) program.weights[measure.column] = 0;
}

void drop_unknown_kinds(RowKinds& kinds) {
    RowKinds kept;
    kept.exact = kinds.exact;
    for (std::size_t i = 0; i < kinds.rows.size(); ++i) {
        const auto& truths = kinds.truths[i];
        if (std::find(truths.begin(), truths.end(), Truth::unknown) != truths.end()) continue;
        kept.rows.push_back(kinds.rows[i]);
        kept.truths.push_back(truths);
    }
    kinds = std::move(kept);
}

void set_up(Program& program, const Branch& literals) {
    std::size_t first = program.kinds.rows.size();
    for (auto& [column, variable] : program.weights) {
        variable = first;
        first += program.kinds.rows.size();
    }
    program.forbidden.assign(program.kinds.rows.size(), false);
    program.inequalities.clear();
    program.wishes.clear();
    program.fills.clear();
    for (const Literal& literal : literals) add_literal(program, literal);
    // No weight without rows. Weights that only shares are made of can be made as small as needed.
    for (const auto& [column, variable] : program.weights) {
        for (std::size_t i = 0; program.scales && i < program.kinds.rows.size(); ++i) {
            Sum sum(program);
            sum.add(i, 1);
            sum.factors[variable + i] = -1;
            sum.at_least(0);
        }
    }
    for (const auto& [column, variable] : program.weights) {
        for (std::size_t i = 0; !program.scales && i < program.kinds.rows.size(); ++i) {
            Inequality wish{std::vector<Rational>(variables(program)), 0, false};
            wish.factors[i] = 1;
            wish.factors[variable + i] = Rational::fraction(-1, 1000000);
            program.wishes.push_back(std::move(wish));
        }
    }
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (!program.forbidden[i]) continue;
        for (auto* list : {&program.inequalities, &program.wishes}) {
            for (Inequality& one : *list) {
                one.factors[i] = 0;
                for (const auto& [column, variable] : program.weights) one.factors[variable + i] = 0;
            }
        }
    }
}

Int128 common_denominator(const std::vector<Rational>& values) {
    Int128 common = 1;
    for (const Rational& value : values) {
        const Int128 denominator = value.denominator();
        Int128 a = common;
        Int128 b = denominator;
        while (b != 0) a = std::exchange(b, a % b);
        common = common / a * denominator;
        if (common > kMostRowsBuilt) return kMostRowsBuilt + 1;
    }
    return common;
}

// Cells of a column in turn: choices, or numbers and words of their own.
Cell cell_number(const ColumnType& type, int number) {
    if (type.kind == ColumnType::Kind::some_of) return ChosenSet{std::uint64_t{1} << static_cast<unsigned>(number)};
    if (!type.choices.empty()) return ChosenIndex{number};
    if (type.kind == ColumnType::Kind::text) return "Number " + std::to_string(number + 1);
    if (type.kind == ColumnType::Kind::date) return plus(Date{2020, 1, 1}, {number, Duration::Unit::days});
    if (type.kind == ColumnType::Kind::duration) return Duration{number + 1, Duration::Unit::months};
    if (type.kind == ColumnType::Kind::share) return Rational::fraction(number, 100);
    if (type.kind == ColumnType::Kind::row_of) return "#" + std::to_string(number + 1);
    return Rational(number + 1);
}

void fill(const Program& program, Table& table) {
    for (const Fill& fill : program.fills) {
        int number = 0;
        for (Row& row : table.rows) {
            if (fill.where != nullptr && test_row(*fill.where, program.table, row, *program.scene) != Truth::yes)
                continue;
            Cell& cell = row.cells[static_cast<std::size_t>(fill.column)];
            if (fill.different == 0) {
                cell = *fill.value;
            } else {
                cell = cell_number(program.scene->column(program.table, fill.column).type, number++ % fill.different);
            }
        }
    }
}

// How many rows of each kind, in whole numbers; none if that would be too many.
std::optional<std::vector<std::int64_t>> whole_rows(const std::vector<Rational>& solution, std::size_t kinds,
                                                    bool multiplied) {
    const std::vector<Rational> counts(solution.begin(), solution.begin() + static_cast<std::ptrdiff_t>(kinds));
    const Int128 times = multiplied ? common_denominator(counts) : 1;
    std::vector<std::int64_t> rows;
    std::int64_t all = 0;
    for (const Rational& count : counts) {
        const Rational here = count * Rational::fraction(times, 1);
        auto whole = static_cast<std::int64_t>(here.numerator() / here.denominator());
        if (here.denominator() != 1) ++whole;
        rows.push_back(whole);
        all += whole;
        if (all > kMostRowsBuilt) return std::nullopt;
    }
    return rows;
}

Table table_from(const Program& program, const std::vector<Rational>& solution, const std::vector<std::int64_t>& rows) {
    Table table;
    const std::size_t kinds = program.kinds.rows.size();
    std::vector<Rational> per_row;
    for (const auto& [column, variable] : program.weights) {
        for (std::size_t i = 0; i < kinds; ++i) {
            if (rows[i] > 0) per_row.push_back(solution[variable + i] / Rational::whole(rows[i]));
        }
    }
    const Rational times = program.scales ? Rational::fraction(common_denominator(per_row), 1) : Rational(1);
    for (std::size_t i = 0; i < kinds; ++i) {
        for (std::int64_t n = 0; n < rows[i]; ++n) {
            Row row = program.kinds.rows[i];
            for (const auto& [column, variable] : program.weights) {
                row.cells[static_cast<std::size_t>(column)] = solution[variable + i] / Rational::whole(rows[i]) * times;
            }
            table.rows.push_back(std::move(row));
        }
    }
    table.state = table.rows.empty() ? Table::State::none : Table::State::given;
    return table;
}

bool comes_out(const Program& program, const Branch& literals, const Table& table) {
    World world = *program.scene->world;
    world.tables[static_cast<std::size_t>(program.table)] = &table;
    const Scene scene{&world, program.scene->limits};
    return std::all_of(literals.begin(), literals.end(), [&](const Literal& literal) {
        return truth_of(*literal.condition, scene) == (literal.holds ? Truth::yes : Truth::no);
    });
}

std::optional<Table> built(const Program& program, const Branch& literals, const std::vector<Rational>& solution) {
    for (const bool multiplied : {false, true}) {
        const auto rows = whole_rows(solution, program.kinds.rows.size(), multiplied);
        if (!rows) continue;
        Table table = table_from(program, solution, *rows);
        fill(program, table);
        if (comes_out(program, literals, table)) return table;
    }
    return std::nullopt;
}

TableGoal solve(Program& program, const Branch& literals) {
    RowKinds all = kinds_of_rows(program.table, program.tests, *program.scene);
    if (all.rows.size() > kMostKinds) {
        all.rows.resize(kMostKinds);
        all.truths.resize(kMostKinds);
        all.exact = false;
    }
    program.kinds = all;
    drop_unknown_kinds(program.kinds);
    set_up(program, literals);
    auto solution = std::optional<std::vector<Rational>>();
    if (!program.wishes.empty()) {
        std::vector<Inequality> all_wished = program.inequalities;
        all_wished.insert(all_wished.end(), program.wishes.begin(), program.wishes.end());
        solution = solution_of(variables(program), all_wished);
    }
    if (!solution) solution = solution_of(variables(program), program.inequalities);
    if (solution && !program.impossible) {
        if (auto table = built(program, literals, *solution)) return {TableGoal::Outcome::found, std::move(*table)};
        return {};
    }
    if (program.impossible) return {TableGoal::Outcome::impossible, {}};
    if (!all.exact || program.may_be_less) return {};
    if (all.rows.size() == program.kinds.rows.size()) return {TableGoal::Outcome::impossible, {}};
    program.kinds = std::move(all);
    program.generous = true;
    set_up(program, literals);
    const bool may = solution_of(variables(program), program.inequalities).has_value();
    return {may ? TableGoal::Outcome::open : TableGoal::Outcome::impossible, {}};
}

}  // namespace

int table_of(const Literal& literal) {
    const Condition& condition = *literal.condition;
    if (condition.table >= 0) return condition.table;
    return condition.measure && condition.measure->kind != Measure::Kind::node &&
                   condition.measure->kind != Measure::Kind::difference
               ? condition.measure->table
               : -1;
}

TableGoal solve_table(int table, const Branch& literals, const Scene& scene) {
    Program program;
    program.scene = &scene;
    program.table = table;
    for (const Literal& literal : literals) collect(program, literal);
    try {
        return solve(program, literals);
    } catch (const RationalOverflow&) {
        return {};
    }
}

}  // namespace waymark
