#include "storage/beside.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace waymark {

namespace {

// Some file systems cannot sync a folder; they keep names safe in their own way.
int sync_folder(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.open()) return errno == EACCES ? 0 : errno;
    if (::fsync(descriptor.number()) == 0 || errno == EINVAL || errno == ENOTSUP) return 0;
    return errno;
}

}  // namespace

std::string stem_beside(const std::string& path) {
    return "." + name_of(path) + ".saving-";
}

FileBeside::FileBeside(std::string path, mode_t mode)
    : path_(std::move(path)),
      beside_((std::filesystem::path(folder_of(path_)) / (stem_beside(path_) + std::string(kRandomPart))).string()),
      unfinished_(beside_.c_str()),
      file_(::mkostemp(beside_.data(), O_CLOEXEC)) {
    if (!file_.open() || ::fchmod(file_.number(), mode) != 0) error_ = errno;
}

FileBeside::~FileBeside() {
    if (file_.open() && !in_place_) ::unlink(beside_.c_str());
}

int FileBeside::write(std::string_view piece) {
    if (error_ == 0) error_ = write_piece(file_.number(), piece);
    return error_;
}

int FileBeside::put_in_place() {
    if (error_ == 0 && ::fsync(file_.number()) != 0) error_ = errno;
    if (error_ == 0 && ::rename(beside_.c_str(), path_.c_str()) != 0) error_ = errno;
    if (error_ != 0) return error_;
    in_place_ = true;
    return error_ = sync_folder(folder_of(path_));
}

}  // namespace waymark
