// What a reader learns in the first ten seconds: what this is, the verdict, the gap, and where to begin.
#include <string>

#include "report/html_parts.hpp"
#include "report/html_plot.hpp"
#include "report/html_scores.hpp"
#include "report/html_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "text/english.hpp"

namespace waymark::html {
namespace {

constexpr std::size_t kFirstSteps = 3;

void verdict(Markup& markup, const Scorecard& card) {
    const auto column = markup.in("div", {{"class", "verdict"}});
    const std::string raised = capitalised(raised_text(card.verdict)) + ".";
    {
        const auto line = markup.in("p", {{"class", "counts"}});
        if (card.verdict.high > 0) mark(markup, "high");
        if (card.verdict.high == 0 && card.verdict.medium > 0) mark(markup, "medium");
        markup.leaf("strong", raised);
        const std::string told = told_text(card.verdict);
        if (!told.empty()) markup.leaf("span", {{"class", "quiet"}}, " " + as_sentence(told));
    }
    prose(markup, card.verdict.says);
    prose(markup, as_sentence(unsafe_line(card)), "unsafe");
}

void big_figure(Markup& markup, const std::string& label, const std::string& figures, const std::string& kind) {
    const auto item = markup.in("p", {{"class", kind}});
    markup.leaf("span", label + " ");
    markup.leaf("b", figures);
}

void gap(Markup& markup, const Scorecard& card) {
    const CardNode* node = whole(card);
    if (node == nullptr) return;
    const auto figure_element = markup.in("figure", {{"class", "overall"}});
    {
        const auto figures = markup.in("div", {{"class", "figures"}});
        big_figure(markup, "Claimed", score_text(*node, node->claimed), "is-claimed");
        if (card.evidence_collected)
            big_figure(markup, "Evidenced", score_text(*node, node->evidenced), "is-evidenced");
        if (node->gap) big_figure(markup, "Gap", figure(*node->gap), "is-gap");
    }
    const Scale scale = scale_of(card, *node);
    named_plot(markup, scale, plot_row(card, *node));
    const auto caption = markup.in("figcaption");
    prose(markup, band_text(*node).empty() ? "" : "Overall band: " + band_text(*node) + ".");
    prose(markup, as_sentence(card.core_hold));
    if (!card.evidence_collected) prose(markup, no_evidence_line());
}

void first_steps(Markup& markup, const Scorecard& card) {
    if (card.next_steps.empty()) return;
    const auto box = markup.in("div", {{"class", "monday"}});
    markup.leaf("h3", "What to do on Monday");
    const auto list = markup.in("ol");
    for (std::size_t i = 0; i < card.next_steps.size() && i < kFirstSteps; ++i) {
        const CardNextStep& step = card.next_steps[i];
        const auto item = markup.in("li");
        markup.leaf("strong", {{"dir", "auto"}}, step.step);
        markup.leaf("span", {{"class", "quiet"}, {"dir", "auto"}}, joined({step.code, step.title}, " "));
    }
}

}  // namespace

void about(Markup& markup, const Scorecard& card) {
    const auto section = markup.in("section", {{"class", "about"}, {"aria-label", "What this is and is not"}});
    const auto entry = [&](std::string_view label, const std::string& text) {
        const auto element = markup.in("p");
        markup.leaf("b", label);
        markup.text(" " + text);
    };
    entry("What this is.", purpose_line());
    entry("What it is not.", limits_line());
    if (card.first_look) entry("One person.", first_look_reason());
}

void reading(Markup& markup, const Scorecard& card) {
    const std::string raised = capitalised(raised_text(card.verdict));
    markup.leaf("p", {{"class", "answer"}, {"dir", "auto"}}, card.verdict.title.empty() ? raised : card.verdict.title);
    {
        const auto columns = markup.in("div", {{"class", "opening"}});
        verdict(markup, card);
        gap(markup, card);
    }
    if (!card.first_look) first_steps(markup, card);
}

void next_steps(Markup& markup, const Scorecard& card) {
    const auto list = markup.in("ol", {{"class", "steps"}});
    for (const CardNextStep& step : card.next_steps) {
        const auto item = markup.in("li", {{"class", "whole"}});
        markup.leaf("h3", {{"dir", "auto"}}, step_title(step));
        prose(markup, step.step);
        if (!step.because.empty()) prose(markup, "Why now: " + step.because, "quiet");
    }
}

}  // namespace waymark::html
