#include "interview/signals.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <system_error>

namespace waymark::interview {

namespace {

constexpr std::array<int, 6> kSignals{SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGTSTP};

// A signal handler can reach nothing but what is at a fixed place.
int write_end = -1;
int read_end = -1;
std::array<struct sigaction, kSignals.size()> earlier;

void pass_on(int signal) {
    const int kept = errno;
    const auto byte = static_cast<unsigned char>(signal);
    static_cast<void>(!::write(write_end, &byte, 1));  // a full pipe already holds a reason to wake up
    errno = kept;
}

bool is_wanted(int signal, bool with_stop) {
    return signal != SIGTSTP || with_stop;
}

}  // namespace

Signals::Signals(bool with_stop) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    read_end = ends[0];
    write_end = ends[1];
    struct sigaction action{};
    action.sa_handler = pass_on;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &earlier[i]);
        const bool ignored = earlier[i].sa_handler == SIG_IGN;  // nohup: leave it so
        if (is_wanted(kSignals[i], with_stop) && !ignored) ::sigaction(kSignals[i], &action, nullptr);
    }
}

Signals::~Signals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &earlier[i], nullptr);
    ::close(write_end);
    ::close(read_end);
    write_end = read_end = -1;
}

int Signals::descriptor() const {
    return read_end;
}

std::optional<int> Signals::next() const {
    unsigned char byte = 0;
    if (::read(read_end, &byte, 1) != 1) return std::nullopt;
    return byte;
}

Came wait_for(int input, const Signals& signals, int milliseconds) {
    std::array<pollfd, 2> watched{{{signals.descriptor(), POLLIN, 0}, {input, POLLIN, 0}}};
    const int ready = ::poll(watched.data(), watched.size(), milliseconds);
    if (ready < 0) return errno == EINTR ? Came::signal : Came::input;
    if ((watched[0].revents & POLLIN) != 0) return Came::signal;
    return ready == 0 ? Came::nothing : Came::input;
}

}  // namespace waymark::interview
