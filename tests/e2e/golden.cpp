#include "golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "catch.hpp"
#include "program.hpp"

namespace {

bool is_digest_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Digests change with every word of a framework. One may be broken over lines, but not in its first digits: those of
// "SHA-256" before it are no part of it.
std::string masked(std::string text) {
    constexpr std::size_t kDigest = 64;
    std::vector<std::size_t> run;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digest_digit(text[i])) {
            run.push_back(i);
        } else if (run.size() < 8 || (text[i] != ' ' && text[i] != '\n')) {
            run.clear();
        }
        if (run.size() < kDigest) continue;
        for (const std::size_t place : run) text[place] = '#';
        run.clear();
    }
    return text;
}

}  // namespace

void compare_golden(const std::string& name, const std::string& output) {
    const std::string text = masked(output);
    const std::filesystem::path path = std::string(WAYMARK_SOURCE_DIR "/tests/golden/") + name;
    if (std::getenv("WAYMARK_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    INFO(name << ": read the difference; if it is right, run again with WAYMARK_UPDATE_GOLDEN=1");
    CHECK(text == read_text(path.string()));
}
