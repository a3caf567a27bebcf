// Exports in the shape of every platform, each with its broken twin (tests/exports/README.md).
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "export_run.hpp"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const fs::path kExports = fs::path(WAYMARK_SOURCE_DIR) / "tests/exports";

std::vector<fs::path> platforms() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(kExports)) {
        if (entry.is_directory()) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string named(const fs::path& folder, const std::string& stem) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path& path = entry.path();
        if (path.stem() == stem && path.extension() != ".txt" && path.extension() != ".csv.txt") return path.string();
    }
    FAIL("no " << stem << " in " << folder);
    return "";
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream text(line);
    for (std::string cell; std::getline(text, cell, ',');) found.push_back(cell);
    return found;
}

// How one person's answer to a practice shows in the scorecard of an organisation of one.
std::string answer_in(const Json& card, const std::string& practice) {
    for (const Json& node : card.at("nodes")) {
        if (node.at("id") != practice) continue;
        const auto state = node.at("state").get<std::string>();
        if (state == "scored") return node.at("claimed").at("point").at("exact").get<std::string>();
        if (state != "unknown") return state;
        return node.contains("dont_know") ? "dont-know" : "skipped";
    }
    return "no such practice";
}

// The scorecards, one a line.
Json cards_in(const std::string& out) {
    Json cards = Json::array();
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) cards.push_back(Json::parse(line, nullptr, false));
    return cards;
}

const Json* card_of(const Json& cards, const std::string& organisation) {
    for (const Json& card : cards) {
        if (card.at("organisation") == organisation) return &card;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("exports of every platform are read as worked out by hand") {
    CHECK(platforms().size() >= 18);
    for (const fs::path& platform : platforms()) {
        const Folder folder;
        const Scored run = score_exports(folder, {named(platform, "export")}, (platform / "map.yaml").string());
        INFO(platform.filename().string() << ": " << run.outcome.err);
        CHECK(run.outcome.status == 0);
        CHECK(run.account.adds_up());
        const Json cards = cards_in(run.outcome.out);
        REQUIRE_FALSE(cards.empty());
        std::istringstream expected(read_text((platform / "expected.csv").string()));
        std::string line;
        std::getline(expected, line);
        const std::vector<std::string> header = cells(line);
        std::size_t responses = 0;
        while (std::getline(expected, line)) {
            const std::vector<std::string> row = cells(line);
            INFO(line);
            REQUIRE(row.size() == header.size());
            const Json* card = card_of(cards, row[0]);
            REQUIRE(card != nullptr);
            for (const Json& role : card->at("roles"))
                CHECK((role.at("respondents") == 1) == (role.at("role") == row[1]));
            for (std::size_t i = 2; i < header.size(); ++i) {
                INFO(header[i]);
                CHECK(answer_in(*card, header[i]) == row[i]);
            }
            ++responses;
        }
        CHECK(cards.size() == responses);
        CHECK(run.account.scored == static_cast<std::int64_t>(responses));
    }
}

TEST_CASE("broken exports of every platform are reported as they must be") {
    for (const fs::path& platform : platforms()) {
        const Folder folder;
        const Scored run = score_exports(folder, {named(platform, "broken")}, (platform / "map.yaml").string());
        INFO(platform.filename().string() << ": " << run.all);
        std::istringstream expected(read_text((platform / "broken.txt").string()));
        std::string sentence;
        std::getline(expected, sentence);
        CHECK(sentence.ends_with("."));
        for (std::string word; expected >> word;) {
            std::string rest;
            std::getline(expected >> std::ws, rest);
            INFO(word << " " << rest);
            if (word == "status") CHECK(run.outcome.status == std::stoi(rest));
            if (word == "read") CHECK(run.account.read == std::stoi(rest));
            if (word == "scored") CHECK(run.account.scored == std::stoi(rest));
            if (word == "dropped") CHECK(run.account.dropped == std::stoi(rest));
            if (word == "rejected") CHECK(run.account.rejected == std::stoi(rest));
            if (word == "says") CHECK(has(run.all, rest));
        }
    }
}

TEST_CASE("personal data that the map does not name is never in anything that is written") {
    for (const fs::path& platform : platforms()) {
        for (const char* stem : {"export", "broken"}) {
            const Folder folder;
            const Scored run = score_exports(folder, {named(platform, stem)}, (platform / "map.yaml").string());
            INFO(platform.filename().string() << ", " << stem << ": " << run.all);
            for (const char* secret :
                 {"192.0.2.", "pat@example.org", "PRIVATE-LINK", "data:image", "see the minutes"}) {
                CHECK_FALSE(has(run.all, secret));
            }
        }
    }
}

TEST_CASE("one planted defect of every kind is reported") {
    const Folder folder;
    const std::string traps = std::string(WAYMARK_SOURCE_DIR) + "/tests/traps/";
    const Scored run = score_exports(folder, {traps + "exports"}, traps + "map.yaml");
    INFO(run.all);
    CHECK(run.outcome.status == 1);
    CHECK(run.account.adds_up());
    const std::string checked = waymark({"check", traps + "unquoted.yaml"}).err;
    std::istringstream expected(read_text(traps + "expected.txt"));
    std::size_t kinds = 0;
    for (std::string line; std::getline(expected, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::string words = line.substr(line.rfind("  ") + 2);
        INFO(line);
        if (words != "-") CHECK(has(has(line, "unquoted.yaml") ? checked : run.all, words));
        ++kinds;
    }
    CHECK(kinds >= 14);
    CHECK_FALSE(has(run.all, "pat.private@example.org"));
    CHECK_FALSE(has(run.all, "edit/SECRET"));
    CHECK_FALSE(has(run.all, "and more"));  // the value of p9 is cut
}

TEST_CASE("planted defects leave what is sound as it is") {
    const Folder folder;
    const std::string traps = std::string(WAYMARK_SOURCE_DIR) + "/tests/traps/";
    const Scored run = score_exports(folder, {traps + "exports"}, traps + "map.yaml");
    const Json cards = cards_in(run.outcome.out);
    INFO(run.all);
    REQUIRE_FALSE(cards.empty());
    const auto expect = [&](const std::string& organisation, const std::map<std::string, std::string>& answers) {
        const Json* card = card_of(cards, organisation);
        INFO(organisation);
        REQUIRE(card != nullptr);
        for (const auto& [practice, answer] : answers) {
            INFO(practice);
            CHECK(answer_in(*card, practice) == answer);
        }
    };
    // p1 alone: six spellings of missing, and three of zero
    expect("Harbour Trust", {{"real-mission", "skipped"},
                             {"shared-diagnosis", "skipped"},
                             {"line-of-sight", "skipped"},
                             {"networks", "skipped"},
                             {"peer-support", "skipped"},
                             {"tool-repertoire", "0"},
                             {"long-term-mechanisms", "0"},
                             {"shared-meaning", "0"}});
    expect("Lantern Schools", {{"tool-repertoire", "3"}, {"shared-diagnosis", "0"}});  // p4
    expect("Ferry Office", {{"tool-repertoire", "2"}});                                // p5
    expect("Quay Clinic", {{"tool-repertoire", "2"}, {"line-of-sight", "2"}});         // p6
    expect("Department A", {{"tool-repertoire", "2"}});                                // p10, p11, p12: 1, 2, 3
}
