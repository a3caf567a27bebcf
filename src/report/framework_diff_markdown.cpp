#include <fmt/format.h>

#include "report/framework_diff.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::string_view kTitles[] = {"Editorial", "Compatible", "Breaking"};

std::string safe(const std::string& text) {
    return escape_markdown(printable(text));
}

std::string places(const Difference& one, const FrameworkDiff& diff) {
    const auto place = [](const std::string& file, const Span& span) {
        return span.line == 0 ? "" : fmt::format("{}:{}", safe(file), span.line);
    };
    const std::string was = place(diff.old_file, one.was_at);
    const std::string is = place(diff.new_file, one.is_at);
    return was.empty() || is.empty() ? was + is : fmt::format("{}, was {}", is, was);
}

std::string entry(const Difference& one, const FrameworkDiff& diff) {
    std::string text =
        fmt::format("- **{}**: {} ({}; `{}`)\n", safe(one.subject), safe(one.message), places(one, diff), one.rule->id);
    if (!one.before.empty()) text += fmt::format("  - was: {}\n", safe(one.before));
    if (!one.after.empty()) text += fmt::format("  - is: {}\n", safe(one.after));
    if (!one.help.empty()) text += fmt::format("  - to do: {}\n", safe(one.help));
    return text;
}

std::string table_of(const Moves& moves, const FrameworkDiff& diff) {
    std::string text = fmt::format("\n### {}\n\n", safe(moves.organisation.empty() ? moves.file : moves.organisation));
    for (const std::string& lost : moves.not_carried) text += fmt::format("- not carried over: {}\n", safe(lost));
    if (!moves.not_carried.empty()) text += "\n";
    if (!moves.problem.empty()) {
        return text + fmt::format("Cannot be read under {}: {}.\n", safe(diff.new_version), safe(moves.problem));
    }
    if (moves.moves.empty()) return text + "Nothing moves.\n";
    text += fmt::format("| | {} | {} |\n| --- | --- | --- |\n", safe(diff.old_version), safe(diff.new_version));
    for (const Move& move : moves.moves) {
        text += fmt::format("| {} | {} | {} |\n", safe(move.what), safe(move.before), safe(move.after));
    }
    return text;
}

}  // namespace

std::string diff_as_markdown(const DiffReport& report) {
    const FrameworkDiff& diff = report.diff;
    std::string text = fmt::format("# {}: {} to {}\n\n", safe(diff.id), safe(diff.old_version), safe(diff.new_version));
    text += fmt::format("{}; {}.\n", count_text(diff), safe(version_text(diff)));
    for (const ChangeClass kind : {ChangeClass::breaking, ChangeClass::compatible, ChangeClass::editorial}) {
        if (diff.count(kind) == 0) continue;
        text += fmt::format("\n## {}\n\n", kTitles[static_cast<std::size_t>(kind)]);
        for (const Difference& one : diff.differences) {
            if (one.rule->kind == kind) text += entry(one, diff);
        }
    }
    if (!report.assessments.empty()) text += "\n## How assessments would move\n";
    for (const Moves& moves : report.assessments) text += table_of(moves, diff);
    return text;
}

std::string diff_rules_as_markdown() {
    std::string text = "| change | class | step | why |\n| --- | --- | --- | --- |\n";
    for (const DiffRule& rule : diff_rules()) {
        text += fmt::format("| {} (`{}`) | {} | {} | {} |\n", rule.what, rule.id, word_of(rule.kind),
                            word_of(step_for(rule.kind)), rule.why);
    }
    return text;
}

}  // namespace waymark
