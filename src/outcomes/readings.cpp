#include "outcomes/readings.hpp"

#include <map>

#include "outcomes/course.hpp"
#include "outcomes/table_reader.hpp"

namespace waymark {

namespace {

constexpr Duration kPaceSpan{12, Duration::Unit::months};

struct Indicator {
    Rational noise;
    std::optional<Rational> target;
    std::string id;
    std::string family;
    std::string gap_of;
    std::string breakdown_of;
    std::string better;  // "higher", "lower" or blank
    std::optional<Duration> lag;
    std::optional<Date> target_due;
    std::optional<Rational> do_nothing;  // yearly change
    bool self_rated = false;
    bool may_worsen_first = false;
};

Indicator indicator_of(const TableReader& reader, const Row& row) {
    Indicator indicator;
    indicator.id = reader.text(row, "id");
    indicator.family = reader.choice(row, "family");
    indicator.gap_of = reader.text(row, "gap_of");
    indicator.breakdown_of = reader.text(row, "breakdown_of");
    indicator.self_rated = reader.choice(row, "source") == "self-rated";
    indicator.better = reader.choice(row, "better");
    indicator.noise = reader.number(row, "noise").value_or(0);
    indicator.lag = reader.duration(row, "lag");
    indicator.target = reader.number(row, "target");
    indicator.target_due = reader.date(row, "target_due");
    indicator.do_nothing = reader.number(row, "do_nothing");
    indicator.may_worsen_first = reader.yes(row, "may_worsen_first");
    return indicator;
}

// One indicator's values in the order of their dates; those of one day in the order of their rows.
using ByDate = std::multimap<Date, ReadValue>;

// By indicator. A reading without a date or a value says nothing; one from after the assessment is not known to it.
std::map<std::string, ByDate> values_by_indicator(const TableReader& reader, const Table& readings, Date assessed) {
    std::map<std::string, ByDate> values;
    for (const Row& row : readings.rows) {
        const std::optional<Date> date = reader.date(row, "date");
        const std::optional<Rational> value = reader.number(row, "value");
        if (!date || !value || *date > assessed) continue;
        values[reader.text(row, "indicator")].emplace(
            *date, ReadValue{*date, *value, reader.yes(row, "series_break"), reader.text(row, "note")});
    }
    return values;
}

// Where the present series begins: a break is marked on the first value of the new series.
std::size_t start_of_series(const std::vector<ReadValue>& values) {
    for (std::size_t i = values.size(); i-- > 0;) {
        if (values[i].series_break) return i;
    }
    return 0;
}

Reading direction_of(const Indicator& indicator, const Rational& change) {
    const Rational gain = indicator.better == "lower" ? 0 - change : change;
    if (gain > indicator.noise) return Reading::improving;
    return gain < 0 - indicator.noise ? Reading::worsening : Reading::flat;
}

Reading reading_of(const Indicator& indicator, const IndicatorReading& so_far) {
    const bool has_direction = indicator.better == "higher" || indicator.better == "lower";
    if (indicator.self_rated || !has_direction) return Reading::not_read;
    if (!so_far.change) return Reading::too_early;
    const Reading direction = direction_of(indicator, *so_far.change);
    if (so_far.lag_over.value_or(true)) return direction;
    const bool expected = indicator.may_worsen_first && direction == Reading::worsening;
    return expected ? Reading::expected_dip : Reading::too_early;
}

bool target_met(const Indicator& indicator, const Rational& latest) {
    return indicator.better == "lower" ? latest <= *indicator.target : latest >= *indicator.target;
}

// Of this series: the latest reading that is at least twelve months older than the last one.
const ReadValue* year_before_last(const std::vector<ReadValue>& values, std::size_t first) {
    const Date limit = minus(values.back().date, kPaceSpan);
    for (std::size_t i = values.size(); i-- > first;) {
        if (values[i].date <= limit) return &values[i];
    }
    return nullptr;
}

void set_pace(IndicatorReading& read, const Indicator& indicator, std::size_t first, Date assessed) {
    if (!indicator.target || !indicator.target_due) {
        read.pace_note = PaceNote::no_target;
        return;
    }
    if (!read.latest) {
        read.pace_note = PaceNote::too_few_readings;
        return;
    }
    const ReadValue& last = read.values.back();
    const ReadValue* earlier = year_before_last(read.values, first);
    if (target_met(indicator, last.value)) {
        read.pace_note = PaceNote::target_met;
    } else if (*indicator.target_due < assessed || *indicator.target_due <= last.date) {
        read.pace_note = PaceNote::date_passed;
    } else {
        read.required = (*indicator.target - last.value) / years_between(last.date, *indicator.target_due);
        if (earlier == nullptr) {
            read.pace_note = PaceNote::too_few_readings;
            return;
        }
        const Rational actual = (last.value - earlier->value) / years_between(earlier->date, last.date);
        read.pace = actual / *read.required;
    }
}

// A straight line says nothing before the lag is over: until then nobody expects a movement. Stated waypoints do.
void set_course(IndicatorReading& read, const Indicator& indicator, std::vector<Waypoint> waypoints,
                std::size_t first) {
    if (!read.change) return;
    const ReadValue& start = read.values[first];
    const Date at = read.values.back().date;
    if (indicator.do_nothing) read.untouched = start.value + *indicator.do_nothing * years_between(start.date, at);
    read.by_waypoints = !waypoints.empty();
    if (!read.by_waypoints && !read.lag_over.value_or(true)) return;
    if (indicator.target && indicator.target_due) waypoints.push_back({*indicator.target_due, *indicator.target});
    read.expected = value_on_course({start.date, start.value}, waypoints, at);
}

IndicatorReading read_one(const Indicator& indicator, const ByDate& values, const std::vector<Waypoint>& waypoints,
                          std::optional<Date> started, Date assessed) {
    IndicatorReading read;
    for (const auto& [date, value] : values) read.values.push_back(value);
    const std::size_t first = start_of_series(read.values);
    read.counted = static_cast<int>(read.values.size() - first);
    if (!read.values.empty()) {
        read.baseline = read.values[first].value;
        read.latest = read.values.back().value;
        if (started && indicator.lag) {
            read.lag_over = read.values.back().date >= plus(*started, *indicator.lag);
        }
    }
    if (read.counted >= 2) read.change = *read.latest - *read.baseline;
    read.reading = reading_of(indicator, read);
    if (read.reading == Reading::not_read) return read;
    set_pace(read, indicator, first, assessed);
    set_course(read, indicator, waypoints, first);
    return read;
}

Equity equity_of(const IndicatorReading& gap) {
    if (gap.reading == Reading::not_read || gap.values.empty()) return Equity::not_recorded;
    if (gap.reading == Reading::worsening) return Equity::widened;
    return gap.reading == Reading::improving ? Equity::narrowed : Equity::not_narrowed;
}

// Where several indicators measure one headline's gap, the worst of them speaks.
Equity worse(Equity a, Equity b) {
    for (const Equity equity : {Equity::widened, Equity::not_narrowed, Equity::narrowed}) {
        if (a == equity || b == equity) return equity;
    }
    return Equity::not_recorded;
}

void set_equity(std::vector<IndicatorReading>& read, const std::vector<Indicator>& indicators,
                const std::string& headline) {
    std::map<std::string, Equity> gaps;  // by the headline's id
    for (std::size_t i = 0; i < read.size(); ++i) {
        const auto found = gaps.try_emplace(indicators[i].gap_of, Equity::not_recorded).first;
        found->second = worse(found->second, equity_of(read[i]));
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (indicators[i].family != headline || indicators[i].self_rated) continue;
        const auto gap = gaps.find(indicators[i].id);
        if (gap == gaps.end()) {
            read[i].equity = Equity::not_recorded;
        } else if (read[i].given) {
            read[i].equity = gap->second;
        }
    }
}

void set_groups(std::vector<IndicatorReading>& read, const std::vector<Indicator>& indicators) {
    for (std::size_t whole = 0; whole < read.size(); ++whole) {
        for (std::size_t part = 0; part < read.size(); ++part) {
            const bool is_group = part != whole && indicators[part].breakdown_of == indicators[whole].id;
            if (is_group && !indicators[whole].id.empty()) read[whole].groups.push_back(static_cast<int>(part));
        }
    }
}

}  // namespace

std::vector<IndicatorReading> read_indicators(const Framework& framework, const OutcomeTables& tables,
                                              std::optional<Date> started, Date assessed) {
    const TableReader reader(framework, "indicators");
    std::map<std::string, ByDate> values =
        values_by_indicator(TableReader(framework, "readings"), tables.readings, assessed);
    const auto waypoints = waypoints_by_indicator(framework, tables.waypoints);
    std::vector<Indicator> declared;
    std::vector<IndicatorReading> read;
    for (const Row& row : tables.indicators.rows) {
        const Indicator& indicator = declared.emplace_back(indicator_of(reader, row));
        if (tables.readings.state == Table::State::not_given) {
            read.emplace_back().given = false;
            continue;
        }
        const auto stated = waypoints.find(indicator.id);
        read.push_back(read_one(indicator, values[indicator.id],
                                stated == waypoints.end() ? std::vector<Waypoint>() : stated->second, started,
                                assessed));
    }
    set_equity(read, declared, framework.outcomes.headline);
    set_groups(read, declared);
    return read;
}

}  // namespace waymark
