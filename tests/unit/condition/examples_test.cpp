// Signs as a framework writes them, with facts made up by hand that raise them, leave them clear, or do not tell.
#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

constexpr Truth kYes = Truth::yes;
constexpr Truth kNo = Truth::no;
constexpr Truth kUnknown = Truth::unknown;

const std::string kLeadersAndFrontline = R"(
any:
  - count:
      of: practices
      where: {difference: {of: {mean: {by: [leader]}}, less: {mean: {by: [frontline]}}, at_least: 1}}
      at_least: 3
  - some:
      of: practices
      where: {core: yes, difference: {of: {mean: {by: [leader]}}, less: {mean: {by: [frontline]}}, at_least: 1}}
)";

const std::string kGrand = "record: {of: assessment, where: {profile: grand}}";

void rate(Lab& lab, const std::string& practice, const std::string& leader, const std::string& frontline,
          const std::string& core = "no") {
    lab.row("practices", {{"id", practice}, {"state", "scored"}, {"core", core}});
    lab.measure("mean " + practice + " by leader", leader).measure("mean " + practice + " by frontline", frontline);
}

}  // namespace

TEST_CASE("sign: old portfolio, new label", "[condition]") {
    const std::string when =
        "share: {of: portfolio, by: spend, where: {origin: existing, changed: {has_only: [nothing]}}, at_least: "
        "unchanged-spend}";
    Lab lab;
    lab.limit("unchanged-spend", "0.5");
    CHECK(lab.truth(when) == kUnknown);
    lab.row("portfolio", {{"spend", "5"}, {"origin", "existing"}, {"changed", "nothing"}});
    lab.row("portfolio", {{"spend", "5"}, {"origin", "existing"}, {"changed", "nothing goal"}});
    CHECK(lab.truth(when) == kYes);
    lab.row("portfolio", {{"spend", "1"}, {"origin", "new"}, {"changed", "nothing"}});
    CHECK(lab.truth(when) == kNo);
    Lab none;
    none.limit("unchanged-spend", "0.5").none("portfolio");
    CHECK(none.truth(when) == kUnknown);
}

TEST_CASE("sign: no money moved", "[condition]") {
    const std::string when = R"(
any:
  - all:
      - record: {of: mission, where: {started: {before: assessed - 12 months}, new_money: no}}
      - none: {of: portfolio, where: {money_moved: [in, out, both]}}
  - all:
      - claimed: {of: governance-across-boundaries, at_least: 3}
      - evidenced: {of: money-follows-mission, at_most: 1}
)";
    const std::string too_early = "record: {of: mission, where: {started: {after: assessed - 12 months}}}";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.row("mission", {{"started", "2024-09-01"}, {"new_money", "no"}});
    lab.row("portfolio", {{"item", "A"}, {"money_moved", "no"}});
    CHECK(lab.truth(when) == kYes);
    CHECK(lab.truth(too_early) == kNo);
    lab.row("portfolio", {{"item", "B"}, {"money_moved", "in"}});
    CHECK(lab.truth(when) == kUnknown);  // the second way is not told yet
    lab.measure("claimed governance-across-boundaries", "3").measure("evidenced money-follows-mission", "1");
    CHECK(lab.truth(when) == kYes);
    lab.measure("evidenced money-follows-mission", "2");
    CHECK(lab.truth(when) == kNo);
}

TEST_CASE("sign: silos with a shared logo", "[condition]") {
    const std::string when = R"(
any:
  - share: {of: portfolio, where: {organisations: 1, partner_stake: {has_only: [none]}}, at_least: single-share}
  - share: {of: portfolio, by: spend, where: {organisations: 1, partner_stake: {has_only: [none]}}, at_least: single-share}
)";
    Lab lab;
    lab.limit("single-share", "0.7");
    lab.row("portfolio", {{"spend", "80"}, {"organisations", "1"}, {"partner_stake", "none"}});
    lab.row("portfolio", {{"spend", "20"}, {"organisations", "3"}, {"partner_stake", "money"}});
    CHECK(lab.truth(when) == kYes);  // by spend
    lab.row("portfolio", {{"spend", "100"}, {"organisations", "2"}, {"partner_stake", "none"}});
    CHECK(lab.truth(when) == kNo);
    CHECK(Lab().limit("single-share", "0.7").truth(when) == kUnknown);
    lab.row("assessment", {{"profile", "grand"}});
    CHECK(lab.truth(kGrand) == kYes);
}

TEST_CASE("sign: a mission that cannot be missed, and the severity that asks another sign", "[condition]") {
    const std::string when = R"(
any:
  - record: {of: mission, where: {target_against_trend: at-or-below}}
  - record: {of: mission, where: {pace_against_best: {more_than: 3}}}
  - all:
      - record: {of: mission, where: {ambition_tested: no}}
      - claimed: {of: real-mission, at_least: 3}
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.row("mission", {{"target_against_trend", "above"}, {"pace_against_best", "3"}, {"ambition_tested", "no"}});
    lab.measure("claimed real-mission", "2");
    CHECK(lab.truth(when) == kNo);
    lab.measure("claimed real-mission", "3");
    CHECK(lab.truth(when) == kYes);
    lab.raised("no-baseline", kYes);
    CHECK(lab.truth("raised: no-baseline") == kYes);
}

TEST_CASE("sign: a unit on an unchanged machine", "[condition]") {
    const std::string when = R"(
all:
  - claimed: {of: governance-across-boundaries, at_least: 3}
  - count: {of: practices, where: {id: [short-feedback-loops, empowered-teams, money-follows-mission, portfolio-decisions], evidenced: {at_most: 1}}, at_least: 2}
)";
    Lab lab;
    lab.measure("claimed governance-across-boundaries", "3");
    lab.row("practices", {{"id", "short-feedback-loops"}, {"state", "scored"}, {"claimed", "2"}, {"evidenced", "1"}});
    lab.row("practices", {{"id", "empowered-teams"}, {"state", "scored"}, {"claimed", "2"}});
    lab.row("practices", {{"id", "networks"}, {"state", "scored"}, {"claimed", "1"}, {"evidenced", "0"}});
    CHECK(lab.truth(when) == kUnknown);
    CHECK(reasons(lab.see(when), lab.catalogue) == std::set<std::string>{"evidence empowered-teams"});
    lab.row("practices", {{"id", "money-follows-mission"}, {"state", "scored"}, {"claimed", "2"}, {"evidenced", "0"}});
    CHECK(lab.truth(when) == kYes);
    lab.measure("claimed governance-across-boundaries", "2.5");
    CHECK(lab.truth(when) == kNo);
}

TEST_CASE("sign: participation theatre", "[condition]") {
    const std::string when = R"(
any:
  - some: {of: participation, where: {major: yes, promised: {more_than: {column: kept}}}}
  - all:
      - any:
          - claimed: {of: citizens-set-the-mission, at_least: 3}
          - claimed: {of: participation-in-delivery, at_least: 3}
      - none: {of: participation, where: {any: [{answered: {not_before: assessed - 12 months}}, {changed_decision: {not_before: assessed - 12 months}}]}}
  - all:
      - every: {of: participation, that: {kept: {at_most: consult}}}
      - some: {of: participation, where: {promised: {at_least: collaborate}}}
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.measure("claimed citizens-set-the-mission", "2").measure("claimed participation-in-delivery", "2");
    lab.row("participation", {{"major", "yes"}, {"promised", "consult"}, {"kept", "consult"}});
    CHECK(lab.truth(when) == kNo);
    lab.measure("claimed participation-in-delivery", "3");
    CHECK(lab.truth(when) == kUnknown);  // whether it was answered is not recorded
    lab.row("participation", {{"major", "yes"}, {"promised", "involve"}, {"kept", "consult"}});
    CHECK(lab.truth(when) == kYes);
}

TEST_CASE("sign: a coalition on paper", "[condition]") {
    const std::string when = R"(
any:
  - all:
      - count: {of: partners, at_least: 5}
      - count: {of: partners, where: {stake: {has_any: [money, targets, decision-rights]}}, less_than: 2}
  - difference:
      of: {claimed: {of: shared-ownership, by: {not: [partner]}}}
      less: {claimed: {of: shared-ownership, by: [partner]}}
      at_least: 1
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.measure("claimed shared-ownership by not partner", "2").measure("claimed shared-ownership by partner", "1.5");
    for (int i = 0; i < 4; ++i) lab.row("partners", {{"partner", "P"}, {"stake", "none"}});
    CHECK(lab.truth(when) == kNo);
    lab.row("partners", {{"partner", "Q"}, {"stake", "decision-rights money"}});
    CHECK(lab.truth(when) == kYes);
    lab.row("partners", {{"partner", "R"}, {"stake", "targets"}});
    CHECK(lab.truth(when) == kNo);
    lab.measure("claimed shared-ownership by partner", "1");
    CHECK(lab.truth(when) == kYes);
}

TEST_CASE("sign: leaders and frontline live in different missions", "[condition]") {
    Lab lab;
    rate(lab, "networks", "3", "2");
    rate(lab, "peer-support", "3", "1.5");
    rate(lab, "shared-ownership", "2", "2.5", "yes");
    CHECK(lab.truth(kLeadersAndFrontline) == kNo);
    rate(lab, "empowered-teams", "4", "2");
    CHECK(lab.truth(kLeadersAndFrontline) == kYes);
    Lab core;
    rate(core, "shared-ownership", "3", "2", "yes");
    CHECK(core.truth(kLeadersAndFrontline) == kYes);
    core.row("practices", {{"id", "networks"}, {"state", "scored"}, {"core", "no"}});
    Lab silent;
    silent.row("practices", {{"id", "shared-ownership"}, {"state", "scored"}, {"core", "yes"}});
    CHECK(silent.truth(kLeadersAndFrontline) == kUnknown);
}

TEST_CASE("sign: horizon collapse", "[condition]") {
    const std::string when = R"(
any:
  - all:
      - record: {of: mission, where: {due: {after: assessed + 3 years}}}
      - every: {of: indicators, that: {horizon: short}}
  - none: {of: indicators, where: {target_due: {before: {record: mission.due}}}}
)";
    Lab lab;
    lab.row("mission", {{"due", "2035-12-31"}});
    CHECK(lab.truth(when) == kUnknown);
    lab.row("indicators", {{"id", "a"}, {"horizon", "short"}, {"target_due", "2030-12-31"}});
    CHECK(lab.truth(when) == kYes);
    lab.row("indicators", {{"id", "b"}, {"horizon", "long"}, {"target_due", "2035-12-31"}});
    CHECK(lab.truth(when) == kNo);
    Lab late;
    late.row("mission", {{"due", "2028-12-31"}});
    late.row("indicators", {{"id", "b"}, {"horizon", "long"}, {"target_due", "2028-12-31"}});
    CHECK(late.truth(when) == kYes);
}

TEST_CASE("sign: the average hides the gap", "[condition]") {
    const std::string when = R"(
any:
  - some: {of: indicators, where: {family: headline, equity: not-recorded}}
  - some: {of: indicators, where: {family: headline, reading: improving, equity: [widened, not-narrowed]}}
)";
    const std::string high = R"(
all:
  - record: {of: mission, where: {about_inequality: yes}}
  - some: {of: indicators, where: {family: headline, equity: [widened, not-recorded]}}
)";
    Lab lab;
    lab.row("indicators", {{"id", "a"}, {"family", "headline"}, {"reading", "improving"}, {"equity", "narrowed"}});
    lab.row("indicators", {{"id", "b"}, {"family", "leading"}, {"reading", "improving"}});
    CHECK(lab.truth(when) == kNo);
    lab.row("indicators", {{"id", "c"}, {"family", "headline"}, {"reading", "improving"}, {"equity", "not-narrowed"}});
    CHECK(lab.truth(when) == kYes);
    CHECK(lab.truth(high) == kNo);
    lab.row("indicators", {{"id", "d"}, {"family", "headline"}, {"equity", "not-recorded"}});
    CHECK(lab.truth(high) == kUnknown);
    lab.row("mission", {{"about_inequality", "yes"}});
    CHECK(lab.truth(high) == kYes);
}

TEST_CASE("sign: high maturity, flat outcomes", "[condition]") {
    const std::string when = R"(
all:
  - evidenced: {of: overall, at_least: 2.5}
  - some: {of: indicators, where: {family: headline, reading: [flat, worsening], readings: {at_least: 3}}}
)";
    Lab lab;
    lab.measure("evidenced overall", "2.65");
    lab.row("indicators", {{"id", "a"}, {"family", "headline"}, {"reading", "flat"}, {"readings", "2"}});
    CHECK(lab.truth(when) == kNo);
    lab.row("indicators", {{"id", "b"}, {"family", "headline"}, {"reading", "flat"}, {"readings", "3"}});
    CHECK(lab.truth(when) == kYes);
    lab.measure("evidenced overall", "2.4");
    CHECK(lab.truth(when) == kNo);
}

TEST_CASE("sign: score chasing", "[condition]") {
    const std::string when = R"(
some:
  of: dimensions
  where:
    difference: {of: {claimed: {}}, less: {claimed: {at: previous}}, at_least: 0.75}
    new_evidence: 0
)";
    const std::string applies = "record: {of: assessment, where: {first: no}}";
    Lab lab;
    lab.row("dimensions", {{"id", "convening"}, {"state", "scored"}, {"claimed", "2"}, {"new_evidence", "0"}});
    lab.row("assessment", {{"first", "yes"}});
    lab.measure("claimed convening", "2");
    CHECK(lab.truth(applies) == kNo);
    CHECK(reasons(lab.see(when), lab.catalogue) == std::set<std::string>{"previous"});
    lab.previous = Date{2025, 11, 20};
    lab.measure("claimed convening previous", "1.5");
    CHECK(lab.truth(when) == kNo);
    lab.measure("claimed convening previous", "1.25");
    CHECK(lab.truth(when) == kYes);
}

TEST_CASE("sign: mission by communications", "[condition]") {
    const std::string when = R"(
any:
  - all:
      - record: {of: mission, where: {in_communications_plan: yes}}
      - share: {of: decisions, where: {cites_mission: yes}, less_than: 0.25}
  - all:
      - claimed: {of: working-in-the-open, at_least: 2}
      - every: {of: evidence, where: {practice: working-in-the-open}, that: {form: announcement}}
      - evidenced: {of: money-follows-mission, at_most: 1}
      - evidenced: {of: portfolio-decisions, at_most: 1}
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.row("mission", {{"in_communications_plan", "yes"}});
    for (int i = 0; i < 4; ++i) lab.row("decisions", {{"decision", "D"}, {"cites_mission", "no"}});
    lab.row("decisions", {{"decision", "D"}, {"cites_mission", "yes"}});
    CHECK(lab.truth(when) == kYes);  // 1 of 5
    Lab announced;
    announced.row("mission", {{"in_communications_plan", "no"}});
    announced.measure("claimed working-in-the-open", "2")
        .measure("evidenced money-follows-mission", "1")
        .measure("evidenced portfolio-decisions", "1");
    announced.row("evidence", {{"practice", "working-in-the-open"}, {"form", "announcement"}});
    announced.row("evidence", {{"practice", "networks"}, {"form", "decision-record"}});
    CHECK(announced.truth(when) == kYes);
    announced.row("evidence", {{"practice", "working-in-the-open"}, {"form", "decision-record"}});
    CHECK(announced.truth(when) == kNo);
}

TEST_CASE("sign: carried by heroes", "[condition]") {
    const std::string when = R"(
any:
  - all: [{evidenced: {of: networks, at_most: 1}}, {evidenced: {of: peer-support, at_most: 1}}]
  - largest_share: {of: portfolio, per: owner, top: 2, more_than: 0.5}
  - record: {of: organisation, where: {mission_role_turnover: {more_than: 0.3}}}
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    lab.measure("evidenced networks", "2").measure("evidenced peer-support", "1");
    lab.row("organisation", {{"mission_role_turnover", "0.3"}});
    for (const char* owner : {"A", "B", "C", "D"}) lab.row("portfolio", {{"owner", owner}});
    CHECK(lab.truth(when) == kNo);
    lab.row("portfolio", {{"owner", "A"}});
    CHECK(lab.truth(when) == kYes);  // 3 of 5
}

TEST_CASE("sign: convenient not applicable", "[condition]") {
    const std::string when = R"(
any:
  - share: {of: practices, where: {state: not-applicable}, more_than: 0.15}
  - some: {of: practices, where: {core: yes, state: not-applicable}}
  - count: {of: practices, where: {tags: {has_any: [money, stopping, participation, safety]}, state: not-applicable}, at_least: 2}
)";
    Lab lab;
    CHECK(lab.truth(when) == kUnknown);
    for (const char* id :
         {"networks", "peer-support", "real-mission", "line-of-sight", "empowered-teams", "shared-meaning"}) {
        lab.row("practices", {{"id", id}, {"state", "scored"}, {"core", "no"}, {"tags", " "}});
    }
    lab.row("practices",
            {{"id", "money-follows-mission"}, {"state", "not-applicable"}, {"core", "no"}, {"tags", "money"}});
    CHECK(lab.truth(when) == kNo);  // 1 of 7
    lab.row(
        "practices",
        {{"id", "participation-in-delivery"}, {"state", "not-applicable"}, {"core", "no"}, {"tags", "participation"}});
    CHECK(lab.truth(when) == kYes);
}

TEST_CASE("sign: nobody can say what is different", "[condition]") {
    const std::string when = R"(
any:
  - evidenced: {of: shared-meaning, at_most: 1}
  - share:
      of: answers
      among: {role: [frontline, partner], practice: [real-mission, line-of-sight, shared-meaning]}
      where: {state: dont-know}
      at_least: 0.3
)";
    Lab lab;
    lab.measure("evidenced shared-meaning", "2");
    lab.row("answers", {{"practice", "real-mission"}, {"role", "frontline"}, {"state", "dont-know"}}, 2);
    lab.row("answers", {{"practice", "shared-meaning"}, {"role", "partner"}, {"state", "level"}, {"level", "1"}}, 5);
    lab.row("answers", {{"practice", "networks"}, {"role", "partner"}, {"state", "dont-know"}}, 9);
    CHECK(lab.truth(when) == kNo);  // 2 of 7
    lab.row("answers", {{"practice", "line-of-sight"}, {"role", "partner"}, {"state", "dont-know"}});
    CHECK(lab.truth(when) == kYes);  // 3 of 8
    CHECK(Lab().measure("evidenced shared-meaning", "2").truth(when) == kUnknown);
}
