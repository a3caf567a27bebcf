// The Markdown report: the same content in the same order as the text report.
#include <string>
#include <vector>

#include "report/bars.hpp"
#include "report/markdown_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "waymark/report.hpp"

namespace waymark {
namespace {

using markdown::Page;

void indicator(Page& page, const CardIndicator& each) {
    page.strong(each.name + ": " + each.reading_title);
    page.item("Counted", each.definition);
    page.item("Published by", each.publisher);
    page.item("Readings", values_text(each) + (each.higher_is_better ? "" : " (lower is better)"));
    page.item("Trend", sparkline(each.readings, true));
    page.item("Target", aim_text(each));
    page.item("In words", joined({each.says, joined(each.course, " ")}, " "));
    page.item("Reason to doubt", each.doubt);
    page.item("Could be gamed", each.gaming);
}

void ladder(Page& page, const CardOutcomes& outcomes) {
    if (outcomes.ladder.empty()) return;
    page.heading(3, ladder_heading());
    page.paragraph(outcomes.ladder_says);
    std::vector<std::vector<std::string>> rows;
    for (const CardRung& rung : outcomes.ladder) {
        rows.push_back({rung.title, rung.says, joined(ladder_lines(rung), "; ")});
    }
    page.table({"By when", "What should show", "What does"}, rows);
}

void outcomes(Page& page, const Scorecard& card) {
    const CardOutcomes& outcomes = card.outcomes;
    if (outcomes.indicators.empty()) page.paragraph(no_indicators_line());
    std::string family;
    for (const CardIndicator& each : outcomes.indicators) {
        const std::string title = family_heading(each);
        if (title != family) page.heading(3, title);
        family = title;
        indicator(page, each);
    }
    ladder(page, outcomes);
    if (!outcomes.says.empty()) page.heading(3, together_heading());
    page.paragraph(together_text(outcomes));
    for (const std::string& caveat : outcomes.caveats) page.item(caveat);
}

void next_steps(Page& page, const Scorecard& card) {
    int number = 0;
    for (const CardNextStep& step : card.next_steps) {
        page.step(++number, step_title(step), {step.step, step.because.empty() ? "" : "Why now: " + step.because});
    }
}

void written(Page& page, const Scorecard& card) {
    for (const CardNode* node : written_about(card)) {
        page.heading(3, label_of(*node));
        for (const std::string& each : without_repeats(node->reasons)) page.item("Does not apply", each);
        for (const std::string& each : without_repeats(node->notes)) page.item("Note", each);
        for (const std::string& each : without_repeats(node->evidence)) page.item("Evidence", each);
    }
}

void method(Page& page, const Scorecard& card) {
    for (const std::string& sentence : method_lines(card)) page.item(sentence);
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"Framework " + card.framework_id + " " + card.framework_version, card.framework_sha256});
    for (const CardInput& input : card.inputs) rows.push_back({input.name, input.sha256});
    page.table({"Read", "SHA-256"}, rows);
}

void print(Page& page, const Scorecard& card, Section section) {
    switch (section) {
        case Section::reading:
            return markdown::reading(page, card);
        case Section::raised:
            return markdown::raised(page, card);
        case Section::too_early:
            return markdown::too_early(page, card);
        case Section::real:
            return markdown::real(page, card);
        case Section::weakest:
            return markdown::weakest(page, card);
        case Section::profile:
            return markdown::profile(page, card);
        case Section::practices:
            return markdown::practices(page, card);
        case Section::roles:
            return markdown::roles(page, card);
        case Section::outcomes:
            return outcomes(page, card);
        case Section::next_steps:
            return next_steps(page, card);
        case Section::missing:
            return markdown::missing(page, card);
        case Section::other_signs:
            return markdown::other_signs(page, card);
        case Section::confidence:
            for (const CardNote& note : card.confidence) page.item(note.text);
            return;
        case Section::changes:
            return markdown::changes(page, card);
        case Section::written:
            return written(page, card);
        case Section::method:
            return method(page, card);
    }
}

}  // namespace

std::string report_as_markdown(const Scorecard& card, bool with_notes) {
    Page page;
    page.heading(1, card.organisation.empty() ? card.framework_title : card.organisation);
    page.paragraph(title_line(card));
    page.paragraph(people_line(card) + ".");
    if (card.first_look) page.strong(first_look_line());
    page.paragraph(purpose_line());
    for (const Section section : outline(card, with_notes)) {
        page.heading(2, heading(card, section));
        print(page, card, section);
    }
    return std::move(page).take();
}

}  // namespace waymark
