// The full runs that docs/interview shows, made anew and compared: plain lines from a pipe, and a terminal, key by key.
#include <fstream>

#include "catch.hpp"
#include "conversation.hpp"
#include "golden.hpp"
#include "program.hpp"
#include "terminal_window.hpp"

namespace {

const std::vector<std::string> kArguments{"assess",       "mission-quick", "--file", "ana.yaml",
                                          "--respondent", "ana",           "--date", "2026-11-20"};

// What is typed in the plain run, a line each; it answers every question.
constexpr const char* kLines =
    "?\n\n"                                                        // the words that may be typed
    "1\nWarm Homes Mission Team\n2\n\n"                            // profile, name, role, welcome
    "\n3\n\n3\nBoard minute 14, on the web\n2026-03-01\n2\n3\n\n"  // D1: embedded, with one item
    "2\n\n0\n"                                                     // D3: developing, no evidence
    "back\nback\nback\n1\nskip\n"                                  // second thoughts about D3
    "unknown\n"                                                    // D7
    "\nwhy\n1\n2\nTerms of reference\n\nskip\nskip\n\n"            // C4: emerging, with a plan
    "na\nback\nskip\n"                                             // C6: no reason after all; left for later
    "\n0\n0\n1\n0\n2\n\n0\n1\n0\n1\n0\n"                           // I1 to I6
    "\nnote\nAsk the night shift.\n1\n0\n2\n\n1\nTold in the team meeting\n\n1\n7\n\n"  // S6, S2
    "1\n1\n0\n"                                                   // overview: what is not answered
    "\n1\n2024-09-01\n2035-12-31\nyes\noutcome\n1 4\nskip\nno\n"  // facts of the mission
    "\n\n";                                                       // on, and finish

struct Step {
    const char* key;
    const char* until;
};

// The terminal run: what is pressed, and what then shows.
const std::vector<Step> kSteps{
    {"1", "Which organisation"},
    {"Warm Homes Mission Team", "Warm Homes Mission Team"},
    {"Enter", "Who are you"},
    {"2", "How to answer"},
    {"Enter", "Is there a real mission"},
    {"Enter", "1 of 12"},
    {"Down", "❯  0"},
    {"j", "❯  1"},
    {"j", "❯  2"},
    {"j", "❯  3"},
    {"Enter", "all of this is true now"},
    {"Enter", "What could you show"},
    {"3", "where could somebody find it"},
    {"Board minute 14", "Board minute 14"},
    {"Enter", "When is it from"},
    {"2026-03-01", "2026-03-01"},
    {"Enter", "Who produced it"},
    {"2", "What kind of thing"},
    {"s", "Noted so far"},
    {"Enter", "2 of 12"},
    {"2", "2 Developing says"},
    {"b", "2 of 12"},
    {"1", "What could you show for 1"},
    {"0", "3 of 12"},
    {"u", "Convening"},
    {"Enter", "4 of 12"},
    {"w", "What it means"},
    {"s", "5 of 12"},
    {"/", "Which question?"},
    {"loops", "A few letters: loops"},
    {"Enter", "7 of 12"},
    {"0", "What could you show for 0"},
    {"0", "8 of 12"},
    {"v", "Overview"},
    {"Enter", "Facts on record"},
    {"s", "Enter to finish"},
};

}  // namespace

TEST_CASE("the plain run in the documents is what a run gives") {
    const Folder folder;
    const Outcome outcome = waymark(kArguments, {kLines, folder.path(), {}});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    compare_golden("../../docs/interview/plain.txt", outcome.out);
    CHECK(waymark({"check", folder.path("ana.yaml")}).status == 0);
}

TEST_CASE("the terminal run in the documents is what a run gives") {
    const Folder folder;
    TerminalWindow window(kArguments, folder.path(), {80, 24});
    std::string record = "--- waymark assess mission-quick ---\n" + window.wait_for("Which kind of mission");
    for (const Step& step : kSteps) {
        const std::string key = step.key;
        const bool is_text = key.size() > 5 || key.find('-') != std::string::npos;
        is_text ? window.type(key) : window.key(key);
        record += "\n--- " + key + " ---\n" + window.wait_for(step.until);
    }
    window.key("Enter");
    CHECK(window.exit_status() == 0);
    compare_golden("../../docs/interview/terminal.txt", record);
}

TEST_CASE("input that ends goes no further, keeps what was answered and says how to go on") {
    const Folder folder;
    const std::vector<std::string> begin{"assess", "mission-quick", "--file", "ana.yaml",       "--profile",
                                         "grand",  "--role",        "leader", "--organisation", "Warm Homes"};
    const Outcome none = waymark(begin, {"\n\n", folder.path(), {}});
    CHECK(none.status == 2);
    CHECK(has(none.err, "waymark report FILE"));
    const Outcome nothing = waymark({"assess"}, {"", folder.path(), {}});
    CHECK(nothing.status == 2);
    const Outcome some = waymark({"assess"}, {"\n\nunknown\n1", folder.path(), {}});
    CHECK(some.status == 0);
    CHECK(has(some.out, "2 of 12 questions answered"));
    CHECK(has(some.out, "waymark assess --file ana.yaml"));
    CHECK(has(read_text(folder.path("ana.yaml")), "line-of-sight: emerging"));
}

TEST_CASE("hostile lines harm nothing") {
    const Folder folder;
    const std::string line = "\n\nnote\n" + std::string(1U << 20U, 'x') + "\n\x1b[2J\x07\xff\xfe\nunknown\n" +
                             std::string(1U << 20U, '\0') + "\n";
    const Outcome outcome = waymark({"assess", "mission-quick", "--file", "a.yaml", "--profile", "grand", "--role",
                                     "leader", "--organisation", "\x1b[31mred"},
                                    {line, folder.path(), {}});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find('\x1b') == std::string::npos);
    CHECK(has(outcome.out, "only the first 8000 characters were kept"));
    CHECK(waymark({"check", folder.path("a.yaml")}).status == 0);
}

TEST_CASE("a choice that does not exist is refused before anything is asked") {
    const Folder folder;
    for (const auto& [option, value] : std::vector<std::pair<std::string, std::string>>{
             {"--role", "leadre"}, {"--profile", "grnad"}, {"--framework", "mission-quikc"}, {"--date", "tomorrow"}}) {
        const Outcome outcome = waymark({"assess", option, value}, {"1\n", folder.path(), {}});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, value));
    }
    CHECK(folder.names().empty());
}

TEST_CASE("what somebody else writes in the file meanwhile is kept and shown") {
    const Folder folder;
    Conversation talk({"assess", "mission-quick", "--plain", "--file", "a.yaml", "--profile", "grand", "--role",
                       "leader", "--organisation", "Warm Homes"},
                      {folder.path()});
    talk.hear();
    for (const char* line : {"", "", "unknown"}) {
        talk.say(line);
        talk.hear();
    }
    folder.write("a.yaml", read_text(folder.path("a.yaml")) +
                               "      shared-meaning: emerging\nfacts:\n  mission: {due: 2035-12-31}\n");
    talk.say("unknown");
    const std::string third = talk.hear();
    CHECK(has(third, "changed by someone else"));
    CHECK(has(third, "So far: 1 Emerging"));
    for (const char* line : {"review", "", "1", "2024-09-01"}) {
        talk.say(line);
        talk.hear();
    }
    talk.say("quit");
    CHECK(talk.wait() == 0);
    const std::string text = read_text(folder.path("a.yaml"));
    for (const char* part : {"line-of-sight: dont-know", "shared-meaning: emerging", "2035-12-31", "2024-09-01"}) {
        INFO(part);
        CHECK(has(text, part));
    }
}
