// Fact tables from CSV files, with findings at the CSV's own places.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "assessment/cells.hpp"
#include "assessment/facts.hpp"
#include "assessment/names.hpp"
#include "text/csv.hpp"
#include "text/fields.hpp"
#include "text/hash.hpp"

namespace waymark {

namespace {

// A spreadsheet with one column gone wrong would bury every other finding.
constexpr std::size_t kMostFindings = 100;

using ColumnOrder = std::vector<std::optional<int>>;  // position in the file -> column of the table

// The file as findings name it: beside the assessment that refers to it.
std::string beside(const std::string& file, const std::string& relative) {
    return (std::filesystem::path(file).parent_path() / relative).generic_string();
}

std::optional<std::string> read_text_file(FactReading& reading, const Node& node, const std::string& path) {
    std::string problem = "files cannot be read from here";
    std::optional<std::string> text;
    if (reading.files->read) text = reading.files->read(reading.findings->source().name, path, problem);
    if (!text) {
        reading.findings->report("T112", node.span, fmt::format("{} cannot be read: {}", in_quotes(path), problem),
                                 "name a file in the assessment's own folder or below it, without '..' or links that "
                                 "lead out of it");
    }
    return text;
}

void remember_file(FactReading& reading, const std::string& path, const std::string& text) {
    for (const auto& [name, hash] : reading.result.read_files) {
        if (name == path) return;
    }
    reading.result.read_files.emplace_back(path, sha256_hex(text));
}

// Names that are equal to the byte are findings of the CSV reader already.
void report_twice(const CsvTable& csv, const CsvCell& cell, const std::string& name, Findings& findings) {
    if (std::ranges::count(csv.header, cell.text, &CsvCell::text) > 1) return;
    findings.report("T006", cell.span, fmt::format("two columns are called '{}'", name), "remove one of them");
}

ColumnOrder read_header(const FactReading& reading, int table, const CsvTable& csv, Findings& findings) {
    ColumnOrder order;
    std::vector<bool> seen(table_type(reading, table).columns.size(), false);
    for (const CsvCell& cell : csv.header) {
        const std::string name = trimmed(cell.text);
        std::optional<int> column;
        if (!name.empty() && findings.errors() < kMostFindings) {
            column = find_column(reading, table, name, cell.span, findings);
        }
        if (column && seen[static_cast<std::size_t>(*column)]) {
            report_twice(csv, cell, name, findings);
            column.reset();
        }
        if (column) seen[static_cast<std::size_t>(*column)] = true;
        order.push_back(column);
    }
    return order;
}

void report_missing_columns(const FactReading& reading, int table, const ColumnOrder& order, const CsvTable& csv,
                            Findings& findings) {
    const TableType& type = table_type(reading, table);
    for (std::size_t c = 0; c < type.columns.size(); ++c) {
        const int column = static_cast<int>(c);
        const bool written = std::find(order.begin(), order.end(), std::optional<int>(column)) != order.end();
        if (written || type.columns[c].type.may_be_blank || !is_supplied(reading, table, column)) continue;
        findings.report("T105", csv.header.empty() ? Span{1, 1, 1} : csv.header.front().span,
                        fmt::format("the column '{}' is missing", type.columns[c].id),
                        "every row needs it; only columns marked with a question mark may be left out");
    }
}

Row read_csv_row(FactReading& reading, int table, const ColumnOrder& order, const std::vector<CsvCell>& cells,
                 Findings& findings) {
    const TableType& type = table_type(reading, table);
    Row row;
    row.cells.resize(type.columns.size());
    for (std::size_t i = 0; i < cells.size() && i < order.size(); ++i) {
        if (!order[i]) continue;
        const Column& column = type.columns[static_cast<std::size_t>(*order[i])];
        put_cell(reading, table, *order[i], read_cell(cells[i], column, findings), cells[i].span, findings, row);
    }
    return row;
}

}  // namespace

void read_csv_rows(FactReading& reading, int table, const CsvTable& csv, Findings& findings) {
    const ColumnOrder order = read_header(reading, table, csv, findings);
    report_missing_columns(reading, table, order, csv, findings);
    Table& result = reading.result.tables[static_cast<std::size_t>(table)];
    result.state = Table::State::given;
    for (const auto& cells : csv.rows) {
        if (findings.errors() >= kMostFindings) {
            findings.report("T114", cells.empty() ? Span{} : cells.front().span,
                            "there are too many findings in this file to list them all",
                            "mend the ones above and read it again");
            return;
        }
        result.rows.push_back(read_csv_row(reading, table, order, cells, findings));
    }
}

void read_csv_table(FactReading& reading, int table, const Node& node) {
    const auto path = read_text(node, "the path", *reading.findings);
    if (!path) return;
    auto text = read_text_file(reading, node, *path);
    if (!text) return;
    remember_file(reading, *path, *text);
    reading.csv_sources.emplace_back(beside(reading.findings->source().name, *path), std::move(*text));
    Findings findings(reading.csv_sources.back(), reading.findings->list());
    const auto csv = parse_csv(findings);
    if (!csv) return;
    if (csv->rows.empty() && findings.errors() == 0) {
        const std::string& id = table_type(reading, table).id;
        findings.report("T113", Span{1, 1, 1}, fmt::format("the file has no rows, so '{}' counts as not given", id),
                        fmt::format("write '{}: none' in the assessment if there are none", id));
        return;
    }
    read_csv_rows(reading, table, *csv, findings);
}

}  // namespace waymark
