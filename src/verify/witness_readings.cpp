// Readings from which waymark reads an indicator as wished: improving, flat, without a baseline, with a gap that widened.
#include <algorithm>

#include "verify/witness.hpp"

namespace waymark {

namespace {

struct Outcomes {
    const Framework& framework;
    const WitnessDates& dates;
    int indicators = -1, readings = -1;
    std::map<int, Table>& tables;

    const TableType& type(int table) const { return framework.catalogue.tables[static_cast<std::size_t>(table)]; }
    int column(int table, std::string_view id) const { return type(table).column(id).value_or(-1); }
};

// Taken out of the row: waymark fills these cells itself.
std::string take_choice(const Outcomes& in, Row& row, std::string_view id) {
    const int column = in.column(in.indicators, id);
    if (column < 0) return "";
    Cell& cell = row.cells[static_cast<std::size_t>(column)];
    const auto* chosen = std::get_if<ChosenIndex>(&cell);
    std::string word;
    if (chosen != nullptr)
        word = in.type(in.indicators)
                   .columns[static_cast<std::size_t>(column)]
                   .type.choices[static_cast<std::size_t>(chosen->index)]
                   .id;
    cell = Cell{};
    return word;
}

std::optional<Rational> take_number(const Outcomes& in, Row& row, std::string_view id) {
    const int column = in.column(in.indicators, id);
    if (column < 0) return std::nullopt;
    Cell& cell = row.cells[static_cast<std::size_t>(column)];
    const auto* number = std::get_if<Rational>(&cell);
    const auto value = number == nullptr ? std::nullopt : std::optional(*number);
    cell = Cell{};
    return value;
}

void choose(const Outcomes& in, Row& row, std::string_view id, std::string_view word) {
    const int column = in.column(in.indicators, id);
    if (column < 0) return;
    const auto& choices = in.type(in.indicators).columns[static_cast<std::size_t>(column)].type.choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].id == word) row.cells[static_cast<std::size_t>(column)] = ChosenIndex{static_cast<int>(i)};
    }
}

bool is_better_when_lower(const Outcomes& in, const Row& row) {
    const int column = in.column(in.indicators, "better");
    const auto* chosen = column < 0 ? nullptr : std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(column)]);
    return chosen != nullptr && in.type(in.indicators)
                                        .columns[static_cast<std::size_t>(column)]
                                        .type.choices[static_cast<std::size_t>(chosen->index)]
                                        .id == "lower";
}

void add_series(const Outcomes& in, const Cell& name, int count, const Rational& step) {
    Table& table = in.tables[in.readings];
    for (int i = 0; i < count; ++i) {
        Row row{std::vector<Cell>(in.type(in.readings).columns.size()), 1, -1};
        const auto set = [&](std::string_view id, Cell value) {
            const int column = in.column(in.readings, id);
            if (column >= 0) row.cells[static_cast<std::size_t>(column)] = std::move(value);
        };
        set("indicator", name);
        set("date", minus(in.dates.assessed, {6 * (count - i), Duration::Unit::months}));
        set("value", Rational(1000) + Rational(i) * step);
        table.rows.push_back(std::move(row));
    }
}

// How far one reading is from the one before, for the reading that is wished for.
Rational step_for(const std::string& reading, bool lower) {
    const bool up = (reading == "improving") != lower;
    if (reading == "improving" || reading == "worsening") return up ? 100 : -100;
    return 0;
}

int count_for(const std::string& reading, const std::optional<Rational>& wanted,
              const std::optional<Rational>& change) {
    if (wanted) return static_cast<int>(wanted->numerator() / wanted->denominator());
    if (reading == "too-early") return 1;
    return reading.empty() && !change ? 0 : 3;
}

void add_gap(const Outcomes& in, const Cell& name, const std::string& equity, std::vector<Row>& added) {
    if (equity.empty() || equity == "not-recorded") return;
    Row row{std::vector<Cell>(in.type(in.indicators).columns.size()), 1, -1};
    const std::string own = "gap " + std::to_string(added.size() + 1);
    row.cells[0] = own;
    const int gap_of = in.column(in.indicators, "gap_of");
    if (gap_of >= 0) row.cells[static_cast<std::size_t>(gap_of)] = name;
    const int family = in.column(in.indicators, "family");
    if (family >= 0) {
        for (const Choice& choice : in.type(in.indicators).columns[static_cast<std::size_t>(family)].type.choices) {
            if (choice.id != in.framework.outcomes.headline) choose(in, row, "family", choice.id);
        }
    }
    choose(in, row, "better", "lower");
    added.push_back(std::move(row));
    add_series(in, Cell{own}, 3, equity == "widened" ? 100 : equity == "narrowed" ? -100 : 0);
}

void add_for(const Outcomes& in, Row& row, std::vector<Row>& added) {
    const std::string reading = take_choice(in, row, "reading");
    const std::string equity = take_choice(in, row, "equity");
    take_choice(in, row, "lag_over");
    const auto readings = take_number(in, row, "readings");
    const auto change = take_number(in, row, "change");
    take_number(in, row, "pace");
    if (reading == "not-read") choose(in, row, "source", "self-rated");
    const Rational step = change ? *change : step_for(reading, is_better_when_lower(in, row));
    add_series(in, row.cells[0], count_for(reading, readings, change), step);
    add_gap(in, row.cells[0], equity, added);
}

}  // namespace

void add_readings(const Framework& framework, const WitnessDates& dates, std::map<int, Table>& tables) {
    const auto indicators = framework.catalogue.table("indicators");
    const auto readings = framework.catalogue.table("readings");
    if (!framework.outcomes.declared || !indicators || !readings || tables.count(*indicators) == 0) return;
    const Outcomes in{framework, dates, *indicators, *readings, tables};
    std::vector<Row> added;
    tables[*readings];
    for (Row& row : tables[*indicators].rows) add_for(in, row, added);
    Table& table = tables[*indicators];
    table.rows.insert(table.rows.end(), added.begin(), added.end());
}

}  // namespace waymark
