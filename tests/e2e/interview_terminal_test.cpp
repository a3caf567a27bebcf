// The interview in a real terminal: whole runs, signals, windows of every size, hostile input.
#include <signal.h>

#include <fstream>

#include "catch.hpp"
#include "golden.hpp"
#include "program.hpp"
#include "terminal_window.hpp"

namespace {

using Size = TerminalWindow::Size;

const std::vector<std::string> kBegin{"assess", "mission-quick", "--file",         "ana.yaml",     "--profile",
                                      "grand",  "--role",        "leader",         "--respondent", "ana",
                                      "--date", "2026-11-20",    "--organisation", "Warm Homes"};

// On the first question.
void begin(TerminalWindow& window) {
    window.wait_for("Enter to go on");
    window.key("Enter");
    window.wait_for("3 questions.");
    window.key("Enter");
    window.wait_for("1 of 12");
}

std::string saved(const Folder& folder) {
    return read_text(folder.path("ana.yaml"));
}

}  // namespace

TEST_CASE("screens look as they were approved, in both sizes") {
    for (const Size size : {Size{80, 24}, Size{60, 20}}) {
        const std::string suffix = "-" + std::to_string(size.columns) + "x" + std::to_string(size.rows) + ".txt";
        const Folder folder;
        TerminalWindow window(kBegin, folder.path(), size);
        const auto step = [&](const std::string& key, const std::string& until, const std::string& name) {
            if (!key.empty()) window.key(key);
            compare_golden("interview/" + name + suffix, window.wait_for(until));
        };
        step("", "Enter to go on", "welcome");
        step("Enter", "3 questions.", "introduction");
        step("Enter", "Your level", "question");
        window.key("j");
        window.key("j");
        window.wait_for("❯  1");
        step("j", "❯  2", "cursor");
        step("3", "Enter if all of it is true", "check");
        step("Enter", "What there is", "evidence");
        step("3", "What:", "what");
        window.key("Enter");
        window.wait_for("Date, as");
        window.key("Enter");
        window.wait_for("Who produced it?");
        window.key("2");
        window.wait_for("What kind of thing");
        window.key("s");
        step("", "1 item of evidence", "item");
        step("/", "A few letters", "jump");
        window.key("Escape");
        window.wait_for("1 item of evidence");
        step("v", "Overview", "review");
        step("Enter", "Facts on record", "facts");
        step("Enter", "Enter to finish", "finish");
        step("?", "Keys and words", "keys");
    }
}

TEST_CASE("Ctrl-C saves and leaves, and the same command goes on") {
    const Folder folder;
    {
        TerminalWindow window(kBegin, folder.path(), {80, 24});
        begin(window);
        window.key("2");
        window.wait_for("2 Developing says");
        window.key("C-c");
        CHECK(window.exit_status() == 130);
        const std::string screen = window.wait_for("usual terminal");
        CHECK(has(screen, "D1 A real mission: 2 Developing"));
        CHECK(has(screen, "waymark assess --file ana.yaml"));
    }
    CHECK(has(saved(folder), "real-mission: developing"));
    TerminalWindow again({"assess"}, folder.path(), {80, 24});
    again.wait_for("Welcome back");
    again.key("Enter");
    again.wait_for("2 of 12");
}

TEST_CASE("signals end an interview with everything saved and the terminal as it was") {
    struct Ending {
        int signal;
        int status;
    };
    for (const Ending ending : {Ending{SIGTERM, 143}, Ending{SIGINT, 130}, Ending{SIGHUP, 129}}) {
        const Folder folder;
        TerminalWindow window(kBegin, folder.path(), {60, 20});
        begin(window);
        window.key("u");
        window.wait_for("2 of 12");
        window.send(ending.signal);
        CHECK(window.exit_status() == ending.status);
        window.wait_for("usual terminal");
        CHECK(has(saved(folder), "real-mission: dont-know"));
    }
}

TEST_CASE("a crash leaves the terminal as it was") {
    const Folder folder;
    // A sanitizer's own handler would come first.
    TerminalWindow window(kBegin, folder.path(), {80, 24}, {"ASAN_OPTIONS=handle_segv=0"});
    begin(window);
    window.send(SIGSEGV);
    CHECK(window.exit_status() != 0);
    window.wait_for("usual terminal");
}

TEST_CASE("a closed window ends the program, and the answers are there") {
    for (const bool plain : {false, true}) {
        const Folder folder;
        TerminalWindow window(kBegin, folder.path(), {80, 24},
                              plain ? std::vector<std::string>{"WAYMARK_PLAIN=1"} : std::vector<std::string>{});
        begin(window);
        window.type(plain ? "unknown" : "u");
        if (plain) window.key("Enter");
        window.wait_for("2 of 12");
        const pid_t process = window.program();
        window.hang_up();
        CHECK(ends_soon(process));
        CHECK(has(saved(folder), "real-mission: dont-know"));
    }
}

TEST_CASE("the page fits every window it is given") {
    const Folder folder;
    TerminalWindow window(kBegin, folder.path(), {100, 30});
    begin(window);
    for (const Size size : {Size{40, 12}, Size{120, 40}, Size{20, 5}, Size{60, 20}, Size{80, 24}}) {
        window.resize(size);
        window.key("j");
        window.wait_for("❯");
    }
    const std::string screen = window.wait_for("Your level");
    std::size_t count = 0;
    for (auto at = screen.find("How well does the mission"); at != std::string::npos;
         at = screen.find("How well does the mission", at + 1)) {
        ++count;
    }
    CHECK(count <= 1);
}

TEST_CASE("pasted text, control characters and broken UTF-8 harm nothing") {
    const Folder folder;
    TerminalWindow window(kBegin, folder.path(), {80, 24});
    begin(window);
    window.paste(std::string(1U << 20U, 'u') + "\n2\n");
    window.wait_for("pasted text is no answer here");
    CHECK_FALSE(has(saved(folder), "answers"));
    window.key("o");
    window.wait_for("Note:");
    window.paste("a\x07\x1b]0;title\x07 b\xff\xfe c\n d" + std::string(1U << 20U, 'x'));
    window.wait_for("no more than 8000 characters fit");
    window.key("Enter");
    window.wait_for("with a note");
    const std::string text = saved(folder);
    CHECK(has(text, "note:"));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.size() < 12000);
    window.key("C-c");
    CHECK(window.exit_status() == 130);
    CHECK(waymark({"check", folder.path("ana.yaml")}).status == 0);
}

TEST_CASE("a note is written in the editor of one's choice") {
    const Folder folder;
    const std::string editor = folder.write("editor.sh", "#!/bin/sh\nprintf 'first line\\nsecond line\\n' > \"$1\"\n");
    TerminalWindow window(kBegin, folder.path(), {80, 24}, {"EDITOR=sh " + editor});
    begin(window);
    window.key("o");
    window.wait_for("Note:");
    window.key("C-o");
    window.wait_for("with a note");
    CHECK(has(saved(folder), "second line"));
    TerminalWindow without({"assess", "--file", "ana.yaml"}, folder.path(), {80, 24});
    without.wait_for("is open");  // one run at a time
    CHECK(without.exit_status() == 2);
}

TEST_CASE("in a window of few rows, without cursor movement, or when asked, lines are plain") {
    struct Way {
        Size size;
        std::vector<std::string> environment;
        std::vector<std::string> more;
    };
    for (const Way& way : {Way{{80, 24}, {"TERM=dumb"}, {}}, Way{{80, 24}, {"WAYMARK_PLAIN=1"}, {}},
                           Way{{80, 24}, {}, {"--plain"}}, Way{{80, 9}, {}, {}}}) {
        const Folder folder;
        std::vector<std::string> arguments = kBegin;
        arguments.insert(arguments.end(), way.more.begin(), way.more.end());
        TerminalWindow window(arguments, folder.path(), way.size, way.environment);
        window.wait_for("? for all keys:");
        window.key("Enter");
        window.wait_for("Enter to go on:");
        window.key("Enter");
        window.wait_for("Your level (0 to 4");
        window.type("1");
        window.key("Enter");
        window.wait_for("What there is (0 to 4");
        window.key("C-c");
        CHECK(window.exit_status() == 130);
        CHECK(has(saved(folder), "real-mission: emerging"));
    }
}

TEST_CASE("waiting costs no processor time") {
    const Folder folder;
    TerminalWindow window(kBegin, folder.path(), {80, 24});
    begin(window);
    const auto ticks = [&] {
        std::ifstream file("/proc/" + std::to_string(window.program()) + "/stat");
        std::string field;
        long sum = 0;
        for (int i = 1; i <= 15 && file >> field; ++i) sum += i >= 14 ? std::stol(field) : 0;
        return sum;
    };
    const long before = ticks();
    window.resize({70, 24});  // something happens, and then nothing more
    window.wait_for("1 of 12");
    for (int i = 0; i < 20; ++i) window.screen();
    CHECK(ticks() - before < 50);  // hundredths of a second; a busy loop would take all of them
}
