// A run that saves answer after answer is killed at random moments, over and over, in one file. What it had acknowledged
// must be there, and nothing may be torn. (The same is shown of the whole program in tests/e2e/killed_test.cpp.)
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

#include "../assessment/sample.hpp"
#include "catch.hpp"
#include "folder.hpp"
#include "storage/keeper.hpp"

using namespace waymark;

namespace {

constexpr int kRuns = 200;
constexpr int kMostAnswers = 60;  // more than a run gets to

// Answer number n of all runs together: no two notes are the same, so every state of the file can be told.
struct Given {
    std::string practice, note;
};

Given given(int run, int number) {
    static const std::array<std::string, 4> practices{"real-mission", "shared-diagnosis", "networks", "peer-support"};
    return {practices[static_cast<std::size_t>(number) % practices.size()],
            "run " + std::to_string(run) + ", answer " + std::to_string(number)};
}

Change change_of(const Given& answer) {
    AnswerText words;
    words.state = AnswerState::level;
    words.level = "absent";
    words.note = answer.note;
    return SetAnswer{"r1", answer.practice, words};
}

// Never returns: opens, then saves and acknowledges with one byte each.
[[noreturn]] void save_and_acknowledge(const std::string& file, int run, int pipe) {
    Kept kept;
    if (!open_file(kept, file).opened) ::_exit(2);
    for (int number = 0; number < kMostAnswers; ++number) {
        if (!save(kept, {change_of(given(run, number))}).saved || ::write(pipe, "s", 1) != 1) ::_exit(3);
    }
    ::pause();
    ::_exit(4);
}

// How many answers were acknowledged before the run was killed, after `wanted` of them and some microseconds.
int run_and_kill(const std::string& file, int run, int wanted, int microseconds) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    if (child == 0) save_and_acknowledge(file, run, ends[1]);
    ::close(ends[1]);
    int acknowledged = 0;
    char byte = 0;
    while (acknowledged < wanted && ::read(ends[0], &byte, 1) == 1) ++acknowledged;
    ::usleep(static_cast<useconds_t>(microseconds));
    ::kill(child, SIGKILL);
    while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return acknowledged;
}

std::map<std::string, std::string> notes_in(const std::string& text) {
    const auto read = sample::read(text);
    INFO(text);
    INFO(read.places());
    REQUIRE(read.assessment.has_value());
    std::map<std::string, std::string> notes;
    for (const Answer& answer : read.assessment->respondents.front().answers) {
        notes[sample::framework().elements[static_cast<std::size_t>(answer.element)].id] = answer.note;
    }
    return notes;
}

}  // namespace

TEST_CASE("killed at 200 random moments, at most the answer being saved is lost") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment("      # mine\n      reach: inside\n"));
    std::mt19937 random(20261120);
    std::map<std::string, std::string> sure = notes_in(place::read(file));
    int acknowledged_in_all = 0;
    for (int run = 0; run < kRuns; ++run) {
        const int acknowledged =
            run_and_kill(file, run, static_cast<int>(random() % 6), static_cast<int>(random() % 4000));
        acknowledged_in_all += acknowledged;
        for (int number = 0; number < acknowledged; ++number)
            sure[given(run, number).practice] = given(run, number).note;
        auto or_one_more = sure;
        or_one_more[given(run, acknowledged).practice] = given(run, acknowledged).note;
        const std::string text = place::read(file);
        const auto notes = notes_in(text);
        INFO("run " << run << ", acknowledged " << acknowledged);
        REQUIRE((notes == sure || notes == or_one_more));
        REQUIRE(text.find("      # mine\n") != std::string::npos);
        sure = notes;
    }
    CHECK(acknowledged_in_all > kRuns);
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    kept = Kept{};
    CHECK(folder.names() == std::vector<std::string>{"team.yaml"});
}
