// The report as a web page: what comes first, and in which order.
#include <string>
#include <vector>

#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "waymark/page.hpp"

namespace waymark {
namespace {

using html::Markup;

std::string name_of(const Scorecard& card) {
    return card.organisation.empty() ? card.framework_title : card.organisation;
}

std::string id_of(Section section) {
    switch (section) {
        case Section::reading:
            return "reading";
        case Section::raised:
            return "signs-raised";
        case Section::too_early:
            return "too-early";
        case Section::real:
            return "signs-real";
        case Section::weakest:
            return "weakest";
        case Section::profile:
            return "profile";
        case Section::practices:
            return "practices";
        case Section::roles:
            return "roles";
        case Section::outcomes:
            return "outcomes";
        case Section::next_steps:
            return "next-steps";
        case Section::missing:
            return "missing";
        case Section::other_signs:
            return "other-signs";
        case Section::confidence:
            return "confidence";
        case Section::changes:
            return "changes";
        case Section::written:
            return "written";
        case Section::method:
            return "method";
    }
    return "";
}

void masthead(Markup& markup, const Scorecard& card, const HouseStyle& house) {
    const auto header = markup.in("header", {{"class", "masthead"}});
    html::logo(markup, house);
    markup.leaf("h1", {{"dir", "auto"}}, name_of(card));
    html::prose(markup, title_line(card));
    html::prose(markup, as_sentence(people_line(card)));
    if (card.first_look) html::prose(markup, first_look_line(), "first-look");
}

void contents(Markup& markup, const Scorecard& card, const std::vector<Section>& sections) {
    const auto nav = markup.in("nav", {{"class", "contents"}, {"aria-label", "Contents"}});
    const auto list = markup.in("ul");
    for (const Section section : sections) {
        const auto item = markup.in("li");
        markup.leaf("a", {{"href", "#" + id_of(section)}}, heading(card, section));
    }
}

void written(Markup& markup, const Scorecard& card) {
    for (const CardNode* node : written_about(card)) {
        const auto article = markup.in("article", {{"class", "whole"}});
        markup.leaf("h3", {{"dir", "auto"}}, label_of(*node));
        const auto facts = markup.in("dl", {{"class", "facts"}});
        html::fact(markup, "Does not apply", without_repeats(node->reasons));
        html::fact(markup, "Notes", without_repeats(node->notes));
        html::fact(markup, "Evidence", without_repeats(node->evidence));
    }
}

void confidence(Markup& markup, const Scorecard& card) {
    std::vector<std::string> texts;
    for (const CardNote& note : card.confidence) texts.push_back(note.text);
    html::items(markup, texts);
}

void method(Markup& markup, const Scorecard& card) {
    html::items(markup, method_lines(card));
    html::Table digests = {"What was read", {{"Name", ""}, {"SHA-256", "digest"}}, {}};
    digests.rows.push_back({"Framework " + card.framework_id + " " + card.framework_version, card.framework_sha256});
    for (const CardInput& input : card.inputs) digests.rows.push_back({input.name, input.sha256});
    html::table(markup, digests);
}

void print(Markup& markup, const Scorecard& card, Section section) {
    switch (section) {
        case Section::reading:
            return html::reading(markup, card);
        case Section::raised:
            return html::raised(markup, card);
        case Section::too_early:
            return html::too_early(markup, card);
        case Section::real:
            return html::real(markup, card);
        case Section::weakest:
            return html::weakest(markup, card);
        case Section::profile:
            return html::profile(markup, card);
        case Section::practices:
            return html::practices(markup, card);
        case Section::roles:
            return html::roles(markup, card);
        case Section::outcomes:
            return html::outcomes(markup, card);
        case Section::next_steps:
            return html::next_steps(markup, card);
        case Section::missing:
            return html::missing(markup, card);
        case Section::other_signs:
            return html::other_signs(markup, card);
        case Section::confidence:
            return confidence(markup, card);
        case Section::changes:
            return html::changes(markup, card);
        case Section::written:
            return written(markup, card);
        case Section::method:
            return method(markup, card);
    }
}

std::string kind_of(Section section) {
    return section == Section::reading ? "part wide" : "part";
}

void sections(Markup& markup, const Scorecard& card, bool with_notes) {
    const std::vector<Section> order = outline(card, with_notes);
    html::about(markup, card);
    const auto part = [&](Section section) {
        const html::Part element(markup, id_of(section), heading(card, section), kind_of(section));
        print(markup, card, section);
    };
    // The answer comes first, and what else the page holds after it.
    if (order.front() != Section::reading) contents(markup, card, order);
    for (const Section section : order) {
        part(section);
        if (section == Section::reading && section == order.front()) contents(markup, card, order);
    }
}

}  // namespace

std::string report_as_html(const Scorecard& card, const PageStyle& style) {
    const html::Frame frame = {name_of(card) + " – " + card.framework_title, joined({name_of(card), card.date}, ", "),
                               style.house};
    return html::page(frame, [&](Markup& markup) {
        masthead(markup, card, style.house);
        {
            const auto main = markup.in("main", {{"id", "main"}});
            sections(markup, card, style.with_notes);
        }
        markup.leaf("footer", {{"class", "foot"}}, "This page carries no script and fetches nothing.");
    });
}

}  // namespace waymark
