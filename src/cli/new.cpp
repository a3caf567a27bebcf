// `waymark new`: files to start from.
#include <fmt/format.h>

#include <filesystem>

#include "assessment/scalars.hpp"
#include "assessment/starter.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/starters.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// One CSV per table, with its heading; a file that is there already is never overwritten.
int write_tables(const Framework& framework, const std::string& folder, Terminal& terminal) {
    std::error_code error;
    fs::create_directories(folder, error);
    for (const TableType& table : framework.catalogue.tables) {
        if (table.is_computed || table.is_record) continue;
        const fs::path path = fs::path(folder) / (table.id + ".csv");
        std::string problem;
        if (fs::exists(path, error)) {
            terminal.say(fmt::format("{} is there already and was left as it is\n", path.string()));
        } else if (write_file(path.string(), csv_heading(table), problem)) {
            terminal.say(fmt::format("wrote {}\n", path.string()));
        } else {
            terminal.say(fmt::format("waymark: {}\n", problem));
            return kOurFailure;
        }
    }
    return kDone;
}

// A test names the framework that it is to travel with.
std::string starter_of(std::string_view starter, const NewOptions& options) {
    std::string text(starter);
    const std::string_view line = "framework: framework.yaml";
    const std::size_t at = text.find(line);
    if (options.kind != "test" || options.choice.framework.empty() || at == std::string::npos) return text;
    Node name;
    name.kind = Node::Kind::scalar;
    name.text = options.choice.framework;
    return text.replace(at, line.size(), "framework: " + inline_scalar(name));
}

int new_assessment(const NewOptions& options, Terminal& terminal) {
    Diagnostics diagnostics;
    const auto framework = load_framework(options.choice.framework, diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    const auto profile = profile_named(*framework, options.profile, terminal);
    if (!profile) return kWrongUse;
    if (!options.tables.empty()) {
        const int status = write_tables(*framework, options.tables, terminal);
        if (status != kDone) return status;
    }
    return deliver(assessment_starter(*framework, *profile), options.output, terminal);
}

}  // namespace

int run_new(const NewOptions& options, Terminal& terminal) {
    std::error_code error;
    if (!options.output.empty() && fs::exists(options.output, error)) {
        terminal.say(fmt::format("waymark: '{}' is there already; choose another name\n", options.output));
        return kWrongUse;
    }
    if (options.kind == "assessment") return new_assessment(options, terminal);
    for (const EmbeddedFile& starter : embedded_starters()) {
        if (starter.name != options.kind + ".yaml") continue;
        return deliver(starter_of(starter.text, options), options.output, terminal);
    }
    return kWrongUse;
}

}  // namespace waymark
