#include "assessment/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/cells.hpp"
#include "assessment/names.hpp"
#include "assessment/row_names.hpp"
#include "condition/read.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

Table& table_at(FactReading& reading, int table) {
    return reading.result.tables[static_cast<std::size_t>(table)];
}

void read_row_cells(FactReading& reading, int table, const Node& node, Row& row, std::vector<bool>& written) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const Node& key = node.keys[i];
        const auto column = find_column(reading, table, key.text, key.span, *reading.findings);
        if (!column) continue;
        written[static_cast<std::size_t>(*column)] = true;
        const Column& type = table_type(reading, table).columns[static_cast<std::size_t>(*column)];
        put_cell(reading, table, *column, read_cell(node.items[i], type, *reading.findings), node.items[i].span,
                 *reading.findings, row);
    }
}

void report_missing_columns(const FactReading& reading, int table, const Node& node, const std::vector<bool>& written) {
    const TableType& type = table_type(reading, table);
    for (std::size_t c = 0; c < type.columns.size(); ++c) {
        if (written[c] || type.columns[c].type.may_be_blank || !is_supplied(reading, table, static_cast<int>(c))) {
            continue;
        }
        reading.findings->report("T105", node.span, fmt::format("the {} has no '{}'", type.one, type.columns[c].id),
                                 "every row needs it; only columns marked with a question mark may be left out");
    }
}

Row empty_row(const TableType& type) {
    Row row;
    row.cells.resize(type.columns.size());
    return row;
}

void read_row(FactReading& reading, int table, const Node& node) {
    const TableType& type = table_type(reading, table);
    if (node.kind != Node::Kind::mapping) {
        reading.findings->report("T103", node.span, fmt::format("a row of '{}' is a mapping of columns", type.id),
                                 fmt::format("write {{{}: …}}", type.columns.empty() ? "" : type.columns.front().id));
        return;
    }
    Row row = empty_row(type);
    std::vector<bool> written(type.columns.size(), false);
    read_row_cells(reading, table, node, row, written);
    report_missing_columns(reading, table, node, written);
    table_at(reading, table).rows.push_back(std::move(row));
}

void report_empty(const FactReading& reading, int table, Span span) {
    const TableType& type = table_type(reading, table);
    reading.findings->report("T113", span, fmt::format("'{}' is empty, so it counts as not given", type.id),
                             type.is_record ? "fill in what is known, or remove it"
                                            : fmt::format("write '{}: none' if there are none", type.id));
}

// A field that is left out or blank is not recorded; a record without any is not given.
void read_record(FactReading& reading, int table, const Node& key, const Node& node) {
    const TableType& type = table_type(reading, table);
    if (node.kind == Node::Kind::null || (node.kind == Node::Kind::mapping && node.keys.empty())) {
        report_empty(reading, table, key.span);
        return;
    }
    if (node.kind != Node::Kind::mapping) {
        reading.findings->report("T103", node.span, fmt::format("'{}' holds single facts, not rows", type.id),
                                 "write its fields directly under it, or leave it out if nothing is recorded");
        return;
    }
    if (node.find("csv") != nullptr && !type.column("csv")) {
        reading.findings->report("T103", node.find_key("csv")->span,
                                 fmt::format("'{}' holds single facts and is not read from a file", type.id),
                                 "write its fields directly under it");
        return;
    }
    Row row = empty_row(type);
    std::vector<bool> written(type.columns.size(), false);
    read_row_cells(reading, table, node, row, written);
    const bool known = std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.index() != 0; });
    table_at(reading, table).state = known ? Table::State::given : Table::State::not_given;
    if (known) table_at(reading, table).rows.push_back(std::move(row));
}

void read_rows(FactReading& reading, int table, const Node& key, const Node& list) {
    if (list.items.empty()) {
        report_empty(reading, table, key.span);
        return;
    }
    table_at(reading, table).state = Table::State::given;
    for (const Node& node : list.items) read_row(reading, table, node);
}

void read_table_from_file(FactReading& reading, int table, const Node& node) {
    Fields fields(node, "a table read from a file", *reading.findings);
    const Node* path = fields.need("csv");
    fields.finish();
    if (path != nullptr) read_csv_table(reading, table, *path);
}

void report_not_a_table(const FactReading& reading, int table, const Node& node) {
    const std::string& id = table_type(reading, table).id;
    const bool is_path = node.text.ends_with(".csv");
    reading.findings->report("T103", node.span, fmt::format("'{}' is a list of rows, a CSV file, or 'none'", id),
                             is_path ? fmt::format("write {{csv: {}}}", node.text)
                                     : fmt::format("write rows under '{0}', or '{0}: {{csv: FILE}}'", id));
}

void read_table(FactReading& reading, int table, const Node& key, const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            report_empty(reading, table, key.span);
            return;
        case Node::Kind::sequence:
            read_rows(reading, table, key, node);
            return;
        case Node::Kind::mapping:
            read_table_from_file(reading, table, node);
            return;
        case Node::Kind::scalar:
            break;
    }
    if (node.text == "none") {
        table_at(reading, table).state = Table::State::none;
    } else {
        report_not_a_table(reading, table, node);
    }
}

std::optional<int> find_table(const FactReading& reading, const Node& key) {
    const Catalogue& catalogue = reading.framework->catalogue;
    const auto table = catalogue.table(key.text);
    if (!table) {
        std::vector<std::string> known;
        for (const TableType& type : catalogue.tables) {
            if (!type.is_computed) known.push_back(type.id);
        }
        reading.findings->report("T101", key.span,
                                 fmt::format("the framework has no table or record {}", in_quotes(key.text)),
                                 suggest(key.text, known));
    } else if (table_type(reading, *table).is_computed) {
        reading.findings->report("T102", key.span, fmt::format("'{}' is worked out by waymark", key.text),
                                 "remove it; it follows from the answers");
        return std::nullopt;
    }
    return table;
}

}  // namespace

const TableType& table_type(const FactReading& reading, int table) {
    return reading.framework->catalogue.tables[static_cast<std::size_t>(table)];
}

bool is_supplied(const FactReading& reading, int table, int column) {
    const TableType& type = table_type(reading, table);
    if (type.id != "indicators") return true;
    return std::ranges::find(reading.computed, type.columns[static_cast<std::size_t>(column)].id) ==
           reading.computed.end();
}

std::optional<int> find_column(const FactReading& reading, int table, const std::string& name, Span span,
                               Findings& findings) {
    const TableType& type = table_type(reading, table);
    const auto column = type.column(name);
    if (column && is_supplied(reading, table, *column)) return column;
    if (column) {
        findings.report("T104", span, fmt::format("the column '{}' is worked out by waymark", name), "remove it");
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (std::size_t c = 0; c < type.columns.size(); ++c) {
        if (is_supplied(reading, table, static_cast<int>(c))) known.push_back(type.columns[c].id);
    }
    findings.report("T104", span,
                    fmt::format("'{}' has no {} {}", type.id, type.is_record ? "field" : "column", in_quotes(name)),
                    suggest(name, known));
    return std::nullopt;
}

void put_cell(FactReading& reading, int table, int column, std::optional<Cell> cell, Span span, Findings& findings,
              Row& row) {
    if (!cell) return;
    const TableType& type = table_type(reading, table);
    const Column& spec = type.columns[static_cast<std::size_t>(column)];
    if (cell->index() == 0) {
        if (type.is_record || spec.type.may_be_blank) return;
        findings.report("T106", span, fmt::format("the {} has a blank '{}'", type.one, spec.id),
                        "a blank means 'not known', which this column does not allow");
        return;
    }
    remember_names(reading, table, column, *cell, span, findings.source());
    row.cells[static_cast<std::size_t>(column)] = std::move(*cell);
}

FactsRead read_facts(const Node* facts, const Framework& framework, const FileAccess& files, Findings& findings) {
    FactReading reading;
    reading.framework = &framework;
    reading.files = &files;
    reading.findings = &findings;
    for (const Column& column : computed_indicator_columns()) reading.computed.push_back(column.id);
    reading.result.tables.resize(framework.catalogue.tables.size());
    if (facts == nullptr) return std::move(reading.result);
    for (std::size_t i = 0; i < facts->keys.size(); ++i) {
        const Node& key = facts->keys[i];
        const auto table = find_table(reading, key);
        if (!table) continue;
        if (table_type(reading, *table).is_record) {
            read_record(reading, *table, key, facts->items[i]);
        } else {
            read_table(reading, *table, key, facts->items[i]);
        }
        if (!reading.result.money && has_money(table_type(reading, *table), table_at(reading, *table))) {
            reading.result.money = MoneyPlace{key.text, key.span};
        }
    }
    check_row_names(reading);
    return std::move(reading.result);
}

}  // namespace waymark
