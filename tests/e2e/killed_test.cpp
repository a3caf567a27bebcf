// The interview, interrupted: kill -9 at random moments, signals, a full disk, files that change under it. What it had
// acknowledged by its next prompt must be in the file.
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <random>

#include "catch.hpp"
#include "conversation.hpp"
#include "program.hpp"
#include "saved_answers.hpp"

namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 200;

const std::string kStart =
    "# a person's own comment\n"
    "waymark: assessment/1\n"
    "framework: many.yaml   # ours\n"
    "organisation: A team\n"
    "date: 2026-01-31\n"
    "respondents:\n"
    "  - id: ana   # that is me\n"
    "    role: leader\n";

// "Q7 Matter 7" stands in the page that asks.
std::string practice_asked(const std::string& page) {
    const std::size_t at = page.rfind("Matter ");
    return at == std::string::npos ? "" : practice(std::stoi(page.substr(at + 7)));
}

bool asks_level(const std::string& page) {
    return has(page, "Your level (");
}

bool asks_evidence(const std::string& page) {
    return has(page, "What there is (");
}

// The interview with one file, and what it has acknowledged.
struct Interview {
    Interview(const Folder& folder, const Circumstances& circumstances)
        : talk({"assess", "--plain", "--file", folder.path("team.yaml")}, circumstances) {
        page = talk.hear();
        everything += page;
    }

    // Passes welcome and introductions. False when no question comes any more.
    bool reach_question() {
        while (has(page, "Enter to go on")) answer("");
        return asks_level(page) || asks_evidence(page);
    }

    // What the file will hold if the word is taken.
    Answers after(const std::string& word) const {
        Answers result = sure;
        const std::string id = practice_asked(page);
        if (asks_level(page)) result[id] = word;
        if (asks_evidence(page)) result[id] += "+none";
        return result;
    }

    void answer(const std::string& word) {
        const Answers next = after(word);
        talk.say(word);
        page = talk.hear();
        everything += page;
        sure = next;
    }

    Conversation talk;
    std::string page, everything;
    Answers sure;
};

std::string word_for(const std::string& page, std::mt19937& random) {
    static const std::vector<std::string> words{"u", "s", "0"};
    return asks_evidence(page) ? "0" : words[random() % words.size()];
}

struct Place {
    Place() {
        folder.write("many.yaml", many_questions());
        folder.write("team.yaml", kStart);
        circumstances.folder = folder.path();
    }
    std::string text() const { return read_text(folder.path("team.yaml")); }

    Folder folder;
    Circumstances circumstances;
};

void check_with_program(const Place& place) {
    const Outcome checked = waymark({"check", place.folder.path("team.yaml")});
    INFO(checked.err + checked.out);
    REQUIRE(checked.status == 0);
}

}  // namespace

TEST_CASE("kill -9 at 200 random moments loses at most the answer being typed") {
    const Place place;
    std::mt19937 random(20261120);
    Answers sure;
    int acknowledged = 0;
    int lost_the_last = 0;
    for (int run = 0; run < kRuns; ++run) {
        Interview interview(place.folder, place.circumstances);
        interview.sure = sure;
        bool open = interview.reach_question();
        for (unsigned left = random() % 5; open && left > 0; --left, ++acknowledged) {
            interview.answer(word_for(interview.page, random));
            open = interview.reach_question();
        }
        const std::string last = word_for(interview.page, random);
        const Answers or_one_more = open ? interview.after(last) : interview.sure;
        if (open) interview.talk.say(last);
        ::usleep(random() % 3000);
        interview.talk.signal(SIGKILL);
        REQUIRE(interview.talk.wait() == 128 + SIGKILL);
        const std::string text = place.text();
        INFO("run " << run << "\n" << interview.everything);
        const Answers found = answers_in(text);
        REQUIRE((found == interview.sure || found == or_one_more));
        if (open && found == interview.sure) ++lost_the_last;
        REQUIRE(text.starts_with(kStart.substr(0, kStart.find("respondents"))));
        check_with_program(place);
        sure = found;
        if (open) continue;
        place.folder.write("team.yaml", kStart);  // all twelve are answered: from the beginning
        sure.clear();
    }
    CHECK(acknowledged > kRuns);
    CHECK(lost_the_last > 0);  // else no run was killed while it was at work
    CHECK(lost_the_last < kRuns);
    {
        Interview interview(place.folder, place.circumstances);
        interview.talk.end_input();
        interview.talk.wait();
    }
    CHECK(place.folder.names() == std::vector<std::string>{"many.yaml", "team.yaml"});
}

TEST_CASE("a hang-up or a request to end saves, leaves no lock, and says so by the status") {
    const int number = GENERATE(SIGHUP, SIGTERM, SIGINT);
    std::signal(SIGHUP, SIG_DFL);  // nohup, which tests may run under, has it ignored
    const Place place;
    Interview interview(place.folder, place.circumstances);
    REQUIRE(interview.reach_question());
    interview.answer("u");
    REQUIRE(interview.reach_question());
    interview.answer("s");
    interview.talk.signal(number);
    CHECK(interview.talk.wait() == 128 + number);
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}, {"p02", "s"}});
    CHECK(place.folder.names() == std::vector<std::string>{"many.yaml", "team.yaml"});
}

TEST_CASE("the end of the input saves") {
    const Place place;
    Interview interview(place.folder, place.circumstances);
    REQUIRE(interview.reach_question());
    interview.answer("u");
    interview.talk.end_input();
    CHECK(interview.talk.wait() == 0);
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}});
}

TEST_CASE("a run that goes on after a killed one says what it found") {
    const Place place;
    {
        Interview interview(place.folder, place.circumstances);
        interview.talk.signal(SIGKILL);
        interview.talk.wait();
    }
    CHECK(place.folder.names() == std::vector<std::string>{".team.yaml.lock", "many.yaml", "team.yaml"});
    Interview interview(place.folder, place.circumstances);
    CHECK(has(interview.everything, "ended without closing"));
    CHECK(interview.reach_question());
}

TEST_CASE("a second run is told who has the file, and does not wait") {
    const Place place;
    Interview first(place.folder, place.circumstances);
    const Outcome second = waymark({"assess", "--plain", "--file", place.folder.path("team.yaml")});
    CHECK(second.status == 2);
    CHECK(has(second.err, "is open in another window: process "));
    const Outcome changed = waymark({"combine", place.folder.path("team.yaml"), "--withdraw", "ana"});
    CHECK(changed.status == 2);
    CHECK(first.reach_question());
}

TEST_CASE("a lock from another machine is explained, and taken over when told so") {
    const Place place;
    place.folder.write(".team.yaml.lock", "process: 1\nhost: another-machine\nsince: 2026-11-20 14:03:11 UTC\n");
    const Outcome refused = waymark({"assess", "--plain", "--file", place.folder.path("team.yaml")});
    CHECK(refused.status == 2);
    CHECK(has(refused.err, "another-machine"));
    CHECK(has(refused.err, "--take-over"));
    Setting setting;
    setting.input = "\n\nu\n";
    const Outcome taken =
        waymark({"assess", "--plain", "--take-over", "--file", place.folder.path("team.yaml")}, setting);
    CHECK(taken.status == 0);
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}});
}

TEST_CASE("a full disk is said at once, with where the last saved state is, and leaves no half file") {
    Place place;
    place.circumstances.largest_file = 100;
    Interview interview(place.folder, place.circumstances);
    REQUIRE(interview.reach_question());
    interview.answer("u");
    CHECK(has(interview.everything, "not saved: "));
    CHECK(has(interview.everything, "the last saved state is in '" + place.folder.path("team.yaml") + "'"));
    interview.talk.end_input();
    CHECK(interview.talk.wait() == 3);
    CHECK(place.text() == kStart);
    CHECK(place.folder.names() == std::vector<std::string>{"many.yaml", "team.yaml"});
}

TEST_CASE("a read-only folder is said before the first question, and one that becomes so is waited for") {
    Place place;
    place.circumstances.as_nobody = true;
    fs::permissions(place.folder.path(), fs::perms::all);
    fs::permissions(place.folder.path("team.yaml"), fs::perms::all);
    const auto closed = fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec;
    {
        fs::permissions(place.folder.path(), closed);
        Conversation refused({"assess", "--plain", "--file", place.folder.path("team.yaml")}, place.circumstances);
        CHECK(has(refused.hear(), "could not be saved in the folder"));
        CHECK(refused.wait() == 2);
        fs::permissions(place.folder.path(), fs::perms::all);
    }
    Interview interview(place.folder, place.circumstances);
    REQUIRE(interview.reach_question());
    fs::permissions(place.folder.path(), closed);
    interview.answer("u");
    CHECK(has(interview.everything, "may not be written to"));
    CHECK(place.text() == kStart);
    fs::permissions(place.folder.path(), fs::perms::all);
    REQUIRE(interview.reach_question());
    interview.answer("s");
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}, {"p02", "s"}});
    interview.talk.end_input();
    CHECK(interview.talk.wait() == 0);
}

TEST_CASE("a file deleted, changed or replaced by a link meanwhile costs no answer") {
    const Place place;
    Interview interview(place.folder, place.circumstances);
    REQUIRE(interview.reach_question());
    fs::remove(place.folder.path("team.yaml"));
    interview.answer("u");
    CHECK(has(interview.everything, "was gone and has been written again"));
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}});

    REQUIRE(interview.reach_question());
    place.folder.write("team.yaml", place.text() + "note: By somebody else   # kept\n");
    interview.answer("s");
    CHECK(has(interview.everything, "was changed by someone else meanwhile"));
    CHECK(has(place.text(), "note: By somebody else   # kept\n"));
    CHECK(answers_in(place.text()) == Answers{{"p01", "u"}, {"p02", "s"}});

    REQUIRE(interview.reach_question());
    place.folder.write("precious.txt", "precious");
    fs::remove(place.folder.path("team.yaml"));
    fs::create_symlink("precious.txt", place.folder.path("team.yaml"));
    interview.answer("u");
    CHECK(has(interview.everything, "team-2.yaml"));
    CHECK(read_text(place.folder.path("precious.txt")) == "precious");
    CHECK(answers_in(read_text(place.folder.path("team-2.yaml"))) == Answers{{"p01", "u"}, {"p02", "s"}, {"p03", "u"}});
}

TEST_CASE("a link is no file to answer in") {
    const Place place;
    fs::create_symlink("team.yaml", place.folder.path("link.yaml"));
    const Outcome refused = waymark({"assess", "--plain", "--file", place.folder.path("link.yaml")});
    CHECK(refused.status == 2);
    CHECK(has(refused.err, "is a link"));
}
