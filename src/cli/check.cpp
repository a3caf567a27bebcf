// `waymark check`: findings about frameworks, assessments, test files and maps.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "cli/outputs.hpp"
#include "framework/read.hpp"
#include "survey/bound_map.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"
#include "text/fixes.hpp"
#include "text/render.hpp"
#include "text/selection.hpp"
#include "text/suppression.hpp"
#include "verify/proofs.hpp"
#include "verify/test_file.hpp"

namespace waymark {

namespace {

// With what can be proved of it, if it can be read at all.
void check_framework(const Source& source, const Node& root, ProofCount& proofs, Diagnostics& diagnostics) {
    Findings findings(source, diagnostics);
    const auto read = read_framework_tree(root, findings);
    if (read) proofs = prove(read->framework, findings);
}

void check_by_kind(const std::string& kind, const std::string& name, const std::string& text,
                   const CheckOptions& options, Diagnostics& diagnostics) {
    if (kind == "assessment") {
        load_assessment(name, text, options.choice, "", diagnostics);
    } else if (kind == "test") {
        if (const auto framework = framework_for(name, text, options.choice, diagnostics)) {
            read_test_file(name, text, *framework, confined_access(), diagnostics);
        }
    } else if (kind == "map") {
        const auto framework = framework_for(name, text, options.choice, diagnostics);
        check_map(name, text, framework ? &*framework : nullptr, diagnostics);
    } else {
        const Source source(name, text);
        Findings findings(source, diagnostics);
        const auto root = parse_yaml(findings);
        if (!root) return;
        Fields fields(*root, "the file", findings);
        read_head(fields, "framework", findings);
    }
}

// The kind a file says it is, found without parsing it: the reader for that kind parses it anyway, and a large framework
// need not be read twice. Empty if no line says so plainly; then the file is parsed here.
std::string plainly_declared_kind(std::string_view text) {
    static constexpr std::string_view kHead = "\nwaymark: ";
    const std::size_t line = text.starts_with(kHead.substr(1)) ? 0 : text.find(kHead);
    if (line == std::string_view::npos) return "";
    const std::size_t start = text.find(' ', line) + 1;
    const std::size_t slash = text.find('/', start);
    return slash == std::string_view::npos ? "" : std::string(text.substr(start, slash - start));
}

// `proofs`: about this text alone.
Diagnostics check_text(const std::string& name, const std::string& text, const CheckOptions& options,
                       ProofCount& proofs) {
    Diagnostics diagnostics;
    proofs = {};
    const std::string plain_kind = plainly_declared_kind(text);
    if (plain_kind == "map") {
        check_by_kind(plain_kind, name, text, options, diagnostics);
        pass_over(name, text, true, diagnostics);
        return diagnostics;
    }
    const Source source(name, text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    const auto root = parse_yaml(findings);
    if (!root) return unheard;
    const std::string kind = declared_kind(*root);
    if (kind == "framework") {
        check_framework(source, *root, proofs, diagnostics);
    } else {
        check_by_kind(kind, name, text, options, diagnostics);
    }
    pass_over(source, *root, true, diagnostics);
    return diagnostics;
}

void keep_selected(const Selection& selection, Diagnostics& diagnostics) {
    const auto unwanted = [&](const Diagnostic& finding) { return !is_selected(selection, finding.code); };
    diagnostics.erase(std::remove_if(diagnostics.begin(), diagnostics.end(), unwanted), diagnostics.end());
}

// The first place that stops reading the file; 0 if none does.
int line_that_stops(const Diagnostics& diagnostics, const std::string& name) {
    int line = 0;
    for (const Diagnostic& finding : diagnostics) {
        const bool stops = finding.file == name && finding.code.starts_with("Y");
        if (stops && (line == 0 || finding.span.line < line)) line = std::max(1, finding.span.line);
    }
    return line;
}

std::ptrdiff_t errors_in(const Diagnostics& diagnostics) {
    return std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
}

// A file that could not be read at all shows more findings once it can, and a mended error may uncover warnings; otherwise
// fewer must be left.
bool is_better(const Diagnostics& before, const Diagnostics& after, const std::string& name) {
    const int stopped = line_that_stops(before, name);
    const int stops = line_that_stops(after, name);
    if (stopped > 0) return stops == 0 || stops > stopped || after.size() < before.size();
    if (stops != 0) return false;
    const std::ptrdiff_t fewer = errors_in(before) - errors_in(after);
    return fewer > 0 || (fewer == 0 && after.size() < before.size());
}

// Mends a file in rounds, as one fix may uncover the next finding. What makes nothing better is not written.
int mend(const std::string& name, const CheckOptions& options, const Selection& selection, std::string& text,
         Diagnostics& found, ProofCount& proofs) {
    constexpr int kRounds = 100;
    int fixes = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Mended next = with_safe_fixes(name, text, found);
        if (next.fixes == 0) break;
        ProofCount proved;
        Diagnostics left = check_text(name, next.text, options, proved);
        keep_selected(selection, left);
        if (!is_better(found, left, name)) break;
        text = next.text;
        found = std::move(left);
        proofs = proved;
        fixes += next.fixes;
    }
    return fixes;
}

// Folders, and lists of changed files, hold YAML of other programs too: what has no head is theirs.
bool has_head(std::string_view text) {
    return text.starts_with("waymark: ") || text.find("\nwaymark: ") != std::string_view::npos ||
           text.find("\"waymark\"") != std::string_view::npos || text.find("{waymark:") != std::string_view::npos;
}

// kDone or kOurFailure.
int check_file(const InputFile& file, const CheckOptions& options, const Selection& selection, Terminal& terminal,
               ProofCount& proofs, Diagnostics& diagnostics) {
    const std::string& path = file.path;
    auto text = read_file(path, diagnostics);
    if (!text || ((file.in_folder || options.skip_others) && !has_head(*text))) return kDone;
    const std::string name = path == "-" ? options.name : path;
    ProofCount proved;
    Diagnostics found = check_text(name, *text, options, proved);
    keep_selected(selection, found);
    int status = kDone;
    if (options.fix && path != "-") {
        const int fixes = mend(name, options, selection, *text, found, proved);
        if (fixes > 0) status = deliver_in_place(*text, path, terminal);
        if (fixes > 0 && status == kDone) terminal.say(fmt::format("mended {} in {}\n", fixes, printable(path)));
    }
    proofs += proved;
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return status;
}

// Comments in a framework that was read because an assessment names it.
void pass_over_elsewhere(const std::vector<std::string>& checked, Diagnostics& diagnostics) {
    std::set<std::string> others;
    for (const Diagnostic& finding : diagnostics) {
        const bool known = std::find(checked.begin(), checked.end(), finding.file) != checked.end();
        if (finding.severity != Severity::error && finding.span.line > 0 && !known) others.insert(finding.file);
    }
    for (const std::string& other : others) {
        Diagnostics unheard;
        if (const auto text = read_file(other, unheard)) pass_over(other, *text, false, diagnostics);
    }
}

Severity severity_named(const std::string& word) {
    if (word == "note") return Severity::note;
    return word == "warning" ? Severity::warning : Severity::error;
}

std::string rendered(const Diagnostics& diagnostics, const std::vector<std::string>& files, const std::string& format) {
    if (format == "json") return diagnostics_as_json(diagnostics);
    if (format == "sarif") return diagnostics_as_sarif(diagnostics);
    if (format == "github") return diagnostics_as_github(diagnostics);
    if (format == "gitlab") return diagnostics_as_gitlab(diagnostics);
    if (format == "junit") return diagnostics_as_junit(diagnostics, files);
    return diagnostics_as_text(diagnostics, false) + diagnostics_summary(diagnostics) + "\n";
}

// Findings for people go where talk goes; what programs read is the result.
void show(const Diagnostics& diagnostics, const ProofCount& proofs, Terminal& terminal) {
    terminal.show(diagnostics);
    std::string summary = diagnostics_summary(diagnostics);
    const auto fixes = std::count_if(diagnostics.begin(), diagnostics.end(),
                                     [](const Diagnostic& finding) { return finding.fix && finding.fix->safe; });
    if (fixes > 0) summary += fmt::format(" (--fix mends {})", fixes);
    if (!summary.empty()) terminal.say(summary + "\n");
    const std::string proved = in_words(proofs);
    if (!proved.empty()) terminal.say(proved + "\n");
}

std::vector<std::string> formats_wanted(const CheckOptions& options) {
    if (!options.formats.empty()) return options.formats;
    const char* actions = std::getenv("GITHUB_ACTIONS");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
    return {actions != nullptr && std::string_view(actions) == "true" ? "github" : "text"};
}

}  // namespace

int run_check(const CheckOptions& options, Terminal& terminal) {
    if (!options.witnesses.empty()) return write_witnesses(options, terminal);
    std::string problem;
    Selection selection;
    const auto outputs =
        outputs_from(formats_wanted(options), {"text", "json", "sarif", "github", "gitlab", "junit"}, problem);
    if (!outputs || !read_codes(options.select, selection.selected, problem) ||
        !read_codes(options.ignore, selection.ignored, problem)) {
        terminal.say(fmt::format("waymark: {}\n", printable(problem)));
        return kWrongUse;
    }
    Diagnostics diagnostics;
    std::vector<std::string> names;
    ProofCount proofs;
    int status = kDone;
    for (const InputFile& file : files_named(options.files, {".yaml", ".yml"}, diagnostics)) {
        names.push_back(file.path == "-" ? options.name : file.path);
        status = std::max(status, check_file(file, options, selection, terminal, proofs, diagnostics));
    }
    pass_over_elsewhere(names, diagnostics);
    sort_diagnostics(diagnostics);
    const auto show_format = [&](const std::string& format) {
        if (format == "text") return show(diagnostics, proofs, terminal);
        terminal.print(rendered(diagnostics, names, format));
    };
    const auto render = [&](const std::string& format) { return rendered(diagnostics, names, format); };
    status = std::max(status, write_outputs(*outputs, render, show_format, terminal));
    if (status != kDone) return status;
    const Severity threshold = severity_named(options.fail_on);
    const bool failing = std::any_of(diagnostics.begin(), diagnostics.end(),
                                     [&](const Diagnostic& found) { return found.severity >= threshold; });
    return failing && !options.exit_zero ? kFindings : kDone;
}

}  // namespace waymark
