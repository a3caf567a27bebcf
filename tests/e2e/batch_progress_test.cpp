// A long run says how far it has come, in a window that is as wide as it is.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catch.hpp"
#include "program.hpp"
#include "terminal_window.hpp"

TEST_CASE("a batch that waits for its input tells what came, and stops when it is told to") {
    const Folder folder;
    const std::string slow = folder.path("slow.jsonl");
    REQUIRE(::mkfifo(slow.c_str(), 0600) == 0);
    folder.write(
        "map.yaml",
        "waymark: map/1\nframework: mission-quick@1.0.0\nrecords: \"\"\nrecord: {organisation: /team}\n"
        "duplicates: none\nanswers: {in: /answers}\nvalues: {default: {pass: number}}\nquestions: {real-mission: a}\n");
    TerminalWindow window({"score", slow, "--map", "map.yaml", "--date", "2026-11-20", "-f", "csv", "-o", "rows.csv"},
                          folder.path(), {80, 24});
    const int feed = ::open(slow.c_str(), O_RDWR | O_CLOEXEC);  // open as long as more may come
    REQUIRE(feed >= 0);
    CHECK(window.wait_for("a second").find("0 kB, 0 responses, 0 rejected, 0 a second\n") != std::string::npos);
    window.resize({24, 24});
    window.wait_for("0 kB, 0 responses\n");
    window.key("C-c");
    window.wait_for("exit status 130");
    CHECK(window.exit_status() == 130);
    ::close(feed);
    CHECK(folder.names() == std::vector<std::string>{"map.yaml", "slow.jsonl"});
}
