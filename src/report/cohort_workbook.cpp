// A cohort as a spreadsheet: a page of words, then one table for each subject.
#include <fmt/format.h>

#include "report/cohort_report.hpp"
#include "report/cohort_words.hpp"
#include "report/wording.hpp"

namespace waymark {

namespace {

SheetRow words(const std::string& label, const std::string& text, bool heading = false) {
    return {{label, text}, heading};
}

Sheet summary_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "In short";
    sheet.has_header = false;
    sheet.columns = {{"", ColumnKind::text, 28}, {"", ColumnKind::long_text, 96}};
    for (const Cohort& cohort : report.groups) {
        sheet.rows.push_back(words(units(cohort), cohort_title(cohort), true));
        for (const std::string& line : in_short(cohort)) sheet.rows.push_back(words("", line));
        for (const std::string& line : quality_lines(cohort)) sheet.rows.push_back(words("Answers", line));
        for (const std::string& line : cohort.limits) sheet.rows.push_back(words("Not shown", line));
    }
    if (report.account) {
        for (const std::string& line : account_lines(*report.account))
            sheet.rows.push_back(words("What was read", line));
    }
    return sheet;
}

SheetCell count_or_words(const CohortCell& cell, std::int64_t least) {
    if (cell.count) return count_cell(*cell.count);
    return count_text(cell, least);
}

Sheet scores_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Scores";
    sheet.frozen_columns = 2;
    sheet.columns = {{"Profile", ColumnKind::text, 16}, {"Score", ColumnKind::text, 48},
                     {"Kind", ColumnKind::text, 11},    {"Side", ColumnKind::text, 11},
                     {"Levels", ColumnKind::text, 36},  {"Count", ColumnKind::whole, 9},
                     {"Share", ColumnKind::percent, 9}};
    sheet.shadings = {{6, 0, 1}};
    for (const Cohort& cohort : report.groups) {
        for (const CohortNode& node : cohort.nodes) {
            const auto put = [&](const char* side, const CohortScores& scores) {
                for (const CohortStep& step : scores.steps) {
                    sheet.rows.push_back(
                        {{cell_of(cohort.profile_title), node_label(node), node.kind, std::string(side), step.title,
                          count_cell(step.count), Rational::fraction(step.count, cohort.organisations)},
                         false});
                }
            };
            put("claimed", node.claimed);
            put("evidenced", node.evidenced);
        }
    }
    return sheet;
}

Sheet percentiles_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Percentiles";
    sheet.frozen_columns = 2;
    sheet.columns = {{"Profile", ColumnKind::text, 16}, {"Score", ColumnKind::text, 48},
                     {"Side", ColumnKind::text, 11},    {"p10", ColumnKind::decimal, 8},
                     {"p50", ColumnKind::decimal, 8},   {"p90", ColumnKind::decimal, 8}};
    for (const Cohort& cohort : report.groups) {
        for (const CohortNode& node : cohort.nodes) {
            const auto put = [&](const char* side, const CohortScores& scores) {
                if (!scores.p10 && !scores.p50 && !scores.p90) return;
                sheet.rows.push_back({{cell_of(cohort.profile_title), node_label(node), std::string(side),
                                       cell_of(scores.p10), cell_of(scores.p50), cell_of(scores.p90)},
                                      false});
            };
            put("claimed", node.claimed);
            put("evidenced", node.evidenced);
        }
    }
    return sheet;
}

Sheet signs_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Signs";
    sheet.frozen_columns = 2;
    sheet.columns = {{"Profile", ColumnKind::text, 16},      {"Sign", ColumnKind::text, 48},
                     {"Kind", ColumnKind::text, 10},         {"Raised", ColumnKind::whole, 14},
                     {"Cannot tell", ColumnKind::whole, 14}, {"Does not apply, or too early", ColumnKind::whole, 14},
                     {"Clear", ColumnKind::whole, 14},       {"Mostly cannot tell", ColumnKind::text, 12}};
    sheet.tones = {{7, "yes", Tone::doubt}};
    std::int64_t most = 1;
    for (const Cohort& cohort : report.groups) {
        most = std::max(most, cohort.organisations);
        for (const CohortFlag& flag : cohort.flags) {
            SheetRow row{{cell_of(cohort.profile_title), flag_label(flag), flag.kind}, false};
            for (const CohortCell& cell : flag.states) row.cells.push_back(count_or_words(cell, cohort.least_cell));
            row.cells.push_back(yes_no_cell(flag.mostly_cannot_tell));
            sheet.rows.push_back(std::move(row));
        }
    }
    sheet.shadings = {{3, 0, Rational::fraction(most, 1), true}};
    return sheet;
}

Sheet readings_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Readings";
    sheet.columns = {{"Profile", ColumnKind::text, 16},
                     {"Of", ColumnKind::text, 44},
                     {"Reading", ColumnKind::text, 28},
                     {"Count", ColumnKind::whole, 14}};
    for (const Cohort& cohort : report.groups) {
        const auto put = [&](const std::string& of, const CohortCells& cells) {
            for (const CohortCell& cell : cells) {
                sheet.rows.push_back(
                    {{cell_of(cohort.profile_title), of, cell.title, count_or_words(cell, cohort.least_cell)}, false});
            }
        };
        put("The signs together", cohort.verdicts);
        put("The headline indicator", cohort.outcomes);
        for (const CohortQuality::Remark& remark : cohort.quality.remarks) put(remark.title, remark.cells);
        for (const CohortNode& node : cohort.nodes) put(node_label(node) + ", by band", node.bands);
    }
    return sheet;
}

Sheet exchange_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Who can help whom";
    sheet.columns = {{"Profile", ColumnKind::text, 16},
                     {"Practice", ColumnKind::text, 48},
                     {"Organisation", ColumnKind::text, 40},
                     {"Evidence at", ColumnKind::text, 18}};
    for (const Cohort& cohort : report.groups) {
        for (const CohortExchange& one : cohort.exchange) {
            for (const CohortPeer& peer : one.peers) {
                sheet.rows.push_back(
                    {{cell_of(cohort.profile_title), joined({one.code, one.title}, " "), peer.organisation, peer.level},
                     false});
            }
        }
    }
    return sheet;
}

Sheet nobody_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "What nobody can do yet";
    sheet.columns = {
        {"Profile", ColumnKind::text, 16}, {"Practice", ColumnKind::text, 48}, {"Nobody above", ColumnKind::text, 18}};
    for (const Cohort& cohort : report.groups) {
        for (const CohortNode& node : cohort.nodes) {
            if (!node.nobody_above) continue;
            sheet.rows.push_back({{cell_of(cohort.profile_title), node_label(node), node.highest}, false});
        }
    }
    return sheet;
}

Sheet rows_sheet(const CohortReport& report) {
    Sheet sheet;
    sheet.name = "Each organisation";
    sheet.frozen_columns = 1;
    for (const std::string& column : report.row_columns) sheet.columns.push_back({column, ColumnKind::text, 18});
    for (const std::vector<std::string>& cells : report.rows) {
        SheetRow row;
        for (const std::string& cell : cells) row.cells.push_back(cell_of(cell));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace

Workbook cohort_as_workbook(const CohortReport& report) {
    Workbook workbook;
    workbook.title = "A group of teams, read together";
    workbook.subject = report.groups.empty() ? "" : cohort_title(report.groups.front());
    for (const Cohort& cohort : report.groups) {
        if (const auto date = parse_date(cohort.last_date)) workbook.date = std::max(workbook.date, *date);
    }
    workbook.sheets = {summary_sheet(report),  scores_sheet(report),   percentiles_sheet(report), signs_sheet(report),
                       readings_sheet(report), exchange_sheet(report), nobody_sheet(report)};
    if (!report.rows.empty()) workbook.sheets.push_back(rows_sheet(report));
    return workbook;
}

}  // namespace waymark
