#include "cli/batch_progress.hpp"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

#include "batch/progress_line.hpp"
#include "interview/raw_terminal.hpp"

namespace waymark {

ProgressLine::ProgressLine(const BatchProgress& progress, std::uint64_t all_bytes, bool quiet)
    : progress_(&progress), all_bytes_(all_bytes) {
    const char* term = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before any thread
    const bool smart = ::isatty(STDERR_FILENO) != 0 && term != nullptr && std::string_view(term) != "dumb";
    if (quiet || !smart) return;
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

ProgressLine::~ProgressLine() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::run(const std::stop_token& stop) const {
    using Clock = std::chrono::steady_clock;
    auto start = Clock::now();
    bool was_finding = false;
    std::mutex lock;
    std::condition_variable_any tick;
    while (!stop.stop_requested()) {
        std::unique_lock guard(lock);
        tick.wait_for(guard, stop, std::chrono::milliseconds(200), [] { return false; });
        ProgressFigures now;
        now.finding_copies = progress_->finding_copies;
        // Both passes go through all bytes, and the first is the quicker one.
        if (was_finding && !now.finding_copies) start = Clock::now();
        was_finding = now.finding_copies;
        now.milliseconds = static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count());
        if (now.milliseconds < 500 || stop.stop_requested()) continue;  // what is over soon needs no bar
        now.bytes = progress_->bytes;
        now.all_bytes = all_bytes_;
        now.records = progress_->records;
        now.rejected = progress_->rejected;
        // Asked anew, as windows change; a line as wide as the window would make some terminals begin another.
        const std::string line = progress_line(now, interview::size_of_terminal(STDERR_FILENO).columns - 1);
        std::fputs(("\r" + line + "\x1b[K").c_str(), stderr);
        std::fflush(stderr);
    }
}

}  // namespace waymark
