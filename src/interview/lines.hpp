// The interview in plain lines: pages written one below the other, answers read line by line.
#pragma once

#include <functional>

#include "interview/plain.hpp"
#include "interview/session.hpp"

namespace waymark::interview {

// Reads standard input and writes to standard output. `echo`: input does not come from a person at a terminal, so that
// what was answered is written too.
Ending run_in_lines(State& state, const Keeping& keeping, const PlainStyle& style, bool echo);

}  // namespace waymark::interview
