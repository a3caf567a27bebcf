// A folder for the time that a library needs one: nobody else can look into it, and it goes with everything in it.
#pragma once

#include <optional>
#include <string>

#include "storage/unfinished.hpp"

namespace waymark {

class ScratchFolder {
  public:
    ScratchFolder();  // below $TMPDIR, or /tmp
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    const std::string& path() const { return path_; }  // empty if it could not be made
    int error() const { return error_; }               // then: the system's number

  private:
    std::string path_;
    std::optional<Unfinished> unfinished_;
    int error_ = 0;
};

}  // namespace waymark
