// `waymark schema`: the JSON Schemas of the files, for editors and other programs.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "text/embedded.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

// "framework-1.json" -> "framework"
std::string kind_of(const EmbeddedFile& file) {
    return std::string(file.name.substr(0, file.name.rfind('-')));
}

}  // namespace

int run_schema(const SchemaOptions& options, Terminal& terminal) {
    std::vector<std::string> kinds;
    for (const EmbeddedFile& file : embedded_schemas()) {
        kinds.push_back(kind_of(file));
        if (kind_of(file) != options.kind) continue;
        terminal.print(file.text);
        return kDone;
    }
    if (options.kind.empty()) {
        for (const std::string& kind : kinds) terminal.print(kind + "\n");
        return kDone;
    }
    terminal.say(
        fmt::format("waymark: there is no schema called '{}'; {}\n", options.kind, suggest(options.kind, kinds).help));
    return kWrongUse;
}

}  // namespace waymark
