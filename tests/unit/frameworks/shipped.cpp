#include "shipped.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"

namespace waymark {

namespace {

std::string errors_in(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& finding : diagnostics) {
        if (finding.severity != Severity::error) continue;
        text += "line " + std::to_string(finding.span.line) + ": " + finding.message + "\n";
    }
    return text;
}

FileAccess no_files() {
    FileAccess access;
    access.read = [](const std::string&, const std::string&, std::string& problem) {
        problem = "these tests read no other files";
        return std::optional<std::string>();
    };
    return access;
}

}  // namespace

std::string text_of_file(const std::string& path) {
    std::ifstream file(std::string(WAYMARK_SOURCE_DIR) + "/" + path, std::ios::binary);
    INFO(path);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> shipped_frameworks() {
    std::vector<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(WAYMARK_SOURCE_DIR) + "/frameworks")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".yaml") && !name.ends_with(".test.yaml")) ids.push_back(entry.path().stem().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Framework shipped_framework(const std::string& id) {
    Diagnostics diagnostics;
    const std::string path = "frameworks/" + id + ".yaml";
    auto framework = read_framework(path, text_of_file(path), diagnostics);
    INFO(path << "\n" << errors_in(diagnostics));
    REQUIRE(framework.has_value());
    return std::move(*framework);
}

TestFile shipped_tests(const std::string& id, const Framework& framework) {
    Diagnostics diagnostics;
    const std::string path = "frameworks/" + id + ".test.yaml";
    auto tests = read_test_file(path, text_of_file(path), framework, no_files(), diagnostics);
    INFO(path << "\n" << errors_in(diagnostics));
    REQUIRE(tests.has_value());
    return std::move(*tests);
}

}  // namespace waymark
