#include "cli/export_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <glob.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "cli/inputs.hpp"
#include "storage/descriptor.hpp"
#include "storage/unfinished.hpp"
#include "text/source.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& endings() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        for (const char* plain : {".json", ".jsonl", ".ndjson", ".csv", ".tsv"}) {
            for (const char* packed : {"", ".gz", ".zst"}) made.push_back(std::string(plain) + packed);
        }
        return made;
    }();
    return all;
}

std::vector<std::string> matches(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> names;
    if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
        for (std::size_t i = 0; i < found.gl_pathc; ++i) names.emplace_back(found.gl_pathv[i]);
    }
    ::globfree(&found);
    return names;
}

// The name of a file without its folder and endings: "Dept A" for exports/Dept A.json.gz.
std::string organisation_in(const std::string& path) {
    std::string name = fs::path(path).filename().string();
    for (const std::string& ending : endings()) {
        if (name.size() > ending.size() && name.ends_with(ending)) {
            const std::string stem = name.substr(0, name.size() - ending.size());
            if (stem.find('.') == std::string::npos || ending.find('.', 1) != std::string::npos) return stem;
        }
    }
    return fs::path(name).stem().string();
}

struct OpenExport {
    explicit OpenExport(int number) : file(number) {}
    Descriptor file;
    FileStamp at_start;
};

ReadResult read_piece(OpenExport& open, char* into, std::size_t room) {
    while (true) {
        const ssize_t count = ::read(open.file.number(), into, room);
        if (count > 0) return {static_cast<std::size_t>(count), {}, {}};
        if (count == 0) {
            if (stamp_of(open.file.number()) == open.at_start) return {};
            return {0, "the file changed while it was read", "wait until it is complete, and run this again"};
        }
        if (errno != EINTR) {
            return {0, fmt::format("it cannot be read: {}", reason(errno)), errno == EISDIR ? "name a file in it" : ""};
        }
    }
}

// A signal may come to another thread than the one that waits, so that nobody waits for longer than a moment.
bool wait_for_input(int number) {
    constexpr int kMoment = 200;  // milliseconds
    pollfd input{number, POLLIN, 0};
    while (!Interruption::flag()) {
        const int ready = ::poll(&input, 1, kMoment);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    }
    return false;
}

ReadResult read_stream(int number, char* into, std::size_t room) {
    while (wait_for_input(number)) {
        const ssize_t count = ::read(number, into, room);
        if (count >= 0) return {static_cast<std::size_t>(count), {}, {}};
        if (errno != EINTR && errno != EAGAIN) return {0, fmt::format("it cannot be read: {}", reason(errno)), ""};
    }
    return {};
}

ExportFile standard_input() {
    ExportFile file;
    file.name = kStandardInput;
    file.is_stream = true;
    file.open = [](ReadResult&) -> ReadBytes {
        return [](char* into, std::size_t room) { return read_stream(STDIN_FILENO, into, room); };
    };
    return file;
}

ReadBytes opened(const std::string& path, bool is_stream, ReadResult& problem) {
    // Without O_NONBLOCK, opening a pipe would wait for whoever writes, deaf to signals.
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (is_stream ? O_NONBLOCK : 0));
    if (number < 0) {
        problem.problem = fmt::format("it cannot be read: {}", reason(errno));
        return {};
    }
    const auto open = std::make_shared<OpenExport>(number);
    if (is_stream) {
        return [open](char* into, std::size_t room) { return read_stream(open->file.number(), into, room); };
    }
    open->at_start = stamp_of(number);
    ::posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL);
    return [open](char* into, std::size_t room) { return read_piece(*open, into, room); };
}

ExportFile file_at(const std::string& path) {
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    ExportFile file;
    file.name = path;
    file.is_stream = type == fs::file_type::fifo || type == fs::file_type::character;
    file.open = [path, is_stream = file.is_stream](ReadResult& problem) { return opened(path, is_stream, problem); };
    return file;
}

}  // namespace

bool is_named_like_an_export(const std::string& name) {
    return std::ranges::any_of(endings(), [&](const std::string& ending) {
        return ending != ".json" && name.ends_with(ending);  // scorecards are JSON, too
    });
}

std::vector<ExportFile> exports_named(const std::vector<std::string>& names, bool organisation_from_name,
                                      Diagnostics& diagnostics) {
    std::vector<std::string> paths;
    bool from_input = false;
    for (const std::string& name : names) {
        std::error_code error;
        if (name == "-") {
            from_input = true;
        } else if (fs::is_directory(name, error)) {
            for (const InputFile& inside : files_named({name}, endings(), diagnostics)) paths.push_back(inside.path);
        } else if (!fs::exists(name, error) && name.find_first_of("*?[") != std::string::npos) {
            const std::vector<std::string> found = matches(name);
            if (found.empty()) {
                diagnostics.push_back(
                    about_file("E006", name, "no file has a name like this", "look for a slip in it"));
            }
            paths.insert(paths.end(), found.begin(), found.end());
        } else {
            paths.push_back(name);
        }
    }
    std::ranges::sort(paths);
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    std::vector<ExportFile> files;
    if (from_input) files.push_back(standard_input());
    for (const std::string& path : paths) {
        files.push_back(file_at(path));
        if (organisation_from_name) files.back().organisation = organisation_in(path);
    }
    return files;
}

}  // namespace waymark
