// Tables in CSV files: names in the heading and in the cells.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/cells.hpp"
#include "text/csv.hpp"
#include "verify/migrating.hpp"

namespace waymark {

namespace {

struct Heading {
    std::vector<std::optional<int>> columns;  // of the table, per column of the file; nullopt: left out
    std::vector<std::string> names;
    bool changed = false;
};

std::string why_left_out(const std::string& name, const TableType& table, const Renames& renames) {
    const FormerName* former = find_former(renames.history(), NameKind::column, table.id, name);
    if (former && former->now.empty()) return fmt::format("the column '{}' was retired", name);
    return former ? fmt::format("'{}' is now '{}', which the file has too", name, former->now)
                  : fmt::format("'{}' has no column '{}'", table.id, name);
}

Heading read_heading(const std::string& file, const CsvTable& csv, const TableType& table, Renames& renames,
                     std::vector<NotCarried>& lost) {
    Heading heading;
    const auto has = [&](const std::string& name) {
        return std::any_of(csv.header.begin(), csv.header.end(),
                           [&](const CsvCell& cell) { return trimmed(cell.text) == name; });
    };
    for (const CsvCell& cell : csv.header) {
        const std::string was = trimmed(cell.text);
        const FormerName* former = find_former(renames.history(), NameKind::column, table.id, was);
        const bool taken = former && has(former->now);
        const std::string name = taken ? was : renames.now(NameKind::column, table.id, was);
        const auto column = table.column(name);
        heading.columns.push_back(column);
        heading.names.push_back(column ? name : was);
        heading.changed = heading.changed || name != was || !column;
        if (column) continue;
        lost.push_back(
            {file, cell.span, fmt::format("the column '{}' of {}", was, file), why_left_out(was, table, renames)});
    }
    return heading;
}

// As it was written: no guard against formulas, which would change what a number says.
std::string written(const std::string& text, bool quoted) {
    if (!quoted && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string field = "\"";
    for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
    return field + "\"";
}

std::string line_of(const std::vector<std::string>& fields) {
    const std::string line = fmt::format("{}", fmt::join(fields, ","));
    return (line.empty() ? "\"\"" : line) + "\n";  // a blank line would be passed over
}

}  // namespace

std::optional<std::string> migrated_csv(const std::string& file, const std::string& text, const TableType& table,
                                        Renames& renames, std::vector<NotCarried>& lost) {
    const Source source(file, text);
    Diagnostics unheard;  // what is wrong in the file is said when the assessment is read
    Findings findings(source, unheard);
    const auto csv = parse_csv(findings);
    if (!csv || has_errors(unheard)) return std::nullopt;
    std::vector<NotCarried> left_out;
    const Heading heading = read_heading(file, *csv, table, renames, left_out);
    bool changed = heading.changed;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < heading.names.size(); ++i) {
        if (heading.columns[i]) cells.push_back(written(heading.names[i], csv->header[i].quoted));
    }
    std::string result = line_of(cells);
    for (const auto& row : csv->rows) {
        cells.clear();
        for (std::size_t i = 0; i < row.size() && i < heading.columns.size(); ++i) {
            if (!heading.columns[i]) continue;
            const Column& column = table.columns[static_cast<std::size_t>(*heading.columns[i])];
            const std::string text_now = renamed_cell(row[i].text, table, column, renames);
            changed = changed || text_now != row[i].text;
            cells.push_back(written(text_now, row[i].quoted));
        }
        result += line_of(cells);
    }
    if (!changed) return std::nullopt;
    lost.insert(lost.end(), left_out.begin(), left_out.end());
    return result;
}

}  // namespace waymark
