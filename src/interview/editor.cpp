#include "interview/editor.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "interview/raw_terminal.hpp"

extern char** environ;

namespace waymark::interview {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestFile = 1U << 20U;

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): there is one thread
    return value != nullptr ? value : "";
}

// A file that only this user can read, gone when this is.
class PrivateFile {
  public:
    explicit PrivateFile(const std::string& text) {
        std::error_code error;
        fs::path folder = fs::temp_directory_path(error);
        if (error) folder = "/tmp";
        name_ = (folder / "waymark-note-XXXXXX").string();
        const int file = ::mkstemp(name_.data());
        if (file < 0) return;
        made_ = write_all(file, text);
        ::close(file);
    }
    ~PrivateFile() {
        if (made_) ::unlink(name_.c_str());
    }
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    bool made() const { return made_; }
    const std::string& name() const { return name_; }

  private:
    std::string name_;
    bool made_ = false;
};

// $EDITOR may carry options, so a shell splits it; the file's name is passed as an argument of its own.
int run(const std::string& editor, const std::string& file) {
    std::string shell = "sh";
    std::string option = "-c";
    std::string script = editor + " \"$1\"";
    std::string name = file;
    std::array<char*, 6> argv{shell.data(), option.data(), script.data(), shell.data(), name.data(), nullptr};
    pid_t child = -1;
    if (::posix_spawn(&child, "/bin/sh", nullptr, nullptr, argv.data(), environ) != 0) return -1;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::optional<std::string> edit_in_editor(const std::string& text, std::string& problem) {
    std::string editor = environment("VISUAL");
    if (editor.empty()) editor = environment("EDITOR");
    if (editor.empty()) {
        problem = "no editor is set; name one in the environment variable EDITOR, or type here";
        return std::nullopt;
    }
    const PrivateFile file(text.empty() ? "" : text + "\n");
    if (!file.made()) {
        problem = "no file could be made for the editor; type here";
        return std::nullopt;
    }
    if (run(editor, file.name()) != 0) {
        problem = "the editor did not end well, so the note is as it was";
        return std::nullopt;
    }
    std::ifstream read(file.name(), std::ios::binary);
    std::string result(kLongestFile, '\0');
    read.read(result.data(), static_cast<std::streamsize>(result.size()));
    result.resize(static_cast<std::size_t>(read.gcount()));
    return result;
}

}  // namespace waymark::interview
