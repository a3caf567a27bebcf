#include "cohort/gates.hpp"

#include "catch.hpp"
#include "unit/report/cards.hpp"

using namespace waymark;
using waymark::test::minimal_card;
using waymark::test::rich_card;

namespace {

Gates gates_of(const std::vector<std::string>& minimums, const std::vector<std::string>& limits = {}) {
    std::string problem;
    auto gates = parse_gates({minimums, limits, ""}, problem);
    INFO(problem);
    REQUIRE(gates);
    return *gates;
}

std::string problem_of(const std::vector<std::string>& minimums, const std::vector<std::string>& limits = {}) {
    std::string problem;
    CHECK_FALSE(parse_gates({minimums, limits, ""}, problem));
    return problem;
}

CardGate only(const Gates& gates, const Scorecard& card) {
    const auto results = check_gates(gates, card);
    REQUIRE(results.size() == 1);
    return results.front();
}

CardNode& node(Scorecard& card, const std::string& id) {
    for (CardNode& each : card.nodes) {
        if (each.id == id) return each;
    }
    FAIL("no node " << id);
    return card.nodes.front();
}

std::vector<std::string> against(const Scorecard& before, const Scorecard& now) {
    Gates gates;
    gates.baseline = before;
    std::vector<std::string> said;
    for (const CardGate& gate : check_gates(gates, now)) {
        CHECK(gate.gate == "baseline");
        said.push_back((gate.met ? "met: " : "") + gate.says);
    }
    return said;
}

}  // namespace

TEST_CASE("A minimum is read with its side and its number") {
    const Gates gates = gates_of({"implementing>=2", "overall.claimed > 5/2", "D1.evidenced≥1.5"});
    REQUIRE(gates.minimums.size() == 3);
    CHECK(gates.minimums[0].part == "implementing");
    CHECK(gates.minimums[0].side == MinimumGate::Side::judged);
    CHECK_FALSE(gates.minimums[0].more_than);
    CHECK(gates.minimums[1].side == MinimumGate::Side::claimed);
    CHECK(gates.minimums[1].more_than);
    CHECK(gates.minimums[1].number == Rational::fraction(5, 2));
    CHECK(gates.minimums[2].part == "D1");
    CHECK(gates.minimums[2].side == MinimumGate::Side::evidenced);
}

TEST_CASE("What is no gate is refused with help") {
    CHECK(problem_of({"implementing"}) ==
          "--min 'implementing' says no number: it needs '>='; for example --min 'implementing>=2' or --min "
          "'overall.claimed>=2.5'");
    CHECK(problem_of({"implementing<=2"}).find("is no minimum") != std::string::npos);
    CHECK(problem_of({"implementing>=two"}).find("does not end in a number") != std::string::npos);
    CHECK(problem_of({"implementing>="}).find("does not end in a number") != std::string::npos);
    CHECK(problem_of({">=2"}).find("does not say of what") != std::string::npos);
    CHECK(problem_of({"overall.clamed>=2"}).find("did you mean 'claimed'?") != std::string::npos);
    CHECK(problem_of({}, {"high"}).find("says no number") != std::string::npos);
    CHECK(problem_of({}, {"hihg=0"}).find("did you mean 'high'?") != std::string::npos);
    CHECK(problem_of({}, {"high=-1"}).find("whole number from 0") != std::string::npos);
    CHECK(problem_of({}, {"high=0.5"}).find("whole number from 0") != std::string::npos);
    CHECK(problem_of({}, {"high=99999999999999999999"}).find("whole number from 0") != std::string::npos);
}

TEST_CASE("A gate that this framework cannot meet is a misfit") {
    const Scorecard card = rich_card();
    CHECK(misfit(gates_of({"defining>=2", "d1>=4", "overall>=1"}), card).empty());
    CHECK(misfit(gates_of({"definign>=2"}), card).find("did you mean 'defining'?") != std::string::npos);
    CHECK(misfit(gates_of({"defining>=5"}), card).find("the scale of 'Defining' ends at 4") != std::string::npos);
    CHECK(misfit(gates_of({"defining>4"}), card).find("can never be met") != std::string::npos);
    CHECK(misfit(gates_of({"habits>=13"}), card).empty());  // a sum: what can be reached differs
}

TEST_CASE("A minimum goes by evidence where evidence was collected") {
    Scorecard card = rich_card();  // Defining: claimed 37/14, evidenced 3/2
    CHECK_FALSE(only(gates_of({"defining>=2"}), card).met);
    CHECK(only(gates_of({"defining>=2"}), card).says == "Defining is 1.50 (evidenced).");
    CHECK(only(gates_of({"defining>=1.5"}), card).met);
    CHECK_FALSE(only(gates_of({"defining>1.5"}), card).met);
    CHECK(only(gates_of({"defining.claimed>=2"}), card).met);
    CHECK(only(gates_of({"defining.claimed>=37/14"}), card).met);
    // 2.64285…: two decimals would say that 2.64 is not 2.64.
    const CardGate close = only(gates_of({"defining.claimed>=2.643"}), card);
    CHECK_FALSE(close.met);
    CHECK(close.says == "Defining is 37/14 (claimed).");
    card.evidence_collected = false;
    CHECK(only(gates_of({"defining>=2"}), card).met);
    CHECK(only(gates_of({"defining>=2"}), card).says == "Defining is 2.64 (claimed).");
}

TEST_CASE("What is withheld or unknown or not applicable meets no minimum") {
    const Scorecard card = rich_card();
    const auto says = [&](const std::string& gate) {
        const CardGate result = only(gates_of({gate}), card);
        CHECK_FALSE(result.met);
        return result.says;
    };
    CHECK(says("convening>=0") == "Convening (evidenced) is withheld: 1 of 3 is known.");
    CHECK(says("D3>=0") == "A broad repertoire of tools (evidenced) is said not to apply.");
    CHECK(says("practice-D4>=0") ==
          "Mechanisms that outlast a change of leader, budget or headline (evidenced) is not known: nobody gave a "
          "level.");
    CHECK(says("practice-C1>=0") == "Peer support (evidenced) is not known: its evidence was not asked for.");
    CHECK(says("nowhere>=0") == "The framework 'Mission maturity' has no part called 'nowhere'.");
}

TEST_CASE("Signs that cannot tell count against a limit unless only raised ones are asked for") {
    Scorecard card = rich_card();  // raised: W01 high, W25 medium; cannot tell: W11 medium; too early: W03 high
    CHECK(only(gates_of({}, {"high=1"}), card).met);
    CHECK(only(gates_of({}, {"high=0"}), card).says == "1 high sign is raised (W01).");
    CHECK_FALSE(only(gates_of({}, {"high=0"}), card).met);
    const CardGate medium = only(gates_of({}, {"medium=1"}), card);
    CHECK_FALSE(medium.met);
    CHECK(medium.says == "1 medium sign is raised (W25), but 1 medium sign could not be told (W11).");
    CHECK(only(gates_of({}, {"medium.raised=1"}), card).met);
    CHECK(only(gates_of({}, {"medium=2"}), card).met);
    CHECK(only(gates_of({}, {"all=2"}), card).says ==
          "2 signs are raised (W25 and W01), but 1 sign could not be told (W11).");
    CHECK(only(gates_of({}, {"all=3"}), card).met);
    CHECK(only(gates_of({}, {"low=0"}), card).says == "No low sign is raised.");
}

TEST_CASE("Nothing is worse than itself") {
    CHECK(against(rich_card(), rich_card()) == std::vector<std::string>{"met: Nothing is worse than on 2026-11-20."});
    CHECK(against(minimal_card(), minimal_card()).size() == 1);
}

TEST_CASE("What fell or went out of sight is worse than the baseline and a lower claim is not") {
    const Scorecard before = rich_card();
    Scorecard now = rich_card();
    node(now, "clear-aim").claimed.point = 2;
    CHECK(against(before, now).front().starts_with("met: "));
    node(now, "clear-aim").evidenced.point = Rational::fraction(1999, 1000);
    CHECK(against(before, now) ==
          std::vector<std::string>{"A clear aim that anyone could check fell from 2 to 1999/1000 (evidenced)."});
    node(now, "clear-aim").evidenced.point = 1;
    node(now, "defining").evidenced = {std::nullopt, std::nullopt, true, 1, 4};
    CHECK(against(before, now) ==
          std::vector<std::string>{"Defining (evidenced) was 1.50 and now is withheld: 1 of 4 is known.",
                                   "A clear aim that anyone could check fell from 2.00 to 1.00 (evidenced)."});
}

TEST_CASE("Signs that are new or graver or no longer told are worse than the baseline") {
    const Scorecard before = rich_card();
    Scorecard now = rich_card();
    now.flags[0].severity = "high";      // W25, medium before
    now.flags[2].state = "raised";       // W03, too early before
    now.flags[3].state = "cannot-tell";  // W28, clear before
    now.flags[4].state = "clear";        // W11, could not be told before
    now.flags[6].state = "clear";        // R1, a real sign before
    CHECK(against(before, now) ==
          std::vector<std::string>{"W25 Leaders and frontline see different places was medium and is high now.",
                                   "W03 No money moved is raised (high) and was not.",
                                   "W28 Horizon collapse could be told and cannot be told now.",
                                   "R1 A well-liked project was stopped and its money moved was a sign that it is real "
                                   "and no longer is."});
    // The other way round only the sign that can no longer be told is worse.
    CHECK(against(now, before) == std::vector<std::string>{"W11 An aim that cannot be missed could be told and cannot "
                                                           "be told now."});
}

TEST_CASE("Another organisation or another framework is no baseline") {
    Scorecard other = rich_card();
    other.organisation = "Somebody else";
    CHECK(against(other, rich_card()).front() ==
          "The baseline is about 'Somebody else', and this is about 'Norbeck Vale Partnership'.");
    other = rich_card();
    other.framework_version = "2.0.0";
    CHECK(against(other, rich_card()).front() ==
          "The baseline was scored with mission-maturity 2.0.0, and this with mission-maturity 1.0.0.");
    other.framework_version = "1.9.0";
    CHECK(against(other, rich_card()).front().starts_with("met: "));
}
