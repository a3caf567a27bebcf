// The bytes of an export, one piece after the other, from wherever they come; compressed ones are unpacked on the way.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace waymark {

struct ReadResult {
    std::size_t bytes = 0;  // 0 without a problem: the end
    std::string problem;    // a sentence without a full stop
    std::string help;
};

// Fills at most `room` bytes.
using ReadBytes = std::function<ReadResult(char* into, std::size_t room)>;

// What `bytes` begins with tells whether it is gzip or Zstandard; anything else is handed on as it is.
ReadBytes unpacked(ReadBytes bytes);

// Of bytes that lie in memory. The text must outlive the reader.
ReadBytes bytes_of(std::string_view text);

}  // namespace waymark
