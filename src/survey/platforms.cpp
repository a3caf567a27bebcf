#include "survey/platforms.hpp"

#include <map>

#include "text/embedded.hpp"

namespace waymark {

namespace {

std::string id_of(const EmbeddedFile& file) {
    return std::string(file.name.substr(0, file.name.rfind('.')));
}

std::map<std::string, SurveyMap, std::less<>> read_all() {
    std::map<std::string, SurveyMap, std::less<>> maps;
    for (const EmbeddedFile& file : embedded_platforms()) {
        Diagnostics unheard;  // a test finds none
        auto map = read_map(std::string(file.name), std::string(file.text), unheard);
        if (map) maps.emplace(id_of(file), std::move(*map));
    }
    return maps;
}

}  // namespace

std::vector<std::string> platform_ids() {
    std::vector<std::string> ids;
    for (const EmbeddedFile& file : embedded_platforms()) ids.push_back(id_of(file));
    return ids;
}

const SurveyMap* platform_map(std::string_view id) {
    static const auto maps = read_all();
    const auto found = maps.find(id);
    return found == maps.end() ? nullptr : &found->second;
}

}  // namespace waymark
