#include "cli/score_output.hpp"

#include "cli/exit_status.hpp"
#include "report/score_rows.hpp"

namespace waymark {

ScoreOutput::ScoreOutput(const ScoreOptions& options, Terminal& terminal)
    : options_(options), style_(terminal.style()), terminal_(terminal), rows_(options.output, terminal) {
    if (!options.output.empty()) style_.colour = false;
}

void ScoreOutput::add_csv(const Scorecard& card) {
    std::vector<std::string> columns = score_columns(card);
    if (first_) {
        columns_ = std::move(columns);
        rows_.write(csv_line(columns_));
    } else if (columns != columns_) {
        terminal_.say(
            "waymark: these assessments have different dimensions, so they cannot share one table; use -f json, or "
            "score each framework apart\n");
        rows_.drop();
        failed_ = true;
        return;
    }
    rows_.write(csv_line(score_cells(card)));
}

void ScoreOutput::add(const Scorecard& card) {
    if (failed()) return;
    if (options_.format == "csv") {
        add_csv(card);
    } else if (options_.format == "jsonl") {
        rows_.write(json_line(card));
    } else if (options_.format == "json") {
        rows_.write(first_ ? "[\n" : ",\n");
        rows_.write(report_as_json(card, false));
    } else {
        if (first_) rows_.write(text_row_head(style_));
        rows_.write(text_row(card, style_));
    }
    first_ = false;
}

int ScoreOutput::finish() {
    if (failed_) return kWrongUse;
    if (options_.format == "json") rows_.write(first_ ? "[]\n" : "]\n");
    return rows_.finish();
}

}  // namespace waymark
