// The interview in a full terminal: single keys, the page redrawn in place, answers left above it as a protocol.
#pragma once

#include "interview/session.hpp"

namespace waymark::interview {

inline constexpr int kFewestRows = 10;  // with fewer, plain lines are better

struct TerminalWish {
    bool colour = false;
    bool unicode = true;
};

// On standard input and output, which must be a terminal. The terminal is as before when this returns.
Ending run_in_terminal(State& state, const Keeping& keeping, const TerminalWish& wish);

}  // namespace waymark::interview
