#include "cli/score_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/exit_status.hpp"
#include "cli/house_style.hpp"
#include "cli/load.hpp"
#include "cli/spreadsheet.hpp"
#include "report/row_columns.hpp"
#include "report/score_rows.hpp"
#include "text/csv.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

bool is_document(const std::string& format) {
    return format == "json" || format == "md" || format == "html" || format == "xlsx";
}

}  // namespace

bool cohort_output(const std::string& written, Output& output, std::string& problem) {
    static const std::vector<std::string> known{"text", "md", "csv", "json", "xlsx", "html"};
    const std::size_t equals = written.find('=');
    output.file = equals == std::string::npos ? written : written.substr(equals + 1);
    output.format =
        equals == std::string::npos ? output.file.substr(output.file.rfind('.') + 1) : written.substr(0, equals);
    if (equals == std::string::npos &&
        (output.format == "txt" || output.format == "markdown" || output.format == "htm")) {
        output.format = output.format == "txt" ? "text" : output.format == "htm" ? "html" : "md";
    }
    if (std::find(known.begin(), known.end(), output.format) == known.end()) {
        problem = fmt::format(
            "--cohort {} does not say its format; end the name in .md, .html, .xlsx, .csv, .json or .txt, "
            "or write FORMAT=FILE",
            written);
    } else if (output.file.empty()) {
        problem = fmt::format("--cohort {} names no file after the '='", written);
    }
    return problem.empty();
}

ScoreOutput::ScoreOutput(const ScoreOptions& options, Terminal& terminal)
    : options_(options),
      terminal_(terminal),
      style_(terminal.style()),
      rows_(is_document(options.format) ? "" : options.output, terminal),
      folder_(options.scorecards) {
    if (!options.output.empty()) style_.colour = false;
    for (const std::string& written : options.cohorts) {
        Output output;
        std::string problem;
        if (cohort_output(written, output, problem)) {
            cohorts_.push_back(std::move(output));
            continue;
        }
        terminal_.say(fmt::format("waymark: {}\n", problem));
        wrong_use_ = true;
    }
    if (auto house = read_house_style(options.house, terminal)) {
        house_ = std::move(*house);
    } else {
        wrong_use_ = true;
    }
    if (options.format != "xlsx") return;
    if (const std::string problem = why_no_spreadsheet(options.output); !problem.empty()) {
        terminal_.say(fmt::format("waymark: {}\n", problem));
        wrong_use_ = true;
    }
}

bool ScoreOutput::gathers() const {
    return !cohorts_.empty() || (options_.format != "csv" && options_.format != "jsonl");
}

void ScoreOutput::add_csv(const Scorecard& card) {
    const std::string head = csv_head(organisation_columns(row_nodes(card)));
    if (head_.empty()) {
        head_ = head;
        rows_.write(head_);
    } else if (head != head_) {
        terminal_.say(
            "waymark: these assessments have different dimensions, so they cannot share one table; use -f jsonl, or "
            "score each framework apart\n");
        rows_.drop();
        wrong_use_ = true;
        return;
    }
    rows_.write(csv_line(score_cells(card)));
}

void ScoreOutput::add(const Scorecard& card) {
    if (failed()) return;
    std::string problem;
    if (!folder_.add(card, problem)) {
        terminal_.say(fmt::format("waymark: {}\n", problem));
        rows_.drop();
        failed_ = true;
        return;
    }
    if (gathers()) gathering_.add(card);
    if (options_.format == "csv") {
        add_csv(card);
    } else if (options_.format == "jsonl") {
        rows_.write(json_line(card));
    } else if (options_.format == "text") {
        if (head_.empty()) rows_.write(head_ = text_row_head(style_));
        rows_.write(text_row(card, style_));
    } else if (options_.with_rows) {
        report_.rows.push_back(summary_cells(card));
        report_.row_columns = summary_columns();
    }
}

std::string ScoreOutput::rendered(const std::string& format, const TextStyle& style) const {
    if (format == "md") return cohort_as_markdown(report_);
    if (format == "csv") return cohort_as_csv(report_);
    if (format == "json") return cohort_as_json(report_);
    if (format == "html") return cohort_as_html(report_, house_);
    return cohort_as_text(report_, style);
}

int ScoreOutput::deliver_document(const std::string& format, const std::string& output) {
    if (format == "xlsx") return deliver_spreadsheet(cohort_as_workbook(report_), output, terminal_);
    TextStyle style = style_;
    style.colour = false;
    return deliver(rendered(format, style), output, terminal_);
}

int ScoreOutput::finish() {
    if (wrong_use_) return kWrongUse;
    if (failed_) return kOurFailure;
    for (Cohort& cohort : gathering_.cohorts(options_.min_cell)) report_.groups.push_back(std::move(cohort));
    int status = kDone;
    if (is_document(options_.format)) {
        std::sort(report_.rows.begin(), report_.rows.end());
        status = deliver_document(options_.format, options_.output);
    } else {
        const bool several = std::any_of(report_.groups.begin(), report_.groups.end(),
                                         [](const Cohort& cohort) { return cohort.organisations > 1; });
        if (options_.format == "text" && several) rows_.write("\n" + cohort_as_text(report_, style_));
        status = rows_.finish();
    }
    for (const Output& cohort : cohorts_) {
        if (deliver_document(cohort.format, cohort.file) != kDone) status = kOurFailure;
    }
    return status;
}

}  // namespace waymark
