#include "cli/scorecard_folder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/files.hpp"
#include "storage/descriptor.hpp"
#include "waymark/report.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLongestName = 80;

}  // namespace

std::string file_stem(const std::string& organisation, const std::string& date) {
    std::string stem;
    for (const char c : organisation) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            stem += upper ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
        if (stem.size() >= kLongestName) break;
    }
    while (stem.ends_with('-')) stem.pop_back();
    return fmt::format("{}-{}", stem.empty() ? "organisation" : stem, date);
}

bool ScorecardFolder::add(const Scorecard& card, std::string& problem) {
    if (folder_.empty()) return true;
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) {
        problem = fmt::format("cannot make the folder '{}': {}", folder_, reason(error.value()));
        return false;
    }
    const std::string stem = file_stem(card.organisation, card.date);
    std::string name = stem;
    for (int number = 2; !taken_.insert(name).second; ++number) name = fmt::format("{}-{}", stem, number);
    return write_file((std::filesystem::path(folder_) / (name + ".json")).string(), report_as_json(card, false),
                      problem);
}

}  // namespace waymark
