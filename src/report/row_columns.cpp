#include "report/row_columns.hpp"

#include <fmt/format.h>

#include "batch/response_rows.hpp"
#include "report/card_columns.hpp"

namespace waymark {
namespace {

constexpr const char* kNoPoint = "withheld, unknown or not applicable";

std::string range_text(const Rational& low, const Rational& high) {
    return low.to_short(4) + " to " + high.to_short(4);
}

DataColumn whole(std::string name, std::string unit, std::string meaning, std::string missing = "",
                 std::string range = "0 or more") {
    return {std::move(name),   "", ColumnKind::whole, 11, std::move(unit), std::move(range), std::move(meaning),
            std::move(missing)};
}

DataColumn score(const RowNode& node, const std::string& side, const std::string& digits) {
    return {node.id + "_" + side,
            "",
            ColumnKind::decimal,
            11,
            "level",
            node.range,
            fmt::format("{}: what is {}, to {} decimals.", node.title, side, digits),
            side == "evidenced" ? std::string(kNoPoint) + "; or no evidence is known" : kNoPoint};
}

}  // namespace

std::vector<RowNode> row_nodes(const Scorecard& card) {
    std::vector<RowNode> nodes;
    for (const CardNode& node : card.nodes) {
        if (node.kind != "overall" && node.kind != "dimension") continue;
        nodes.push_back({node.id, node.title, range_text(node.lowest, node.highest)});
    }
    return nodes;
}

std::vector<RowNode> row_nodes(const Framework& framework, const Plan& plan) {
    std::vector<int> wanted{0};
    wanted.insert(wanted.end(), plan.nodes[0].children.begin(), plan.nodes[0].children.end());
    std::vector<RowNode> nodes;
    for (const int at : wanted) {
        const PlanNode& node = plan.nodes[static_cast<std::size_t>(at)];
        const auto& element = framework.elements[static_cast<std::size_t>(at)];
        const bool sum = node.rollup == Rollup::sum;
        nodes.push_back({element.id, element.title, sum ? "" : range_text(node.lowest, node.highest)});
    }
    return nodes;
}

std::vector<DataColumn> organisation_columns(const std::vector<RowNode>& nodes) {
    const auto signs = [](const char* severity) {
        return whole(severity, "signs",
                     fmt::format("How many signs of mission-washing of {} severity are raised.", severity));
    };
    std::vector<DataColumn> columns = {
        text("organisation", "", 0, "The organisation's name, as it stands in its file.", "no name is given"),
        {"date", "", ColumnKind::date, 0, "", "", "The day the assessment stands for.", ""},
        text("profile", "", 0, "The id of the framework's profile.", "the framework has no profiles"),
        whole("respondents", "people", "How many people answered."),
        text("verdict", "", 0, "The id of how the signs read together.", "the framework has no verdict"),
        signs("high"),
        signs("medium"),
        signs("low"),
        whole("signs_told", "signs", "Of those that apply, how many could be told, raised or not."),
        whole("signs_applicable", "signs", "How many signs of mission-washing apply.")};
    for (const RowNode& node : nodes) {
        columns.push_back(score(node, "claimed", "two"));
        columns.push_back(score(node, "evidenced", "two"));
    }
    return columns;
}

std::vector<DataColumn> response_columns(const std::vector<RowNode>& nodes, bool with_evidence) {
    std::vector<DataColumn> columns;
    for (const ResponseFact& fact : kResponseFacts) {
        columns.push_back(fact.unit.empty()
                              ? text(std::string(fact.name), "", 0, std::string(fact.meaning),
                                     std::string(fact.missing), std::string(fact.range))
                              : whole(std::string(fact.name), std::string(fact.unit), std::string(fact.meaning)));
    }
    for (const RowNode& node : nodes) {
        columns.push_back(score(node, "claimed", "three"));
        if (with_evidence) columns.push_back(score(node, "evidenced", "three"));
    }
    return columns;
}

std::vector<DataColumn> cohort_columns() {
    return {text("framework", "", 0, "The framework's id; a group is of one framework, version and profile."),
            text("framework_version", "", 0, "The framework's version."),
            text("profile", "", 0, "The id of the framework's profile.", "the framework has no profiles"),
            text("unit", "", 0, "What is counted.", "", "organisation, response"),
            text("part", "", 0, "What the row is about.", "",
                 "cohort, overall, dimension, practice, verdict, flag, outcomes, quality"),
            text("id", "", 0, "The id of the dimension, practice, sign or remark.", "the part is one table"),
            text("title", "", 0, "What it is called.", "the part is one table"),
            text("measure", "", 0,
                 "What is told: counts by level, band, reading or state, how many organisations a remark is true of, "
                 "percentiles, or a figure of the whole group.",
                 "",
                 "count, least_cell, set_aside, respondents, claimed_level, evidenced_level, band, reading, state, "
                 "organisations, claimed_p10, claimed_p50, claimed_p90, evidenced_p10, evidenced_p50, evidenced_p90"),
            text("group", "", 0, "The id of the level, band, reading or state; of several levels with spaces between.",
                 "the measure is one figure"),
            text("group_title", "", 0, "What it is called.", "the measure is one figure"),
            {"value", "", ColumnKind::decimal, 0, "as the measure says", "0 or more", "The count, or the score.",
             "kept back, as it is of too few"},
            {"share", "", ColumnKind::decimal, 0, "of 1", "0 to 1",
             "The count as a share of the group, to three decimals.", "the value is kept back, or no count of a group"},
            text("told", "", 0,
                 "How much is told of the value: exactly; only that it is under the smallest count shown, or at least "
                 "that; or nothing.",
                 "", "exactly, fewer, or-more, nothing")};
}

std::vector<DataColumn> reject_columns() {
    return {text("file", "", 0, "The export that the record stands in."),
            whole("record", "", "Which record of the file, counted from 1; 0 where it is the file itself."),
            whole("line", "", "Its line, counted from 1.", "records of this file are not lines", "1 or more"),
            whole("begin_byte", "bytes", "Where the record begins in the unpacked file."),
            whole("end_byte", "bytes", "Where it ends."),
            text("id", "", 0, "The response's id.", "none was read"),
            text("pointer", "", 0, "Where in the record the value stands.", "it is not about one value"),
            text("reason", "", 0, "Why the record was rejected; docs/exports.md lists the reasons."),
            text("value", "", 0, "The value that was met, cut after 80 characters.", "there is none")};
}

}  // namespace waymark
