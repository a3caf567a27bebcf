#include "storage/lock.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "catch.hpp"
#include "folder.hpp"

using namespace waymark;

namespace {

std::string host() {
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string lock_text(long process, const std::string& host) {
    return "process: " + std::to_string(process) + "\nhost: " + host + "\nsince: 2026-11-20 14:03:11 UTC\n";
}

// A child that takes the lock and is killed while it holds it.
void die_holding(const std::string& file) {
    const pid_t child = ::fork();
    if (child == 0) {
        const Locking locking = take_lock(file, false);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a lock says who holds it and is gone when released") {
    const place::Folder folder;
    {
        const Locking locking = take_lock(folder.path("a.yaml"), false);
        REQUIRE(locking.lock.held());
        CHECK(locking.was_stale.empty());
        CHECK(place::read(folder.path(".a.yaml.lock"))
                  .starts_with("process: " + std::to_string(::getpid()) + "\nhost: " + host() + "\nsince: "));
        CHECK(place::mode_of(folder.path(".a.yaml.lock")) == 0600);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("the lock of a killed run on this machine is taken and explained") {
    const place::Folder folder;
    die_holding(folder.path("a.yaml"));
    REQUIRE(folder.names() == std::vector<std::string>{".a.yaml.lock"});
    const Locking locking = take_lock(folder.path("a.yaml"), false);
    CHECK(locking.lock.held());
    CHECK(locking.was_stale.find("ended without closing") != std::string::npos);
    CHECK_FALSE(take_lock(folder.path("a.yaml"), false).lock.held());
}

TEST_CASE("a lock from another machine needs the person's word") {
    const place::Folder folder;
    folder.write(".a.yaml.lock", lock_text(4711, "another-machine"));
    const Locking refused = take_lock(folder.path("a.yaml"), false);
    CHECK_FALSE(refused.lock.held());
    CHECK(refused.take_over_helps);
    CHECK(refused.problem.find("process 4711 on another-machine") != std::string::npos);
    CHECK(refused.help.find("--take-over") != std::string::npos);
    CHECK(place::read(folder.path(".a.yaml.lock")) == lock_text(4711, "another-machine"));
    const Locking taken = take_lock(folder.path("a.yaml"), true);
    CHECK(taken.lock.held());
    CHECK(place::read(folder.path(".a.yaml.lock")).find(host()) != std::string::npos);
}

TEST_CASE("a lock file with anything in it is no obstacle") {
    const place::Folder folder;
    const std::string text = GENERATE(std::string(), std::string("\0\xff garbage", 10),
                                      std::string("process: x\nhost:\n"), std::string(100000, 'a'));
    folder.write(".a.yaml.lock", text);
    CHECK(take_lock(folder.path("a.yaml"), false).lock.held());
}

TEST_CASE("a link or a folder in the place of the lock is refused") {
    const place::Folder folder;
    folder.write("precious.txt", "precious");
    std::filesystem::create_symlink("precious.txt", folder.path(".a.yaml.lock"));
    CHECK_FALSE(take_lock(folder.path("a.yaml"), true).lock.held());
    CHECK(place::read(folder.path("precious.txt")) == "precious");
    std::filesystem::create_directory(folder.path(".b.yaml.lock"));
    CHECK_FALSE(take_lock(folder.path("b.yaml"), true).lock.held());
}
