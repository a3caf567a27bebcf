#include "cli/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "storage/descriptor.hpp"
#include "storage/replace.hpp"
#include "text/source.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& folder, const fs::path& file) {
    const fs::path rest = file.lexically_relative(folder);
    return !rest.empty() && !rest.is_absolute() && *rest.begin() != "..";
}

std::optional<std::string> read_confined(const std::string& from, const std::string& relative, std::string& problem) {
    const fs::path wanted(relative);
    if (relative.empty() || wanted.is_absolute()) {
        problem = "it must be a path relative to the file that names it";
        return std::nullopt;
    }
    std::error_code error;
    const fs::path folder = fs::canonical(fs::absolute(from == "-" ? "." : from).parent_path(), error);
    if (error) {
        problem = "the folder of the file that names it cannot be read";
        return std::nullopt;
    }
    const fs::path joined = folder / wanted;
    const fs::path parent = fs::weakly_canonical(joined.parent_path(), error);
    const fs::path target = error ? fs::path() : parent / joined.filename();
    if (error || !is_below(folder, target.lexically_normal())) {
        problem = "it leaves the folder of the file that names it";
        return std::nullopt;
    }
    // O_NOFOLLOW refuses a link put in place between any check and this call; O_NONBLOCK a pipe that nobody writes.
    const Descriptor file(::open(target.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file.open()) {
        problem = errno == ELOOP ? "it is a link; name the file itself" : reason(errno);
        return std::nullopt;
    }
    struct stat status{};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        problem = "it is not a regular file";
        return std::nullopt;
    }
    std::string text;
    if (const int failed = read_all(file.number(), kLargestText, text); failed != 0) {
        problem = reason(failed);
        return std::nullopt;
    }
    return text;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics, std::size_t limit) {
    const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    const int failed = file.open() ? read_all(file.number(), limit, text) : errno;
    if (failed == 0) return text;
    diagnostics.push_back(about_file("E001", path, fmt::format("cannot be read: {}", reason(failed)),
                                     failed == EISDIR ? "name a file in it" : ""));
    return std::nullopt;
}

FileAccess confined_access() {
    return {read_confined};
}

bool is_device(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error) && !fs::is_regular_file(path, error);
}

mode_t mode_of_results() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

namespace {

bool write_in_place(const std::string& path, const std::string& text, std::string& problem) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    int failed = file.open() ? write_all(file.number(), text) : errno;
    if (failed == EINVAL || failed == ENOTSUP) failed = 0;  // what cannot be synced has been written all the same
    if (failed != 0) problem = fmt::format("cannot write '{}': {}", path, reason(failed));
    return failed == 0;
}

}  // namespace

bool write_file(const std::string& path, const std::string& text, std::string& problem, Readers readers) {
    if (is_device(path)) return write_in_place(path, text, problem);
    const Replacing replaced = replace_file(path, text, readers == Readers::user_only ? 0600 : mode_of_results());
    if (replaced.error == 0) return true;
    problem = fmt::format("cannot write '{}': {}", path, reason(replaced.error));
    return false;
}

}  // namespace waymark
