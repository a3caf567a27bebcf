// The text report: what comes first, and in which order.
#include <string>

#include "report/outline.hpp"
#include "report/text_page.hpp"
#include "report/text_sections.hpp"
#include "report/wording.hpp"
#include "waymark/report.hpp"

namespace waymark {
namespace {

void title_block(TextPage& page, const Scorecard& card) {
    page.title(card.organisation.empty() ? card.framework_title : card.organisation);
    page.prose(title_line(card), 0);
    page.prose(people_line(card), 0, Paint::quiet);
    page.space();
    if (card.first_look) {
        page.prose(first_look_line(), 0, Paint::strong);
        page.space();
    }
    page.prose(purpose_line(), 0);
}

void confidence(TextPage& page, const Scorecard& card) {
    for (const CardNote& note : card.confidence) page.hanging({"-"}, note.text, 2, 2);
}

void written_list(TextPage& page, std::string_view label, const std::vector<std::string>& texts) {
    for (const std::string& each : texts) page.labelled(label, each, 4);
}

void written(TextPage& page, const Scorecard& card) {
    for (const CardNode* node : written_about(card)) {
        page.space();
        page.prose(label_of(*node), 2, Paint::strong);
        written_list(page, "Does not apply", without_repeats(node->reasons));
        written_list(page, "Note", without_repeats(node->notes));
        written_list(page, "Evidence", without_repeats(node->evidence));
    }
}

void digest(TextPage& page, const std::string& name, const std::string& sha256) {
    page.prose(name, 2);
    page.prose("SHA-256 " + sha256, 4, Paint::quiet);
}

void method(TextPage& page, const Scorecard& card) {
    for (const std::string& sentence : method_lines(card)) page.hanging({"-"}, sentence, 2, 2);
    page.space();
    digest(page, "Framework " + card.framework_id + " " + card.framework_version, card.framework_sha256);
    for (const CardInput& input : card.inputs) digest(page, input.name, input.sha256);
}

void print(TextPage& page, const Scorecard& card, Section section) {
    switch (section) {
        case Section::reading:
            return text::reading(page, card);
        case Section::raised:
            return text::raised(page, card);
        case Section::too_early:
            return text::too_early(page, card);
        case Section::real:
            return text::real(page, card);
        case Section::weakest:
            return text::weakest(page, card);
        case Section::profile:
            return text::profile(page, card);
        case Section::practices:
            return text::practices(page, card);
        case Section::roles:
            return text::roles(page, card);
        case Section::outcomes:
            return text::outcomes(page, card);
        case Section::next_steps:
            return text::next_steps(page, card);
        case Section::missing:
            return text::missing(page, card);
        case Section::other_signs:
            return text::other_signs(page, card);
        case Section::confidence:
            return confidence(page, card);
        case Section::changes:
            return text::changes(page, card);
        case Section::written:
            return written(page, card);
        case Section::method:
            return method(page, card);
    }
}

}  // namespace

std::string report_as_text(const Scorecard& card, const TextStyle& style) {
    TextPage page(style);
    title_block(page, card);
    for (const Section section : outline(card, style.with_notes)) {
        page.heading(heading(card, section));
        print(page, card, section);
    }
    return std::move(page).take();
}

}  // namespace waymark
