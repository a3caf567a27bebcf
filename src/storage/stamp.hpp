// What tells that a file is still the one that was read.
#pragma once

#include <cstdint>

namespace waymark {

struct FileStamp {
    std::uint64_t device = 0, inode = 0;  // inode 0: there was no file
    std::int64_t size = 0;
    std::int64_t modified = 0, changed = 0;  // nanoseconds

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

}  // namespace waymark
