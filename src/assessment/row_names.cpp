#include "assessment/row_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "assessment/names.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

using FirstPlaces = std::map<int, std::map<std::string, const RowName*>>;

// Only tables that something refers to have keys; elsewhere the first column may say the same twice.
bool is_referred_to(const FactReading& reading, const std::string& table_id) {
    for (const TableType& type : reading.framework->catalogue.tables) {
        const bool refers = std::ranges::any_of(type.columns, [&](const Column& column) {
            return column.type.kind == ColumnType::Kind::row_of && column.type.table == table_id;
        });
        if (refers) return true;
    }
    return false;
}

std::vector<std::string> known_keys(const FirstPlaces& places, int table) {
    std::vector<std::string> known;
    const auto keys = places.find(table);
    if (keys == places.end()) return known;
    for (const auto& [key, place] : keys->second) known.push_back(key);
    return known;
}

void report_use(const FactReading& reading, const RowName& use, const FirstPlaces& places) {
    Findings findings(*use.source, reading.findings->list());
    const TableType& type = table_type(reading, use.table);
    const bool given = places.contains(use.table);
    findings.report(
        "T110", use.span, fmt::format("'{}' has no row {}", type.id, in_quotes(use.key)),
        given ? suggest(use.key, known_keys(places, use.table)) : fmt::format("the table '{}' is not given", type.id));
}

}  // namespace

void remember_names(FactReading& reading, int table, int column, const Cell& cell, Span span, const Source& source) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr) return;
    const TableType& type = table_type(reading, table);
    const ColumnType& kind = type.columns[static_cast<std::size_t>(column)].type;
    if (column == 0 && !type.is_record && is_referred_to(reading, type.id)) {
        reading.keys.push_back({table, *text, span, &source});
    }
    if (kind.kind != ColumnType::Kind::row_of) return;
    const auto target = reading.framework->catalogue.table(kind.table);
    if (target) reading.uses.push_back({*target, *text, span, &source});
}

void check_row_names(const FactReading& reading) {
    FirstPlaces places;
    for (const RowName& key : reading.keys) {
        const auto [first, is_new] = places[key.table].emplace(key.key, &key);
        if (is_new) continue;
        Findings findings(*key.source, reading.findings->list());
        findings.report(
            "T111", key.span,
            fmt::format("'{}' has two rows called {}", table_type(reading, key.table).id, in_quotes(key.key)),
            fmt::format("the first is in line {}; other rows refer to this name, so it must be unique",
                        first->second->span.line));
    }
    for (const RowName& use : reading.uses) {
        const auto keys = places.find(use.table);
        if (keys == places.end() || !keys->second.contains(use.key)) report_use(reading, use, places);
    }
}

bool has_money(const TableType& type, const Table& table) {
    for (std::size_t c = 0; c < type.columns.size(); ++c) {
        if (type.columns[c].type.kind != ColumnType::Kind::money) continue;
        const bool filled = std::ranges::any_of(table.rows, [&](const Row& row) { return row.cells[c].index() != 0; });
        if (filled) return true;
    }
    return false;
}

}  // namespace waymark
