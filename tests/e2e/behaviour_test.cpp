// What the commands do for people: streams, statuses, formats, and files whole or not at all.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;

namespace {

const std::string kHeating = WAYMARK_SOURCE_DIR "/examples/home-heating/assessment.yaml";
const std::string kAnswers = "respondents: [{id: r1, role: leader, answers: {one: some, two: much}}]\n";

}  // namespace

TEST_CASE("the shipped frameworks and examples check clean and in silence") {
    for (const char* folder : {"frameworks", "examples"}) {
        const Outcome outcome = waymark({"check", std::string(WAYMARK_SOURCE_DIR "/") + folder, "--fail-on", "note"});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.empty());
    }
}

TEST_CASE("the same input gives the same bytes, and a saved scorecard renders the same") {
    const Folder folder;
    for (const char* format : {"text", "md", "json"}) {
        const Outcome first = waymark({"report", kHeating, "-f", format});
        CHECK(first.status == 0);
        CHECK(first.err.empty());
        CHECK(first.out == waymark({"report", kHeating, "-f", format}).out);
        const std::string card = folder.path(std::string("card-") + format + ".json");
        CHECK(waymark({"report", kHeating, "-f", "json", "-o", card}).status == 0);
        CHECK(waymark({"report", card, "-f", format}, {"", "/"}).out == first.out);
    }
}

TEST_CASE("reports are plain when they are not for a terminal") {
    const Outcome plain = waymark({"report", kHeating});
    CHECK_FALSE(has(plain.out, "\x1b"));
    const Outcome coloured = waymark({"report", kHeating, "--color", "always"});
    CHECK(has(coloured.out, "\x1b["));
    const Outcome ascii = waymark({"report", kHeating}, {"", WAYMARK_SOURCE_DIR, {"LC_ALL=C"}});
    for (const char c : ascii.out) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("nothing is clear for want of facts, and nothing is called washing for want of evidence") {
    const Folder folder;
    std::string all_at_three = waymark({"new", "assessment"}).out;
    for (std::size_t at = 0; (at = all_at_three.find(": skipped", at)) != std::string::npos;)
        all_at_three.replace(at, 9, ": embedded");
    all_at_three.replace(all_at_three.find("organisation:"), 13, "organisation: A team");
    all_at_three.replace(all_at_three.find("\ndate:"), 6, "\ndate: 2026-01-31");
    const Outcome outcome = waymark({"report", folder.write("a.yaml", all_at_three), "-f", "json"});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    CHECK_FALSE(has(outcome.out, "\"id\": \"mission-washing-likely\""));
    CHECK_FALSE(has(outcome.out, "\"id\": \"clear\""));
    CHECK(has(outcome.out, "\"id\": \"cannot-tell"));
}

TEST_CASE("a new assessment needs only a name and a date") {
    const Folder folder;
    const std::string path = folder.path("team.yaml");
    CHECK(waymark({"new", "assessment", "-o", path, "--tables", folder.path("facts")}).status == 0);
    const Outcome check = waymark({"check", path});
    CHECK(check.status == 1);
    CHECK(has(check.err, "organisation"));
    CHECK(has(check.err, "date"));
    CHECK(waymark({"new", "assessment", "-o", path}).status == 2);  // never over a file that is there
    CHECK(fs::exists(folder.path("facts/portfolio.csv")));
}

TEST_CASE("starters check clean") {
    const Folder folder;
    CHECK(waymark({"new", "framework", "-o", folder.path("framework.yaml")}).status == 0);
    CHECK(waymark({"new", "test", "-o", folder.path("framework.test.yaml")}).status == 0);
    const Outcome outcome = waymark({"check", folder.path(), "--fail-on", "warning"});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
}

TEST_CASE("exit statuses say what happened") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string good = folder.write("good.yaml", small_assessment(kAnswers));
    const std::string bad =
        folder.write("bad.yaml", small_assessment("respondents: [{id: r1, role: boss, answers: {}}]\n"));
    CHECK(waymark({"score", good}).status == 0);
    CHECK(waymark({"score", good, bad}).status == 1);
    CHECK(has(waymark({"score", good, bad}).err, "1 scored, 1 rejected"));
    CHECK(waymark({"score", bad}).status == 2);
    CHECK(waymark({"report", bad}).status == 2);
    CHECK(waymark({"check", bad}).status == 1);
    CHECK(waymark({"check", bad, "--exit-zero"}).status == 0);
    CHECK(waymark({"--version"}).status == 0);
    CHECK(waymark({"--help"}).status == 0);
    CHECK(waymark({"report", "--help"}).status == 0);
}

TEST_CASE("standard input stands for a file") {
    const std::string text = read_text(kHeating);
    const Outcome check = waymark({"check", "-", "--name", "from-a-pipe.yaml"}, {"waymark: [", "/"});
    CHECK(check.status == 1);
    CHECK(has(check.err, "from-a-pipe.yaml:1:"));
    const Outcome report = waymark({"report", "-"}, {text, WAYMARK_SOURCE_DIR "/examples/home-heating"});
    INFO(report.err);
    CHECK(report.status == 0);
}

TEST_CASE("a failed write is our failure, and leaves the old file as it was") {
    CHECK(waymark({"report", kHeating, "-o", "/dev/full"}).status == 3);
    CHECK(waymark({"report", kHeating, "-o", "/no/such/folder/report.txt"}).status == 3);
    const Folder folder;
    const std::string path = folder.write("report.txt", "old");
    CHECK(waymark({"report", folder.path("missing.yaml"), "-o", path}).status == 2);
    CHECK(read_text(path) == "old");
    CHECK(waymark({"report", kHeating, "-o", path}).status == 0);
    CHECK(read_text(path) != "old");
    CHECK(folder.names() == std::vector<std::string>{"report.txt"});
}

TEST_CASE("several people's files make one assessment") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string ana = folder.write(
        "ana.yaml", small_assessment("respondents: [{id: r1, role: leader, answers: {one: much, two: much}}]\n"));
    const std::string ben = folder.write(
        "ben.yaml",
        small_assessment("respondents: [{id: r1, role: frontline, answers: {one: little, two: dont-know}}]\n"));
    const std::string team = folder.path("team.yaml");
    const Outcome outcome = waymark({"combine", ana, ben, "-o", team});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    const Outcome explained = waymark({"explain", "--score", "one", team});
    CHECK(explained.status == 0);
    CHECK(has(explained.out, "1 at 0, 1 at 2 (n = 2)"));
    const std::string other = folder.write(
        "other.yaml",
        "waymark: assessment/1\nframework: small.yaml\norganisation: Another\ndate: 2026-01-31\n" + kAnswers);
    CHECK(waymark({"combine", ana, other, "-o", team}).status == 1);
}

TEST_CASE("a limit can be changed for one run, and a wrong one is said") {
    const auto state = [](const Outcome& outcome) {
        const std::size_t flag = outcome.out.find("\"old-portfolio-new-label\"");
        return outcome.out.substr(outcome.out.find("\"state\"", flag), 20);
    };
    CHECK(has(state(waymark({"report", kHeating, "-f", "json"})), "raised"));
    CHECK(has(
        state(waymark({"report", kHeating, "-f", "json", "--limit", "old-portfolio-new-label.unchanged-spend=0.9"})),
        "clear"));
    CHECK(waymark({"report", kHeating, "--limit", "old-portfolio-new-label.unchanged=0.9"}).status == 2);
    CHECK(waymark({"report", kHeating, "--limit", "nonsense"}).status == 2);
}

TEST_CASE("words, signs, practices, levels, codes and numbers are explained") {
    for (const char* thing : {"mission-washing", "W01", "old-portfolio-new-label", "I2", "short-feedback-loops",
                              "embedded", "leader", "grand", "primer", "implementing", "Y001"}) {
        const Outcome outcome = waymark({"explain", thing});
        INFO(thing << outcome.err);
        CHECK(outcome.status == 0);
        CHECK(outcome.out.size() > 40);
    }
    const Outcome number = waymark({"explain", "--score", "implementing", kHeating});
    CHECK(number.status == 0);
    CHECK(has(number.out, "2.91"));
    CHECK(has(number.out, "93/32"));
}

TEST_CASE("schemas are JSON and are listed") {
    const Outcome kinds = waymark({"schema"});
    for (const char* kind : {"assessment", "framework", "scorecard"}) {
        CHECK(has(kinds.out, kind));
        CHECK(has(waymark({"schema", kind}).out, "\"$schema\""));
    }
    CHECK(waymark({"schema", "assesment"}).status == 2);
}
