#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/arguments.hpp"
#include "cli/exit_status.hpp"
#include "storage/unfinished.hpp"

int main(int argc, char** argv) {
    // A reader that goes away (head, less) is not an error; writing then fails with EPIPE, which is handled.
    std::signal(SIGPIPE, SIG_IGN);
    // The same for a limit on file sizes: the answers in memory must outlive it.
    std::signal(SIGXFSZ, SIG_IGN);
    waymark::end_cleanly_on_signals();
    try {
        return waymark::run_command_line(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "waymark: internal error: %s\n", problem.what());
        return waymark::kOurFailure;
    }
}
