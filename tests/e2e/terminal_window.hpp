// A real terminal around the real program, without anybody looking: a tmux server of its own, keys in, screen out.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

class TerminalWindow {
  public:
    struct Size {
        int columns = 80;
        int rows = 24;
    };

    // Starts the program in `folder` with TERM=screen, LC_ALL=C.UTF-8 and NO_COLOR; `environment` (NAME=value) wins.
    TerminalWindow(const std::vector<std::string>& arguments, const std::string& folder, Size size,
                   const std::vector<std::string>& environment = {});
    ~TerminalWindow();  // closes the window: whatever still runs in it is hung up
    TerminalWindow(const TerminalWindow&) = delete;
    TerminalWindow& operator=(const TerminalWindow&) = delete;

    void key(const std::string& name);    // "Enter", "C-c", "Down", "Escape", "3" …
    void type(const std::string& text);   // as it is, all at once
    void paste(const std::string& text);  // as a terminal pastes, marked where the program asked for it
    void resize(Size size);
    void send(int signal);  // to the program
    void hang_up();         // the window is closed under it

    std::string screen();  // without trailing spaces and blank lines
    // The screen as soon as it shows the text. Fails the test after a long time.
    std::string wait_for(const std::string& text);
    // The program's exit status, once it has ended; the screen then shows "usual terminal" if it was restored.
    int exit_status();
    pid_t program() const { return program_; }

  private:
    std::string tmux(std::vector<std::string> arguments);

    std::string socket_;
    pid_t program_ = -1;
};

bool is_running(pid_t process);
bool ends_soon(pid_t process);  // waits for it
