// What the commands do for people: streams, statuses, formats, and files whole or not at all.
#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;

namespace {

const std::string kHeating = WAYMARK_SOURCE_DIR "/examples/home-heating/assessment.yaml";
const std::string kAnswers = "respondents: [{id: r1, role: leader, answers: {one: some, two: much}}]\n";

[[noreturn]] void become_waymark(const std::vector<const char*>& words) {
    std::vector<char*> argv;
    for (const char* word : words) argv.push_back(const_cast<char*>(word));
    argv.push_back(nullptr);
    ::execv(WAYMARK_BINARY, argv.data());
    ::_exit(126);
}

// What the program shows on a real terminal.
std::string on_a_terminal(const std::vector<const char*>& words, const char* no_color) {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::setenv("LC_ALL", "C.UTF-8", 1);
        ::setenv("TERM", "xterm", 1);
        ::setenv("NO_COLOR", no_color, 1);
        become_waymark(words);
    }
    std::string shown;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = ::read(terminal, piece.data(), piece.size())) > 0;) {
        shown.append(piece.data(), static_cast<std::size_t>(got));
    }
    ::waitpid(child, nullptr, 0);
    ::close(terminal);
    return shown;
}

// The exit status when nobody reads what is written; signals are as a shell leaves them.
int status_into_closed_pipe(const std::vector<const char*>& words, const std::string& messages) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return -1;
    ::close(ends[0]);
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        ::dup2(ends[1], STDOUT_FILENO);
        if (::freopen(messages.c_str(), "w", stderr) == nullptr) ::_exit(125);
        become_waymark(words);
    }
    ::close(ends[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("the shipped frameworks and examples check clean and in silence but for the proofs") {
    for (const char* folder : {"frameworks", "examples"}) {
        const Outcome outcome = waymark({"check", std::string(WAYMARK_SOURCE_DIR "/") + folder, "--fail-on", "note"});
        INFO(outcome.err);
        CHECK(outcome.status == 0);
        CHECK(outcome.out.empty());
        CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    }
    CHECK(has(waymark({"check", WAYMARK_SOURCE_DIR "/frameworks"}).err, "proofs about fully answered assessments: "));
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
    const Outcome other = waymark({"new", "test", "--framework", "others/my: own.yaml"});
    CHECK(has(other.out, "\nframework: \"others/my: own.yaml\"\n"));
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

TEST_CASE("one person's part of a combined file is replaced or withdrawn, and the rest stays as it was") {
    const Folder folder;
    folder.write("small.yaml", kSmallFramework);
    const std::string people =
        "respondents:   # ours\n"
        "  - {id: ana, role: leader, answers: {one: much}}\n"
        "  - id: ben   # new\n"
        "    role: frontline\n"
        "    answers: {one: little}\n";
    const std::string team = folder.write("team.yaml", small_assessment(people));
    const std::string ben =
        folder.write("ben.yaml", small_assessment("respondents: [{id: r1, role: frontline, answers: {one: some}}]\n"));

    const Outcome unknown = waymark({"combine", team, "--replace", ben});
    CHECK(unknown.status == 1);
    CHECK(has(unknown.err, "A045"));
    CHECK(read_text(team) == small_assessment(people));

    const Outcome replaced = waymark({"combine", team, "--replace", "ben=" + ben});
    INFO(replaced.err);
    CHECK(replaced.status == 0);
    CHECK(replaced.out.empty());
    CHECK(has(read_text(team), "respondents:   # ours\n  - {id: ana, role: leader, answers: {one: much}}\n  - "));
    CHECK(has(read_text(team), "one: some"));

    const std::string other = folder.path("other.yaml");
    CHECK(waymark({"combine", team, "--withdraw", "ana", "-o", other}).status == 0);
    CHECK(has(read_text(team), "ana"));
    CHECK_FALSE(has(read_text(other), "ana"));
    CHECK(has(read_text(other), "respondents:   # ours\n"));
    CHECK((fs::status(other).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));

    CHECK(waymark({"combine", team, ben, "--withdraw", "ana"}).status == 2);
    CHECK(waymark({"combine", folder.path("absent.yaml"), "--withdraw", "ana"}).status == 2);
    CHECK(folder.names() == std::vector<std::string>{"ben.yaml", "other.yaml", "small.yaml", "team.yaml"});
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
    for (const char* kind : {"assessment", "cohort", "framework", "scorecard"}) {
        CHECK(has(kinds.out, kind));
        CHECK(has(waymark({"schema", kind}).out, "\"$schema\""));
    }
    CHECK(waymark({"schema", "assesment"}).status == 2);
}

TEST_CASE("colour is for terminals, unless asked for or asked against") {
    const std::vector<const char*> report{"waymark", "report", kHeating.c_str()};
    CHECK(has(on_a_terminal(report, ""), "\x1b["));
    const std::string plain = on_a_terminal(report, "1");
    CHECK(has(plain, "Aldermoor"));
    CHECK_FALSE(has(plain, "\x1b["));
    CHECK_FALSE(has(on_a_terminal({"waymark", "--color", "never", "report", kHeating.c_str()}, ""), "\x1b["));
    CHECK(has(on_a_terminal({"waymark", "--color", "always", "report", kHeating.c_str()}, "1"), "\x1b["));
    const Outcome finding = waymark({"check", "/no/such/file.yaml"});
    CHECK_FALSE(has(finding.err, "\x1b["));
    CHECK(has(waymark({"--color", "always", "check", "/no/such/file.yaml"}).err, "\x1b["));
}

TEST_CASE("a closed pipe on standard output is quiet and no failure") {
    const Folder folder;
    const std::string messages = folder.path("messages");
    for (const std::vector<const char*>& words : std::vector<std::vector<const char*>>{
             {"waymark", "show"}, {"waymark", "report", kHeating.c_str(), "-f", "json"}, {"waymark", "--help"}}) {
        INFO(words[1]);
        CHECK(status_into_closed_pipe(words, messages) == 0);
        CHECK(read_text(messages).empty());
    }
    // Other mistakes still count.
    CHECK(status_into_closed_pipe({"waymark", "report", "/no/such/file.yaml"}, messages) == 2);
    CHECK(has(read_text(messages), "/no/such/file.yaml"));
}
