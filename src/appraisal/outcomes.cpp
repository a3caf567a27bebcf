// Outcomes: every indicator, the ladder of horizons, and maturity read together with them.
#include <fmt/format.h>

#include <algorithm>

#include "appraisal/indicator_words.hpp"
#include "appraisal/working.hpp"
#include "text/english.hpp"

namespace waymark {

namespace {

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
    card.reading_title = reading_in_words(card.reading);
    card.says = reading_words(read, row);
    card.baseline = read.baseline;
    card.latest = read.latest;
    card.change = read.change;
    card.pace = read.pace;
    card.target = row.number("target");
    card.noise = row.number("noise");
    if (const auto* due = row.get<Date>("target_due")) card.target_due = due->to_text();
    if (const Choice* commitment = row.choice("commitment")) card.commitment = commitment->id;
    card.aim = target_words(row);
    card.pace_note = pace_words(read);
    card.required = read.required;
    card.best_pace = row.number("best_pace");
    card.expected = read.expected;
    card.by_waypoints = read.expected && read.by_waypoints;
    card.untouched = read.untouched;
    card.equity = id_of(read.equity);
    card.definition = row.text("definition");
    card.publisher = row.text("publisher");
    card.doubt = row.text("doubt");
    card.gaming = row.text("gaming");
    if (read.baseline)
        card.baseline_date = read.values[read.values.size() - static_cast<std::size_t>(read.counted)].date.to_text();
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

// The average is only as good as what it hides: each group that is shown apart is named with its own reading.
void say_groups(const Working& working, std::size_t index, CardOutcomes& outcomes) {
    std::vector<std::string> groups;
    bool all_improve = true;
    for (const int part : working.readings[index].groups) {
        const CardIndicator& group = outcomes.indicators[static_cast<std::size_t>(part)];
        groups.push_back(fmt::format("{} ({})", lower_first(group.name), group.reading_title));
        all_improve = all_improve && group.reading == "improving";
    }
    if (groups.empty()) return;
    CardIndicator& whole = outcomes.indicators[index];
    std::string text = "Shown apart: " + join(groups, "and") + ".";
    if (whole.reading == "improving" && !all_improve) text += " Not every group has improved with the average.";
    whole.course.push_back(std::move(text));
}

void climb_ladder(const Working& working, CardOutcomes& outcomes) {
    const OutcomeRules& rules = working.framework.outcomes;
    outcomes.ladder_says = rules.ladder_says;
    for (const Rung& rung : rules.ladder) {
        CardRung& card = outcomes.ladder.emplace_back(CardRung{rung.id, rung.title, rung.says, {}});
        for (const CardIndicator& one : outcomes.indicators) {
            const bool here = std::find(rung.families.begin(), rung.families.end(), one.family) != rung.families.end();
            if (!here || (rung.targets && one.aim.empty())) continue;
            card.shows.push_back(one.name + ": " + (rung.targets ? one.aim : one.reading_title));
        }
    }
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
        const IndicatorRow row{type, table.rows[i]};
        outcomes.indicators.push_back(card_indicator(row, working.readings[i]));
        outcomes.indicators.back().course = course_words(row, working.readings[i]);
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) say_groups(working, i, outcomes);
    climb_ladder(working, outcomes);
    read_together(working, outcomes);
    return outcomes;
}

}  // namespace waymark
