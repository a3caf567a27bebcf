#include "storage/replace.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "storage/beside.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

bool is_own_regular_file(const fs::path& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
}

}  // namespace

Replacing replace_file(const std::string& path, const std::string& text, mode_t mode) {
    FileBeside file(path, mode);
    file.write(text);
    const int failed = file.put_in_place();
    return {failed, file.in_place(), file.in_place() ? file.stamp() : FileStamp{}};
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
