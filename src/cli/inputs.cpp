#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "text/source.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

std::vector<InputFile> files_below(const std::string& folder, const std::vector<std::string>& endings,
                                   std::error_code& error) {
    const auto wanted = [&](const std::string& name) {
        return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return name.ends_with(end); });
    };
    std::vector<InputFile> inside;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error) && wanted(it->path().filename().string()))
            inside.push_back({it->path().string(), true});
    }
    std::sort(inside.begin(), inside.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return inside;
}

}  // namespace

std::vector<InputFile> files_named(const std::vector<std::string>& names, const std::vector<std::string>& endings,
                                   Diagnostics& diagnostics) {
    std::vector<InputFile> files;
    for (const std::string& name : names) {
        std::error_code error;
        if (!fs::is_directory(name, error)) {
            files.push_back({name, false});
            continue;
        }
        const std::vector<InputFile> inside = files_below(name, endings, error);
        if (error) {
            diagnostics.push_back(about_file("E001", name, fmt::format("cannot be read: {}", error.message())));
        } else if (inside.empty()) {
            diagnostics.push_back(
                about_file("E006", name, fmt::format("the folder holds no {} file", endings.front())));
        }
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

}  // namespace waymark
