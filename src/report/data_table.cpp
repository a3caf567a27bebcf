#include "report/data_table.hpp"

#include "text/csv.hpp"
#include "text/display.hpp"

namespace waymark {
namespace {

constexpr int kPlaces = 4;

std::string csv_text(const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return csv_field(printable(*text, true));
    if (const auto* number = std::get_if<Rational>(&cell)) return number->to_short(kPlaces);
    if (const auto* date = std::get_if<Date>(&cell)) return date->to_text();
    return "";
}

// A line with a single empty cell would be a blank line, which readers pass over.
std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) line += (i == 0 ? "" : ",") + fields[i];
    return (line.empty() ? "\"\"" : line) + "\r\n";
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
    std::vector<std::string> fields;
    for (const DataColumn& column : table.columns) fields.push_back(csv_field(column.name));
    std::string text = csv_line(fields);
    for (const std::vector<SheetCell>& row : table.rows) {
        fields.clear();
        for (const SheetCell& cell : row) fields.push_back(csv_text(cell));
        text += csv_line(fields);
    }
    return text;
}

std::string dictionary_as_csv(const DataTable& table) {
    std::string text = csv_line({"table", "column", "type", "unit", "range", "meaning", "missing"});
    for (const DataColumn& column : table.columns) {
        const std::vector<std::string> words = {table.id,
                                                column.name,
                                                type_word(column.kind),
                                                column.unit,
                                                column.range,
                                                column.meaning,
                                                column.missing.empty() ? "never empty" : "empty: " + column.missing};
        std::vector<std::string> fields;
        for (const std::string& word : words) fields.push_back(csv_field(printable(word, true)));
        text += csv_line(fields);
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
