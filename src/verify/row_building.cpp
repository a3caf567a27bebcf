// A table out of a solution in fractions: whole rows, weights, and cells for what is no inequality.
#include <algorithm>
#include <utility>

#include "verify/row_program.hpp"

namespace waymark {

namespace {

constexpr std::int64_t kMostRowsBuilt = 400;

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

void fill(const RowProgram& program, Table& table) {
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

Table table_from(const RowProgram& program, const std::vector<Rational>& solution,
                 const std::vector<std::int64_t>& rows) {
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

bool comes_out(const RowProgram& program, const Branch& literals, const Table& table) {
    World world = *program.scene->world;
    world.tables[static_cast<std::size_t>(program.table)] = &table;
    const Scene scene{&world, program.scene->limits};
    return std::all_of(literals.begin(), literals.end(), [&](const Literal& literal) {
        return truth_of(*literal.condition, scene) == (literal.holds ? Truth::yes : Truth::no);
    });
}

}  // namespace

std::optional<Table> built(const RowProgram& program, const Branch& literals, const std::vector<Rational>& solution) {
    for (const bool multiplied : {false, true}) {
        const auto rows = whole_rows(solution, program.kinds.rows.size(), multiplied);
        if (!rows) continue;
        Table table = table_from(program, solution, *rows);
        fill(program, table);
        if (comes_out(program, literals, table)) return table;
    }
    return std::nullopt;
}

}  // namespace waymark
