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

// Takes every signal that ends the run but those that are ignored already; what stood there before is kept in `before`.
void take_signals(void (*handler)(int), std::array<struct sigaction, kEnds.size()>* before) {
    struct sigaction action{};
    action.sa_handler = handler;
    sigfillset(&action.sa_mask);
    for (std::size_t i = 0; i < kEnds.size(); ++i) {
        struct sigaction earlier{};
        if (::sigaction(kEnds[i], nullptr, &earlier) != 0) continue;
        if (before != nullptr) (*before)[i] = earlier;
        if (earlier.sa_handler != SIG_IGN) ::sigaction(kEnds[i], &action, nullptr);
    }
}

std::atomic<bool> stopped{false};
std::atomic<int> came{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);
std::array<struct sigaction, kEnds.size()> before_interruption;

void note_signal(int number) {
    came = number;
    stopped = true;
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

Interruption::Interruption() {
    stopped = false;
    came = 0;
    take_signals(note_signal, &before_interruption);
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < kEnds.size(); ++i) ::sigaction(kEnds[i], &before_interruption[i], nullptr);
}

const std::atomic<bool>& Interruption::flag() {
    return stopped;
}

int Interruption::signal_number() {
    return came;
}

void end_cleanly_on_signals() {
    take_signals(end_run, nullptr);
}

}  // namespace waymark
