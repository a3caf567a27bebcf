// `waymark score`: many native assessments, one row each. The one scorer, the one appraisal.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/export_files.hpp"
#include "cli/load.hpp"
#include "cli/score_dictionary.hpp"
#include "cli/score_output.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

// The columns depend on the framework, which the first file that can be read says.
int dictionary(const ScoreOptions& options, const std::vector<std::string>& inputs, Terminal& terminal) {
    Diagnostics diagnostics;
    for (const std::string& input : inputs) {
        const auto card = load_scorecard(input, options.choice, "", options.limits, diagnostics);
        if (card) return write_dictionary(options, row_nodes(*card), card->evidence_collected, terminal);
    }
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    return kWrongUse;
}

}  // namespace

int run_score(const ScoreOptions& options, Terminal& terminal) {
    for (const std::string& input : options.inputs) {
        std::error_code error;
        if (!std::filesystem::is_directory(input, error) && !is_named_like_an_export(input)) continue;
        terminal.say(fmt::format(
            "waymark: '{}' looks like survey exports; say how they are read: --map FILE, or --platform NAME\n",
            printable(input)));
        return kWrongUse;
    }
    if (const std::string problem = options.dictionary ? why_no_dictionary(options) : ""; !problem.empty()) {
        terminal.say(fmt::format("waymark: {}\n", problem));
        return kWrongUse;
    }
    Gates gates;
    if (const int status = load_gates(options.gates, options.choice, gates, terminal); status != kDone) return status;
    // In the order of their names, each once: however a shell lists them, the output is the same.
    std::vector<std::string> inputs = options.inputs;
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    if (options.dictionary) return dictionary(options, inputs, terminal);
    ScoreOutput output(options, terminal);
    std::size_t scored = 0;
    std::size_t failed = 0;
    GateKeeper keeper(gates, terminal);
    for (const std::string& input : inputs) {
        if (output.failed()) break;
        Diagnostics diagnostics;
        auto card = load_scorecard(input, options.choice, "", options.limits, diagnostics);
        sort_diagnostics(diagnostics);
        terminal.show(diagnostics);
        ++(card ? scored : failed);
        if (!card) continue;
        if (!keeper.hold(*card)) return kWrongUse;
        output.add(*card);
    }
    if (inputs.size() > 1 || failed > 0) {
        terminal.say(fmt::format("{} read: {} scored, {} rejected\n", scored + failed, scored, failed));
    }
    if (output.failed()) return output.finish();
    if (scored == 0) return inputs.size() == 1 ? kWrongUse : kFindings;
    output.account({static_cast<std::int64_t>(scored + failed),
                    static_cast<std::int64_t>(scored),
                    {},
                    static_cast<std::int64_t>(failed)});
    const int delivered = output.finish();
    return delivered == kDone && (failed > 0 || !keeper.all_met()) ? static_cast<int>(kFindings) : delivered;
}

}  // namespace waymark
