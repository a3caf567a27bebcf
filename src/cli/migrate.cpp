// `waymark migrate`: an assessment carried over to a later version of its framework.
#include "verify/migrate.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

struct Destination {
    std::string file;  // empty: standard output
    fs::path folder;   // of files that are written beside it
};

fs::path folder_of_file(const std::string& file) {
    const fs::path folder = fs::path(file).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

// The framework's file as the new assessment would name it; empty if it lies elsewhere, or is built in.
std::string path_from(const fs::path& folder, const std::string& framework) {
    if (is_built_in(framework) || framework == "-") return "";
    std::error_code error;
    const fs::path from = fs::weakly_canonical(folder, error);
    const fs::path to = fs::weakly_canonical(framework, error);
    if (error) return "";
    const fs::path relative = to.lexically_relative(from);
    return relative.empty() || *relative.begin() == ".." ? "" : relative.generic_string();
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

// Why nothing may be written, or "".
std::string refusal(const Migration& migration, const MigrateOptions& options, const Destination& destination) {
    if (!options.output.empty() && is_there(options.output)) {
        return fmt::format("'{}' is there already; choose another name, or use --in-place", options.output);
    }
    const fs::path old_folder = folder_of_file(options.input);
    std::error_code error;
    const bool elsewhere = !options.output.empty() && !fs::equivalent(old_folder, destination.folder, error);
    if (elsewhere && migration.names_files) {
        return fmt::format("'{}' names other files by their place beside it; write the new one into the same folder",
                           options.input);
    }
    if (migration.beside.empty()) return "";
    if (destination.file.empty()) {
        return fmt::format("'{}' has to change too, so say where to write: -o FILE, or --in-place",
                           migration.beside.front().old_path);
    }
    for (const BesideFile& file : migration.beside) {
        if (is_there(destination.folder / file.new_path)) {
            return fmt::format("'{}' is there already; move it away", (destination.folder / file.new_path).string());
        }
    }
    return "";
}

Diagnostics losses(const Migration& migration, const std::string& name, const std::string& text) {
    Diagnostics findings;
    const Source source(name, text);
    Findings here(source, findings);
    for (const NotCarried& lost : migration.lost) {
        const std::string message = fmt::format("{} is not carried over: {}", lost.what, lost.why);
        if (lost.file == name) {
            here.report("A047", lost.span, message);
        } else {
            findings.push_back(about_file("A047", lost.file, message));
            findings.back().span = lost.span;
        }
    }
    sort_diagnostics(findings);
    return findings;
}

// All files or none: the assessment comes last, and without it those beside it go again.
int write_all_files(const std::string& text, const std::vector<BesideFile>& beside, const MigrateOptions& options,
                    const Destination& destination, Terminal& terminal) {
    std::vector<fs::path> written;
    int status = kDone;
    for (const BesideFile& file : beside) {
        const fs::path path = destination.folder / file.new_path;
        status = deliver(file.text, path.string(), terminal, Readers::user_only);
        if (status != kDone) break;
        written.push_back(path);
    }
    if (status == kDone) {
        status = options.in_place ? deliver_in_place(text, destination.file, terminal)
                                  : deliver(text, destination.file, terminal, Readers::user_only);
    }
    std::error_code error;
    if (status != kDone) {
        for (const fs::path& path : written) fs::remove(path, error);
    }
    return status;
}

void tell(const Migration& migration, const Destination& destination, Terminal& terminal) {
    for (const std::string& line : migration.carried) terminal.say(printable(line) + "\n");
    for (const BesideFile& file : migration.beside) {
        terminal.say(
            printable(fmt::format("wrote {}; {} is as it was",
                                  (destination.folder / file.new_path).lexically_normal().string(), file.old_path)) +
            "\n");
    }
    if (migration.whole) {
        terminal.say("the file is laid out in a way that could not be kept; its comments stand at the top\n");
    }
    if (!destination.file.empty()) terminal.say(fmt::format("wrote {}\n", printable(destination.file)));
    if (!migration.lost.empty()) {
        const std::size_t count = migration.lost.size();
        terminal.say(fmt::format("{} {} not carried over; {} where it was, or as a comment in the new file\n", count,
                                 count == 1 ? "thing was" : "things were", count == 1 ? "it stands" : "each stands"));
    }
}

}  // namespace

int run_migrate(const MigrateOptions& options, Terminal& terminal) {
    if (options.in_place && options.input == "-") {
        terminal.say("waymark: standard input cannot be changed in place\n");
        return kWrongUse;
    }
    const Destination destination{options.in_place ? options.input : options.output,
                                  folder_of_file(options.output.empty() ? options.input : options.output)};
    Diagnostics diagnostics;
    auto found = framework_text(options.to, diagnostics);
    const auto to = found ? read_versioned_framework(found->name, std::move(found->text), diagnostics) : std::nullopt;
    const auto text = read_file(options.input, diagnostics);
    Migration migration;
    if (to && text) {
        const MigrationTarget target{&*to, path_from(destination.folder, options.to)};
        migration = migrate_assessment(options.input, *text, target, confined_access(), diagnostics);
    }
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!migration.text) return kWrongUse;
    if (const std::string problem = refusal(migration, options, destination); !problem.empty()) {
        terminal.say(fmt::format("waymark: {}\n", printable(problem)));
        return kWrongUse;
    }
    terminal.show(losses(migration, options.input, *text));
    const int status = write_all_files(*migration.text, migration.beside, options, destination, terminal);
    if (status != kDone) return status;
    tell(migration, destination, terminal);
    return migration.lost.empty() ? kDone : kFindings;
}

}  // namespace waymark
