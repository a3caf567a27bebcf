// `waymark survey`: a questionnaire or a table to fill in, with the map that reads it back.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "survey/form.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// form.csv -> form.map.yaml; nothing beside standard output.
std::string map_beside(const SurveyOptions& options) {
    if (!options.map.empty()) return options.map;
    if (options.no_map || options.output.empty() || options.output == "-") return "";
    return fs::path(options.output).replace_extension(".map.yaml").string();
}

bool is_free(const std::string& path, const std::string& option, Terminal& terminal) {
    std::error_code error;
    if (path.empty() || path == "-" || !fs::exists(path, error)) return true;
    terminal.say(fmt::format("waymark: '{}' is there already; choose another name with {}\n", printable(path), option));
    return false;
}

}  // namespace

int run_survey(const SurveyOptions& options, Terminal& terminal) {
    const std::string map = map_beside(options);
    if (!is_free(options.output, "-o", terminal) || !is_free(map, "--map", terminal)) return kWrongUse;
    Diagnostics diagnostics;
    const auto framework = load_framework(options.choice.framework, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!framework) return kWrongUse;
    const auto profile = profile_named(*framework, options.profile, terminal);
    if (!profile) return kWrongUse;
    const FormKind kind = options.to == "csv" ? FormKind::csv : FormKind::markdown;
    const int status = deliver(form_text(*framework, *profile, kind), options.output, terminal);
    if (status != kDone || map.empty()) return status;
    const int written = deliver(form_map(*framework, *profile, kind), map, terminal);
    if (written == kDone && map != "-") {
        terminal.say(fmt::format("The map that reads the answers back: {}\n", printable(map)));
    }
    return written;
}

}  // namespace waymark
