#include "assessment/team.hpp"

#include "catch.hpp"
#include "sample.hpp"

using namespace waymark;

namespace {

const std::string kTop = "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: Warm Homes\n";

const std::string kTeam = "# our team\n" + kTop +
                          "date: 2026-11-20\n"
                          "respondents:\n"
                          "  # leads\n"
                          "  - id: ana\n"
                          "    role: leader\n"
                          "    answers: {networks: absent}   # unsure\n"
                          "  - id: ben\n"
                          "    role: frontline\n"
                          "    answers:\n"
                          "      # he hesitated\n"
                          "      networks: embedded   # really?\n"
                          "  - id: cem   # new\n"
                          "    role: leader\n"
                          "facts: {partners: none}   # so far\n";

struct Changed {
    std::optional<std::string> text;
    Diagnostics diagnostics;

    std::string codes() const {
        std::string all;
        for (const auto& finding : diagnostics) all += (all.empty() ? "" : " ") + finding.code;
        return all;
    }
};

Changed change(const TeamChange& wanted) {
    Changed result;
    result.text = change_team({"team.yaml", kTeam}, wanted, "team.yaml", result.diagnostics);
    return result;
}

std::string file(const std::string& rest, const std::string& date = "2026-11-20") {
    return kTop + "date: " + date + "\n" + rest;
}

const std::string kBen = "respondents: [{id: ben, role: frontline, answers: {networks: absent}}]\n";

}  // namespace

TEST_CASE("a withdrawn person goes with all comments between the answers, and nothing else changes") {
    const auto result = change({{"ben"}, {}});
    REQUIRE(result.text.has_value());
    CHECK(result.diagnostics.empty());
    std::string wanted = kTeam;
    const auto begin = wanted.find("  - id: ben");
    wanted.erase(begin, wanted.find("  - id: cem") - begin);
    CHECK(*result.text == wanted);
}

TEST_CASE("several may be withdrawn at once") {
    const auto result = change({{"ana", "cem"}, {}});
    REQUIRE(result.text.has_value());
    CHECK(*result.text == "# our team\n" + kTop +
                              "date: 2026-11-20\n"
                              "respondents:\n"
                              "  # leads\n"
                              "  - id: ben\n"
                              "    role: frontline\n"
                              "    answers:\n"
                              "      # he hesitated\n"
                              "      networks: embedded   # really?\n"
                              "facts: {partners: none}   # so far\n");
    const auto all = change({{"ana", "ben", "cem"}, {}});
    REQUIRE(all.text.has_value());
    CHECK(all.text->find("respondents: []") != std::string::npos);
    CHECK(all.text->find("hesitated") == std::string::npos);
    CHECK(all.text->find("unsure") == std::string::npos);
}

TEST_CASE("a replaced person keeps id and place") {
    const auto result = change({{}, {{"", {"ben.yaml", file(kBen)}}}});
    REQUIRE(result.text.has_value());
    CHECK(result.diagnostics.empty());
    std::string wanted = kTeam;
    const std::string old = "    answers:\n      # he hesitated\n      networks: embedded   # really?\n";
    wanted.replace(wanted.find(old), old.size(), "    answers:\n      networks: absent\n");
    CHECK(*result.text == wanted);
    const auto named = change({{}, {{"cem", {"ben.yaml", file(kBen)}}}});
    REQUIRE(named.text.has_value());
    CHECK(named.text->find("  - id: cem\n    role: frontline\n    answers:\n      networks: absent\nfacts:") !=
          std::string::npos);
}

TEST_CASE("the same answers again change no byte") {
    const auto result = change({{},
                                {{"",
                                  {"ana.yaml", file("respondents: [{id: ana, role: leader, answers: {networks: "
                                                    "absent}}]\n")}}}});
    CHECK(result.text == kTeam);
}

TEST_CASE("a later file brings its date, and what is not taken over is said") {
    const auto result =
        change({{}, {{"", {"ben.yaml", file(kBen + "facts: {partners: none}\nnote: Mine\n", "2026-12-01")}}}});
    REQUIRE(result.text.has_value());
    CHECK(result.codes() == "A042 A046");
    CHECK(result.text->find("date: 2026-12-01\n") != std::string::npos);
    CHECK(result.text->find("Mine") == std::string::npos);
}

TEST_CASE("who is not there, and files that are about something else, are findings") {
    CHECK(change({{"dan"}, {}}).codes() == "A045");
    CHECK(change({{"ben", "ben"}, {}}).codes() == "A045");
    const std::string dan = "respondents: [{id: dan, role: leader}]\n";
    const auto unknown = change({{}, {{"", {"dan.yaml", file(dan)}}}});
    CHECK(unknown.codes() == "A045");
    CHECK(unknown.diagnostics.front().help.find("--replace ID=dan.yaml") != std::string::npos);
    CHECK(change({{}, {{"ben", {"two.yaml", file(dan + "")}}}}).text.has_value());
    CHECK(change({{}, {{"ben", {"none.yaml", file("respondents: []\n")}}}}).codes() == "A045");
    CHECK(change({{}, {{"ben", {"two.yaml", file("respondents: [{id: a}, {id: b}]\n")}}}}).codes() == "A045");
    CHECK(change({{}, {{"", {"ben.yaml", file("profile: grand\n" + kBen)}}}}).codes() == "A040");
    CHECK_FALSE(change({{}, {{"", {"ben.yaml", "a: ["}}}}).text.has_value());
}
