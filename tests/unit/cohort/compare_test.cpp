#include "cohort/compare.hpp"

#include "catch.hpp"
#include "unit/report/cards.hpp"

using namespace waymark;
using waymark::test::rich_card;

namespace {

CardNode& node(Scorecard& card, const std::string& id) {
    for (CardNode& each : card.nodes) {
        if (each.id == id) return each;
    }
    FAIL("no node " << id);
    return card.nodes.front();
}

void set(Scorecard& card, const std::string& id, const Rational& claimed, const Rational& evidenced) {
    node(card, id).claimed.point = claimed;
    node(card, id).evidenced.point = evidenced;
}

CardEvidence item(const std::string& practice, const std::string& dated,
                  const std::string& strength = "Record of use") {
    return {practice, strength, strength, dated, "Partner", "Minute", ""};
}

// A year apart, otherwise alike.
std::pair<Scorecard, Scorecard> a_year_apart() {
    Scorecard before = rich_card();
    Scorecard after = rich_card();
    after.date = "2027-11-20";
    return {before, after};
}

ComparisonStep step_of(const Scorecard& before, const Scorecard& after) {
    std::string problem;
    const auto comparison = compare({before, after}, problem);
    INFO(problem);
    REQUIRE(comparison);
    REQUIRE(comparison->steps.size() == 1);
    return comparison->steps.front();
}

std::string problem_of(std::vector<Scorecard> cards) {
    std::string problem;
    CHECK_FALSE(compare(std::move(cards), problem));
    return problem;
}

}  // namespace

TEST_CASE("A card compared with itself shows nothing", "[compare]") {
    const ComparisonStep step = step_of(rich_card(), rich_card());
    CHECK(step.rises.empty());
    CHECK(step.falls.empty());
    CHECK(step.claims.empty());
    CHECK(step.apart.empty());
    CHECK(step.signs.empty());
    CHECK(step.uncompared.empty());
    CHECK(step.framework.empty());
    CHECK(step.people.empty());
    CHECK(step.unchanged == 6);  // D1 D2 C1 I1 I2 I3 were scored; D3 D4 C2 were not
    CHECK(step.notes ==
          std::vector<std::string>{"Both are of the same day, so no evidence can be dated between them."});
}

TEST_CASE("A rise names the evidence that is new", "[compare]") {
    auto [before, after] = a_year_apart();
    set(after, "clear-aim", 3, 3);  // was 3 and 2
    node(after, "clear-aim").evidence_items = 4;
    after.evidence.push_back(item("clear-aim", "2027-02-01"));
    after.evidence.push_back(item("clear-aim", "2026-01-01", "Story"));
    const ComparisonStep step = step_of(before, after);
    REQUIRE(step.rises.size() == 1);
    const MovedPractice& moved = step.rises.front();
    CHECK(moved.side == "evidenced");
    CHECK(moved.dated_since.size() == 1);
    CHECK(moved.first_shown.size() == 1);
    CHECK_FALSE(moved.nothing_new);
    CHECK(
        moved.says ==
        "evidenced 2 → 3, claimed 3 both times; 1 item of evidence dated since and 1 item from before or undated shown "
        "for the first time.");
}

TEST_CASE("A rise without new evidence is said to be one", "[compare]") {
    auto [before, after] = a_year_apart();
    set(after, "clear-aim", 3, 3);
    set(after, "practice-I2", 4, 3);  // only the claim rose: was 3 and 3
    const ComparisonStep step = step_of(before, after);
    REQUIRE(step.rises.size() == 1);
    CHECK(step.rises.front().nothing_new);
    CHECK(step.rises.front().says == "evidenced 2 → 3, claimed 3 both times; nothing new to show.");
    REQUIRE(step.claims.size() == 1);
    CHECK(step.claims.front().nothing_new);
    CHECK(step.claims.front().says == "evidenced 3 both times, claimed 3 → 4; nothing new to show.");
    CHECK(step.unchanged == 4);
}

TEST_CASE("Evidence that grew old is named behind a fall", "[compare]") {
    auto [before, after] = a_year_apart();
    set(after, "clear-aim", 3, 1);
    after.evidence[0].counts_as = "None offered";
    const ComparisonStep step = step_of(before, after);
    REQUIRE(step.falls.size() == 1);
    CHECK(step.falls.front().aged == 1);
    CHECK(step.falls.front().says == "evidenced 2 → 1, claimed 3 both times; 1 item counts less than before.");
}

TEST_CASE("A file that does not list its evidence cannot tell what is new", "[compare]") {
    auto [before, after] = a_year_apart();
    before.evidence.clear();
    set(after, "clear-aim", 3, 3);
    const ComparisonStep step = step_of(before, after);
    REQUIRE(step.rises.size() == 1);
    CHECK_FALSE(step.rises.front().evidence_told);
    CHECK_FALSE(step.rises.front().nothing_new);
    CHECK(step.rises.front().says.ends_with("whether evidence is new cannot be told, as a file does not list it."));
}

TEST_CASE("What another framework can explain stands apart", "[compare]") {
    auto [before, after] = a_year_apart();
    after.framework_version = "1.1.0";
    after.framework_sha256 = std::string(64, 'd');
    set(after, "clear-aim", 3, 3);
    node(after, "clear-aim").ask = "Another question?";
    set(after, "practice-I2", 3, 2);  // moved too, but asked as before
    after.nodes.back().id = "practice-new";
    after.nodes.back().title = "Something new";
    const ComparisonStep step = step_of(before, after);
    CHECK(step.rises.empty());
    REQUIRE(step.apart.size() == 1);
    CHECK(step.apart.front().cause == "framework");
    CHECK(step.apart.front().says ==
          "evidenced 2 → 3, claimed 3 both times; the practice itself was changed in the framework.");
    REQUIRE(step.falls.size() == 1);
    CHECK(step.framework == std::vector<std::string>{"The framework changed from version 1.0.0 to 1.1.0.",
                                                     "New in it: I3 Something new.",
                                                     "No longer in it: I3 Stopping what does not work.",
                                                     "Asked or described otherwise: D1 A clear aim that anyone could "
                                                     "check."});
    REQUIRE(step.uncompared.size() == 2);
    CHECK(step.uncompared[0].before == "absent");
    CHECK(step.uncompared[1].after == "absent");
}

TEST_CASE("What another mix of roles can explain stands apart", "[compare]") {
    auto [before, after] = a_year_apart();
    after.roles[0].respondents = 6;  // twice as many leaders, each answering as leaders did
    after.respondents = 12;
    node(after, "practice-I1").claimed.point = Rational::fraction(7, 2);
    const ComparisonStep step = step_of(before, after);
    CHECK(step.people == std::vector<std::string>{"Not the same numbers of people answered: Leader 3 → 6.",
                                                  "Whether they are the same people is not known."});
    REQUIRE(step.apart.size() == 1);
    CHECK(step.apart.front().cause == "respondents");
    CHECK(
        step.apart.front().says ==
        "evidenced 0 both times, claimed 3 → 3.5; no role that can be shown answers otherwise, but the roles are mixed "
        "otherwise.");
    // One role that does answer otherwise is reason enough to count it.
    node(after, "practice-I1").roles[1].mean = 3;
    CHECK(step_of(before, after).apart.empty());
    CHECK(step_of(before, after).claims.size() == 1);
}

TEST_CASE("Swapping the sides mirrors rises and falls and signs", "[compare]") {
    auto [before, after] = a_year_apart();
    set(after, "clear-aim", 3, 3);
    set(after, "practice-I2", 3, 1);
    set(after, "practice-D2", 1, 1);
    after.flags[0].severity = "high";
    after.flags[1].state = "clear";
    after.flags[3].state = "raised";
    after.flags[6].state = "clear";
    after.flags[7].state = "raised";
    const ComparisonStep there = step_of(before, after);
    const ComparisonStep back = step_of(after, before);
    REQUIRE(there.rises.size() == back.falls.size());
    REQUIRE(there.falls.size() == back.rises.size());
    REQUIRE(there.claims.size() == back.claims.size());
    for (std::size_t i = 0; i < there.rises.size(); ++i) {
        CHECK(there.rises[i].id == back.falls[i].id);
        CHECK(there.rises[i].from == back.falls[i].to);
        CHECK(there.rises[i].to == back.falls[i].from);
    }
    CHECK(there.unchanged == back.unchanged);
    const auto changes = [](const ComparisonStep& step) {
        std::vector<std::string> words;
        for (const SignChange& change : step.signs) words.push_back(change.code + " " + change.change);
        return words;
    };
    CHECK(changes(there) ==
          std::vector<std::string>{"W25 graver", "W01 cleared", "W28 raised", "R1 lost", "R2 gained"});
    CHECK(changes(back) == std::vector<std::string>{"W25 milder", "W01 raised", "W28 cleared", "R1 gained", "R2 lost"});
}

TEST_CASE("Signs that can be told for the first time or no longer are neither raised nor cleared", "[compare]") {
    auto [before, after] = a_year_apart();
    after.flags[1].state = "cannot-tell";  // W01, raised before
    after.flags[4].state = "clear";        // W11, could not be told before
    const ComparisonStep step = step_of(before, after);
    REQUIRE(step.signs.size() == 2);
    CHECK(step.signs[0].change == "untold");
    CHECK(step.signs[1].change == "told");
}

TEST_CASE("Other organisations and other frameworks are refused in words", "[compare]") {
    Scorecard other = rich_card();
    CHECK(problem_of({rich_card()}).find("nothing to compare with") != std::string::npos);
    other.organisation = "Somebody else";
    CHECK(problem_of({rich_card(), other}).find("different organisations") != std::string::npos);
    other = rich_card();
    other.framework_id = "another";
    CHECK(problem_of({rich_card(), other}).find("different frameworks") != std::string::npos);
    other = rich_card();
    other.framework_version = "2.0.0";
    CHECK(problem_of({rich_card(), rich_card(), other}).find("1.0.0 and 2.0.0") != std::string::npos);
}

TEST_CASE("Two stand in the order given and more by their dates", "[compare]") {
    auto [early, late] = a_year_apart();
    std::string problem;
    const auto two = compare({late, early}, problem);
    REQUIRE(two);
    CHECK(two->cards.front().date == "2027-11-20");
    CHECK(two->steps.front().notes.front().find("dated later") != std::string::npos);
    Scorecard middle = early;
    middle.date = "2027-05-01";
    const auto three = compare({late, early, middle}, problem);
    REQUIRE(three);
    CHECK(three->cards[0].date == "2026-11-20");
    CHECK(three->cards[1].date == "2027-05-01");
    CHECK(three->cards[2].date == "2027-11-20");
    CHECK(three->steps.size() == 2);
    CHECK(three->scores.front().claimed.size() == 3);
}
