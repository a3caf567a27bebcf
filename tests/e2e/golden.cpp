#include "golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "program.hpp"

void compare_golden(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::string(WAYMARK_SOURCE_DIR "/tests/golden/") + name;
    if (std::getenv("WAYMARK_UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    INFO(name << ": read the difference; if it is right, run again with WAYMARK_UPDATE_GOLDEN=1");
    CHECK(text == read_text(path.string()));
}
