// `waymark score --dictionary`: what the columns mean of every CSV that the run would write.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "report/row_columns.hpp"

namespace waymark {

// Empty, or why this run writes no CSV whose columns could be told.
std::string why_no_dictionary(const ScoreOptions& options);

// `with_evidence`: rows of responses have evidenced scores. kDone or kOurFailure.
int write_dictionary(const ScoreOptions& options, const std::vector<RowNode>& nodes, bool with_evidence,
                     Terminal& terminal);

}  // namespace waymark
