// Made-up assessments are files that waymark itself reads, and that lead to what they were made up for.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "program.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string kDefault = WAYMARK_SOURCE_DIR "/frameworks/mission-maturity.yaml";

Json reported(const std::string& path) {
    const Outcome outcome = waymark({"report", path, "-f", "json"});
    INFO(path << ": " << outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

std::string state_of(const Json& card, const std::string& flag) {
    for (const Json& one : card.at("flags")) {
        if (one.at("id") == flag) return one.at("state").get<std::string>();
    }
    return "no such flag";
}

}  // namespace

TEST_CASE("every made up assessment is read back with the result that it was made up for") {
    const Folder folder;
    const Outcome written = waymark({"check", kDefault, "--witness", "all=" + folder.path("shown")});
    INFO(written.err);
    REQUIRE(written.status == 0);
    int flags = 0;
    int others = 0;
    for (const auto& entry : fs::directory_iterator(folder.path("shown"))) {
        const std::string name = entry.path().stem().string();
        if (name.ends_with("-previous")) continue;
        INFO(name);
        CHECK(waymark({"check", entry.path().string()}).status == 0);
        const Json card = reported(entry.path().string());
        if (name.starts_with("flag-")) {
            CHECK(state_of(card, name.substr(5)) == "raised");
            ++flags;
        } else if (name.starts_with("band-")) {
            CHECK(card.at("nodes").at(0).at("band") == name.substr(5));
            ++others;
        } else {
            CHECK(card.at("verdict").at("id") == name.substr(8));
            ++others;
        }
    }
    CHECK(flags == 48);  // every flag of the default framework can be raised
    CHECK(others >= 9);
}

TEST_CASE("a made up assessment goes to standard output or to a file, and what there is not is said") {
    const Folder folder;
    const Outcome shown = waymark({"check", kDefault, "--witness", "words-outrun-evidence"});
    CHECK(shown.status == 0);
    CHECK(has(shown.out, "waymark: assessment/1"));
    const Outcome unknown = waymark({"check", kDefault, "--witness", "words-outrun-evidnce"});
    CHECK(unknown.status == 2);
    CHECK(has(unknown.err, "did you mean 'words-outrun-evidence'?"));
    CHECK(waymark({"check", kDefault, "--witness", "score-chasing"}).status == 2);  // it takes two files
    CHECK(waymark({"check", kDefault, "--witness", "score-chasing=" + folder.path("s.yaml")}).status == 0);
    CHECK(fs::exists(folder.path("s-previous.yaml")));
    const Outcome nowhere =
        waymark({"check", kDefault, "--witness", "words-outrun-evidence=" + folder.path("no/such/folder.yaml")});
    CHECK(nowhere.status == 3);
}
