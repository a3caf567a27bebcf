#include <fmt/format.h>

#include "report/framework_diff.hpp"
#include "report/printer.hpp"

namespace waymark {

namespace {

constexpr std::string_view kMeanings[] = {"Editorial: words only", "Compatible: old answers count and scores stay",
                                          "Breaking: old answers no longer count, or scores move"};

std::string place(const std::string& file, const Span& span) {
    return fmt::format("{}:{}", file, span.line);
}

// The new place leads; the old one stands with what was there.
void show(const Difference& one, const FrameworkDiff& diff, Printer& printer) {
    const bool gone = one.is_at.line == 0;
    const std::string lead = gone ? place(diff.old_file, one.was_at) : place(diff.new_file, one.is_at);
    printer.wrapped("  ", fmt::format("{}: {}: {} [{}]", lead, one.subject, one.message, one.rule->id));
    const bool has_values = !one.before.empty() || !one.after.empty();
    const std::string old_place = one.was_at.line == 0 || gone ? "" : " (" + place(diff.old_file, one.was_at) + ")";
    if (has_values && !(one.before.empty() && one.was_at.line == 0)) {
        printer.wrapped("    - ", (one.before.empty() ? "nothing" : one.before) + old_place, kRed);
    }
    if (has_values && !(one.after.empty() && gone)) {
        printer.wrapped("    + ", one.after.empty() ? "nothing" : one.after, kGreen);
    }
    if (!one.help.empty()) printer.wrapped("    help: ", one.help);
}

void show(const Moves& moves, const FrameworkDiff& diff, Printer& printer) {
    printer.gap();
    printer.line(fmt::format("{}{}", moves.file, moves.organisation.empty() ? "" : " (" + moves.organisation + ")"),
                 kBold);
    for (const std::string& lost : moves.not_carried) printer.wrapped("  not carried over: ", lost);
    if (!moves.problem.empty()) {
        printer.wrapped("  ", fmt::format("cannot be read under {}: {}", diff.new_version, moves.problem));
        return;
    }
    if (moves.moves.empty()) printer.line("  nothing moves");
    for (const Move& move : moves.moves) {
        printer.wrapped("  ", fmt::format("{}: {} → {}", move.what, move.before, move.after));
    }
}

}  // namespace

std::string count_text(const FrameworkDiff& diff) {
    std::string text;
    for (const ChangeClass kind : {ChangeClass::breaking, ChangeClass::compatible, ChangeClass::editorial}) {
        const std::size_t count = diff.count(kind);
        if (count == 0) continue;
        text += fmt::format("{}{} {} change{}", text.empty() ? "" : ", ", count, word_of(kind), count == 1 ? "" : "s");
    }
    return text.empty() ? "no change" : text;
}

std::string version_text(const FrameworkDiff& diff) {
    const std::string problem = version_problem(diff);
    if (!problem.empty()) return problem;
    const VersionStep asked = diff.asked();
    if (asked == VersionStep::none) return "no step of the version is asked for";
    return fmt::format("a {} step of the version is asked for, and {} takes it", word_of(asked), diff.new_version);
}

std::string diff_as_text(const DiffReport& report, const TextStyle& style) {
    const FrameworkDiff& diff = report.diff;
    Printer printer(style);
    printer.wrapped(
        "",
        fmt::format("{} {} ({}) → {} ({})", diff.id, diff.old_version, diff.old_file, diff.new_version, diff.new_file),
        kBold);
    for (const ChangeClass kind : {ChangeClass::breaking, ChangeClass::compatible, ChangeClass::editorial}) {
        if (diff.count(kind) == 0) continue;
        printer.gap();
        printer.line(kMeanings[static_cast<std::size_t>(kind)], kBold);
        for (const Difference& one : diff.differences) {
            if (one.rule->kind == kind) show(one, diff, printer);
        }
    }
    for (const Moves& moves : report.assessments) show(moves, diff, printer);
    printer.gap();
    printer.wrapped("", fmt::format("{}; {}", count_text(diff), version_text(diff)),
                    version_problem(diff).empty() ? kGreen : kRed);
    return std::move(printer).take();
}

}  // namespace waymark
