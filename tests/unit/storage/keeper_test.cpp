#include "storage/keeper.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "catch.hpp"
#include "folder.hpp"

using namespace waymark;
namespace fs = std::filesystem;

namespace {

const std::string kLine = "      networks: absent  # Ana\n";
const std::string kChanged = "      networks: embedded  # Ana\n";

// No file may grow beyond this many bytes for as long as it lives: as on a full disk, a write fails half way.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("an answer is saved in place, for the user alone, and the lock goes with the run") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    {
        Kept kept;
        REQUIRE(open_file(kept, file).opened);
        CHECK(folder.names() == std::vector<std::string>{".team.yaml.lock", "team.yaml"});
        const Saving saving = save(kept, {place::answer("networks", "embedded")});
        CHECK(saving.saved);
        CHECK(saving.says.empty());
        CHECK(place::read(file) == place::assessment(kChanged));
        CHECK(place::mode_of(file) == 0600);
        CHECK(unsaved_answers(kept) == 0);
    }
    CHECK(folder.names() == std::vector<std::string>{"team.yaml"});
}

TEST_CASE("a new file is there before the first question, and never on top of another") {
    const place::Folder folder;
    Kept kept;
    REQUIRE(create_file(kept, folder.path("new.yaml"), place::assessment(kLine)).opened);
    CHECK(place::read(folder.path("new.yaml")) == place::assessment(kLine));
    CHECK(place::mode_of(folder.path("new.yaml")) == 0600);
    kept = Kept{};
    CHECK_FALSE(create_file(kept, folder.path("new.yaml"), "").opened);
    fs::create_symlink("nowhere", folder.path("link.yaml"));
    CHECK_FALSE(create_file(kept, folder.path("link.yaml"), "").opened);
    CHECK_FALSE(create_file(kept, folder.path("no/such.yaml"), "").opened);
    CHECK(folder.names() == std::vector<std::string>{"link.yaml", "new.yaml"});
}

TEST_CASE("links, folders, pipes and read-only files are refused at once") {
    const place::Folder folder;
    folder.write("real.yaml", place::assessment(kLine));
    fs::create_symlink("real.yaml", folder.path("link.yaml"));
    fs::create_directory(folder.path("folder.yaml"));
    REQUIRE(::mkfifo(folder.path("pipe.yaml").c_str(), 0600) == 0);
    const std::string guarded = folder.write("guarded.yaml", place::assessment(kLine));
    fs::permissions(guarded, fs::perms::owner_read);
    for (const char* name : {"link.yaml", "folder.yaml", "pipe.yaml", "guarded.yaml", "absent.yaml"}) {
        Kept kept;
        const Opening opening = open_file(kept, folder.path(name));
        INFO(name);
        CHECK_FALSE(opening.opened);
        CHECK_FALSE(opening.problem.empty());
        CHECK_FALSE(opening.help.empty());
    }
    CHECK(place::read(guarded) == place::assessment(kLine));
    CHECK(folder.names() ==
          std::vector<std::string>{"folder.yaml", "guarded.yaml", "link.yaml", "pipe.yaml", "real.yaml"});
}

TEST_CASE("two runs cannot hold one file") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept first;
    Kept second;
    REQUIRE(open_file(first, file).opened);
    const Opening refused = open_file(second, file);
    CHECK_FALSE(refused.opened);
    CHECK(refused.problem.find("process " + std::to_string(::getpid())) != std::string::npos);
    CHECK_FALSE(refused.take_over_helps);
    CHECK_FALSE(open_file(second, file, true).opened);
    first = Kept{};
    CHECK(open_file(second, file).opened);
}

TEST_CASE("what others wrote meanwhile is kept, and our changes are added to it") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    folder.write("team.yaml", place::assessment(kLine + "      # asked again\n      real-mission: absent\n"));
    const Saving saving = save(kept, {place::answer("networks", "embedded")});
    CHECK(saving.saved);
    CHECK(saving.others_changed);
    CHECK(place::has(saving.says, "changed by someone else"));
    CHECK(place::read(file) == place::assessment(kChanged + "      # asked again\n      real-mission: absent\n"));
    CHECK(save(kept, {place::answer("real-mission", "embedded")}).says.empty());
    CHECK(place::read(file) == place::assessment(kChanged + "      # asked again\n      real-mission: embedded\n"));
}

TEST_CASE("where two changed the same, neither is lost") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    const std::string theirs = GENERATE(place::assessment("      networks: transforming\n"),
                                        std::string("now: something else\n"), std::string("torn: [\n"), std::string());
    folder.write("team.yaml", theirs);
    const Saving saving = save(kept, {place::answer("networks", "embedded")});
    INFO(theirs);
    CHECK(saving.saved);
    CHECK(place::has(saving.says, "team-2.yaml"));
    CHECK(kept.path == folder.path("team-2.yaml"));
    CHECK(place::read(file) == theirs);
    CHECK(place::read(folder.path("team-2.yaml")) == place::assessment(kChanged));
    CHECK(place::mode_of(folder.path("team-2.yaml")) == 0600);
    CHECK(save(kept, {place::answer("real-mission", "absent")}).says.empty());
    CHECK(place::read(folder.path("team-2.yaml")) == place::assessment(kChanged + "      real-mission: absent\n"));
    kept = Kept{};
    CHECK(folder.names() == std::vector<std::string>{"team-2.yaml", "team.yaml"});
}

TEST_CASE("both giving the same answer is no contradiction") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    folder.write("team.yaml", place::assessment(kChanged + "      real-mission: absent\n"));
    CHECK(save(kept, {place::answer("networks", "embedded")}).saved);
    CHECK(kept.path == file);
    CHECK(place::read(file) == place::assessment(kChanged + "      real-mission: absent\n"));
}

TEST_CASE("a deleted file is written again") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    fs::remove(file);
    const Saving saving = save(kept, {place::answer("networks", "embedded")});
    CHECK(saving.saved);
    CHECK(place::has(saving.says, "was gone and has been written again"));
    CHECK(place::read(file) == place::assessment(kChanged));
    CHECK(save(kept, {place::answer("networks", "absent")}).says.empty());
}

TEST_CASE("a link in the place of the file is not written through") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    const std::string other = folder.write("precious.txt", "precious");
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    fs::remove(file);
    fs::create_symlink("precious.txt", file);
    const Saving saving = save(kept, {place::answer("networks", "embedded")});
    CHECK(saving.saved);
    CHECK(place::has(saving.says, "a link or something else"));
    CHECK(place::read(other) == "precious");
    CHECK(fs::is_symlink(file));
    CHECK(place::read(folder.path("team-2.yaml")) == place::assessment(kChanged));
}

TEST_CASE("a write that fails leaves the last saved state, no half file, and the answers for later") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    {
        const FileSizeLimit full(20);
        const Saving saving = save(kept, {place::answer("networks", "embedded")});
        CHECK_FALSE(saving.saved);
        CHECK(place::has(saving.says, "not saved: "));
        CHECK(place::has(saving.says, fs::absolute(file).string()));
        CHECK(place::has(saving.says, "1 change since then is kept in memory"));
        CHECK(place::has(saving.says, "tries again"));
        save(kept, {place::answer("real-mission", "absent")});
        CHECK(unsaved_answers(kept) == 2);
        CHECK(place::read(file) == place::assessment(kLine));
        CHECK(folder.names() == std::vector<std::string>{".team.yaml.lock", "team.yaml"});
    }
    CHECK(save(kept, {}).saved);
    CHECK(unsaved_answers(kept) == 0);
    CHECK(place::read(file) == place::assessment(kChanged + "      real-mission: absent\n"));
}

TEST_CASE("a folder that is gone is said, and its return is enough") {
    const place::Folder folder;
    fs::create_directory(folder.path("sub"));
    const std::string file = folder.write("sub/team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    fs::remove_all(folder.path("sub"));
    const Saving saving = save(kept, {place::answer("networks", "embedded")});
    CHECK_FALSE(saving.saved);
    CHECK(place::has(saving.says, "is gone"));
    fs::create_directory(folder.path("sub"));
    CHECK(save(kept, {}).saved);
    CHECK(place::read(file) == place::assessment(kChanged));
}

TEST_CASE("a file made read-only meanwhile is left alone until it is writable") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    fs::permissions(file, fs::perms::owner_read);
    CHECK(place::has(save(kept, {place::answer("networks", "embedded")}).says, "may not be written to"));
    CHECK(place::read(file) == place::assessment(kLine));
    fs::permissions(file, fs::perms::owner_all);
    CHECK(save(kept, {}).saved);
    CHECK(place::read(file) == place::assessment(kChanged));
    CHECK(place::mode_of(file) == 0600);
}

TEST_CASE("an impossible change changes nothing and is not tried again") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    Kept kept;
    REQUIRE(open_file(kept, file).opened);
    const Saving saving = save(kept, {place::answer("networks", "embedded"), SetRole{"r7", "leader"}});
    CHECK(saving.refused);
    CHECK(saving.says == std::vector<std::string>{"there is no respondent 'r7' in the file"});
    CHECK(unsaved_answers(kept) == 0);
    CHECK(place::read(file) == place::assessment(kLine));
}

TEST_CASE("what a killed run left is removed, and nothing else") {
    const place::Folder folder;
    const std::string file = folder.write("team.yaml", place::assessment(kLine));
    folder.write(".team.yaml.saving-Ab12Cd", "half");
    folder.write(".team.yaml.saving-notes", "mine");
    folder.write(".other.yaml.saving-Ab12Cd", "another's");
    Kept kept;
    const Opening opening = open_file(kept, file);
    CHECK(place::has(opening.says, "cut off"));
    CHECK(folder.names() == std::vector<std::string>{".other.yaml.saving-Ab12Cd", ".team.yaml.lock",
                                                     ".team.yaml.saving-notes", "team.yaml"});
}
