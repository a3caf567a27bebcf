// For whom a headline moves, and the computed columns that conditions read.
#include "catch.hpp"
#include "unit/outcomes/small_framework.hpp"

using namespace small_framework;

namespace {

// A headline and, under equity, the gap that belongs to it: lower is better, noise 1, from 20 to `latest`.
Facts with_gap(const std::string& latest) {
    Facts facts;
    facts.indicator("ready");
    facts.reading("ready", "2025-06-30", "60");
    facts.reading("ready", "2026-06-30", "65");
    facts.indicator("gap", "lower")
        .choose("family", "equity")
        .set("gap_of", std::string("ready"))
        .set("noise", Rational(1));
    facts.reading("gap", "2025-06-30", "20");
    if (!latest.empty()) facts.reading("gap", "2026-06-30", latest);
    return facts;
}

Cell cell(const Facts& facts, const Table& table, std::size_t row, const std::string& column) {
    return table.rows[row].cells[static_cast<std::size_t>(*facts.declared.catalogue.tables[0].column(column))];
}

std::string chosen(const Facts& facts, const Table& table, std::size_t row, const std::string& column) {
    const Cell found = cell(facts, table, row, column);
    if (std::holds_alternative<std::monostate>(found)) return "";
    const TableType& type = facts.declared.catalogue.tables[0];
    const Column& declared = type.columns[static_cast<std::size_t>(*type.column(column))];
    return declared.type.choices[static_cast<std::size_t>(std::get<ChosenIndex>(found).index)].id;
}

Table filled(const Facts& facts) {
    return with_readings(facts.declared, facts.indicators.table, facts.read());
}

}  // namespace

TEST_CASE("a headline's equity is the reading of the gap that belongs to it") {
    CHECK(with_gap("22").first().equity == Equity::widened);
    CHECK(with_gap("18").first().equity == Equity::narrowed);
    CHECK(with_gap("21").first().equity == Equity::not_narrowed);  // flat
    CHECK(with_gap("").first().equity == Equity::not_narrowed);    // too early
    CHECK(with_gap("22").read()[1].equity == Equity::not_headline);
}

TEST_CASE("the direction of a gap is its own") {
    Facts facts = with_gap("22");
    facts.indicators.choose("better", "higher");
    CHECK(facts.first().equity == Equity::narrowed);
}

TEST_CASE("a gap that nobody measures, or only rates, is not recorded") {
    Facts none;
    none.indicator("ready");
    none.reading("ready", "2025-06-30", "60");
    CHECK(none.first().equity == Equity::not_recorded);

    Facts unread = with_gap("22");
    unread.indicators.choose("source", "self-rated");
    CHECK(unread.first().equity == Equity::not_recorded);

    Facts empty = with_gap("");
    empty.readings.table.rows.pop_back();
    CHECK(empty.first().equity == Equity::not_recorded);
}

TEST_CASE("of several gaps the worst speaks") {
    Facts facts = with_gap("18");
    facts.indicator("other-gap", "lower").choose("family", "equity").set("gap_of", std::string("ready"));
    facts.reading("other-gap", "2025-06-30", "20");
    CHECK(facts.first().equity == Equity::not_narrowed);
    facts.reading("other-gap", "2026-06-30", "22");
    CHECK(facts.first().equity == Equity::widened);
}

TEST_CASE("a gap that dips as expected has not widened yet") {
    Facts facts = with_gap("22");
    facts.indicators.set("lag", Duration{3, Duration::Unit::months}).choose("may_worsen_first", "yes");
    facts.started = day("2026-06-01");
    CHECK(facts.read()[1].reading == Reading::expected_dip);
    CHECK(facts.first().equity == Equity::not_narrowed);
}

TEST_CASE("the computed columns hold what was read") {
    Facts facts = with_gap("18");
    facts.indicators.set("lag", Duration{3, Duration::Unit::months})
        .set("target", Rational(10))
        .set("target_due", day("2030-06-30"));
    facts.started = day("2026-01-01");
    const Table table = filled(facts);
    CHECK(chosen(facts, table, 0, "reading") == "improving");
    CHECK(chosen(facts, table, 0, "equity") == "narrowed");
    CHECK(chosen(facts, table, 0, "lag_over").empty());
    CHECK(cell(facts, table, 0, "readings") == Cell(Rational(2)));
    CHECK(cell(facts, table, 0, "change") == Cell(Rational(5)));
    CHECK(cell(facts, table, 0, "pace") == Cell());
    CHECK(chosen(facts, table, 1, "equity").empty());
    CHECK(chosen(facts, table, 1, "lag_over") == "yes");
    CHECK(cell(facts, table, 1, "pace") == Cell(Rational::fraction(2 * 1461, 365 * 8)));
    CHECK(cell(facts, table, 1, "id") == Cell(std::string("gap")));
}

TEST_CASE("rows that were read without their computed cells are widened") {
    Facts facts = with_gap("18");
    for (Row& row : facts.indicators.table.rows) row.cells.resize(10);
    CHECK(chosen(facts, filled(facts), 0, "reading") == "improving");
}

TEST_CASE("without a table of readings nothing can be told, but that nobody measures the gap") {
    Facts facts = with_gap("22");
    facts.readings.table = Table();
    Table table = filled(facts);
    CHECK_FALSE(facts.first().given);
    CHECK(cell(facts, table, 0, "reading") == Cell());
    CHECK(cell(facts, table, 0, "readings") == Cell());
    CHECK(cell(facts, table, 0, "equity") == Cell());

    facts.indicators.set("gap_of", Cell());
    CHECK(chosen(facts, filled(facts), 0, "equity") == "not-recorded");

    facts.readings.table.state = Table::State::none;  // they say there are no readings
    table = filled(facts);
    CHECK(chosen(facts, table, 0, "reading") == "too-early");
    CHECK(cell(facts, table, 0, "readings") == Cell(Rational(0)));
}
