#include "program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    void close_end(std::size_t which) {
        if (ends[which] >= 0) ::close(ends[which]);
        ends[which] = -1;
    }
};

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const Setting& setting, Pipe& in, Pipe& out,
                                 Pipe& err) {
    ::dup2(in.ends[0], STDIN_FILENO);
    ::dup2(out.ends[1], STDOUT_FILENO);
    ::dup2(err.ends[1], STDERR_FILENO);
    if (::chdir(setting.folder.c_str()) != 0) ::_exit(125);
    if (setting.largest_file >= 0) {
        const rlimit limit{static_cast<rlim_t>(setting.largest_file), static_cast<rlim_t>(setting.largest_file)};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<std::string> words{WAYMARK_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = setting.environment;  // the first of two equal names counts
    environment.insert(environment.end(), {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"});
    for (const char* passed_on : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"}) {
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

void exchange(const std::string& input, Pipe& in, Pipe& out, Pipe& err, Outcome& outcome) {
    std::size_t sent = 0;
    ::fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close_end(1);
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        std::array<pollfd, 3> watch{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}, {in.ends[1], POLLOUT, 0}}};
        if (::poll(watch.data(), watch.size(), 60000) <= 0) throw std::runtime_error("the program hangs");
        for (const std::size_t i : {0U, 1U}) {
            if (watch[i].revents == 0) continue;
            std::array<char, 65536> piece{};
            const ssize_t got = ::read(watch[i].fd, piece.data(), piece.size());
            if (got <= 0) (i == 0 ? out : err).close_end(0);
            if (got > 0) (i == 0 ? outcome.out : outcome.err).append(piece.data(), static_cast<std::size_t>(got));
        }
        if (in.ends[1] >= 0 && watch[2].revents != 0) {
            const ssize_t put = ::write(in.ends[1], input.data() + sent, input.size() - sent);
            if (put > 0) sent += static_cast<std::size_t>(put);
            if (put < 0 || sent == input.size()) in.close_end(1);
        }
    }
}

}  // namespace

Outcome waymark(const std::vector<std::string>& arguments, const Setting& setting) {
    std::signal(SIGPIPE, SIG_IGN);
    Pipe in;
    Pipe out;
    Pipe err;
    const pid_t child = ::fork();
    if (child == 0) become_program(arguments, setting, in, out, err);
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    Outcome outcome;
    exchange(setting.input, in, out, err, outcome);
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    outcome.peak_kib = used.ru_maxrss;
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "waymark-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    place_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(place_, ignored);
}

std::string Folder::path(const std::string& name) const {
    return (place_ / name).string();
}

std::string Folder::write(const std::string& name, const std::string& text) const {
    fs::create_directories((place_ / name).parent_path());
    std::ofstream(place_ / name, std::ios::binary) << text;
    return path(name);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(place_)) found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const char* const kSmallFramework = R"(waymark: framework/1
id: small
version: 1.0.0
title: Small
scales:
  level: [{id: little, title: Little}, {id: some, title: Some}, {id: much, title: Much}]
evidence:
  strengths: [{id: nothing, title: Nothing, supports: little}, {id: record, title: Record, supports: much}]
roles: [{id: leader, title: Leaders}, {id: frontline, title: Frontline}]
scoring:
  bands: [{id: little, below: 1}, {id: some, below: 1.5}, {id: much}]
dimensions:
  - id: work
    title: Work
    practices:
      - {id: one, title: One, core: yes, ask: "How well is one done?", levels: {little: Not, some: Once, much: Often}}
      - {id: two, title: Two, ask: "How well is two done?", levels: {little: Not, some: Once, much: Often}, not_applicable: There is no two here.}
facts:
  mission: {title: The mission, fields: {started: "date?"}}
  items:
    title: The items
    row: [item, items]
    columns: {name: text, cost: "money?", kind: {one_of: [{old: are old}, {new: are new}], optional: yes}}
flags:
  - id: all-old
    kind: washing
    severity: high
    title: All old
    when: {share: {of: items, where: {kind: old}, at_least: 0.5}}
)";

std::string small_assessment(const std::string& rest) {
    return "waymark: assessment/1\nframework: small.yaml\norganisation: A team\ndate: 2026-01-31\n" + rest;
}
