// Outcomes, next steps and changes as text.
#include <algorithm>
#include <string>
#include <vector>

#include "report/bars.hpp"
#include "report/outline.hpp"
#include "report/text_sections.hpp"
#include "report/wording.hpp"

namespace waymark::text {
namespace {

void indicator(TextPage& page, const CardIndicator& each) {
    page.ends({each.name, Paint::strong}, {each.reading_title}, 2);
    const std::string direction = each.higher_is_better ? "" : " (lower is better)";
    page.labelled("Counted", each.definition, 4);
    page.labelled("Published by", each.publisher, 4);
    page.labelled("Readings", values_text(each) + direction, 4);
    page.labelled("Trend", sparkline(each.readings, page.unicode()), 4);
    page.labelled("Target", aim_text(each), 4);
    page.prose(joined({each.says, joined(each.course, " ")}, " "), 4);
    page.labelled("Reason to doubt", each.doubt, 4);
    page.labelled("Could be gamed", each.gaming, 4);
}

void ladder(TextPage& page, const CardOutcomes& outcomes) {
    if (outcomes.ladder.empty()) return;
    page.space();
    page.prose(ladder_heading(), 2, Paint::strong);
    page.prose(outcomes.ladder_says, 2);
    for (const CardRung& rung : outcomes.ladder) {
        page.prose(joined({rung.title, rung.says}, ": "), 2);
        for (const std::string& line : ladder_lines(rung)) page.hanging({"-"}, line, 4, 2);
    }
}

}  // namespace

void outcomes(TextPage& page, const Scorecard& card) {
    const CardOutcomes& outcomes = card.outcomes;
    if (outcomes.indicators.empty()) page.prose(no_indicators_line(), 2);
    const CardIndicator* before = nullptr;
    for (const CardIndicator& each : outcomes.indicators) {
        if (before != nullptr) page.space();
        if (before == nullptr || before->family != each.family) {
            page.prose(family_heading(each), 2, Paint::quiet);
        }
        indicator(page, each);
        before = &each;
    }
    ladder(page, outcomes);
    page.space();
    if (!outcomes.says.empty()) page.prose(together_heading(), 2, Paint::strong);
    page.prose(together_text(outcomes), 2);
    page.space();
    for (const std::string& caveat : outcomes.caveats) page.hanging({"-", Paint::quiet}, caveat, 2, 2, Paint::quiet);
}

void next_steps(TextPage& page, const Scorecard& card) {
    int number = 0;
    for (const CardNextStep& step : card.next_steps) {
        if (number > 0) page.space();
        ++number;
        page.hanging({std::to_string(number) + "."}, step_title(step), 2, 4, Paint::strong);
        page.prose(step.step, 6);
        if (!step.because.empty()) page.prose("Why now: " + step.because, 6, Paint::quiet);
    }
}

void changes(TextPage& page, const Scorecard& card) {
    for (const CardNote& note : card.changes) page.hanging({"-"}, note.text, 2, 2);
    page.space();
    for (const CardNode* node : changed_nodes(card)) page.ends({node->title}, {change_line(*node)}, 2);
}

}  // namespace waymark::text
