#include <string_view>

#include "outcomes/readings.hpp"
#include "outcomes/table_reader.hpp"

namespace waymark {

std::string_view id_of(Reading reading) {
    switch (reading) {
        case Reading::too_early:
            return "too-early";
        case Reading::flat:
            return "flat";
        case Reading::improving:
            return "improving";
        case Reading::worsening:
            return "worsening";
        case Reading::expected_dip:
            return "expected-dip";
        case Reading::not_read:
            return "not-read";
    }
    return {};
}

std::string_view id_of(Equity equity) {
    switch (equity) {
        case Equity::not_headline:
            return {};
        case Equity::not_recorded:
            return "not-recorded";
        case Equity::not_narrowed:
            return "not-narrowed";
        case Equity::narrowed:
            return "narrowed";
        case Equity::widened:
            return "widened";
    }
    return {};
}

namespace {

void fill(const TableReader& table, Row& row, const IndicatorReading& read) {
    table.set_choice(row, "equity", id_of(read.equity));
    if (!read.given) return;
    table.set_choice(row, "reading", id_of(read.reading));
    table.set(row, "readings", Rational(read.counted));
    if (read.change) table.set(row, "change", *read.change);
    if (read.pace) table.set(row, "pace", *read.pace);
    if (read.lag_over) table.set_choice(row, "lag_over", *read.lag_over ? "yes" : "no");
}

}  // namespace

Table with_readings(const Framework& framework, const Table& indicators, const std::vector<IndicatorReading>& read) {
    const TableReader reader(framework, "indicators");
    Table result = indicators;
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        result.rows[i].cells.resize(reader.width());
        fill(reader, result.rows[i], read[i]);
    }
    return result;
}

}  // namespace waymark
