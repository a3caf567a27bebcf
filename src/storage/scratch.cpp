#include "storage/scratch.hpp"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX's

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace waymark {

ScratchFolder::ScratchFolder() {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) folder = "/tmp";
    path_ = (folder / "waymark-XXXXXX").string();
    unfinished_.emplace(path_.c_str());
    if (::mkdtemp(path_.data()) != nullptr) return;
    error_ = errno;
    unfinished_.reset();
    path_.clear();
}

ScratchFolder::~ScratchFolder() {
    if (path_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace waymark
