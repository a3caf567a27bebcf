// What authors of frameworks rely on: tests that are run, findings that are mended, and formats for services.
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "program.hpp"

using Json = nlohmann::json;

namespace {

const std::string kTest =
    "waymark: test/1\nframework: small.yaml\ntests:\n"
    "  - name: Everything is old\n    date: 2026-01-31\n    answers: {all: some}\n"
    "    facts: {items: [{name: A, kind: old}, {name: B, kind: new}]}\n    expect: {flags: {all-old: raised}}\n"
    "  - name: Nothing is OLD\n    date: 2026-01-31\n    answers: {all: some}\n"
    "    facts: {items: [{name: A, kind: new}]}\n    expect: {flags: {all-old: clear}, scores: {overall: {claimed: "
    "1}}}\n";

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Folder& with_framework(Folder& folder) {
    folder.write("small.yaml", kSmallFramework);
    return folder;
}

}  // namespace

TEST_CASE("tests that pass say so, and tests that fail show a difference") {
    Folder folder;
    with_framework(folder).write("small.test.yaml", kTest);
    const Outcome good = waymark({"test", "small.test.yaml"}, {"", folder.path()});
    CHECK(good.status == 0);
    CHECK(good.out == "2 tests passed\n");
    CHECK(good.err.empty());
    folder.write("small.test.yaml", changed(kTest, "all-old: raised", "all-old: clear"));
    const Outcome bad = waymark({"test", folder.path()}, {"", "/"});
    CHECK(bad.status == 1);
    CHECK(has(bad.out,
              "small.test.yaml:4: failed: Everything is old\n  flag all-old (line 8)\n"
              "    - expected: clear\n    + found:    raised\n      because:  "));
    CHECK(has(bad.out, "1 of 2 tests failed\n"));
}

TEST_CASE("tests are filtered by name, and a filter that fits none is wrong use") {
    Folder folder;
    with_framework(folder).write("small.test.yaml", changed(kTest, "all-old: raised", "all-old: clear"));
    CHECK(waymark({"test", "small.test.yaml", "--filter", "nothing is old"}, {"", folder.path()}).out ==
          "1 test passed\n");
    CHECK(waymark({"test", "small.test.yaml", "--filter", "absent"}, {"", folder.path()}).status == 2);
}

TEST_CASE("tests exit as every command does") {
    Folder folder;
    with_framework(folder).write("small.test.yaml", kTest);
    folder.write("broken.test.yaml", "waymark: test/1\nframework: small.yaml\ntests: []\n");
    const Setting here{"", folder.path()};
    CHECK(waymark({"test", "broken.test.yaml"}, here).status == 2);
    CHECK(waymark({"test", "nowhere.test.yaml"}, here).status == 2);
    CHECK(waymark({"test", "broken.test.yaml", "small.test.yaml"}, here).status == 1);
    CHECK(waymark({"test", "small.test.yaml", "-f", "xml"}, here).status == 2);
    CHECK(waymark({"test", "small.test.yaml", "-f", "json", "-f", "junit"}, here).status == 2);
    CHECK(waymark({"test", "small.test.yaml", "--min-coverage", "most"}, here).status == 2);
    CHECK(waymark({"test", "small.test.yaml", "-f", "json=no/such/folder/a.json"}, here).status == 3);
}

TEST_CASE("coverage lists what no test looks at, and may be demanded") {
    Folder folder;
    with_framework(folder).write("small.test.yaml", kTest);
    const Setting here{"", folder.path()};
    const Outcome shown = waymark({"test", "small.test.yaml", "--coverage"}, here);
    CHECK(shown.status == 0);
    CHECK(has(shown.out, "Coverage of small@1.0.0: "));
    CHECK(has(shown.out, "  flag all-old: no test expects it to be cannot-tell\n"));
    CHECK(has(shown.out, "  level little of level: no answer gives it\n"));
    CHECK(waymark({"test", "small.test.yaml", "--min-coverage", "20"}, here).status == 0);
    const Outcome little = waymark({"test", "small.test.yaml", "--min-coverage", "99"}, here);
    CHECK(little.status == 1);
    CHECK(has(little.out, "The coverage is below the 99 % asked for\n"));
}

TEST_CASE("several formats are written at once, each to its file") {
    Folder folder;
    with_framework(folder).write("small.test.yaml", kTest);
    const Setting here{"", folder.path()};
    const Outcome run =
        waymark({"test", "small.test.yaml", "-f", "json=a.json", "-f", "junit=a.xml", "-f", "text"}, here);
    CHECK(run.out == "2 tests passed\n");
    CHECK(Json::parse(read_text(folder.path("a.json"))).at("tests") == 2);
    CHECK(has(read_text(folder.path("a.xml")), "<testsuites "));
    const Outcome check = waymark(
        {"check", "small.yaml", "-f", "sarif=a.sarif", "-f", "gitlab=b.json", "-f", "json", "--ignore", "P021"}, here);
    CHECK(check.status == 0);
    CHECK(Json::parse(check.out).at("diagnostics").empty());
    CHECK(Json::parse(read_text(folder.path("a.sarif"))).at("version") == "2.1.0");
    CHECK(read_text(folder.path("b.json")) == "[]\n");
}

TEST_CASE("GitHub's format is chosen there, unless another is asked for") {
    Folder folder;
    folder.write("small.yaml", changed(kSmallFramework, "title: Small", "titel: Small"));
    const Setting there{"", folder.path(), {"GITHUB_ACTIONS=true"}};
    CHECK(has(waymark({"check", "small.yaml"}, there).out, "::error file=small.yaml,line=4,"));
    CHECK(waymark({"check", "small.yaml", "-f", "text"}, there).out.empty());
    CHECK(waymark({"check", "small.yaml"}, {"", folder.path(), {"GITHUB_ACTIONS=false"}}).out.empty());
}

TEST_CASE("check --fix mends what is plain and leaves every other byte") {
    Folder folder;
    const std::string sound = std::string("# A comment\r\n\n") + kSmallFramework + "\n# The end";
    const std::string path = folder.write("small.yaml", sound);
    const std::string broken = changed(changed(changed(sound, "roles:", "rolse:"), "core: yes", "core: Yes  "),
                                       "title: All old\n", "title: All: old\n");
    const std::string mended =
        changed(changed(sound, "core: yes", "core: yes  "), "title: All old\n", "title: \"All: old\"\n");
    folder.write("small.yaml", broken);
    REQUIRE(::chmod(path.c_str(), 0600) == 0);
    const Outcome outcome = waymark({"check", "small.yaml", "--fix"}, {"", folder.path()});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(has(outcome.err, "mended 3 in small.yaml\n"));
    CHECK(read_text(path) == mended);
    CHECK(folder.names() == std::vector<std::string>{"small.yaml"});
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    CHECK_FALSE(has(waymark({"check", "small.yaml", "--fix"}, {"", folder.path()}).err, "mended"));
    CHECK(read_text(path) == mended);
}

TEST_CASE("check --fix does nothing that leads to another finding, and nothing that is only likely") {
    Folder folder;
    const std::string doubled = changed(kSmallFramework, "title: Small", "title: Small\ntitel: Small");
    folder.write("small.yaml", doubled);
    CHECK(waymark({"check", "small.yaml", "--fix"}, {"", folder.path()}).status == 1);
    CHECK(read_text(folder.path("small.yaml")) == doubled);
}

TEST_CASE("findings are selected and ignored by code and family") {
    Folder folder;
    folder.write("small.yaml", kSmallFramework);
    folder.write("a.yaml", small_assessment("respondents: []\n"));
    const Setting here{"", folder.path()};
    CHECK(has(waymark({"check", "a.yaml"}, here).err, "warning[A020]"));
    CHECK(waymark({"check", "a.yaml", "--fail-on", "warning"}, here).status == 1);
    CHECK(waymark({"check", "a.yaml", "--fail-on", "warning", "--ignore", "A020"}, here).status == 0);
    CHECK(waymark({"check", "a.yaml", "--fail-on", "warning", "--select", "F,X"}, here).status == 0);
    CHECK(waymark({"check", "a.yaml", "--select", "Q"}, here).status == 2);
}

TEST_CASE("YAML of other programs in a folder is left alone, and read where it is named") {
    Folder folder;
    folder.write("small.yaml", kSmallFramework);
    folder.write("workflow.yml", "name: waymark\non: push\n");
    CHECK(waymark({"check", folder.path()}).status == 0);
    CHECK(has(waymark({"check", "workflow.yml"}, {"", folder.path()}).err, "error[S012]"));
    CHECK(waymark({"check", "workflow.yml", "small.yaml", "--skip-others"}, {"", folder.path()}).status == 0);
    folder.write("broken.yaml", "waymark: framework/1\nid: [\n");
    CHECK(has(waymark({"check", "workflow.yml", "broken.yaml", "--skip-others"}, {"", folder.path()}).err,
              "broken.yaml:2"));
}
