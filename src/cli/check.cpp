// `waymark check`: findings about frameworks, assessments and test files.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "text/fields.hpp"
#include "text/render.hpp"
#include "verify/test_file.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) {
    return path.extension() == ".yaml" || path.extension() == ".yml";
}

// Folders stand for every YAML file below them, in a stable order.
std::vector<std::string> expand(const std::vector<std::string>& named, Diagnostics& diagnostics) {
    std::vector<std::string> files;
    for (const std::string& name : named) {
        std::error_code error;
        if (!fs::is_directory(name, error)) {
            files.push_back(name);
            continue;
        }
        std::vector<std::string> inside;
        for (fs::recursive_directory_iterator it(name, error), end; !error && it != end; it.increment(error)) {
            if (it->is_regular_file(error) && is_yaml(it->path())) inside.push_back(it->path().string());
        }
        if (error) diagnostics.push_back(about_file("E001", name, fmt::format("cannot be read: {}", error.message())));
        if (!error && inside.empty()) diagnostics.push_back(about_file("E006", name, "the folder holds no .yaml file"));
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

void check_by_kind(const std::string& kind, const std::string& name, const std::string& text,
                   const CheckOptions& options, Diagnostics& diagnostics) {
    if (kind == "framework") {
        read_framework(name, text, diagnostics);
    } else if (kind == "assessment") {
        load_assessment(name, text, options.choice, "", diagnostics);
    } else if (kind == "test") {
        if (const auto framework = framework_for(name, text, options.choice, diagnostics)) {
            read_test_file(name, text, *framework, confined_access(), diagnostics);
        }
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

void check_file(const std::string& path, const CheckOptions& options, Diagnostics& diagnostics) {
    const auto text = read_file(path, diagnostics);
    if (!text) return;
    const std::string name = path == "-" ? options.name : path;
    if (plainly_declared_kind(*text) == "framework") {
        read_framework(name, *text, diagnostics);
        return;
    }
    const Source source(name, *text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    const auto root = parse_yaml(findings);
    if (!root) {
        diagnostics.insert(diagnostics.end(), unheard.begin(), unheard.end());
        return;
    }
    check_by_kind(declared_kind(*root), name, *text, options, diagnostics);
}

Severity severity_named(const std::string& word) {
    if (word == "note") return Severity::note;
    return word == "warning" ? Severity::warning : Severity::error;
}

}  // namespace

int run_check(const CheckOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    for (const std::string& file : expand(options.files, diagnostics)) check_file(file, options, diagnostics);
    sort_diagnostics(diagnostics);
    if (options.format == "json") {
        terminal.print(diagnostics_as_json(diagnostics));
    } else {
        terminal.show(diagnostics);
        const std::string summary = diagnostics_summary(diagnostics);
        if (!summary.empty()) terminal.say(summary + "\n");
    }
    const Severity threshold = severity_named(options.fail_on);
    const bool failing = std::any_of(diagnostics.begin(), diagnostics.end(),
                                     [&](const Diagnostic& found) { return found.severity >= threshold; });
    return failing && !options.exit_zero ? kFindings : kDone;
}

}  // namespace waymark
