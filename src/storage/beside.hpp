// A file written piece by piece beside its place and put there as a whole or not at all.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "storage/descriptor.hpp"
#include "storage/unfinished.hpp"

namespace waymark {

class FileBeside {
  public:
    FileBeside(std::string path, mode_t mode);  // error() tells whether it could be made
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;
    ~FileBeside();  // what was not put in its place is removed

    // Each is 0 or the system's number, and nothing happens after the first failure.
    int error() const { return error_; }
    int write(std::string_view piece);
    // Synced and renamed over `path`; a link there is replaced, never followed. `in_place` is true from then on, also
    // where the disk would not confirm it.
    int put_in_place();
    bool in_place() const { return in_place_; }
    FileStamp stamp() const { return stamp_of(file_.number()); }

  private:
    std::string path_;
    std::string beside_;
    Unfinished unfinished_;
    Descriptor file_;
    int error_ = 0;
    bool in_place_ = false;
};

// What the names of files beside `path` start with, and the length of the random part that follows.
std::string stem_beside(const std::string& path);
inline constexpr std::string_view kRandomPart = "XXXXXX";

}  // namespace waymark
