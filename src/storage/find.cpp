#include "storage/find.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include "storage/descriptor.hpp"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = 4U << 20U;  // what YAML is read from (YamlLimits)
constexpr std::size_t kLongestName = 50;         // of an organisation in a file name
constexpr std::size_t kLongestId = 15;           // of a respondent in a file name

std::optional<std::string> read_regular(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    std::string text;
    if (read_all(file.number(), kLargestFile, text) != 0 || text.size() > kLargestFile) return std::nullopt;
    return text;
}

std::vector<std::string> yaml_names(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml"))) names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

// Letters without their accents; nothing where the text is no UTF-8.
std::string without_accents(const std::string& text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
    return length < 0 ? "" : std::string(mapped, mapped + length);
}

// a-z, 0-9, and one '-' for whatever lies between.
std::string safe_word(const std::string& text, std::size_t longest) {
    std::string word;
    for (const char c : without_accents(text)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) {
            word += c;
        } else if (!word.empty() && word.back() != '-') {
            word += '-';
        }
    }
    word = word.substr(0, longest);
    while (word.ends_with('-')) word.pop_back();
    return word;
}

std::string in_folder(const std::string& folder, const std::string& name) {
    return folder.empty() || folder == "." ? name : (fs::path(folder) / name).string();
}

bool exists(const std::string& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0;
}

}  // namespace

std::vector<FoundAssessment> find_assessments(const std::string& folder) {
    std::vector<FoundAssessment> found;
    for (const std::string& name : yaml_names(folder)) {
        const std::string path = in_folder(folder, name);
        auto text = read_regular(path);
        auto outline = text ? outline_assessment(*text) : std::nullopt;
        if (outline) found.push_back({path, std::move(*text), std::move(*outline)});
    }
    return found;
}

std::vector<FoundAssessment> find_unfinished(const std::string& folder, const FrameworkOf& framework_of) {
    std::vector<FoundAssessment> found = find_assessments(folder);
    std::erase_if(found, [&](const FoundAssessment& file) {
        const Framework* framework = framework_of(file);
        return framework == nullptr || !is_unfinished(file.outline, *framework);
    });
    return found;
}

std::string default_file_name(const std::string& organisation, const std::string& date, const std::string& respondent) {
    std::string name = safe_word(organisation, kLongestName);
    if (name.empty()) name = "assessment";
    for (const std::string& word : {safe_word(date, 10), safe_word(respondent, kLongestId)}) {
        if (!word.empty()) name += "-" + word;
    }
    return name + ".yaml";
}

std::string free_path(const std::string& folder, const std::string& name) {
    const fs::path stem = fs::path(name).stem();
    const fs::path ending = fs::path(name).extension();
    std::string path = in_folder(folder, name);
    for (int number = 2; exists(path); ++number) {
        path = in_folder(folder, fmt::format("{}-{}{}", stem.string(), number, ending.string()));
    }
    return path;
}

}  // namespace waymark
