// Outcomes, as part of a web page.
#include <string>
#include <vector>

#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_trend.hpp"
#include "report/wording.hpp"

namespace waymark::html {
namespace {

void readings(Markup& markup, const CardIndicator& indicator) {
    if (indicator.readings.empty()) return;
    const auto details = markup.in("details");
    markup.leaf("summary", "Readings as a table");
    Table table = {"Readings of " + indicator.name, {{"Date", ""}, {"Value", "number"}, {"Remarks", ""}}, {}};
    for (const CardReading& reading : indicator.readings) {
        table.rows.push_back({reading.date, value_text(indicator, reading.value), reading_remarks(reading)});
    }
    html::table(markup, table);
}

void indicator(Markup& markup, const CardIndicator& each) {
    const auto article = markup.in("article", {{"class", "indicator"}});
    {
        const auto words = markup.in("div");
        markup.leaf("h4", {{"dir", "auto"}}, each.name);
        markup.leaf("p", {{"class", "reading"}, {"dir", "auto"}}, as_sentence(each.reading_title));
        prose(markup, joined({each.says, joined(each.course, " ")}, " "));
        const auto facts = markup.in("dl", {{"class", "facts"}});
        fact(markup, "Counted", each.definition);
        fact(markup, "Published by", each.publisher);
        fact(markup, "Readings", values_text(each) + (each.higher_is_better ? "" : " (lower is better)"));
        fact(markup, "Target", aim_text(each));
        fact(markup, "Reason to doubt", each.doubt);
        fact(markup, "Could be gamed", each.gaming);
    }
    const auto picture = markup.in("div");
    trend(markup, each);
    readings(markup, each);
}

void ladder(Markup& markup, const CardOutcomes& outcomes) {
    if (outcomes.ladder.empty()) return;
    const auto block = markup.in("div");
    markup.leaf("h3", ladder_heading());
    prose(markup, outcomes.ladder_says);
    Table table = {
        "What should show by when, and what does", {{"By when", ""}, {"What should show", ""}, {"What does", ""}}, {}};
    for (const CardRung& rung : outcomes.ladder) {
        table.rows.push_back({rung.title, rung.says, joined(ladder_lines(rung), "; ")});
    }
    html::table(markup, table);
}

void together(Markup& markup, const CardOutcomes& outcomes) {
    if (outcomes.says.empty() && outcomes.caveats.empty()) return;
    const auto block = markup.in("div", {{"class", "prose"}});
    if (!outcomes.says.empty()) markup.leaf("h3", together_heading());
    prose(markup, together_text(outcomes));
    items(markup, outcomes.caveats);
}

}  // namespace

void outcomes(Markup& markup, const Scorecard& card) {
    const CardOutcomes& outcomes = card.outcomes;
    if (outcomes.indicators.empty()) prose(markup, no_indicators_line());
    std::string family;
    for (const CardIndicator& each : outcomes.indicators) {
        const std::string title = family_heading(each);
        if (title != family) markup.leaf("h3", {{"class", "family"}, {"dir", "auto"}}, title);
        family = title;
        indicator(markup, each);
    }
    ladder(markup, outcomes);
    together(markup, outcomes);
}

}  // namespace waymark::html
