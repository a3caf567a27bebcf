// Reading indicators (docs/scoring.md, "Outcomes"): too early, flat, improving, worsening or an expected dip; pace;
// where the plan and the do-nothing trend put them; equity. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "waymark/framework.hpp"
#include "waymark/table.hpp"

namespace waymark {

enum class Reading { too_early, flat, improving, worsening, expected_dip, not_read };
// not_headline also stands for a headline of which nothing can be said, because no table of readings was given.
enum class Equity { not_headline, not_recorded, not_narrowed, narrowed, widened };
// The words of the computed columns and of scorecards; empty where there is none.
std::string_view id_of(Reading reading);
std::string_view id_of(Equity equity);

enum class PaceNote { none, target_met, date_passed, no_target, too_few_readings };

struct ReadValue {
    Date date;
    Rational value;
    bool series_break = false;
    std::string note;
};

struct IndicatorReading {
    bool given = true;                    // false: no table of readings was given, so nothing else is known
    Reading reading = Reading::not_read;  // not_read: self-rated, no direction that counts as better, or not given
    std::vector<ReadValue> values;        // by date, up to the assessment's
    int counted = 0;                      // values after the last series break
    std::optional<Rational> baseline;     // the first of those
    std::optional<Rational> latest;
    std::optional<Rational> change;  // latest - baseline as measured: a fall is below 0 whatever counts as better
    std::optional<Rational> pace;    // actual yearly change / required yearly change
    PaceNote pace_note = PaceNote::none;
    std::optional<Rational> required;  // yearly change needed from the latest reading on; none where pace_note says why
    std::optional<Rational> expected;  // value at the latest reading's date on the way from the baseline to the target
    bool by_waypoints = false;         // that way goes through stated waypoints; otherwise it is a straight line
    std::optional<Rational> untouched;  // value at that date on the do-nothing trend
    std::vector<int> groups;            // rows of `indicators` that show this one for a group
    std::optional<bool> lag_over;
    Equity equity = Equity::not_headline;
};

struct OutcomeTables {
    const Table& indicators;
    const Table& readings;
    const Table* waypoints = nullptr;  // null: the framework declares none
};

// One per row of `indicators`. `started`: when the mission began, if recorded.
std::vector<IndicatorReading> read_indicators(const Framework& framework, const OutcomeTables& tables,
                                              std::optional<Date> started, Date assessed);

// Fills the computed columns of a copy of `indicators` (src/condition/read.hpp, computed_indicator_columns).
Table with_readings(const Framework& framework, const Table& indicators, const std::vector<IndicatorReading>& read);

}  // namespace waymark
