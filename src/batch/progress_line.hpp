// How far a batch has come, in one line.
#pragma once

#include <cstdint>
#include <string>

namespace waymark {

struct ProgressFigures {
    std::uint64_t bytes = 0;      // read so far
    std::uint64_t all_bytes = 0;  // 0: not known
    std::uint64_t records = 0;
    std::uint64_t rejected = 0;
    std::uint64_t milliseconds = 0;  // since the start
    bool finding_copies = false;     // a first pass, which looks at times and ids alone
};

// "[####------] 45 %, 0:02 left, 392993 responses, 0 rejected, 280308 a second, 713 MB of 1814 MB". What does not fit into
// so many columns is left out, from the end; narrow windows have no bar.
std::string progress_line(const ProgressFigures& now, int columns);

}  // namespace waymark
