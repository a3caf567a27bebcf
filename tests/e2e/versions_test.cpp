// Versions of a framework as their authors and their users meet them: diff as a gate, migrate, and the command that a
// refused assessment names.
#include <sys/stat.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string kExamples = WAYMARK_SOURCE_DIR "/examples/versions/";

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    INFO(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

// The clinic's two versions, one assessment of the first, and its table.
void copy_clinic(const Folder& folder) {
    for (const char* name : {"clinic-1.yaml", "clinic-2.yaml", "ward-3.yaml", "changes.csv"}) {
        folder.write(name, read_text(kExamples + name));
    }
}

bool run_git(const Folder& folder, const std::string& words) {
    const std::string line = "cd '" + folder.path() +
                             "' && GIT_CONFIG_GLOBAL=/dev/null git -c user.name=a -c user.email=a@example.org " +
                             words + " >/dev/null 2>&1";
    return std::system(line.c_str()) == 0;  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

TEST_CASE("diff is a gate for the version that a file declares") {
    Folder folder;
    copy_clinic(folder);
    const Setting here{"", folder.path()};
    CHECK(waymark({"diff", "clinic-1.yaml", "clinic-2.yaml"}, here).status == 0);
    std::string text = read_text(folder.path("clinic-2.yaml"));
    replace(text, "version: 2.0.0", "version: 1.4.0");
    folder.write("clinic-2.yaml", text);
    const Outcome low = waymark({"diff", "clinic-1.yaml", "clinic-2.yaml", "--width", "120"}, here);
    CHECK(low.status == 1);
    CHECK(has(low.out, "6 breaking changes, 3 compatible changes, 2 editorial changes; these changes ask for a "));
    CHECK(has(low.out, "file says 1.4.0\n"));
    CHECK(has(low.out, "clinic-2.yaml:25: practice 'open-talk': renamed from 'mistakes' [practice-renamed]"));
    CHECK(waymark({"diff", "clinic-2.yaml", "clinic-2.yaml"}, here).status == 0);
}

TEST_CASE("diff reads the old version from git and takes no revision for an option") {
    Folder folder;
    fs::create_directory(folder.path("in"));
    folder.write("in/clinic.yaml", read_text(kExamples + "clinic-1.yaml"));
    REQUIRE(run_git(folder, "init -q -b main"));
    REQUIRE(run_git(folder, "add ."));
    REQUIRE(run_git(folder, "commit -q -m first"));
    const Setting here{"", folder.path()};
    const Outcome same = waymark({"diff", "in/clinic.yaml", "--against", "main"}, here);
    INFO(same.err);
    CHECK(same.status == 0);
    CHECK(has(same.out, "no change"));
    std::string text = read_text(folder.path("in/clinic.yaml"));
    replace(text, "most: 0.5", "most: 0.6");
    folder.write("in/clinic.yaml", text);
    const Outcome changed = waymark({"diff", "clinic.yaml", "--against", "HEAD"}, {"", folder.path("in")});
    CHECK(changed.status == 1);
    CHECK(has(changed.out, "- 0.5 (HEAD:clinic.yaml:54)"));
    for (const char* revision : {"nowhere", "--help", "-n", "main:in", ""}) {
        INFO(revision);
        const Outcome wrong = waymark({"diff", "in/clinic.yaml", std::string("--against=") + revision}, here);
        CHECK(wrong.status == 2);
        CHECK_FALSE(wrong.err.empty());
        CHECK(wrong.out.empty());
    }
    CHECK(waymark({"diff", "in/other.yaml", "--against", "main"}, here).status == 2);
    Folder elsewhere;
    elsewhere.write("clinic.yaml", text);
    CHECK(waymark({"diff", "clinic.yaml", "--against", "main"}, {"", elsewhere.path()}).status == 2);
}

TEST_CASE("diff writes several formats at once and the same bytes each time") {
    Folder folder;
    copy_clinic(folder);
    const Setting here{"", folder.path()};
    const std::vector<std::string> words{
        "diff", "clinic-1.yaml", "clinic-2.yaml", "-f",         "json", "-f", "md=a.md",
        "-f",   "text=a.txt",    "--with",        "ward-3.yaml"};
    const Outcome first = waymark(words, here);
    CHECK(first.status == 0);
    const std::string page = read_text(folder.path("a.md"));
    const Outcome second = waymark(words, here);
    CHECK(first.out == second.out);
    CHECK(page == read_text(folder.path("a.md")));
    const Json document = Json::parse(first.out);
    CHECK(document.at("step").at("asked") == "major");
    CHECK(document.at("counts").at("breaking") == 6);
    CHECK(document.at("assessments").at(0).at("moves").size() == 4);
    CHECK(document.at("assessments").at(0).at("not_carried").size() == 3);
    CHECK(has(page, "| overall, evidenced | 0\\.75 | 0\\.50 |"));
    CHECK(has(read_text(folder.path("a.txt")), "verdict: Learning → Stuck"));
    CHECK(waymark({"diff", "clinic-1.yaml", "clinic-2.yaml", "-f", "json", "-f", "md"}, here).status == 2);
    CHECK(waymark({"diff", "clinic-1.yaml"}, here).status == 2);
    CHECK(waymark({"diff", "clinic-1.yaml", "absent.yaml"}, here).status == 2);
    CHECK(waymark({"diff", "clinic-1.yaml", "clinic-2.yaml", "--with", "absent.yaml"}, here).status == 1);
    CHECK(waymark({"diff", "clinic-1.yaml", "clinic-2.yaml", "-f", "md=no/such/a.md"}, here).status == 3);
}

TEST_CASE("an assessment of another major version exits with the migrate command that works") {
    Folder folder;
    copy_clinic(folder);
    std::string text = read_text(folder.path("ward-3.yaml"));
    replace(text, "clinic-1.yaml", "clinic@1.3.0");
    folder.write("the ward.yaml", text);
    const Setting here{"", folder.path()};
    const Outcome refused = waymark({"report", "the ward.yaml", "--framework", "clinic-2.yaml"}, here);
    CHECK(refused.status == 2);
    CHECK(has(refused.err, "error[A002]"));
    const std::string command = "waymark migrate 'the ward.yaml' --to clinic-2.yaml -o 'the ward-2.0.0.yaml'";
    CHECK(has(refused.err, "help: carry it over: " + command + "\n"));
    const Outcome migrated =
        waymark({"migrate", "the ward.yaml", "--to", "clinic-2.yaml", "-o", "the ward-2.0.0.yaml"}, here);
    CHECK(migrated.status == 1);
    CHECK(has(migrated.err,
              "the ward.yaml:13:7: warning[A047]: the answer of 'r1' to 'letters' is not carried over: "
              "'letters' was retired"));
    CHECK(waymark({"check", "the ward-2.0.0.yaml", "--framework", "clinic-2.yaml"}, here).status == 0);
    CHECK(waymark({"report", "the ward-2.0.0.yaml", "--framework", "clinic-2.yaml"}, here).status == 0);
    const Outcome newer = waymark({"report", "the ward-2.0.0.yaml", "--framework", "clinic-1.yaml"}, here);
    CHECK(newer.status == 2);
    CHECK(has(newer.err, "read it with that version of the framework, or a later one"));
}

TEST_CASE("migrate writes nothing unasked and all files or none") {
    Folder folder;
    copy_clinic(folder);
    const Setting here{"", folder.path()};
    const auto before = folder.names();
    CHECK(waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml"}, here).status == 2);  // its table changes too
    CHECK(waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml", "-o", "changes.csv"}, here).status == 2);
    CHECK(waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml", "-o", "/tmp/elsewhere.yaml"}, here).status == 2);
    CHECK(waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml", "-o", "a", "--in-place"}, here).status == 2);
    CHECK(waymark({"migrate", "-", "--to", "clinic-2.yaml", "--in-place"}, here).status == 2);
    CHECK(folder.names() == before);
    folder.write("changes-2.0.0.csv", "mine\n");
    CHECK(waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml", "-o", "b.yaml"}, here).status == 2);
    CHECK(read_text(folder.path("changes-2.0.0.csv")) == "mine\n");
    CHECK_FALSE(fs::exists(folder.path("b.yaml")));
}

TEST_CASE("migrate in place keeps who may read the file and its table") {
    Folder folder;
    copy_clinic(folder);
    const std::string path = folder.path("ward-3.yaml");
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    const Setting here{"", folder.path()};
    const Outcome done = waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml", "--in-place"}, here);
    INFO(done.err);
    CHECK(done.status == 1);
    CHECK(has(done.err, "wrote changes-2.0.0.csv; changes.csv is as it was\n"));
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0640U);
    CHECK(has(read_text(path), "framework: clinic-2.yaml\n"));
    CHECK(has(read_text(path), "# Three of us filled this in over lunch.\n"));
    CHECK(read_text(folder.path("changes.csv")) == read_text(kExamples + "changes.csv"));
    CHECK(waymark({"check", "ward-3.yaml"}, here).status == 0);
    const Outcome again = waymark({"migrate", "ward-3.yaml", "--to", "clinic-2.yaml"}, here);
    CHECK(again.status == 0);
    CHECK(again.out == read_text(path));
}
