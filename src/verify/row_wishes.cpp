// What is no inequality: rows are asked for, and filled once there are some.
#include <algorithm>
#include <utility>

#include "verify/row_program.hpp"

namespace waymark {

namespace {

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

std::size_t most_values(const ColumnType& type) {
    constexpr std::size_t kMany = 50;
    return type.choices.empty() ? kMany : type.choices.size();
}

// Rows of which this many are wanted, so that they can be filled as needed.
void wish_for(RowProgram& program, const Test* where, std::size_t rows) {
    Inequality wish{std::vector<Rational>(variables(program)), Rational::whole(static_cast<std::int64_t>(rows)), false};
    for (std::size_t i = 0; i < program.kinds.rows.size(); ++i) {
        wish.factors[i] = truth(program, i, where) == Truth::yes ? 1 : 0;
    }
    program.wishes.push_back(std::move(wish));
}

}  // namespace

void add_statistic(RowProgram& program, const Measure& measure, const std::vector<Side>& sides) {
    add_some(program, measure.where.get());
    const auto cell = cell_with(program.scene->column(program.table, measure.column).type, sides);
    if (cell) program.fills.push_back({measure.column, 0, cell, measure.where.get()});
}

void add_distinct(RowProgram& program, const Measure& measure, const std::vector<Side>& sides) {
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

void add_largest_share(RowProgram& program, const Measure& measure, const std::vector<Side>& sides) {
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

}  // namespace waymark
