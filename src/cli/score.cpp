// `waymark score`: many native assessments, one row each. The one scorer, the one appraisal.
#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_files.hpp"
#include "cli/load.hpp"
#include "cli/score_output.hpp"
#include "text/display.hpp"

namespace waymark {

int run_score(const ScoreOptions& options, Terminal& terminal) {
    for (const std::string& input : options.inputs) {
        std::error_code error;
        if (!std::filesystem::is_directory(input, error) && !is_named_like_an_export(input)) continue;
        terminal.say(fmt::format(
            "waymark: '{}' looks like survey exports; say how they are read: --map FILE, or --platform NAME\n",
            printable(input)));
        return kWrongUse;
    }
    ScoreOutput output(options, terminal);
    std::size_t scored = 0;
    std::size_t failed = 0;
    for (const std::string& input : options.inputs) {
        if (output.failed()) break;
        Diagnostics diagnostics;
        const auto card = load_scorecard(input, options.choice, "", options.limits, diagnostics);
        sort_diagnostics(diagnostics);
        terminal.show(diagnostics);
        ++(card ? scored : failed);
        if (card) output.add(*card);
    }
    if (options.inputs.size() > 1 || failed > 0) {
        terminal.say(fmt::format("{} read: {} scored, {} rejected\n", scored + failed, scored, failed));
    }
    if (output.failed()) return output.finish();
    if (scored == 0) return options.inputs.size() == 1 ? kWrongUse : kFindings;
    const int delivered = output.finish();
    return delivered == kDone && failed > 0 ? static_cast<int>(kFindings) : delivered;
}

}  // namespace waymark
