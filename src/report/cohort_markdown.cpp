// A cohort as a page of Markdown.
#include <fmt/format.h>

#include <algorithm>

#include "report/cohort_report.hpp"
#include "report/cohort_words.hpp"
#include "report/markdown_page.hpp"
#include "report/wording.hpp"

namespace waymark {

namespace {

using Rows = std::vector<std::vector<std::string>>;

void cells_table(markdown::Page& page, const std::string& first, const CohortCells& cells, const Cohort& cohort) {
    Rows rows;
    for (const CohortCell& cell : cells) {
        rows.push_back({cell.title, count_text(cell, cohort.least_cell), share_text(cell, cohort.organisations)});
    }
    page.table({first, ">" + as_sentence(cohort.unit + "s").substr(0, cohort.unit.size() + 1), ">Share"}, rows);
}

void scores_table(markdown::Page& page, const Cohort& cohort, bool practices) {
    const bool middles = std::any_of(cohort.nodes.begin(), cohort.nodes.end(), [&](const CohortNode& node) {
        return (node.kind == "practice") == practices && (node.claimed.p50 || node.evidenced.p50);
    });
    std::vector<std::string> columns{practices ? "Practice" : "Score"};
    if (practices) columns.emplace_back("Claimed, by level");
    columns.emplace_back(practices ? "Evidenced, by level" : "By band");
    if (middles) columns.insert(columns.end(), {"Claimed", "Evidenced"});
    Rows rows;
    for (const CohortNode& node : cohort.nodes) {
        if ((node.kind == "practice") != practices) continue;
        std::vector<std::string> row{node_label(node) + (node.core ? " (core)" : "")};
        if (practices) row.push_back(steps_text(node.claimed));
        const CohortScores& scores = node.evidenced.steps.empty() && !practices ? node.claimed : node.evidenced;
        row.push_back(node.bands.empty() ? steps_text(scores) : "below");
        if (middles) row.insert(row.end(), {percentiles_text(node.claimed), percentiles_text(node.evidenced)});
        rows.push_back(std::move(row));
    }
    page.table(columns, rows);
}

void put_signs(markdown::Page& page, const Cohort& cohort) {
    for (const std::string kind : {"washing", "real"}) {
        Rows rows;
        for (const CohortFlag& flag : cohort.flags) {
            if (flag.kind != kind) continue;
            std::vector<std::string> row{flag_label(flag)};
            for (const CohortCell& cell : flag.states) row.push_back(count_text(cell, cohort.least_cell));
            row.push_back(flag.mostly_cannot_tell ? "mostly cannot tell" : "");
            rows.push_back(std::move(row));
        }
        if (rows.empty()) continue;
        page.heading(3, kind == "washing" ? "Signs worth checking" : "Signs that it is real");
        page.table({"Sign", ">Raised", ">Cannot tell", ">Does not apply, or too early", ">Clear", "Remark"}, rows);
    }
}

void put_exchange(markdown::Page& page, const Cohort& cohort) {
    page.heading(3, "Who can help whom");
    page.paragraph(
        "Organisations that agreed to be named, with evidence at a level that at least half of the group cannot show. "
        "In the order of practices and of names: this is no ranking.");
    for (const CohortExchange& exchange : cohort.exchange) {
        page.item(joined({exchange.code, exchange.title}, " "), joined(peer_lines(cohort, exchange), "; "));
    }
    if (cohort.exchange.empty()) page.paragraph("Nobody who agreed to be named stands out in a single practice.");
    Rows rows;
    for (const CohortNode& node : cohort.nodes) {
        if (node.nobody_above) rows.push_back({node_label(node), node.highest});
    }
    if (rows.empty()) return;
    page.heading(3, "What nobody can do yet");
    page.paragraph("In these practices no organisation has evidence above the level named. Look for peers elsewhere.");
    page.table({"Practice", "Nobody above"}, rows);
}

void put_cohort(markdown::Page& page, const Cohort& cohort) {
    page.heading(2, cohort_people(cohort));
    page.paragraph(cohort_title(cohort));
    for (const std::string& line : in_short(cohort)) page.item(line);
    if (!cohort.too_few) {
        if (cohort.unit == "organisation") {
            page.heading(3, "The readings");
            cells_table(page, "Reading", cohort.verdicts, cohort);
            put_signs(page, cohort);
        }
        page.heading(3, "Scores");
        scores_table(page, cohort, false);
        for (const CohortNode& node : cohort.nodes) {
            if (!node.bands.empty()) cells_table(page, node_label(node), node.bands, cohort);
        }
        page.heading(3, "Practices");
        scores_table(page, cohort, true);
        if (cohort.unit == "organisation") {
            put_exchange(page, cohort);
            page.heading(3, "Outcomes");
            cells_table(page, "The headline indicator", cohort.outcomes, cohort);
            page.heading(3, "How far the answers carry");
            for (const std::string& line : quality_lines(cohort)) page.item(line);
        }
    }
    page.heading(3, "What is not shown");
    for (const std::string& line : cohort.limits) page.item(line);
}

}  // namespace

std::string cohort_as_markdown(const CohortReport& report) {
    markdown::Page page;
    page.heading(1, "A group of teams, read together");
    page.paragraph(cohort_purpose());
    for (const Cohort& cohort : report.groups) put_cohort(page, cohort);
    if (report.account) {
        page.heading(2, "What was read");
        for (const std::string& line : account_lines(*report.account)) page.item(line);
    }
    if (!report.rows.empty()) {
        page.heading(2, "Each organisation");
        page.strong("For those who may see these answers. Leave this part out before passing the page on.");
        page.table(report.row_columns, report.rows);
    }
    return std::move(page).take();
}

}  // namespace waymark
