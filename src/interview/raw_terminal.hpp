// The terminal given over to single keys, and given back whatever happens.
#pragma once

#include <termios.h>

#include <string>

namespace waymark::interview {

struct TerminalSize {
    int columns = 80;
    int rows = 24;
};
TerminalSize size_of_terminal(int descriptor);

// While it lives, keys come singly and unechoed, and pasted text comes marked as such. It is restored when this goes, by
// leave(), and in the handlers of SIGSEGV, SIGABRT and their kin. One at a time in a process.
class RawTerminal {
  public:
    RawTerminal(int input, int output);
    ~RawTerminal();
    RawTerminal(const RawTerminal&) = delete;
    RawTerminal& operator=(const RawTerminal&) = delete;

    void leave();  // for another program, or while stopped
    void enter();

  private:
    int input_;
    int output_;
    termios usual_{};
    bool entered_ = false;
};

// All of it, unless the terminal is gone: then false.
bool write_all(int descriptor, const std::string& text);

}  // namespace waymark::interview
