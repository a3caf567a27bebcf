// Whatever the command and the moment, a run that a signal ends leaves nothing half done behind.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "catch.hpp"
#include "conversation.hpp"
#include "program.hpp"

namespace {

const std::string kTeam = WAYMARK_SOURCE_DIR "/examples/home-heating/assessment.yaml";

using Names = std::vector<std::string>;

Circumstances in(const Folder& folder) {
    Circumstances circumstances;
    circumstances.folder = folder.path();
    return circumstances;
}

// Until the file beside the one to be written is there.
bool wait_for_unfinished(const Folder& folder) {
    for (int i = 0; i < 3000; ++i) {
        const Names names = folder.names();
        const auto is_unfinished = [](const std::string& name) { return name.find(".saving-") != std::string::npos; };
        if (std::any_of(names.begin(), names.end(), is_unfinished)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace

TEST_CASE("a run stopped while it writes leaves nothing behind") {
    std::signal(SIGHUP, SIG_DFL);  // nohup, which tests may run under, has it ignored
    for (const auto& [signal, status] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143), std::pair(SIGHUP, 129)}) {
        const Folder folder;
        // The second input never says anything: the rows of the first wait in an unfinished file.
        REQUIRE(::mkfifo(folder.path("b.yaml").c_str(), 0600) == 0);
        Conversation run({"score", kTeam, folder.path("b.yaml"), "-f", "csv", "-o", folder.path("rows.csv")},
                         in(folder));
        REQUIRE(wait_for_unfinished(folder));
        run.signal(signal);
        CHECK(run.wait() == status);
        CHECK(folder.names() == Names{"b.yaml"});
    }
}

TEST_CASE("a run that is told to ignore signals goes on") {
    const Folder folder;
    REQUIRE(::mkfifo(folder.path("b.yaml").c_str(), 0600) == 0);
    std::signal(SIGHUP, SIG_IGN);  // as nohup does
    Conversation run({"score", folder.path("b.yaml"), "-f", "csv", "-o", folder.path("rows.csv")}, in(folder));
    std::signal(SIGHUP, SIG_DFL);
    REQUIRE(wait_for_unfinished(folder));
    run.signal(SIGHUP);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const Names names = folder.names();
    CHECK(names.size() == 2);
    run.signal(SIGTERM);
    CHECK(run.wait() == 143);
    CHECK(folder.names() == Names{"b.yaml"});
}

TEST_CASE("results stopped at any moment are whole or absent") {
    const Folder folder;
    const Folder scratch;
    ::setenv("TMPDIR", scratch.path().c_str(), 1);
    const std::vector<std::vector<std::string>> commands = {{"report", kTeam, "-f", "xlsx"},
                                                            {"report", kTeam, "-f", "html"},
                                                            {"compare", kTeam, kTeam, "-f", "html"},
                                                            {"score", kTeam, "-f", "xlsx"}};
    int stopped = 0;
    for (int round = 0; round < 40; ++round) {
        std::vector<std::string> command = commands[static_cast<std::size_t>(round) % commands.size()];
        command.insert(command.end(), {"-o", folder.path("out")});
        {
            Conversation run(command, in(folder));
            std::this_thread::sleep_for(std::chrono::milliseconds(5 * (round + 1)));
            run.signal(SIGINT);
            const int status = run.wait();
            CHECK((status == 0 || status == 130));
            stopped += status == 130 ? 1 : 0;
        }
        const Names names = folder.names();
        CHECK((names.empty() || names == Names{"out"}));
        CHECK(scratch.names().empty());
    }
    ::unsetenv("TMPDIR");
    CHECK(stopped > 0);
}
