// What was recorded beside the answers, as far as it may be shown.
#include <algorithm>

#include "appraisal/working.hpp"
#include "condition/read.hpp"

namespace waymark {

namespace {

std::string type_id(ColumnType::Kind kind) {
    switch (kind) {
        case ColumnType::Kind::text:
            return "text";
        case ColumnType::Kind::number:
            return "number";
        case ColumnType::Kind::integer:
            return "integer";
        case ColumnType::Kind::money:
            return "money";
        case ColumnType::Kind::share:
            return "share";
        case ColumnType::Kind::date:
            return "date";
        case ColumnType::Kind::duration:
            return "duration";
        case ColumnType::Kind::yes_no:
            return "yes-no";
        case ColumnType::Kind::one_of:
            return "one-of";
        case ColumnType::Kind::some_of:
            return "some-of";
        case ColumnType::Kind::level:
            return "level";
        case ColumnType::Kind::row_of:
            break;
    }
    return "row-of";
}

// A column that names the rows of another table by a private key is as private as that key.
bool may_be_shown(const Catalogue& catalogue, const Column& column) {
    if (column.type.is_private) return false;
    if (column.type.kind != ColumnType::Kind::row_of) return true;
    const auto table = catalogue.table(column.type.table);
    if (!table) return true;
    const TableType& named = catalogue.tables[static_cast<std::size_t>(*table)];
    return named.columns.empty() || !named.columns.front().type.is_private;
}

std::string choices_text(const ColumnType& type, const ChosenSet& set) {
    std::string text;
    for (std::size_t i = 0; i < type.choices.size() && i < 64; ++i) {
        if ((set.bits >> i & 1U) == 0) continue;
        text += (text.empty() ? "" : ", ") + type.choices[i].id;
    }
    return text.empty() ? "none" : text;
}

std::string cell_as_written(const ColumnType& type, const Cell& cell) {
    constexpr int kMostPlaces = 6;
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<Rational>(&cell)) return number->to_short(kMostPlaces);
    if (const auto* date = std::get_if<Date>(&cell)) return date->to_text();
    if (const auto* duration = std::get_if<Duration>(&cell)) return duration->to_text();
    if (const auto* set = std::get_if<ChosenSet>(&cell)) return choices_text(type, *set);
    if (const auto* chosen = std::get_if<ChosenIndex>(&cell)) {
        return type.choices[static_cast<std::size_t>(chosen->index)].id;
    }
    return "";
}

void add_rows(const Working& working, const TableType& type, const Table& table, CardFacts& facts) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        const Column& column = type.columns[i];
        if (is_worked_out(type, column)) continue;
        if (!may_be_shown(working.framework.catalogue, column)) {
            ++facts.private_columns;
            continue;
        }
        shown.push_back(i);
        const bool money = column.type.kind == ColumnType::Kind::money;
        facts.columns.push_back(
            {column.id, column.title, type_id(column.type.kind), money ? working.input.currency : ""});
    }
    for (const Row& row : table.rows) {
        std::vector<std::string>& cells = facts.rows.emplace_back();
        for (const std::size_t i : shown) {
            cells.push_back(i < row.cells.size() ? cell_as_written(type.columns[i].type, row.cells[i]) : "");
        }
    }
}

}  // namespace

std::vector<CardFacts> card_facts(const Working& working) {
    const Catalogue& catalogue = working.framework.catalogue;
    std::vector<CardFacts> all;
    for (std::size_t i = 0; i < catalogue.tables.size(); ++i) {
        const TableType& type = catalogue.tables[i];
        if (type.is_computed) continue;
        const Table& table = working.tables[i];
        CardFacts facts;
        facts.id = type.id;
        facts.title = type.title;
        facts.is_record = type.is_record;
        facts.state = table.state == Table::State::given  ? "given"
                      : table.state == Table::State::none ? "none"
                                                          : "not-given";
        if (table.state == Table::State::given) add_rows(working, type, table, facts);
        all.push_back(std::move(facts));
    }
    return all;
}

}  // namespace waymark
