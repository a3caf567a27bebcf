// `waymark report`: one assessment, or a saved scorecard, for reading.
#include "waymark/report.hpp"

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/load.hpp"

namespace waymark {

namespace {

std::string rendered(const Scorecard& card, const ReportOptions& options, const Terminal& terminal) {
    if (options.format == "json") return report_as_json(card, options.with_notes);
    if (options.format == "md") return report_as_markdown(card, options.with_notes);
    TextStyle style = terminal.style();
    style.with_notes = options.with_notes;
    if (!options.output.empty()) style.colour = false;
    return report_as_text(card, style);
}

}  // namespace

int run_report(const ReportOptions& options, Terminal& terminal) {
    Gates gates;
    if (const int status = load_gates(options.gates, options.choice, gates, terminal); status != kDone) return status;
    Diagnostics diagnostics;
    auto card = load_scorecard(options.input, options.choice, options.previous, options.limits, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    if (!card) return kWrongUse;
    if (gates_fit(gates, *card, terminal) != kDone) return kWrongUse;
    if (!gates.empty()) card->gates = check_gates(gates, *card);
    const int delivered = deliver(rendered(*card, options, terminal), options.output, terminal);
    if (gates.empty()) return delivered;
    say_unmet(card->gates, "", terminal);
    return delivered == kDone && !all_met(card->gates) ? static_cast<int>(kFindings) : delivered;
}

}  // namespace waymark
