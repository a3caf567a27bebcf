#include "storage/descriptor.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace waymark {

namespace {

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
}

std::string reason(int error) {
    return std::error_code(error, std::generic_category()).message();
}

int read_all(int descriptor, std::size_t limit, std::string& text) {
    std::string piece(std::size_t{1} << 16U, '\0');
    while (text.size() <= limit) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got == 0) return 0;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        text.append(piece, 0, static_cast<std::size_t>(got));
    }
    text.resize(limit + 1);
    return 0;
}

int write_piece(int descriptor, std::string_view piece) {
    while (!piece.empty()) {
        const ssize_t put = ::write(descriptor, piece.data(), piece.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return errno;
        piece.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

int write_all(int descriptor, const std::string& text) {
    if (const int failed = write_piece(descriptor, text); failed != 0) return failed;
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

FileStamp stamp_of(int descriptor) {
    struct stat status{};
    if (::fstat(descriptor, &status) != 0) return {};
    return {status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

std::string folder_of(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

std::string name_of(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

}  // namespace waymark
