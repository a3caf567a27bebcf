#include "report/data_table.hpp"

#include "text/csv.hpp"

namespace waymark {
namespace {

constexpr int kPlaces = 4;

std::string plain_text(const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<Rational>(&cell)) return number->to_short(kPlaces);
    if (const auto* date = std::get_if<Date>(&cell)) return date->to_text();
    return "";
}

std::string type_word(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::text:
        case ColumnKind::long_text:
            return "text";
        case ColumnKind::whole:
            return "whole number";
        case ColumnKind::decimal:
        case ColumnKind::percent:
            return "number";
        case ColumnKind::date:
            return "date";
    }
    return "text";
}

}  // namespace

std::string table_as_csv(const DataTable& table) {
    std::string text = csv_head(table.columns);
    std::vector<std::string> fields;
    for (const std::vector<SheetCell>& row : table.rows) {
        fields.clear();
        for (const SheetCell& cell : row) fields.push_back(plain_text(cell));
        text += csv_line(fields);
    }
    return text;
}

std::string csv_head(const std::vector<DataColumn>& columns) {
    std::vector<std::string> names;
    for (const DataColumn& column : columns) names.push_back(column.name);
    return csv_line(names);
}

std::string dictionary_as_csv(const std::vector<DataTable>& tables) {
    std::string text = csv_line({"table", "column", "type", "unit", "range", "meaning", "missing"});
    for (const DataTable& table : tables) {
        for (const DataColumn& column : table.columns) {
            text += csv_line({table.id, column.name, type_word(column.kind), column.unit, column.range, column.meaning,
                              column.missing.empty() ? "never empty" : "empty: " + column.missing});
        }
    }
    return text;
}

Sheet sheet_of(const DataTable& table) {
    Sheet sheet;
    sheet.name = table.title;
    for (const DataColumn& column : table.columns) sheet.columns.push_back({column.title, column.kind, column.width});
    for (const std::vector<SheetCell>& row : table.rows) sheet.rows.push_back({row, false});
    return sheet;
}

}  // namespace waymark
