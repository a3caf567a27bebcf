#include <algorithm>

#include "report/html_escape.hpp"
#include "report/html_parts.hpp"
#include "report/html_scores.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"

namespace waymark::html {
namespace {

constexpr int kDeepestShown = 4;  // charts.css

struct Layout {
    Scale scale;
    bool same_scale = true;
    bool evidence = false;
    bool targets = false;
    bool spread = false;
    bool whole = false;
};

Layout layout_of(const Scorecard& card, const ScoreTable& table) {
    Layout layout;
    layout.evidence = card.evidence_collected;
    layout.whole = table.whole;
    if (!table.nodes.empty()) layout.scale = scale_of(card, *table.nodes.front());
    for (const CardNode* node : table.nodes) {
        const bool same = node->lowest == layout.scale.lowest && node->highest == layout.scale.highest;
        layout.same_scale = layout.same_scale && same;
        layout.targets = layout.targets || node->target_value;
        layout.spread = layout.spread || node->spread_lowest;
    }
    return layout;
}

std::vector<std::string> figure_columns(const Layout& layout) {
    std::vector<std::string> columns = {"Claimed"};
    if (layout.evidence) columns.insert(columns.end(), {"Evidenced", "Gap"});
    if (layout.targets) columns.emplace_back("Target");
    if (layout.spread) columns.emplace_back("Spread");
    if (layout.whole) columns.insert(columns.end(), {"Known", "Band"});
    return columns;
}

void head(Markup& markup, const Layout& layout) {
    const auto head = markup.in("thead");
    const auto row = markup.in("tr");
    markup.leaf("th", {{"scope", "col"}}, layout.whole ? "Dimension" : "Practice");
    {
        const auto drawn = markup.in("th", {{"scope", "col"}, {"class", "drawn"}});
        markup.leaf("span", {{"class", "unseen"}}, "Drawn");
        if (layout.same_scale) axis(markup, layout.scale);
    }
    for (const std::string& name : figure_columns(layout)) {
        markup.leaf("th", {{"scope", "col"}, {"class", "number"}}, name);
    }
}

void name_cell(Markup& markup, const CardNode& node, bool links) {
    const auto cell = markup.in("th", {{"scope", "row"}, {"dir", "auto"}});
    if (!node.code.empty()) {
        markup.leaf("span", {{"class", "code"}}, node.code);
        markup.text(" ");
    }
    if (links) {
        markup.leaf("a", {{"href", "#" + anchor("dimension", node.id)}}, node.title);
    } else {
        markup.text(node.title);
    }
    for (const std::string& word : marks_in_words(node)) {
        markup.text("\u00A0");  // never alone on a line
        markup.leaf("span", {{"class", "tag"}}, word);
    }
}

void figure_cell(Markup& markup, std::string_view label, const std::string& text, const std::string& below = "") {
    const auto cell = markup.in("td", {{"data-label", std::string(label)}});
    markup.text(text.empty() ? "–" : text);
    if (!below.empty()) markup.leaf("small", below);
}

std::string known_text(const Scorecard& card, const CardNode& node) {
    const std::string claimed = coverage_text(node.claimed);
    const std::string evidenced = coverage_text(node.evidenced);
    return !card.evidence_collected || claimed == evidenced ? claimed : claimed + " / " + evidenced;
}

void row(Markup& markup, const Scorecard& card, const Layout& layout, const CardNode& node) {
    const int depth = std::min(node.depth, kDeepestShown);
    const auto element =
        markup.in("tr", depth > 2 ? Attributes{{"class", "depth-" + std::to_string(depth)}} : Attributes{});
    name_cell(markup, node, layout.whole);
    {
        const auto cell = markup.in("td", {{"class", "drawn"}});
        if (node.state == "not-applicable") {
            markup.leaf("span", {{"class", "quiet"}}, state_text(node));
        } else {
            plot(markup, layout.same_scale ? layout.scale : scale_of(card, node), plot_row(card, node));
        }
    }
    const bool scored = node.state != "not-applicable";
    figure_cell(markup, "Claimed", scored ? score_text(node, node.claimed) : "", range_text(node, node.claimed));
    if (layout.evidence) {
        figure_cell(markup, "Evidenced", scored ? score_text(node, node.evidenced) : "",
                    range_text(node, node.evidenced));
        figure_cell(markup, "Gap", node.gap ? figure(*node.gap) : "");
    }
    if (layout.targets) figure_cell(markup, "Target", node.target_value ? figure(*node.target_value) : "");
    if (layout.spread) figure_cell(markup, "Spread", spread_text(node));
    if (layout.whole) {
        figure_cell(markup, "Known", known_text(card, node));
        figure_cell(markup, "Band", band_text(node));
    }
}

}  // namespace

Scale scale_of(const Scorecard& card, const CardNode& node) {
    Scale scale = {node.lowest, node.highest, {}};
    const bool shared =
        !card.levels.empty() && card.levels.front().value == node.lowest && card.levels.back().value == node.highest;
    if (shared) {
        scale.ticks = card.levels;
    } else {
        scale.ticks = {{"", "", node.lowest}, {"", "", node.highest}};
    }
    return scale;
}

PlotRow plot_row(const Scorecard& card, const CardNode& node) {
    PlotRow row = {node.claimed, std::nullopt, node.target_value, ""};
    if (card.evidence_collected) row.evidenced = node.evidenced;
    // The name stands in the same row.
    row.says = (node.code.empty() ? node.title : node.code) + ": " + sides_text(card, node);
    return row;
}

void score_table(Markup& markup, const Scorecard& card, const ScoreTable& table) {
    if (table.nodes.empty()) return;
    const Layout layout = layout_of(card, table);
    const auto element = markup.in("table", {{"class", "scores"}});
    markup.leaf("caption", {{"class", "unseen"}}, table.caption);
    head(markup, layout);
    const auto body = markup.in("tbody");
    for (const CardNode* node : table.nodes) row(markup, card, layout, *node);
}

}  // namespace waymark::html
