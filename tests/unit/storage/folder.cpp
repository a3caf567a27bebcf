#include "folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace place {

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "waymark-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    place_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::permissions(place_, fs::perms::owner_all, ignored);
    fs::remove_all(place_, ignored);
}

std::string Folder::path(const std::string& name) const {
    return (place_ / name).string();
}

std::string Folder::write(const std::string& name, const std::string& text) const {
    std::ofstream(place_ / name, std::ios::binary) << text;
    return path(name);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(place_)) found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

unsigned mode_of(const std::string& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) throw std::runtime_error("stat");
    return status.st_mode & 0777U;
}

std::string assessment(const std::string& answers) {
    return "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: Warm Homes\ndate: 2026-11-20\n"
           "respondents:\n  - id: r1\n    role: leader\n    answers:\n" +
           answers;
}

waymark::Change answer(const std::string& practice, const std::string& level) {
    waymark::AnswerText words;
    words.state = waymark::AnswerState::level;
    words.level = level;
    return waymark::SetAnswer{"r1", practice, words};
}

bool has(const std::vector<std::string>& sentences, const std::string& part) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

}  // namespace place
