// `waymark map`: maps of survey exports to start from, and the platforms that are known.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "survey/platforms.hpp"
#include "survey/starter.hpp"
#include "text/display.hpp"
#include "text/fields.hpp"

namespace waymark {

int run_new_map(const NewMapOptions& options, Terminal& terminal) {
    std::error_code error;
    if (!options.output.empty() && std::filesystem::exists(options.output, error)) {
        terminal.say(fmt::format("waymark: '{}' is there already; choose another name\n", printable(options.output)));
        return kWrongUse;
    }
    if (platform_map(options.platform) == nullptr) {
        terminal.say(fmt::format("waymark: no platform is called '{}'; {}\n", printable(options.platform),
                                 suggest(options.platform, platform_ids()).help));
        return kWrongUse;
    }
    Diagnostics diagnostics;
    const auto framework = load_framework(options.choice.framework, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    const auto profile = profile_named(*framework, options.profile, terminal);
    if (!profile) return kWrongUse;
    return deliver(map_starter(*framework, *profile, options.platform), options.output, terminal);
}

int run_map_list(Terminal& terminal) {
    const int width = terminal.style().width;
    for (const std::string& id : platform_ids()) {
        const PlatformNotes& notes = platform_map(id)->notes;
        terminal.print(fmt::format("{:<14} {}\n", id, notes.title));
        for (const std::string& line : wrap(notes.about, width - 15)) {
            const std::string shown = terminal.style().unicode ? line : to_ascii(line);
            terminal.print(fmt::format("{:<14} {}\n", "", shown));
        }
    }
    return kDone;
}

}  // namespace waymark
