// How a long run is followed and stopped: a line on a terminal, and signals that end it cleanly.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

#include "batch/batch.hpp"

namespace waymark {

// While it lives, SIGINT and SIGTERM set a flag instead of ending the process. One at a time in a process.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static const std::atomic<bool>& flag();
    static int signal_number();  // 0: none came
};

// A line on standard error that is written anew five times a second, if that is a terminal.
class ProgressLine {
  public:
    // `all_bytes`: 0 if it is not known.
    ProgressLine(const BatchProgress& progress, std::uint64_t all_bytes, bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

  private:
    void run(const std::stop_token& stop) const;

    const BatchProgress* progress_;
    std::uint64_t all_bytes_;
    std::jthread thread_;
};

}  // namespace waymark
