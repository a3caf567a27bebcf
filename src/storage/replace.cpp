#include "storage/replace.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "storage/descriptor.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRandomPart = "XXXXXX";

std::string stem_beside(const std::string& path) {
    return "." + name_of(path) + ".saving-";
}

// Some file systems cannot sync a folder; they keep names safe in their own way.
int sync_folder(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.open()) return errno == EACCES ? 0 : errno;
    if (::fsync(descriptor.number()) == 0 || errno == EINVAL || errno == ENOTSUP) return 0;
    return errno;
}

bool is_own_regular_file(const fs::path& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
}

}  // namespace

Replacing replace_file(const std::string& path, const std::string& text, mode_t mode) {
    const fs::path folder = folder_of(path);
    std::string beside = (folder / (stem_beside(path) + std::string(kRandomPart))).string();
    const Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
    if (!file.open()) return {errno, false, {}};
    int failed = ::fchmod(file.number(), mode) == 0 ? 0 : errno;
    if (failed == 0) failed = write_all(file.number(), text);
    if (failed == 0 && ::rename(beside.c_str(), path.c_str()) != 0) failed = errno;
    if (failed != 0) {
        ::unlink(beside.c_str());
        return {failed, false, {}};
    }
    const int unconfirmed = sync_folder(folder.string());
    return {unconfirmed, true, stamp_of(file.number())};
}

int remove_leftovers(const std::string& path) {
    const std::string stem = stem_beside(path);
    int removed = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder_of(path), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(stem) || name.size() != stem.size() + kRandomPart.size()) continue;
        if (is_own_regular_file(entry->path()) && ::unlink(entry->path().c_str()) == 0) ++removed;
    }
    return removed;
}

}  // namespace waymark
