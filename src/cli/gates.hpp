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

// Holds one card after the other to the same gates.
class GateKeeper {
  public:
    GateKeeper(const Gates& gates, Terminal& terminal) : gates_(gates), terminal_(terminal) {}

    // Puts the results into the card and says what is not met. False, after saying why, if a gate does not fit the
    // framework: going on is of no use.
    bool hold(Scorecard& card);
    bool all_met() const { return all_met_; }

  private:
    const Gates& gates_;
    Terminal& terminal_;
    bool asked_ = false;
    bool all_met_ = true;
};

}  // namespace waymark
