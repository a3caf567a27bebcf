#include "cli/gates.hpp"

#include <fmt/format.h>

#include "cli/exit_status.hpp"
#include "cli/load.hpp"
#include "text/display.hpp"

namespace waymark {

int load_gates(const GateOptions& options, const FrameworkChoice& choice, Gates& gates, Terminal& terminal) {
    std::string problem;
    auto parsed = parse_gates(options, problem);
    if (!parsed) {
        terminal.say(fmt::format("waymark: {}\n", printable(problem)));
        return kWrongUse;
    }
    gates = std::move(*parsed);
    if (options.baseline.empty()) return kDone;
    Diagnostics diagnostics;
    gates.baseline = load_scorecard(options.baseline, choice, "", {}, diagnostics);
    sort_diagnostics(diagnostics);
    terminal.show(diagnostics);
    return gates.baseline ? kDone : kWrongUse;
}

int gates_fit(const Gates& gates, const Scorecard& card, Terminal& terminal) {
    const std::string problem = misfit(gates, card);
    if (problem.empty()) return kDone;
    terminal.say(fmt::format("waymark: {}\n", printable(problem)));
    return kWrongUse;
}

void say_unmet(const std::vector<CardGate>& results, const std::string& of, Terminal& terminal) {
    for (const CardGate& gate : results) {
        if (gate.met) continue;
        terminal.say(
            printable(fmt::format("{}gate not met: {}: {}", of.empty() ? "" : of + ": ", gate.gate, gate.says)) + "\n");
    }
}

bool GateKeeper::hold(Scorecard& card) {
    if (gates_.empty()) return true;
    if (!asked_ && gates_fit(gates_, card, terminal_) != kDone) return false;
    asked_ = true;
    card.gates = check_gates(gates_, card);
    say_unmet(card.gates, card.organisation, terminal_);
    all_met_ = all_met_ && waymark::all_met(card.gates);
    return true;
}

}  // namespace waymark
