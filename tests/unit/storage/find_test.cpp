#include "storage/find.hpp"

#include <algorithm>
#include <filesystem>

#include "../assessment/small_framework.hpp"
#include "catch.hpp"
#include "folder.hpp"

using namespace waymark;

namespace {

const Framework* small(const FoundAssessment&) {
    return &sample::framework();
}

std::string all_answered() {
    std::string lines;
    for (const Element& element : sample::framework().elements) {
        if (element.kind == NodeName::Kind::practice) lines += "      " + element.id + ": skipped\n";
    }
    return lines;
}

std::vector<std::string> names(const std::vector<FoundAssessment>& found) {
    std::vector<std::string> result;
    for (const auto& file : found) result.push_back(std::filesystem::path(file.path).filename().string());
    return result;
}

}  // namespace

TEST_CASE("unfinished is one person's file with a question that was not shown") {
    const place::Folder folder;
    const std::string head = "waymark: assessment/1\nframework: mission-maturity@1.2.3\n";
    folder.write("begun.yaml", place::assessment("      networks: absent\n"));
    folder.write("nobody.yml", head + "respondents: []\n");
    folder.write("done.yaml", place::assessment(all_answered()));
    folder.write("team.yaml", place::assessment("      networks: absent\n") + "  - {id: r2, role: leader}\n");
    folder.write("framework.yaml", "waymark: framework/1\n");
    folder.write("torn.yaml", "waymark: assessment/1\nrespondents: [\n");
    folder.write(".hidden.yaml", place::assessment(""));
    folder.write("notes.txt", place::assessment(""));
    std::filesystem::create_symlink("begun.yaml", folder.path("link.yaml"));
    std::filesystem::create_directory(folder.path("folder.yaml"));
    CHECK(names(find_assessments(folder.path())) ==
          std::vector<std::string>{"begun.yaml", "done.yaml", "nobody.yml", "team.yaml"});
    CHECK(names(find_unfinished(folder.path(), small)) == std::vector<std::string>{"begun.yaml", "nobody.yml"});
    CHECK(find_unfinished(folder.path(), [](const FoundAssessment&) { return nullptr; }).empty());
    CHECK(find_assessments(folder.path("nowhere")).empty());
}

TEST_CASE("any organisation has a safe file name") {
    CHECK(default_file_name("Warm Homes Mission Team", "2026-11-20", "") == "warm-homes-mission-team-2026-11-20.yaml");
    CHECK(default_file_name("Café Zürich & Söhne", "2026-11-20", "Ana") == "cafe-zurich-sohne-2026-11-20-ana.yaml");
    CHECK(default_file_name("../../etc/passwd", "2026-11-20", "") == "etc-passwd-2026-11-20.yaml");
    CHECK(default_file_name("厚生労働省", "2026-11-20", "") == "assessment-2026-11-20.yaml");
    CHECK(default_file_name("\xff\xfe", "2026-11-20", "") == "assessment-2026-11-20.yaml");
    CHECK(default_file_name("", "../..", "..") == "assessment.yaml");
    CHECK(default_file_name(std::string(5000, 'x'), "2026-11-20", std::string(5000, 'y')).size() <= 82);
    CHECK(default_file_name("-rf *", "2026-11-20", "") == "rf-2026-11-20.yaml");
}

TEST_CASE("a free name steps aside for whatever is there") {
    const place::Folder folder;
    CHECK(free_path(folder.path(), "a.yaml") == folder.path("a.yaml"));
    folder.write("a.yaml", "");
    std::filesystem::create_symlink("nowhere", folder.path("a-2.yaml"));
    CHECK(free_path(folder.path(), "a.yaml") == folder.path("a-3.yaml"));
    CHECK(free_path(".", "surely-not-here.yaml") == "surely-not-here.yaml");
}
