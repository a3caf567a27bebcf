// Exit statuses of every command. Raised flags alone never change one.
#pragma once

namespace waymark {

enum ExitStatus : int {
    kDone = 0,
    kFindings = 1,      // findings at or above --fail-on, gates not met, a bad file among several
    kWrongUse = 2,      // wrong arguments, or the only input unreadable or invalid
    kOurFailure = 3,    // a failed write, or a defect of waymark
    kInterrupted = 130  // Ctrl-C; 143 after SIGTERM
};

}  // namespace waymark
