#include "interview/raw_terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <string_view>

namespace waymark::interview {

namespace {

constexpr std::string_view kBegin = "\x1b[?2004h";                // marks pasted text
constexpr std::string_view kEnd = "\x1b[0m\x1b[?25h\x1b[?2004l";  // plain, the cursor shown, pastes unmarked
constexpr std::array<int, 5> kCrashes{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// What a handler needs to restore the terminal; it may only call what is safe there.
volatile std::sig_atomic_t crash_input = -1;
volatile std::sig_atomic_t crash_output = -1;
termios crash_usual;

void restore_and_die(int signal) {
    if (crash_input >= 0) {
        ::tcsetattr(crash_input, TCSANOW, &crash_usual);
        static_cast<void>(!::write(crash_output, kEnd.data(), kEnd.size()));
        static_cast<void>(!::write(crash_output, "\r\n", 2));
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void handle_crashes(bool on) {
    struct sigaction action{};
    action.sa_handler = on ? restore_and_die : SIG_DFL;
    sigemptyset(&action.sa_mask);
    for (const int signal : kCrashes) {
        struct sigaction present{};
        ::sigaction(signal, nullptr, &present);
        const bool ours = present.sa_handler == restore_and_die;
        // A sanitizer's own handler says more about a crash than we could; it stays.
        if (on ? present.sa_handler == SIG_DFL : ours) ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace

TerminalSize size_of_terminal(int descriptor) {
    winsize size{};
    TerminalSize result;
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return result;
    if (size.ws_col > 0) result.columns = size.ws_col;
    if (size.ws_row > 0) result.rows = size.ws_row;
    return result;
}

RawTerminal::RawTerminal(int input, int output) : input_(input), output_(output) {
    ::tcgetattr(input_, &usual_);
    crash_usual = usual_;
    crash_output = output_;
    handle_crashes(true);
    enter();
}

RawTerminal::~RawTerminal() {
    leave();
    handle_crashes(false);
}

void RawTerminal::enter() {
    if (entered_) return;
    entered_ = true;
    crash_input = input_;
    termios raw = usual_;
    raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    ::tcsetattr(input_, TCSADRAIN, &raw);
    write_all(output_, std::string(kBegin));
}

void RawTerminal::leave() {
    if (!entered_) return;
    entered_ = false;
    write_all(output_, std::string(kEnd));
    ::tcsetattr(input_, TCSADRAIN, &usual_);
    crash_input = -1;
}

bool write_all(int descriptor, const std::string& text) {
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t put = ::write(descriptor, text.data() + done, text.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        done += static_cast<std::size_t>(put);
    }
    return true;
}

}  // namespace waymark::interview
