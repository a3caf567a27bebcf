#include "storage/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <utility>

#include "storage/descriptor.hpp"

namespace waymark {

namespace {

constexpr int kAttempts = 10;
constexpr std::size_t kLongestHolder = 1000;

std::string this_host() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string lock_path(const std::string& file) {
    return (std::filesystem::path(file).parent_path() / ("." + name_of(file) + ".lock")).string();
}

std::string value_of(const std::string& text, const std::string& key) {
    const std::size_t at = text.find(key + ": ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + key.size() + 2;
    return text.substr(begin, text.find('\n', begin) - begin);
}

LockHolder read_holder(int descriptor) {
    std::string text;
    ::lseek(descriptor, 0, SEEK_SET);
    read_all(descriptor, kLongestHolder, text);
    LockHolder holder{0, value_of(text, "host"), value_of(text, "since")};
    const std::string process = value_of(text, "process");
    std::from_chars(process.data(), process.data() + process.size(), holder.process);
    return holder;
}

// The lock holds without this; the words are for whoever meets it.
void write_holder(int descriptor) {
    if (::ftruncate(descriptor, 0) != 0) return;
    ::lseek(descriptor, 0, SEEK_SET);
    write_all(descriptor, fmt::format("process: {}\nhost: {}\nsince: {}\n", ::getpid(), this_host(), now_text()));
}

bool is_still_at(int descriptor, const std::string& path) {
    struct stat held{};
    struct stat named{};
    return ::fstat(descriptor, &held) == 0 && ::lstat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

bool is_alive(const LockHolder& holder) {
    return holder.process > 0 && (::kill(static_cast<pid_t>(holder.process), 0) == 0 || errno != ESRCH);
}

std::string in_words(const LockHolder& holder) {
    if (holder.process == 0) return "another run of waymark";
    return fmt::format("process {} on {}, since {}", holder.process, holder.host, holder.since);
}

enum class Grip { taken, busy, unknown };  // unknown: the file system knows no locks

Grip grip(int descriptor) {
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        return errno == EWOULDBLOCK ? Grip::busy : Grip::unknown;
    }
    return Grip::taken;
}

void refuse_open(Locking& locking, const std::string& file, int error) {
    const std::string folder = folder_of(file);
    if (error == ELOOP) {
        locking.problem = fmt::format("'{}' is a link, so nothing is written there", lock_path(file));
        locking.help = "remove the link";
    } else if (error == ENOENT) {
        locking.problem = fmt::format("there is no folder '{}'", folder);
        locking.help = "create it, or name a file elsewhere with --file";
    } else {
        locking.problem = fmt::format("answers could not be saved in the folder '{}': {}", folder, reason(error));
        locking.help = "make it writable, or name a file in another folder with --file";
    }
}

void refuse_held(Locking& locking, const std::string& file, const LockHolder& holder) {
    locking.problem = fmt::format("'{}' is open in another window: {}", file, in_words(holder));
    locking.help = "go on there, or finish it there first; every answer given there is saved";
    if (holder.process > 0 && holder.host == this_host()) {
        locking.help += fmt::format("; if no window is left, end it with 'kill {}'", holder.process);
    }
}

void refuse_elsewhere(Locking& locking, const std::string& file, const LockHolder& holder) {
    locking.problem = fmt::format("'{}' was opened on another machine and not closed: {}", file, in_words(holder));
    locking.help = "if nobody is answering there any more, open it with --take-over";
    locking.take_over_helps = true;
}

// What to do about a lock file that says who held it. True if it may be taken.
bool may_take(Locking& locking, const std::string& file, const LockHolder& holder, Grip grip, bool take_over) {
    const bool said = holder.process != 0;
    const bool elsewhere = said && holder.host != this_host();
    if (elsewhere && !take_over) {
        refuse_elsewhere(locking, file, holder);
    } else if (grip == Grip::busy || (grip == Grip::unknown && said && !elsewhere && is_alive(holder))) {
        refuse_held(locking, file, holder);
    } else if (said) {
        locking.was_stale =
            fmt::format("an earlier run ended without closing the file ({}); all it saved is here", in_words(holder));
    }
    return locking.problem.empty();
}

}  // namespace

FileLock::FileLock(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

FileLock::FileLock(FileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), path_(std::move(other.path_)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    if (this == &other) return *this;
    release();
    descriptor_ = std::exchange(other.descriptor_, -1);
    path_ = std::move(other.path_);
    return *this;
}

FileLock::~FileLock() {
    release();
}

void FileLock::release() {
    if (descriptor_ < 0) return;
    if (is_still_at(descriptor_, path_)) ::unlink(path_.c_str());
    ::close(std::exchange(descriptor_, -1));
}

Locking take_lock(const std::string& file, bool take_over) {
    Locking locking;
    const std::string path = lock_path(file);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const int opened = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
        if (opened < 0) {
            refuse_open(locking, file, errno);
            return locking;
        }
        const Grip held = grip(opened);
        const bool present = is_still_at(opened, path);  // else its holder removed it between our two calls
        const LockHolder holder = read_holder(opened);
        const bool may = present && may_take(locking, file, holder, held, take_over);
        if (may) {
            locking.lock = FileLock(opened, path);
            write_holder(opened);
            return locking;
        }
        ::close(opened);
        if (present && !(take_over && held == Grip::busy && holder.host != this_host())) return locking;
        if (present) ::unlink(path.c_str());
        locking.problem.clear();
        locking.help.clear();
    }
    locking.problem = fmt::format("'{}' is opened and closed by others all the time", file);
    locking.help = "try again in a moment";
    return locking;
}

}  // namespace waymark
