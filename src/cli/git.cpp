#include "cli/git.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <vector>

#include "cli/files.hpp"
#include "storage/descriptor.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): not every system's header has it

namespace waymark {

namespace {

constexpr std::size_t kMostComplaint = 4096;

struct Pipe {
    int read = -1, write = -1;
};

bool open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    pipe = {ends[0], ends[1]};
    return true;
}

// The environment without what would make git talk, fetch, or look elsewhere than in the folder it is given.
std::vector<std::string> environment_of_git() {
    std::vector<std::string> kept;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view one(*entry);
        if (!one.starts_with("GIT_") && !one.starts_with("LC_ALL=")) kept.emplace_back(one);
    }
    for (const char* own :
         {"GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "GIT_PAGER=cat", "LC_ALL=C"}) {
        kept.emplace_back(own);
    }
    return kept;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

// 0, or the error number.
int start(std::vector<std::string> arguments, const Pipe& out, const Pipe& err, pid_t& child) {
    posix_spawn_file_actions_t actions{};
    if (const int failed = ::posix_spawn_file_actions_init(&actions); failed != 0) return failed;
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
    auto environment = environment_of_git();
    const int failed =
        ::posix_spawnp(&child, "git", &actions, nullptr, pointers(arguments).data(), pointers(environment).data());
    ::posix_spawn_file_actions_destroy(&actions);
    return failed;
}

// Both at once, so that neither fills up while the other is read. False once there is more than a framework may have.
bool read_both(int out, int err, std::string& text, std::string& complaint) {
    std::array<pollfd, 2> ends{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    std::array<char, 65536> piece{};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return false;
        for (pollfd& end : ends) {
            if (end.fd < 0 || end.revents == 0) continue;
            const ssize_t got = ::read(end.fd, piece.data(), piece.size());
            if (got < 0 && errno == EINTR) continue;
            const bool is_text = end.fd == out;
            if (got <= 0) end.fd = -1;
            if (got > 0 && is_text) text.append(piece.data(), static_cast<std::size_t>(got));
            if (got > 0 && !is_text && complaint.size() < kMostComplaint) {
                complaint.append(piece.data(), static_cast<std::size_t>(got));
            }
        }
        if (text.size() > kLargestText) return false;
    }
    return true;
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::string first_line(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    return line.starts_with("fatal: ") ? line.substr(7) : line;
}

// Names of revisions never begin so; options do. A colon would name a file of the revision.
bool is_revision(const std::string& word) {
    if (word.empty() || word.front() == '-' || word.find(':') != std::string::npos) return false;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) <= ' ' || c == 127) return false;
    }
    return true;
}

}  // namespace

std::optional<std::string> file_at_revision(const std::string& path, const std::string& revision,
                                            std::string& problem) {
    if (!is_revision(revision)) {
        problem = fmt::format("'{}' is no revision of git", revision);
        return std::nullopt;
    }
    Pipe out;
    Pipe err;
    if (!open_pipe(out) || !open_pipe(err)) {
        problem = reason(errno);
        return std::nullopt;
    }
    // cat-file gives the bytes as they are: no filter, pager or other program of the repository's settings is run.
    pid_t child = 0;
    const int failed = start({"git", "-C", folder_of(path), "--no-pager", "cat-file", "blob",
                              fmt::format("{}:./{}", revision, name_of(path))},
                             out, err, child);
    ::close(out.write);
    ::close(err.write);
    std::string text;
    std::string complaint;
    const bool whole = failed == 0 && read_both(out.read, err.read, text, complaint);
    ::close(out.read);
    ::close(err.read);
    const int status = failed == 0 ? wait_for(child) : 0;
    if (failed != 0) {
        problem = fmt::format("git cannot be started: {}", reason(failed));
    } else if (!whole) {
        problem = "it is too large";
    } else if (status != 0) {
        problem = complaint.empty() ? "git failed" : "git says: " + first_line(complaint);
    }
    if (!problem.empty()) return std::nullopt;
    return text;
}

}  // namespace waymark
