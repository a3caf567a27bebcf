#include "storage/failure.hpp"

#include <fmt/format.h>

#include <cerrno>

#include "storage/descriptor.hpp"

namespace waymark {

Failure failure_of(int error, const std::string& path) {
    const std::string folder = folder_of(path);
    switch (error) {
        case ENOSPC:
            return {"the disk is full", "free some space"};
        case EDQUOT:
            return {"your share of the disk is full", "free some space"};
        case EFBIG:
            return {fmt::format("'{}' may not grow any further", path), "lift the limit on file sizes (ulimit -f)"};
        case ENOENT:
        case ENOTDIR:
            return {fmt::format("the folder '{}' is gone", folder), "create it again"};
        case EROFS:
        case EACCES:
        case EPERM:
            return {fmt::format("'{}' or its folder may not be written to", path), "make both writable (chmod u+w)"};
        default:
            return {fmt::format("'{}' could not be written: {}", path, reason(error)), "see to the disk"};
    }
}

std::string counted(int number, const std::string& what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace waymark
