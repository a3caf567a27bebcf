#include "storage/unfinished.hpp"

#include <unistd.h>

#include <array>
#include <atomic>

namespace waymark {

namespace {

// A signal handler can reach nothing but what is at a fixed place. More files than these at once are not written.
std::array<std::atomic<const char*>, 64> places;
static_assert(std::atomic<const char*>::is_always_lock_free);

constexpr std::array kEnds{SIGINT, SIGTERM, SIGHUP};

void end_run(int signal) {
    for (const auto& place : places) {
        if (const char* path = place) ::unlink(path);
    }
    for (const auto& place : places) {  // folders, now that their files are gone
        if (const char* path = place) ::rmdir(path);
    }
    ::_exit(128 + signal);
}

}  // namespace

Unfinished::Unfinished(const char* path) : place_(0) {
    for (; place_ < places.size(); ++place_) {
        const char* free = nullptr;
        if (places[place_].compare_exchange_strong(free, path)) return;
    }
}

Unfinished::~Unfinished() {
    if (place_ < places.size()) places[place_] = nullptr;
}

SignalsHeld::SignalsHeld() {
    sigset_t ends{};
    sigemptyset(&ends);
    for (const int signal : kEnds) sigaddset(&ends, signal);
    ::pthread_sigmask(SIG_BLOCK, &ends, &before_);
}

SignalsHeld::~SignalsHeld() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void end_cleanly_on_signals() {
    struct sigaction action{};
    action.sa_handler = end_run;
    sigfillset(&action.sa_mask);
    for (const int signal : kEnds) {
        struct sigaction earlier{};
        if (::sigaction(signal, nullptr, &earlier) == 0 && earlier.sa_handler == SIG_IGN) continue;
        ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace waymark
