#include "terminal_window.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(60);  // a loaded machine is slow; a test that fails may take its time
constexpr auto kPause = std::chrono::milliseconds(20);

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char c : word) c == '\'' ? text += "'\\''" : text += c;
    return text + "'";
}

// What a command prints; its input is `input`.
std::string output_of(const std::vector<std::string>& words, const std::string& input = "") {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);  // a server that is gone is no news
        std::vector<std::string> copies = words;
        std::vector<char*> argv;
        for (std::string& word : copies) argv.push_back(word.data());
        argv.push_back(nullptr);
        ::unsetenv("TMUX");
        ::execvp(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    std::thread feeder([&] {
        std::size_t done = 0;
        while (done < input.size()) {
            const ssize_t put = ::write(in[1], input.data() + done, input.size() - done);
            if (put <= 0) break;
            done += static_cast<std::size_t>(put);
        }
        ::close(in[1]);
    });
    std::string text;
    std::array<char, 65536> piece{};
    for (ssize_t got = 0; (got = ::read(out[0], piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
    ::close(out[0]);
    feeder.join();
    int status = 0;
    ::waitpid(child, &status, 0);
    return text;
}

std::string script_for(const std::vector<std::string>& arguments, const std::string& folder,
                       const std::vector<std::string>& environment) {
    std::string script =
        "trap : INT; cd " + quoted(folder) + " && env -i PATH=/usr/bin:/bin TERM=screen LC_ALL=C.UTF-8 NO_COLOR=1";
    for (const char* passed_on : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (const char* value = std::getenv(passed_on)) script += " " + quoted(std::string(passed_on) + "=" + value);
    }
    for (const std::string& entry : environment) script += " " + quoted(entry);
    script += " " + quoted(WAYMARK_BINARY);
    for (const std::string& argument : arguments) script += " " + quoted(argument);
    // "icanon" without a minus: lines are whole again, as before the program began.
    return script + "; echo \"exit status $?\"; stty -a | grep -q ' icanon' && echo 'usual terminal'; exec cat";
}

std::string tidy(const std::string& text) {
    std::istringstream lines(text);
    std::string result;
    std::string blank;
    for (std::string line; std::getline(lines, line);) {
        line.erase(line.find_last_not_of(' ') + 1);
        if (line.empty()) {
            blank += "\n";
        } else {
            result += blank + line + "\n";
            blank.clear();
        }
    }
    return result;
}

template <typename Test>
bool comes_true(Test test) {
    const auto until = Clock::now() + kPatience;
    while (Clock::now() < until) {
        if (test()) return true;
        std::this_thread::sleep_for(kPause);
    }
    return false;
}

pid_t child_of(pid_t parent) {
    const std::string name = std::to_string(parent);
    std::ifstream file("/proc/" + name + "/task/" + name + "/children");
    pid_t child = -1;
    file >> child;
    return child;
}

std::string program_name(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}

}  // namespace

TerminalWindow::TerminalWindow(const std::vector<std::string>& arguments, const std::string& folder, Size size,
                               const std::vector<std::string>& environment) {
    static int count = 0;
    socket_ = "waymark-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
    tmux({"-f", "/dev/null", "new-session", "-d", "-x", std::to_string(size.columns), "-y", std::to_string(size.rows),
          "exec sh -c " + quoted(script_for(arguments, folder, environment))});
    // The program is the shell's child, through env, which becomes it.
    const bool started = comes_true([&] {
        const std::string shell = tmux({"display-message", "-p", "#{pane_pid}"});
        program_ = shell.empty() ? -1 : child_of(std::stoi(shell));
        const std::string name = program_ > 0 ? program_name(program_) : "";
        return name == "waymark" || name == "cat" || screen().find("exit status") != std::string::npos;
    });
    if (!started) throw std::runtime_error("no terminal could be had; is tmux installed?");
}

TerminalWindow::~TerminalWindow() {
    tmux({"kill-server"});
}

std::string TerminalWindow::tmux(std::vector<std::string> arguments) {
    std::vector<std::string> words{"tmux", "-L", socket_};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return output_of(words);
}

void TerminalWindow::key(const std::string& name) {
    tmux({"send-keys", name});
}

void TerminalWindow::type(const std::string& text) {
    tmux({"send-keys", "-l", text});
}

void TerminalWindow::paste(const std::string& text) {
    output_of({"tmux", "-L", socket_, "load-buffer", "-"}, text);
    tmux({"paste-buffer", "-p"});
}

void TerminalWindow::resize(Size size) {
    tmux({"resize-window", "-x", std::to_string(size.columns), "-y", std::to_string(size.rows)});
}

void TerminalWindow::send(int signal) {
    ::kill(program_, signal);
}

void TerminalWindow::hang_up() {
    tmux({"kill-session"});
}

std::string TerminalWindow::screen() {
    return tidy(tmux({"capture-pane", "-p"}));
}

std::string TerminalWindow::wait_for(const std::string& text) {
    std::string seen;
    const bool shown = comes_true([&] {
        seen = screen();
        if (seen.find(text) == std::string::npos) return false;
        std::this_thread::sleep_for(kPause);  // until nothing moves any more
        return screen() == seen;
    });
    if (!shown) throw std::runtime_error("'" + text + "' never came; the screen shows:\n" + seen);
    return seen;
}

int TerminalWindow::exit_status() {
    const std::string mark = "exit status ";
    const std::string seen = wait_for(mark);
    return std::stoi(seen.substr(seen.rfind(mark) + mark.size()));
}

bool is_running(pid_t process) {
    return ::kill(process, 0) == 0 && program_name(process) == "waymark";
}

bool ends_soon(pid_t process) {
    return comes_true([&] { return !is_running(process); });
}
