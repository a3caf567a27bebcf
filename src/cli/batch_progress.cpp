#include "cli/batch_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

namespace waymark {

namespace {

std::string in_bytes(std::uint64_t bytes) {
    constexpr std::uint64_t kMega = 1000000;
    if (bytes < 10 * kMega) return fmt::format("{} kB", bytes / 1000);
    if (bytes < 10000 * kMega) return fmt::format("{} MB", bytes / kMega);
    return fmt::format("{}.{} GB", bytes / (1000 * kMega), bytes / (100 * kMega) % 10);
}

std::string in_time(std::uint64_t seconds) {
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace

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
    const auto start = Clock::now();
    std::mutex lock;
    std::condition_variable_any tick;
    while (!stop.stop_requested()) {
        std::unique_lock guard(lock);
        tick.wait_for(guard, stop, std::chrono::milliseconds(200), [] { return false; });
        const auto passed = static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count());
        if (passed < 500 || stop.stop_requested()) continue;  // what is over soon needs no bar
        const std::uint64_t bytes = progress_->bytes;
        const std::uint64_t records = progress_->records;
        std::string line = progress_->finding_copies ? "looking for copies: " : "";
        line += in_bytes(bytes);
        if (all_bytes_ > 0) line += fmt::format(" of {}", in_bytes(all_bytes_));
        if (!progress_->finding_copies) {
            line += fmt::format(", {} responses, {} a second, {} rejected", records, records * 1000 / (passed + 1),
                                progress_->rejected.load());
        }
        if (all_bytes_ > bytes && bytes > 0) {
            const auto left =
                static_cast<std::uint64_t>(static_cast<double>(passed) / 1000 *
                                           static_cast<double>(all_bytes_ - bytes) / static_cast<double>(bytes));
            line += fmt::format(", {} left", in_time(left));
        }
        std::fputs(("\r" + line + "\x1b[K").c_str(), stderr);
        std::fflush(stderr);
    }
}

}  // namespace waymark
