// What a run has begun and not finished: a signal that ends the run takes it away, whichever command it was.
#pragma once

#include <atomic>
#include <csignal>
#include <cstddef>

namespace waymark {

class Unfinished {
  public:
    // A file or an empty folder. The name may still be about to be made up in place (mkostemp, mkdtemp): its address
    // is what counts, and it must stay as long as this lives.
    explicit Unfinished(const char* path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

  private:
    std::size_t place_;
};

// Lets signals that end the run wait while this lives: for moments in which somebody else makes files of names unknown.
class SignalsHeld {
  public:
    SignalsHeld();
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

  private:
    sigset_t before_{};
};

// While it lives, a signal that ends the run only sets a flag: for a run that wants to say what was done. One at a time in
// a process.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static const std::atomic<bool>& flag();
    static int signal_number();  // 0: none came
};

// SIGINT, SIGTERM and SIGHUP remove what is unfinished and end the program with 128 + the signal's number, except where
// they are ignored already (nohup), and where somebody else takes them for a while.
void end_cleanly_on_signals();

}  // namespace waymark
