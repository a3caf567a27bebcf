// Scores as Markdown tables.
#include <string>
#include <vector>

#include "report/markdown_sections.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"

namespace waymark::markdown {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kMostRoleGaps = 8;

std::string gap_text(const CardNode& node) {
    return node.gap ? figure(*node.gap) : "";
}

Row dimension_row(const CardNode& node, bool evidence) {
    Row row = {node.title, score_text(node, node.claimed), range_text(node, node.claimed), coverage_text(node.claimed)};
    if (evidence) {
        for (const std::string& cell : {score_text(node, node.evidenced), range_text(node, node.evidenced),
                                        coverage_text(node.evidenced), gap_text(node)}) {
            row.push_back(cell);
        }
    }
    row.push_back(band_text(node));
    return row;
}

Row practice_row(const CardNode& node, bool evidence, bool targets) {
    const std::string marks = marks_of(node);
    const bool scored = node.state == "scored";
    Row row = {node.code, marks.empty() ? node.title : node.title + " " + marks,
               scored ? score_text(node, node.claimed) : state_text(node)};
    if (evidence) {
        row.push_back(scored ? score_text(node, node.evidenced) : "");
        row.push_back(gap_text(node));
    }
    if (targets) row.push_back(node.target_value ? figure(*node.target_value) : "");
    row.push_back(spread_text(node));
    return row;
}

bool has_targets(const Scorecard& card) {
    for (const CardNode& node : card.nodes) {
        if (node.target_value) return true;
    }
    return false;
}

}  // namespace

void weakest(Page& page, const Scorecard& card) {
    for (const CardNode* node : weakest_practices(card)) {
        page.heading(3, label_of(*node) + (node->core ? " (core)" : ""));
        page.item("Asked", node->ask);
        page.item("Now", standing_text(card, *node));
        page.item("What is claimed", node->anchor);
    }
}

void profile(Page& page, const Scorecard& card) {
    page.paragraph(scale_line(card));
    if (!card.evidence_collected) page.paragraph(no_evidence_line());
    std::vector<std::string> columns = {"Dimension", ">Claimed", ">Range", ">Known"};
    if (card.evidence_collected) {
        for (const char* name : {">Evidenced", ">Range", ">Known", ">Gap"}) columns.emplace_back(name);
    }
    columns.emplace_back("Band");
    std::vector<Row> rows;
    for (const CardNode* node : dimensions(card)) rows.push_back(dimension_row(*node, card.evidence_collected));
    page.table(columns, rows);
    page.paragraph(overall_line(card));
    page.paragraph(as_sentence(card.core_hold));
    for (const std::string& shape : shape_lines(card)) page.paragraph(shape);
}

void practices(Page& page, const Scorecard& card) {
    const bool targets = has_targets(card);
    std::vector<std::string> columns = {"Code", "Practice", ">Claimed"};
    if (card.evidence_collected) {
        for (const char* name : {">Evidenced", ">Gap"}) columns.emplace_back(name);
    }
    if (targets) columns.emplace_back(">Target");
    columns.emplace_back(">Spread");
    std::vector<Row> rows;
    const auto flush = [&] {
        page.table(columns, rows);
        rows.clear();
    };
    for (const CardNode& node : card.nodes) {
        if (node.kind == "overall") continue;
        if (node.kind == "dimension") {
            flush();
            page.heading(3, node.title);
        } else {
            rows.push_back(practice_row(node, card.evidence_collected, targets));
        }
    }
    flush();
    for (const std::string& mark : marks_legend(card)) page.item(mark);
}

void roles(Page& page, const Scorecard& card) {
    std::vector<Row> rows;
    for (const CardNode* node : widest_role_gaps(card, kMostRoleGaps)) {
        rows.push_back(
            {label_of(*node), figure(*node->role_gap), node->role_gap_high, node->role_gap_low, roles_text(*node)});
    }
    page.table({"Practice", ">Apart", "Higher", "Lower", "Means by role"}, rows);
    page.paragraph(hidden_roles_line(card));
}

void changes(Page& page, const Scorecard& card) {
    for (const CardNote& note : card.changes) page.item(note.text);
    std::vector<Row> rows;
    for (const CardNode* node : changed_nodes(card)) rows.push_back({node->title, change_line(*node)});
    page.table({"What", "Change"}, rows);
}

}  // namespace waymark::markdown
