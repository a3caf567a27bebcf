#include "conversation.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace {

constexpr int kPatience = 30000;  // milliseconds
constexpr unsigned kNobody = 65534;

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const Circumstances& circumstances, int in,
                                 int out) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    if (::chdir(circumstances.folder.c_str()) != 0) ::_exit(125);
    if (circumstances.as_nobody && ::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(125);
    if (circumstances.largest_file >= 0) {
        const rlimit limit{static_cast<rlim_t>(circumstances.largest_file),
                           static_cast<rlim_t>(circumstances.largest_file)};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::signal(SIGPIPE, SIG_DFL);
    std::vector<std::string> words{WAYMARK_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment{"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
    for (const char* passed_on : {"TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (const char* value = std::getenv(passed_on)) environment.push_back(std::string(passed_on) + "=" + value);
    }
    std::vector<char*> argv;
    std::vector<char*> envp;
    for (std::string& word : words) argv.push_back(word.data());
    for (std::string& entry : environment) envp.push_back(entry.data());
    argv.push_back(nullptr);
    envp.push_back(nullptr);
    ::execve(WAYMARK_BINARY, argv.data(), envp.data());
    ::_exit(126);
}

}  // namespace

Conversation::Conversation(const std::vector<std::string>& arguments, const Circumstances& circumstances) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    std::signal(SIGPIPE, SIG_IGN);
    child_ = ::fork();
    if (child_ == 0) become_program(arguments, circumstances, in[0], out[1]);
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
}

Conversation::~Conversation() {
    if (child_ > 0) signal(SIGKILL);
    wait();
}

std::string Conversation::hear() {
    std::array<char, 65536> piece{};
    while (!rest_.ends_with(": ")) {
        pollfd watch{out_, POLLIN, 0};
        if (::poll(&watch, 1, kPatience) <= 0) throw std::runtime_error("the program hangs after: " + rest_);
        const ssize_t got = ::read(out_, piece.data(), piece.size());
        if (got <= 0) break;
        rest_.append(piece.data(), static_cast<std::size_t>(got));
    }
    std::string heard;
    heard.swap(rest_);
    return heard;
}

void Conversation::say(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(in_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) throw std::runtime_error("write");
}

void Conversation::signal(int number) {
    ::kill(child_, number);
}

void Conversation::end_input() {
    if (in_ >= 0) ::close(in_);
    in_ = -1;
}

int Conversation::wait() {
    end_input();
    if (child_ <= 0) return -1;
    while (out_ >= 0 && !hear().empty()) {
    }
    ::close(out_);
    out_ = -1;
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
