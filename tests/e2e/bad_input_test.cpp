// Bad input of every kind: a clear finding, the documented exit status, no crash, nothing raw on the terminal.
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;

namespace {

const std::string kAnswers = "respondents: [{id: r1, role: leader, answers: {one: some, two: much}}]\n";

bool only_printable(const std::string& text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; });
}

// Reports on an assessment of the small framework, with its rest as given.
Outcome report_on(const Folder& folder, const std::string& rest) {
    folder.write("small.yaml", kSmallFramework);
    return waymark({"report", folder.write("a.yaml", small_assessment(rest))});
}

}  // namespace

TEST_CASE("an empty, binary or cut-off file is a finding") {
    const Folder folder;
    for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{
             {"empty.yaml", ""},
             {"blank.yaml", "\n\n  \n"},
             {"binary.yaml", std::string("\x7f"
                                         "ELF\x02\x01\x00\x00\xff\xfe\x80",
                                         11)},
             {"utf16.yaml", std::string("\xff\xfe"
                                        "w\0a\0y\0",
                                        8)},
             {"cut.yaml", "waymark: framework/1\nid: x\ntitle: \"unfinished"},
             {"list.yaml", "- 1\n- 2\n"},
             {"word.yaml", "hello\n"},
             {"html.yaml", "<!DOCTYPE html><html><body>Not found</body></html>\n"}}) {
        const std::string path = folder.write(name, text);
        const Outcome check = waymark({"check", path});
        INFO(name << ": " << check.err);
        CHECK(check.status == 1);
        CHECK(has(check.err, path + ":"));
        CHECK(has(check.err, "error["));
        CHECK(only_printable(check.err));
        CHECK(waymark({"report", path}).status == 2);
    }
}

TEST_CASE("every cut of a framework file is read without a crash") {
    const Folder folder;
    const std::string whole = kSmallFramework;
    for (std::size_t length = 0; length < whole.size(); length += 61) {
        const Outcome outcome = waymark({"check", folder.write("cut.yaml", whole.substr(0, length))});
        INFO("length " << length << ": " << outcome.err);
        CHECK(outcome.status <= 1);
    }
}

TEST_CASE("huge and deeply nested files are refused quickly") {
    const Folder folder;
    const Outcome huge = waymark(
        {"check", folder.write("huge.yaml", "waymark: framework/1\nabout: " + std::string(100U << 20U, 'x') + "\n")});
    CHECK(huge.status == 1);
    CHECK(has(huge.err, "error[Y"));
    const Outcome flow =
        waymark({"check", folder.write("deep.yaml", "a: " + std::string(10000, '[') + std::string(10000, ']') + "\n")});
    CHECK(flow.status == 1);
    std::string nested;
    for (int i = 0; i < 10000; ++i) nested += std::string(static_cast<std::size_t>(i % 300), ' ') + "a:\n";
    CHECK(waymark({"check", folder.write("block.yaml", nested)}).status == 1);
}

TEST_CASE("anchors and aliases are refused, also a billion laughs") {
    const Folder folder;
    const Outcome outcome =
        waymark({"check", folder.write("laughs.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")});
    CHECK(outcome.status == 1);
    CHECK(has(outcome.err, "anchor"));
}

TEST_CASE("wrong numbers in an assessment's facts are findings with a place") {
    const Folder folder;
    for (const char* cost : {".nan", "1e400", "99999999999999999999", "£5", "1,2m", "-", "1.234"}) {
        const Outcome outcome = report_on(
            folder, "currency: GBP\n" + kAnswers + "facts: {items: [{name: A, cost: \"" + cost + "\", kind: old}]}\n");
        INFO(cost << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(has(outcome.err, "a.yaml:7:"));
    }
}

TEST_CASE("duplicate ids and keys are found with the line of the first") {
    const Folder folder;
    const Outcome twice = report_on(
        folder,
        "respondents: [{id: r1, role: leader, answers: {one: some}}, {id: r1, role: leader, answers: {one: much}}]\n");
    CHECK(twice.status == 2);
    CHECK(has(twice.err, "r1"));
    const Outcome keys = report_on(folder, kAnswers + "note: a\nnote: b\n");
    CHECK(keys.status == 2);
    CHECK(has(keys.err, "line 6"));
}

TEST_CASE("files named by files stay in the folder") {
    const Folder folder;
    fs::create_directories(folder.path("inside"));
    folder.write("secret.csv", "name,cost,kind\nA,1,old\n");
    folder.write("inside/small.yaml", kSmallFramework);
    fs::create_symlink(folder.path("secret.csv"), folder.path("inside/link.csv"));
    fs::create_directory_symlink(folder.path(), folder.path("inside/up"));
    for (const char* csv :
         {"../secret.csv", "/etc/passwd", "link.csv", "up/secret.csv", "inside", ".", "", "missing.csv", "/dev/zero"}) {
        const std::string path =
            folder.write("inside/a.yaml",
                         small_assessment("currency: GBP\n" + kAnswers + "facts: {items: {csv: \"" + csv + "\"}}\n"));
        const Outcome outcome = waymark({"report", path});
        INFO(csv << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(has(outcome.err, "a.yaml:7:"));
        CHECK_FALSE(has(outcome.err, "root:"));
    }
    const std::string path = folder.write("inside/a.yaml", small_assessment(kAnswers + "previous: ../b.yaml\n"));
    folder.write("b.yaml", small_assessment(kAnswers));
    const Outcome outcome = waymark({"report", path});
    CHECK(outcome.status == 2);
    CHECK(has(outcome.err, "leaves the folder"));
}

TEST_CASE("a CSV with wrong columns or rows is found in the CSV itself") {
    const Folder folder;
    const std::string rest = "currency: GBP\n" + kAnswers + "facts: {items: {csv: items.csv}}\n";
    folder.write("items.csv", "name,cots,kind\nA,1,old\n");
    const Outcome column = report_on(folder, rest);
    CHECK(column.status == 2);
    CHECK(has(column.err, "items.csv:1:6"));
    CHECK(has(column.err, "did you mean 'cost'"));
    folder.write("items.csv", "name,cost,kind\nA,1,old\nB,2,old,extra\n");
    const Outcome row = report_on(folder, rest);
    CHECK(row.status == 2);
    CHECK(has(row.err, "items.csv:3:"));
}

TEST_CASE("hostile texts reach no terminal and no Markdown as they are") {
    const Folder folder;
    const std::string hostile = "\\e[2J\\e]0;owned\\a<script>alert(1)</script>|`x`\\u202e";
    folder.write("small.yaml", kSmallFramework);
    const std::string path = folder.write(
        "a.yaml", "waymark: assessment/1\nframework: small.yaml\norganisation: \"" + hostile +
                      "\"\ndate: 2026-01-31\n" +
                      "respondents: [{id: r1, role: leader, answers: {one: {level: some, note: \"" + hostile +
                      "\", evidence: [{strength: record, what: \"" + hostile + "\"}]}, two: {not-applicable: \"" +
                      hostile + "\"}}}]\n" + "facts: {items: [{name: \"" + hostile + "\", kind: old}]}\n");
    for (const char* format : {"text", "md", "json"}) {
        const Outcome outcome = waymark({"report", path, "-f", format, "--with-notes"});
        INFO(format << outcome.err);
        CHECK(outcome.status == 0);
        CHECK(only_printable(outcome.out));
        CHECK_FALSE(has(outcome.out, "\u202e"));
        if (std::string(format) == "md") CHECK_FALSE(has(outcome.out, "<script>"));
    }
    CHECK(only_printable(waymark({"check", folder.write("\x1b[31mname.yaml", "a: b\n")}).err));
}

TEST_CASE("an unknown framework, command, option or word is said with the nearest name") {
    const Folder folder;
    CHECK(waymark({"reprot"}).status == 2);
    CHECK(has(waymark({"reprot"}).err, "report"));
    CHECK(waymark({}).status == 2);
    CHECK(waymark({"report"}).status == 2);
    CHECK(waymark({"report", "x.yaml", "-f", "pdf"}).status == 2);
    CHECK(waymark({"check", "no-such-file.yaml"}).status == 1);
    CHECK(waymark({"report", "no-such-file.yaml"}).status == 2);
    CHECK(waymark({"report", folder.path()}).status == 2);
    const Outcome word = waymark({"explain", "mission-wasing"});
    CHECK(word.status == 2);
    CHECK(has(word.err, "mission-washing"));
    const std::string path = folder.write(
        "a.yaml", "waymark: assessment/1\nframework: mission-maturty@1.0.0\norganisation: A\ndate: 2026-01-31\n");
    CHECK(has(waymark({"report", path}).err, "mission-maturity"));
}
