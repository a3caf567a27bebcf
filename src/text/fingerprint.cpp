#include "text/fingerprint.hpp"

#include <fmt/format.h>

#include <map>

#include "text/hash.hpp"

namespace waymark {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(" \t\r") + 1 - start);
}

}  // namespace

std::vector<std::string> fingerprints(const Diagnostics& diagnostics) {
    std::map<std::string, int> seen;
    std::vector<std::string> result;
    for (const Diagnostic& d : diagnostics) {
        const std::string same = fmt::format("{}\n{}\n{}\n{}", d.code, d.file, d.message, trimmed(d.excerpt));
        result.push_back(sha256_hex(fmt::format("{}\n{}", same, seen[same]++)));
    }
    return result;
}

}  // namespace waymark
