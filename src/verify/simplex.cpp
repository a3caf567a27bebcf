// The simplex method in two phases on a dense tableau, with Bland's rule, which never runs in a circle (R. G. Bland, New
// finite pivoting rules for the simplex method, 1977).
#include "verify/simplex.hpp"

#include <algorithm>

namespace waymark {

namespace {

// Rows are equations over variables that are not below 0; the last column is the right-hand side. Each row's basic
// variable has 1 there and 0 in every other row.
struct Tableau {
    std::vector<std::vector<Rational>> rows;
    std::vector<std::size_t> basic;
    std::vector<Rational> objective;  // to be made as large as possible; reduced by the basic variables
};

void subtract(std::vector<Rational>& from, const std::vector<Rational>& row, const Rational& times) {
    if (times == Rational(0)) return;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (row[i] != Rational(0)) from[i] = from[i] - times * row[i];
    }
}

void pivot(Tableau& tableau, std::size_t row, std::size_t column) {
    const Rational divisor = tableau.rows[row][column];
    for (Rational& each : tableau.rows[row]) {
        if (each != Rational(0)) each = each / divisor;
    }
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (i != row) subtract(tableau.rows[i], tableau.rows[row], Rational(tableau.rows[i][column]));
    }
    subtract(tableau.objective, tableau.rows[row], Rational(tableau.objective[column]));
    tableau.basic[row] = column;
}

std::optional<std::size_t> leaving(const Tableau& tableau, std::size_t column) {
    std::optional<std::size_t> best;
    Rational least;
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (tableau.rows[i][column] <= Rational(0)) continue;
        const Rational ratio = tableau.rows[i].back() / tableau.rows[i][column];
        const bool better = !best || ratio < least || (ratio == least && tableau.basic[i] < tableau.basic[*best]);
        if (!better) continue;
        best = i;
        least = ratio;
    }
    return best;
}

// The objectives here have an upper end, so that there is always a row to leave.
void maximise(Tableau& tableau, std::size_t columns) {
    constexpr int kMostPivots = 3000;
    for (int pivots = 0;; ++pivots) {
        if (pivots == kMostPivots) throw RationalOverflow();
        std::size_t column = 0;
        while (column < columns && tableau.objective[column] <= Rational(0)) ++column;
        if (column == columns) return;
        const auto row = leaving(tableau, column);
        if (!row) return;
        pivot(tableau, *row, column);
    }
}

// Columns: the variables, how far strict ones may be exceeded, one slack per row, one artificial variable per row.
struct Shape {
    std::size_t variables, rows;
    std::size_t margin() const { return variables; }
    std::size_t slack(std::size_t row) const { return variables + 1 + row; }
    std::size_t artificial(std::size_t row) const { return variables + 1 + rows + row; }
    std::size_t width() const { return variables + 2 + 2 * rows; }
};

// factors * x - margin - slack = least, with everything negated where that makes the right-hand side positive.
void add_row(Tableau& tableau, const Shape& shape, const Inequality& from, std::size_t at) {
    std::vector<Rational> row(shape.width());
    const bool negated = from.least <= Rational(0);
    const Rational sign = negated ? -1 : 1;
    for (std::size_t i = 0; i < shape.variables; ++i) row[i] = sign * from.factors[i];
    if (from.strict) row[shape.margin()] = Rational(0) - sign;
    row[shape.slack(at)] = Rational(0) - sign;
    row.back() = sign * from.least;
    tableau.basic.push_back(negated ? shape.slack(at) : shape.artificial(at));
    if (!negated) row[shape.artificial(at)] = 1;
    tableau.rows.push_back(std::move(row));
}

void add_margin(Tableau& tableau, const Shape& shape) {
    std::vector<Rational> row(shape.width());
    row[shape.margin()] = 1;
    row[shape.slack(shape.rows - 1)] = 1;
    row.back() = 1;
    tableau.basic.push_back(shape.slack(shape.rows - 1));
    tableau.rows.push_back(std::move(row));
}

bool find_start(Tableau& tableau, const Shape& shape) {
    tableau.objective.assign(shape.width(), Rational(0));
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (tableau.basic[i] < shape.artificial(0)) continue;
        for (std::size_t j = 0; j < shape.artificial(0); ++j) tableau.objective[j] += tableau.rows[i][j];
        tableau.objective.back() += tableau.rows[i].back();
    }
    maximise(tableau, shape.artificial(0));
    return tableau.objective.back() == Rational(0);
}

// Artificial variables that are still basic are 0, and leave for any other column, or their row says nothing.
void drop_artificials(Tableau& tableau, const Shape& shape) {
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (tableau.basic[i] < shape.artificial(0)) continue;
        for (std::size_t j = 0; j < shape.artificial(0); ++j) {
            if (tableau.rows[i][j] == Rational(0)) continue;
            pivot(tableau, i, j);
            break;
        }
    }
}

}  // namespace

std::optional<std::vector<Rational>> solution_of(std::size_t variables, const std::vector<Inequality>& inequalities) {
    const Shape shape{variables, inequalities.size() + 1};
    Tableau tableau;
    for (std::size_t i = 0; i < inequalities.size(); ++i) add_row(tableau, shape, inequalities[i], i);
    add_margin(tableau, shape);
    if (!find_start(tableau, shape)) return std::nullopt;
    drop_artificials(tableau, shape);
    tableau.objective.assign(shape.width(), Rational(0));
    tableau.objective[shape.margin()] = 1;
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (tableau.basic[i] == shape.margin()) subtract(tableau.objective, tableau.rows[i], 1);
    }
    maximise(tableau, shape.artificial(0));
    std::vector<Rational> values(variables + 1);
    for (std::size_t i = 0; i < tableau.rows.size(); ++i) {
        if (tableau.basic[i] <= variables) values[tableau.basic[i]] = tableau.rows[i].back();
    }
    const bool any_strict =
        std::any_of(inequalities.begin(), inequalities.end(), [](const Inequality& one) { return one.strict; });
    if (any_strict && values.back() <= Rational(0)) return std::nullopt;
    values.pop_back();
    return values;
}

}  // namespace waymark
