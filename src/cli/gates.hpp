// Gates as a run of the program meets them.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "cohort/gates.hpp"

namespace waymark {

struct FrameworkChoice;

// Gates as they are written, with the baseline; kDone, or kWrongUse after saying what is wrong.
int load_gates(const GateOptions& options, const FrameworkChoice& choice, Gates& gates, Terminal& terminal);

// kDone, or kWrongUse after saying why these gates cannot be asked of this card's framework (misfit).
int gates_fit(const Gates& gates, const Scorecard& card, Terminal& terminal);

// One line for each gate that is not met. `of`: whose, where there are several; may be empty.
void say_unmet(const std::vector<CardGate>& results, const std::string& of, Terminal& terminal);

}  // namespace waymark
