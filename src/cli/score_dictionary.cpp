#include "cli/score_dictionary.hpp"

#include <algorithm>

#include "cli/load.hpp"
#include "cli/score_output.hpp"

namespace waymark {
namespace {

bool has_cohort_in_csv(const ScoreOptions& options) {
    return std::any_of(options.cohorts.begin(), options.cohorts.end(), [](const std::string& written) {
        Output output;
        std::string problem;
        return cohort_output(written, output, problem) && output.format == "csv";
    });
}

}  // namespace

std::string why_no_dictionary(const ScoreOptions& options) {
    const bool any = options.format == "csv" || has_cohort_in_csv(options) || !options.exports.rejects.empty();
    return any ? "" : "--dictionary goes with CSV: add -f csv, --cohort FILE.csv or --rejects FILE";
}

int write_dictionary(const ScoreOptions& options, const std::vector<RowNode>& nodes, bool with_evidence,
                     Terminal& terminal) {
    std::vector<DataTable> tables;
    if (options.format == "csv") {
        tables.push_back(options.exports.per_response
                             ? DataTable{"responses", "", response_columns(nodes, with_evidence), {}}
                             : DataTable{"organisations", "", organisation_columns(nodes), {}});
    }
    if (has_cohort_in_csv(options)) tables.push_back({"cohort", "", cohort_columns(), {}});
    if (!options.exports.rejects.empty()) tables.push_back({"rejects", "", reject_columns(), {}});
    return deliver(dictionary_as_csv(tables), options.output, terminal);
}

}  // namespace waymark
