#include "verify/row_program.hpp"

#include <algorithm>
#include <utility>

namespace waymark {

namespace {

using Kind = Condition::Kind;

std::size_t index_of(RowProgram& program, const Test* test) {
    const auto found = std::find(program.tests.begin(), program.tests.end(), test);
    if (found != program.tests.end()) return static_cast<std::size_t>(found - program.tests.begin());
    program.tests.push_back(test);
    return program.tests.size() - 1;
}

// Adds: the sum of these kinds' variables, times their factor, is at least (or more than) `least`.
struct Sum {
    RowProgram* program;
    std::size_t first = 0;  // variable of kind 0
    std::vector<Rational> factors;

    explicit Sum(RowProgram& of, std::size_t from = 0) : program(&of), first(from), factors(variables(of)) {}
    void add(std::size_t kind, const Rational& factor) { factors[first + kind] += factor; }
    void at_least(const Rational& least, bool strict = false) {
        program->inequalities.push_back({factors, least, strict});
    }
    void at_most(const Rational& most, bool strict = false) {
        for (Rational& factor : factors) factor = Rational(0) - factor;
        at_least(Rational(0) - most, strict);
    }
};

void forbid(RowProgram& program, std::size_t kind) {
    program.forbidden[kind] = true;
}

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

// Counts are whole, so that "more than 2.5" is "at least 3".
Rational whole_bound(const Side& side) {
    Int128 whole = side.value.numerator() / side.value.denominator();
    const Rational cut = Rational::fraction(whole, 1);
    if (cut > side.value) --whole;
    const Rational floor = Rational::fraction(whole, 1);
    if (side.from_below) return floor == side.value && !side.strict ? floor : floor + Rational(1);
    return floor == side.value && side.strict ? floor - Rational(1) : floor;
}

bool counts(const RowProgram& program, Truth found, bool if_unknown) {
    return found == Truth::yes || (found == Truth::unknown && program.generous && if_unknown);
}

void add_count(RowProgram& program, const Test* where, const std::vector<Side>& sides) {
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

void add_every(RowProgram& program, const Condition& condition, bool holds) {
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
void add_share(RowProgram& program, const Measure& share, const std::vector<Side>& sides) {
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

void add_sum(RowProgram& program, const Measure& measure, const std::vector<Side>& sides) {
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

void add_measure(RowProgram& program, const Literal& literal) {
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

void add_literal(RowProgram& program, const Literal& literal) {
    const Condition& condition = *literal.condition;
    if (condition.kind == Kind::measure) return add_measure(program, literal);
    if (condition.kind == Kind::every) return add_every(program, condition, literal.holds);
    if ((condition.kind == Kind::some) == literal.holds) return add_some(program, condition.where.get());
    add_none(program, condition.where.get());
}

void link_weights(RowProgram& program) {
    for (const auto& [column, variable] : program.weights) {
        for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
            if (program.scales) {  // no weight without rows
                Sum sum(program);
                sum.add(i, 1);
                sum.factors[variable + i] = -1;
                sum.at_least(0);
            } else {
                Inequality wish{std::vector<Rational>(variables(program)), 0, false};
                wish.factors[i] = 1;
                wish.factors[variable + i] = Rational::fraction(-1, 1000000);
                program.wishes.push_back(std::move(wish));
            }
        }
    }
}

void leave_out_forbidden(RowProgram& program) {
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

}  // namespace

std::size_t variables(const RowProgram& program) {
    return program.kinds.rows.size() * (1 + program.weights.size());
}

Truth truth(const RowProgram& program, std::size_t kind, const Test* test) {
    if (test == nullptr) return Truth::yes;
    const auto at = std::find(program.tests.begin(), program.tests.end(), test) - program.tests.begin();
    return program.kinds.truths[kind][static_cast<std::size_t>(at)];
}

bool satisfies(const Rational& value, const std::vector<Side>& sides) {
    return std::all_of(sides.begin(), sides.end(), [&](const Side& side) {
        if (side.from_below) return side.strict ? value > side.value : value >= side.value;
        return side.strict ? value < side.value : value <= side.value;
    });
}

void add_none(RowProgram& program, const Test* where) {
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (truth(program, i, where) == Truth::yes) forbid(program, i);
    }
}

void add_some(RowProgram& program, const Test* where) {
    Sum sum(program);
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        if (counts(program, truth(program, i, where), true)) sum.add(i, 1);
    }
    sum.at_least(1);
}

void collect(RowProgram& program, const Literal& literal) {
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

void set_up(RowProgram& program, const Branch& literals) {
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
    // Weights that only shares are made of can be made as small as needed.
    link_weights(program);
    leave_out_forbidden(program);
}

}  // namespace waymark
