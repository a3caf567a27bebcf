// Scores, as parts of a web page.
#include "report/html_scores.hpp"

#include <string>

#include "report/html_escape.hpp"
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"

namespace waymark::html {
namespace {

bool is_wide(const CardScore& score) {
    return score.range && score.range->low != score.range->high;
}

PlotLegend legend_of(const Scorecard& card) {
    PlotLegend legend;
    legend.evidence = card.evidence_collected;
    for (const CardNode& node : card.nodes) {
        const bool wide = is_wide(node.claimed) || (card.evidence_collected && is_wide(node.evidenced));
        legend.ranges = legend.ranges || wide;
        legend.targets = legend.targets || node.target_value;
    }
    return legend;
}

}  // namespace

void weakest(Markup& markup, const Scorecard& card) {
    for (const CardNode* node : weakest_practices(card)) {
        const auto article = markup.in("article", {{"class", "whole"}});
        markup.leaf("h3", {{"dir", "auto"}}, label_of(*node) + (node->core ? " (core)" : ""));
        prose(markup, node->ask, "quiet");
        const auto facts = markup.in("dl", {{"class", "facts"}});
        fact(markup, "Now", standing_text(card, *node));
        fact(markup, "What is claimed", node->anchor);
    }
}

void profile(Markup& markup, const Scorecard& card) {
    prose(markup, scale_line(card), "quiet");
    if (!card.evidence_collected) prose(markup, no_evidence_line());
    legend(markup, legend_of(card));
    score_table(markup, card, {"Claimed beside evidenced for each dimension", dimensions(card), true});
    prose(markup, overall_line(card));
    prose(markup, as_sentence(card.core_hold));
    for (const std::string& shape : shape_lines(card)) prose(markup, shape);
}

void practices(Markup& markup, const Scorecard& card) {
    for (const CardNode* dimension : dimensions(card)) {
        const auto figure_element = markup.in("figure", {{"id", anchor("dimension", dimension->id)}});
        markup.leaf("h3", {{"dir", "auto"}}, dimension->title);
        if (dimension->state == "scored") {
            prose(markup, as_sentence(sides_text(card, *dimension)), "quiet");
        } else {
            prose(markup, as_sentence(state_text(*dimension)), "quiet");
        }
        score_table(markup, card, {"Practices of " + dimension->title, below(card, *dimension), false});
    }
    for (const std::string& each : words_legend(card)) prose(markup, each, "quiet");
}

void changes(Markup& markup, const Scorecard& card) {
    std::vector<std::string> notes;
    for (const CardNote& note : card.changes) notes.push_back(note.text);
    items(markup, notes);
    Table table = {"Scores that differ from the last time", {{"What", ""}, {"Change", ""}}, {}};
    for (const CardNode* node : changed_nodes(card)) table.rows.push_back({node->title, change_line(*node)});
    html::table(markup, table);
}

}  // namespace waymark::html
