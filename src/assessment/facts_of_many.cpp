#include "assessment/facts_of_many.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>

#include "assessment/cells.hpp"
#include "assessment/facts.hpp"
#include "assessment/names.hpp"
#include "assessment/row_names.hpp"
#include "condition/read.hpp"
#include "text/csv.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::string_view kOrganisation = "organisation";
constexpr Span kHeader{1, 1, 1};
constexpr CsvLimits kLimits{std::size_t{256} << 20U, 10000000};

struct ManyFacts {
    const Framework* framework = nullptr;
    const std::function<std::string(const std::string&)>* key_of = nullptr;
    std::map<std::string, std::unique_ptr<FactReading>> readings;
    std::map<std::string, OrganisationFacts> facts;
};

FactReading& reading_of(ManyFacts& many, const std::string& key, const std::string& name, Findings& findings) {
    auto& reading = many.readings[key];
    if (!reading) {
        reading = std::make_unique<FactReading>();
        reading->framework = many.framework;
        reading->result.tables.resize(many.framework->catalogue.tables.size());
        for (const Column& column : computed_indicator_columns()) reading->computed.push_back(column.id);
        many.facts[key].name = name;
    }
    reading->findings = &findings;
    return *reading;
}

std::optional<int> table_of(const ManyFacts& many, const FactFile& file, Findings& findings) {
    const Catalogue& catalogue = many.framework->catalogue;
    const auto table = catalogue.table(file.table);
    if (table && !catalogue.tables[static_cast<std::size_t>(*table)].is_computed) return table;
    std::vector<std::string> known;
    for (const TableType& type : catalogue.tables) {
        if (!type.is_computed) known.push_back(type.id);
    }
    findings.report("T101", kHeader,
                    fmt::format("the framework has no table or record {} to be filled in", in_quotes(file.table)),
                    suggest(file.table, known));
    return std::nullopt;
}

// Rows of each organisation, without the column that names it.
std::map<std::string, CsvTable> apart(ManyFacts& many, const CsvTable& csv, std::size_t column,
                                      std::map<std::string, std::string>& names, Findings& findings) {
    std::map<std::string, CsvTable> parts;
    const auto without = [column](const std::vector<CsvCell>& cells) {
        std::vector<CsvCell> rest = cells;
        if (column < rest.size()) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(column));
        return rest;
    };
    for (const auto& row : csv.rows) {
        const std::string name = trimmed(row[column].text);
        if (name.empty()) {
            findings.report("T106", row[column].span, "the row names no organisation",
                            "write whose it is; every row needs it");
            continue;
        }
        const std::string key = (*many.key_of)(name);
        names.emplace(key, name);
        CsvTable& part = parts[key];
        if (part.header.empty()) part.header = without(csv.header);
        part.rows.push_back(without(row));
    }
    return parts;
}

void read_file_of_many(ManyFacts& many, const FactFile& file, Findings& findings) {
    const auto table = table_of(many, file, findings);
    const auto csv = parse_csv(findings, kLimits);
    if (!table || !csv) return;
    const auto column =
        std::ranges::find_if(csv->header, [](const CsvCell& cell) { return trimmed(cell.text) == kOrganisation; });
    if (column == csv->header.end()) {
        findings.report("T105", csv->header.front().span, "the column 'organisation' is missing",
                        "it says whose facts a row holds, by the name that the exports use");
        return;
    }
    std::map<std::string, std::string> names;
    const auto at = static_cast<std::size_t>(column - csv->header.begin());
    for (const auto& [key, part] : apart(many, *csv, at, names, findings)) {
        FactReading& reading = reading_of(many, key, names[key], findings);
        if (table_type(reading, *table).is_record && part.rows.size() > 1) {
            const Span span = part.rows[1].empty() ? kHeader : part.rows[1].front().span;
            findings.report(
                "T103", span,
                fmt::format("'{}' holds single facts, and {} has two rows", file.table, in_quotes(names[key])),
                "keep one row for each organisation");
            continue;
        }
        read_csv_rows(reading, *table, part, findings);
    }
}

}  // namespace

std::map<std::string, OrganisationFacts> read_facts_of_many(
    const std::vector<FactFile>& files, const Framework& framework,
    const std::function<std::string(const std::string&)>& key_of, Diagnostics& diagnostics) {
    ManyFacts many{&framework, &key_of, {}, {}};
    std::deque<Source> sources;  // findings about names point into them until the end
    std::deque<Findings> findings;
    for (const FactFile& file : files) {
        sources.emplace_back(file.path, file.text);
        findings.emplace_back(sources.back(), diagnostics);
        read_file_of_many(many, file, findings.back());
    }
    for (auto& [key, reading] : many.readings) {
        check_row_names(*reading);
        OrganisationFacts& facts = many.facts[key];
        facts.tables = std::move(reading->result.tables);
        for (std::size_t i = 0; i < facts.tables.size(); ++i) {
            facts.money = facts.money || has_money(framework.catalogue.tables[i], facts.tables[i]);
        }
    }
    return std::move(many.facts);
}

}  // namespace waymark
