// `waymark diff`: what changed between two versions of a framework, and how results would move with it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/git.hpp"
#include "cli/load.hpp"
#include "cli/outputs.hpp"
#include "report/framework_diff.hpp"
#include "text/display.hpp"
#include "verify/migrate.hpp"

namespace waymark {

namespace {

std::optional<FrameworkText> old_text(const DiffOptions& options, Diagnostics& diagnostics) {
    const std::string& file = options.frameworks.front();
    if (options.against.empty()) return framework_text(file, diagnostics);
    const std::string name = fmt::format("{}:{}", options.against, file);
    std::string problem;
    auto text = file_at_revision(file, options.against, problem);
    if (text) return FrameworkText{name, std::move(*text)};
    diagnostics.push_back(about_file("E001", name, fmt::format("cannot be read: {}", problem),
                                     "name a revision in which the file stood where it stands now"));
    return std::nullopt;
}

// Read anew each time, as an assessment keeps its framework.
std::optional<VersionedFramework> read(const FrameworkText& from, Diagnostics& diagnostics) {
    return read_versioned_framework(from.name, from.text, diagnostics);
}

std::optional<Scorecard> appraised(const std::string& path, const std::string& text, const FrameworkText& framework,
                                   const FileAccess& files, Diagnostics& diagnostics) {
    auto fresh = read(framework, diagnostics);
    if (!fresh) return std::nullopt;
    const auto loaded = load_assessment_under(path, text, std::move(fresh->framework), files, "", diagnostics);
    if (!loaded) return std::nullopt;
    return appraise(loaded->input);
}

std::string first_error(const Diagnostics& diagnostics) {
    const auto error = std::find_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
    return error == diagnostics.end() ? "it cannot be read" : error->message;
}

// Under both versions by the same scorer; between them by the same migration as `waymark migrate`. nullopt if the
// assessment cannot be read under the old version.
std::optional<Moves> moves_of(const std::string& path, const FrameworkText& before, const FrameworkText& after,
                              const VersionedFramework& target, Diagnostics& diagnostics) {
    const auto text = read_file(path, diagnostics);
    if (!text) return std::nullopt;
    const auto was = appraised(path, *text, before, confined_access(), diagnostics);
    if (!was) return std::nullopt;
    Moves moves;
    moves.file = path;
    moves.organisation = was->organisation;
    Diagnostics problems;
    const Migration migration = migrate_assessment(path, *text, {&target, ""}, confined_access(), problems);
    for (const NotCarried& lost : migration.lost) {
        moves.not_carried.push_back(fmt::format("{} ({}:{}): {}", lost.what, lost.file, lost.span.line, lost.why));
    }
    std::optional<Scorecard> is;
    if (migration.text) {
        is = appraised(path, *migration.text, after, with_beside(confined_access(), migration.beside), problems);
    }
    if (is) {
        moves.moves = moves_between(*was, *is, target.former_names);
    } else {
        moves.problem = first_error(problems);
    }
    return moves;
}

std::string rendered(const DiffReport& report, const std::string& format, const TextStyle& style) {
    if (format == "json") return diff_as_json(report);
    if (format == "md") return diff_as_markdown(report);
    return diff_as_text(report, style);
}

int print_rules(Terminal& terminal) {
    terminal.print(diff_rules_as_markdown());
    return kDone;
}

}  // namespace

int run_diff(const DiffOptions& options, Terminal& terminal) {
    if (options.rules) return print_rules(terminal);
    std::string problem;
    const auto outputs = outputs_from(options.formats, {"text", "md", "json"}, problem);
    if (!outputs) {
        terminal.say(fmt::format("waymark: {}\n", printable(problem)));
        return kWrongUse;
    }
    Diagnostics diagnostics;
    const auto old_file = old_text(options, diagnostics);
    const auto new_file = framework_text(options.frameworks.back(), diagnostics);
    const auto before = old_file ? read(*old_file, diagnostics) : std::nullopt;
    const auto after = new_file ? read(*new_file, diagnostics) : std::nullopt;
    DiffReport report;
    if (before && after) report.diff = diff_frameworks(*before, *after);
    for (const std::string& path : options.with) {
        if (!before || !after) break;
        auto moves = moves_of(path, *old_file, *new_file, *after, diagnostics);
        if (moves) report.assessments.push_back(std::move(*moves));
    }
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!before || !after) return kWrongUse;
    const auto show = [&](const std::string& format) { terminal.print(rendered(report, format, terminal.style())); };
    const int written = write_outputs(
        *outputs, [&](const std::string& format) { return rendered(report, format, {}); }, show, terminal);
    if (written != kDone) return written;
    const bool all_read = report.assessments.size() == options.with.size();
    return version_problem(report.diff).empty() && all_read ? kDone : kFindings;
}

}  // namespace waymark
