// The command line. The only place that knows CLI11.
#pragma once

#include "cli/terminal.hpp"

namespace waymark {

// Parses, runs the chosen command, and returns its exit status.
int run_command_line(int argc, const char* const* argv);

}  // namespace waymark
