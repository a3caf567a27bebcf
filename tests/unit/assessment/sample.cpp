#include "sample.hpp"

#include <stdexcept>

using namespace waymark;

namespace sample {

const std::string kHead =
    "waymark: assessment/1\n"
    "framework: mission-maturity@1.2.3\n"
    "organisation: Warm Homes\n"
    "date: 2026-11-20\n";

namespace {

std::string indented(const std::string& lines, const std::string& by) {
    std::string result = by;
    for (const char c : lines) {
        result += c;
        if (c == '\n') result += by;
    }
    return result + "\n";
}

}  // namespace

std::string with_answers(const std::string& lines) {
    return kHead + "respondents:\n  - id: r1\n    role: leader\n    answers:\n" + indented(lines, "      ");
}

std::string with_facts(const std::string& lines) {
    return kHead + "currency: GBP\nrespondents: []\nfacts:\n" + indented(lines, "  ");
}

Read read(const std::string& text, const std::map<std::string, std::string>& files) {
    FileAccess access;
    access.read = [&](const std::string&, const std::string& relative, std::string& problem) {
        const auto found = files.find(relative);
        if (found != files.end()) return std::optional(found->second);
        problem = "it does not exist";
        return std::optional<std::string>();
    };
    Read result;
    result.assessment = read_assessment("folder/team.yaml", text, framework(), access, result.diagnostics);
    sort_diagnostics(result.diagnostics);
    return result;
}

std::string Read::places() const {
    std::string all;
    for (const auto& finding : diagnostics) {
        const char* severity = finding.severity == Severity::error     ? "error"
                               : finding.severity == Severity::warning ? "warning"
                                                                       : "note";
        if (!all.empty()) all += "\n";
        all += finding.code + " " + severity + " " + std::to_string(finding.span.line) + ":" +
               std::to_string(finding.span.column);
    }
    return all;
}

const Diagnostic& Read::only() const {
    if (diagnostics.size() != 1) throw std::runtime_error("not one finding but:\n" + places());
    return diagnostics.front();
}

int element(const std::string& id) {
    return framework().element(id).value();
}

const Table& table(const Assessment& assessment, const std::string& id) {
    return assessment.facts.at(static_cast<std::size_t>(framework().catalogue.table(id).value()));
}

const Cell& cell(const Assessment& assessment, const std::string& table_id, int row, const std::string& column) {
    const auto index = static_cast<std::size_t>(framework().catalogue.table(table_id).value());
    const auto position = static_cast<std::size_t>(framework().catalogue.tables[index].column(column).value());
    return assessment.facts.at(index).rows.at(static_cast<std::size_t>(row)).cells.at(position);
}

}  // namespace sample
