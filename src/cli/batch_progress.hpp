// How a long run is followed: a line on a terminal.
#pragma once

#include <cstdint>
#include <thread>

#include "batch/batch.hpp"

namespace waymark {

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
