// The two tables that outcomes are read from, declared by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "outcomes/readings.hpp"

namespace small_framework {

using namespace waymark;  // NOLINT(google-build-using-namespace): a header of tests only

inline Column column(std::string id, ColumnType::Kind kind, const std::vector<std::string>& choices = {}) {
    Column result;
    result.id = std::move(id);
    result.type.kind = kind;
    for (const std::string& choice : choices) result.type.choices.push_back({choice, choice, 0});
    return result;
}

inline Framework framework() {
    using Kind = ColumnType::Kind;
    const std::vector<std::string> yes_no{"no", "yes"};
    TableType indicators;
    indicators.id = "indicators";
    indicators.columns = {
        column("id", Kind::text),
        column("family", Kind::one_of, {"headline", "equity", "learning"}),
        column("better", Kind::one_of, {"higher", "lower"}),
        column("noise", Kind::number),
        column("lag", Kind::duration),
        column("target", Kind::number),
        column("target_due", Kind::date),
        column("may_worsen_first", Kind::yes_no, yes_no),
        column("gap_of", Kind::row_of),
        column("breakdown_of", Kind::row_of),
        column("do_nothing", Kind::number),
        column("source", Kind::one_of, {"official", "self-rated"}),
        column("reading", Kind::one_of, {"too-early", "flat", "improving", "worsening", "expected-dip", "not-read"}),
        column("readings", Kind::integer),
        column("change", Kind::number),
        column("pace", Kind::number),
        column("equity", Kind::one_of, {"widened", "narrowed", "not-narrowed", "not-recorded"}),
        column("lag_over", Kind::yes_no, yes_no),
    };
    TableType readings;
    readings.id = "readings";
    readings.columns = {column("indicator", Kind::row_of), column("date", Kind::date), column("value", Kind::number),
                        column("series_break", Kind::yes_no, yes_no), column("note", Kind::text)};
    TableType waypoints;
    waypoints.id = "waypoints";
    waypoints.columns = {column("indicator", Kind::row_of), column("date", Kind::date), column("value", Kind::number)};
    Framework result;
    result.catalogue.tables = {indicators, readings, waypoints};
    result.outcomes.declared = true;
    result.outcomes.headline = "headline";
    return result;
}

// Builds rows by column id; what is not set stays blank.
class Rows {
  public:
    explicit Rows(TableType type) : type_(std::move(type)) { table.state = Table::State::given; }

    Rows& row() {
        Row next;
        next.cells.resize(type_.columns.size());
        table.rows.push_back(next);
        return *this;
    }
    Rows& set(const std::string& id, Cell cell) {
        table.rows.back().cells[static_cast<std::size_t>(*type_.column(id))] = std::move(cell);
        return *this;
    }
    Rows& choose(const std::string& id, const std::string& choice) {
        const Column& declared = type_.columns[static_cast<std::size_t>(*type_.column(id))];
        for (std::size_t i = 0; i < declared.type.choices.size(); ++i) {
            if (declared.type.choices[i].id == choice) set(id, ChosenIndex{static_cast<int>(i)});
        }
        return *this;
    }

    Table table;

  private:
    TableType type_;
};

inline Rational decimal(const std::string& text) {
    return *parse_decimal(text);
}
inline Date day(const std::string& text) {
    return *parse_date(text);
}

// Some indicators with their readings, as an assessment of the last day of 2026 sees them.
struct Facts {
    Framework declared = framework();
    Rows indicators{declared.catalogue.tables[0]};
    Rows readings{declared.catalogue.tables[1]};
    Rows waypoints{declared.catalogue.tables[2]};
    std::optional<Date> started;
    Date assessed{2026, 12, 31};

    Rows& indicator(const std::string& id, const std::string& better = "higher") {
        return indicators.row().set("id", id).choose("family", "headline").choose("better", better);
    }
    Rows& reading(const std::string& indicator, const std::string& date, const std::string& value) {
        return readings.row().set("indicator", indicator).set("date", day(date)).set("value", decimal(value));
    }
    Rows& waypoint(const std::string& indicator, const std::string& date, const std::string& value) {
        return waypoints.row().set("indicator", indicator).set("date", day(date)).set("value", decimal(value));
    }
    std::vector<IndicatorReading> read() const {
        return read_indicators(declared, {indicators.table, readings.table, &waypoints.table}, started, assessed);
    }
    IndicatorReading first() const { return read().front(); }
};

}  // namespace small_framework
