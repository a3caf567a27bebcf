// Indicators in words, and maturity read together with them.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "appraisal/working.hpp"
#include "text/english.hpp"

namespace waymark {

namespace {

// Typed access to one row of the indicators table.
struct IndicatorRow {
    const TableType& type;
    const Row& row;

    template <class Value>
    const Value* get(std::string_view column) const {
        const auto index = type.column(column);
        return index ? std::get_if<Value>(&row.cells[static_cast<std::size_t>(*index)]) : nullptr;
    }
    std::string text(std::string_view column) const {
        const auto* value = get<std::string>(column);
        return value != nullptr ? *value : "";
    }
    std::optional<Rational> number(std::string_view column) const {
        const auto* value = get<Rational>(column);
        return value != nullptr ? std::optional(*value) : std::nullopt;
    }
    const Choice* choice(std::string_view column) const {
        const auto index = type.column(column);
        const auto* value = get<ChosenIndex>(column);
        if (value == nullptr) return nullptr;
        return &type.columns[static_cast<std::size_t>(*index)].type.choices[static_cast<std::size_t>(value->index)];
    }
};

std::string pace_words(const IndicatorReading& read) {
    switch (read.pace_note) {
        case PaceNote::target_met:
            return "target met";
        case PaceNote::date_passed:
            return "the target date has passed";
        case PaceNote::no_target:
            return "no dated target";
        case PaceNote::too_few_readings:
            return "no reading a year or more before the latest";
        case PaceNote::none:
            break;
    }
    if (!read.pace) return "";
    if (*read.pace >= Rational(1)) return "on course";
    return *read.pace >= Rational::fraction(1, 2) ? "behind" : "far behind";
}

std::string with_unit(const Rational& value, const std::string& unit) {
    const bool close_up = unit.empty() || unit[0] == '%';
    return value.to_short(2) + (close_up ? unit : " " + unit);
}

std::string equity_words(Equity equity) {
    switch (equity) {
        case Equity::not_recorded:
            return "No figure is kept for those furthest behind.";
        case Equity::widened:
            return "The gap for those furthest behind widened.";
        case Equity::not_narrowed:
            return "The gap for those furthest behind has not narrowed.";
        case Equity::narrowed:
            return "The gap for those furthest behind narrowed.";
        case Equity::not_headline:
            break;
    }
    return "";
}

// "1 to 1.2% of homes over 2 readings: flat, within the noise of 0.3%."
std::string reading_words(const IndicatorReading& read, const IndicatorRow& row) {
    if (!read.given || read.values.empty()) return "No reading yet.";
    const Choice* source = row.choice("source");
    if (source != nullptr && source->id == "self-rated")
        return "Self-rated: kept for learning, never read as an outcome.";
    if (read.reading == Reading::not_read) return "Not read: which direction is good was not said.";
    const std::string unit = row.text("unit");
    std::string text;
    if (read.baseline && read.latest && read.counted > 1) {
        text = fmt::format("{} to {} over {} readings: ", read.baseline->to_short(2), with_unit(*read.latest, unit),
                           read.counted);
    } else {
        text = fmt::format("{} at the last reading: ", with_unit(read.values.back().value, unit));
    }
    const auto noise = row.number("noise");
    switch (read.reading) {
        case Reading::too_early:
            text += "too early to say";
            break;
        case Reading::flat:
            text += noise ? fmt::format("flat, within the noise of {}", noise->to_short(2)) : "flat";
            break;
        case Reading::improving:
            text += "improving";
            break;
        case Reading::worsening:
            text += "worsening";
            break;
        default:
            text += "a dip that was expected at this stage";
            break;
    }
    text += ".";
    if (read.pace) text += fmt::format(" Pace {} of what the target needs.", read.pace->to_fixed(2));
    // An indicator that is itself a gap has no gap behind it.
    const bool is_gap = row.get<std::string>("gap_of") != nullptr;
    const std::string equity = is_gap ? "" : equity_words(read.equity);
    return equity.empty() ? text : text + " " + equity;
}

CardIndicator card_indicator(const IndicatorRow& row, const IndicatorReading& read) {
    CardIndicator card;
    card.id = row.text("id");
    card.name = row.text("name");
    if (const Choice* family = row.choice("family")) {
        card.family = family->id;
        card.family_title = capitalised(id_in_words(family->id));
    }
    card.unit = row.text("unit");
    const Choice* better = row.choice("better");
    card.higher_is_better = better == nullptr || better->id != "lower";
    card.reading = id_of(read.reading);
    card.says = reading_words(read, row);
    card.baseline = read.baseline;
    card.latest = read.latest;
    card.change = read.change;
    card.pace = read.pace;
    card.target = row.number("target");
    card.noise = row.number("noise");
    card.pace_note = pace_words(read);
    card.equity = id_of(read.equity);
    card.doubt = row.text("doubt");
    for (const ReadValue& value : read.values) {
        card.readings.push_back({value.date.to_text(), value.value, value.series_break, value.note});
    }
    return card;
}

// Several headlines: the least favourable one decides, so that one good figure does not hide another.
std::string column_of(const CardOutcomes& outcomes, const std::string& headline) {
    static constexpr const char* worst_first[] = {"worsening", "flat", "improving"};
    std::vector<std::string> found;
    for (const CardIndicator& one : outcomes.indicators) {
        if (one.family == headline) found.push_back(one.reading);
    }
    for (const char* reading : worst_first) {
        if (std::find(found.begin(), found.end(), reading) != found.end()) return reading;
    }
    return "unknown";
}

void read_together(const Working& working, CardOutcomes& outcomes) {
    // Claims stand in for evidence only where nobody was asked for any.
    const NodeScore& whole = working.scores.nodes[0];
    const auto& overall = working.scores.evidence_collected ? whole.evidenced.point : whole.claimed.point;
    outcomes.column = column_of(outcomes, working.framework.outcomes.headline);
    if (!overall) return;
    for (const OutcomeRules::Row& row : working.framework.outcomes.matrix) {
        if (row.below && *overall >= *row.below) continue;
        outcomes.row = row.id;
        outcomes.row_title = row.title;
        const auto says = row.says.find(outcomes.column);
        if (says != row.says.end()) outcomes.says = says->second;
        return;
    }
}

}  // namespace

CardOutcomes card_outcomes(const Working& working) {
    CardOutcomes outcomes;
    const auto index = working.framework.catalogue.table("indicators");
    if (!working.framework.outcomes.declared || !index) return outcomes;
    const Table& table = working.tables[static_cast<std::size_t>(*index)];
    outcomes.given = table.state == Table::State::given;
    outcomes.caveats = working.framework.outcomes.caveats;
    const TableType& type = working.framework.catalogue.tables[static_cast<std::size_t>(*index)];
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        outcomes.indicators.push_back(card_indicator({type, table.rows[i]}, working.readings[i]));
    }
    read_together(working, outcomes);
    return outcomes;
}

}  // namespace waymark
