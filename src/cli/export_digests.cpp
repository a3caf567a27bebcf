#include "cli/export_digests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "storage/descriptor.hpp"
#include "text/hash.hpp"

namespace waymark {

void ExportDigests::follow(std::vector<ExportFile>& files) {
    for (ExportFile& file : files) {
        const auto followed = std::make_shared<Followed>(Followed{name_of(file.name), ""});
        files_.push_back(followed);
        file.open = [open = file.open, followed](ReadResult& problem) -> ReadBytes {
            ReadBytes bytes = open(problem);
            if (!bytes) return {};
            followed->sha256.clear();
            return [bytes, followed, hash = std::make_shared<Sha256>()](char* into, std::size_t room) {
                ReadResult read = bytes(into, room);
                hash->add({into, read.bytes});
                if (read.bytes == 0 && read.problem.empty() && room > 0) followed->sha256 = hash->hex();
                return read;
            };
        };
    }
}

std::optional<CardInput> ExportDigests::told() const {
    std::vector<std::string> digests;
    for (const auto& file : files_) {
        if (!file->sha256.empty()) digests.push_back(file->sha256);
    }
    if (digests.empty()) return std::nullopt;
    if (files_.size() == 1) return CardInput{files_.front()->name, digests.front()};
    // Sorted, so that the names and the order of the files do not matter: sha256sum EXPORTS | cut -c1-64 | sort | sha256sum
    std::ranges::sort(digests);
    std::string together;
    for (const std::string& digest : digests) together += digest + "\n";
    const char* const files = digests.size() == 1 ? "survey export" : "survey exports, together";
    return CardInput{fmt::format("{} {}", digests.size(), files), sha256_hex(together)};
}

}  // namespace waymark
