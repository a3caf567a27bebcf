// Signals as bytes that can be waited for together with input.
#pragma once

#include <optional>

namespace waymark::interview {

// While it lives, SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT and SIGTSTP are written to a pipe instead of acting. One at a
// time in a process. SIGTSTP only where `with_stop`: otherwise the system stops the process as always.
class Signals {
  public:
    explicit Signals(bool with_stop);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    int descriptor() const;
    std::optional<int> next() const;  // a signal that has come; never waits
};

// Waits for input or a signal; `milliseconds` < 0: for as long as it takes.
enum class Came { input, signal, nothing };
Came wait_for(int input, const Signals& signals, int milliseconds);

}  // namespace waymark::interview
