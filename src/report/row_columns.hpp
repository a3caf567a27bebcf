// What each column means in the CSV files of `waymark score`: of organisations, of responses, of a group, of what was
// rejected.
#pragma once

#include <string>
#include <vector>

#include "report/data_table.hpp"
#include "waymark/plan.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

// The whole and its dimensions: rows have columns for each.
struct RowNode {
    std::string id;
    std::string title;
    std::string range;  // of its scores; empty: not the same for every organisation
};
std::vector<RowNode> row_nodes(const Scorecard& card);
std::vector<RowNode> row_nodes(const Framework& framework, const Plan& plan);

std::vector<DataColumn> organisation_columns(const std::vector<RowNode>& nodes);
std::vector<DataColumn> response_columns(const std::vector<RowNode>& nodes, bool with_evidence);
std::vector<DataColumn> cohort_columns();
std::vector<DataColumn> reject_columns();

}  // namespace waymark
