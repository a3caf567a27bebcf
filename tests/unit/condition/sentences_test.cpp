// What conditions say they saw, to the letter.
#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

// Eight items, £5.0m; five of them, £3.1m, existed before and changed nothing.
void relabelled_portfolio(Lab& lab) {
    const char* spends[] = {"1500000", "700000", "500000", "300000", "100000", "900000", "600000", "400000"};
    for (int i = 0; i < 8; ++i) {
        lab.row("portfolio", {{"item", "Item " + std::to_string(i + 1)},
                              {"spend", spends[i]},
                              {"origin", i < 5 ? "existing" : "new"},
                              {"changed", i < 5 ? "nothing" : "goal"},
                              {"organisations", i < 6 ? "1" : "3"},
                              {"partner_stake", i < 6 ? "none" : "money"},
                              {"money_moved", i == 7 ? "in" : "no"},
                              {"owner", i < 4 ? "Ada" : "Ben"},
                              {"tool", i < 7 ? "grant" : "prize"},
                              {"loop_days", i < 6 ? "210" : ""}});
    }
}

}  // namespace

TEST_CASE("sentence: shares say the money, the rows and the limit", "[condition]") {
    Lab lab;
    lab.limit("unchanged-spend", "0.5").limit("single-share", "0.7");
    relabelled_portfolio(lab);
    CHECK(lab.sentence("share: {of: portfolio, by: spend, where: {origin: existing, changed: {has_only: [nothing]}}, "
                       "at_least: unchanged-spend}") ==
          "62% of tagged spend (£3.1m of £5.0m, 5 of 8 items) existed before the mission and changed nothing; the sign "
          "is "
          "raised at 50%");
    CHECK(lab.sentence("share: {of: portfolio, where: {origin: new}, less_than: 40%}") ==
          "3 of 8 items (38%) are new; the sign is raised below 40%");
    CHECK(
        lab.sentence("any:\n"
                     "  - share: {of: portfolio, where: {organisations: 1, partner_stake: {has_only: [none]}}, "
                     "at_least: single-share}\n"
                     "  - share: {of: portfolio, by: spend, where: {organisations: 1, partner_stake: {has_only: "
                     "[none]}}, at_least: single-share}\n") ==
        "6 of 8 items (75%) involve 1 organisation and have no partner with a stake (raised at 70%); 80% of tagged "
        "spend (£4.0m of £5.0m, 6 of 8 items) is in items that involve 1 organisation and have no partner with a stake "
        "(raised at 70%)");
}

TEST_CASE("sentence: few rows are counted, not turned into percentages", "[condition]") {
    Lab lab;
    lab.row("portfolio", {{"item", "Solar"}, {"spend", "1000000"}, {"origin", "existing"}});
    lab.row("portfolio", {{"item", "Heat"}, {"spend", "750000"}, {"origin", "existing"}});
    lab.row("portfolio", {{"item", "Light"}, {"spend", "250000"}, {"origin", "new"}});
    CHECK(lab.sentence("share: {of: portfolio, where: {origin: existing}, at_least: 0.5}") ==
          "2 of 3 items existed before the mission; the sign is raised at 50%");
    CHECK(lab.sentence("share: {of: portfolio, by: spend, where: {origin: existing}, at_least: 0.5}") ==
          "£1.8m of £2.0m of tagged spend (2 of 3 items) existed before the mission; the sign is raised at 50%");
}

TEST_CASE("sentence: a percentage is told apart from its limit", "[condition]") {
    Lab lab;
    for (int i = 0; i < 201; ++i) lab.row("portfolio", {{"origin", i < 100 ? "existing" : "new"}});
    CHECK(lab.sentence("share: {of: portfolio, where: {origin: existing}, at_least: 0.5}") ==
          "100 of 201 items (49.8%) existed before the mission; the sign is raised at 50%");
}

TEST_CASE("sentence: what cannot be told is a range", "[condition]") {
    Lab lab;
    for (const char* origin : {"existing", "existing", "existing", "new", "new", "new", "", ""})
        lab.row("portfolio", {{"origin", origin}});
    CHECK(lab.sentence("share: {of: portfolio, where: {origin: existing}, at_least: 0.5}") ==
          "Between 3 and 5 of 8 items (38% to 63%) existed before the mission; the sign is raised at 50%");
    CHECK(lab.sentence("some: {of: portfolio, where: {origin: existing}}") ==
          "3 of 8 items existed before the mission, and 2 more cannot be told");
    CHECK(lab.sentence("count: {of: portfolio, where: {spend: {more_than: 10}}, at_least: 1}") == "");
    CHECK(lab.sentence("some: {of: partners}") == "");
}

TEST_CASE("sentence: of several alternatives only those that were found are said", "[condition]") {
    Lab lab;
    lab.row("portfolio", {{"item", "Solar"}, {"origin", "existing"}, {"money_moved", "out"}, {"changed", "goal"}});
    lab.row("portfolio", {{"item", "Heat"}, {"origin", "new"}, {"money_moved", "no"}, {"changed", "money"}});
    CHECK(lab.sentence("some: {of: portfolio, where: {money_moved: [in, out, both]}}") ==
          "1 of 2 items (Solar) had money moved out");
    CHECK(lab.sentence("some: {of: portfolio, where: {any: [{money_moved: in}, {origin: new}]}}") ==
          "1 of 2 items (Heat) is new");
    CHECK(lab.sentence("none: {of: portfolio, where: {money_moved: [in, both]}}") ==
          "None of the 2 items had money moved in or had money moved in and out");
}

TEST_CASE("sentence: a figure of a record says at which figure the sign is raised", "[condition]") {
    Lab lab;
    lab.row("organisation", {{"mission_role_turnover", "0.35"}});
    CHECK(lab.sentence("record: {of: organisation, where: {mission_role_turnover: {more_than: 0.3}}}") ==
          "Turnover in mission roles: 35%; the sign is raised above 30%");
}

TEST_CASE("sentence: no money moved", "[condition]") {
    Lab lab;
    lab.row("mission", {{"started", "2024-09-01"}, {"new_money", "no"}});
    for (int i = 0; i < 11; ++i) lab.row("portfolio", {{"money_moved", "no"}});
    const std::string when =
        "any:\n"
        "  - all:\n"
        "      - record: {of: mission, where: {started: {before: assessed - 12 months}, new_money: no}}\n"
        "      - none: {of: portfolio, where: {money_moved: [in, out, both]}}\n"
        "  - all:\n"
        "      - claimed: {of: governance-across-boundaries, at_least: 3}\n"
        "      - evidenced: {of: money-follows-mission, at_most: 1}\n";
    CHECK(lab.sentence(when) ==
          "Start of the mission: 1 September 2024, new money: no; none of the 11 items had money moved in, had money "
          "moved "
          "out or had money moved in and out");
    Lab clear;
    clear.row("mission", {{"started", "2024-09-01"}, {"new_money", "yes"}});
    clear.none("portfolio");
    clear.measure("claimed governance-across-boundaries", "2").measure("evidenced money-follows-mission", "1");
    CHECK(clear.sentence(when) == "New money: yes; Governance across boundaries is claimed at 2.0 (Developing)");
}

TEST_CASE("sentence: practices by name and level", "[condition]") {
    Lab lab;
    lab.measure("claimed governance-across-boundaries", "3");
    const std::pair<const char*, const char*> evidenced[] = {{"short-feedback-loops", "1"},
                                                             {"empowered-teams", "0.5"},
                                                             {"money-follows-mission", "2"},
                                                             {"portfolio-decisions", "2"},
                                                             {"networks", "0"}};
    for (const auto& [id, value] : evidenced)
        lab.row("practices", {{"id", id}, {"state", "scored"}, {"evidenced", value}});
    CHECK(
        lab.sentence(
            "all:\n"
            "  - claimed: {of: governance-across-boundaries, at_least: 3}\n"
            "  - count: {of: practices, where: {id: [short-feedback-loops, empowered-teams, money-follows-mission, "
            "portfolio-decisions], evidenced: {at_most: 1}}, at_least: 2}\n") ==
        "Governance across boundaries is claimed at 3.0 (Embedded); 2 of 4 practices (Short feedback loops, Empowered "
        "teams) are evidenced at 1 or below (raised at 2)");
    CHECK(lab.sentence("evidenced: {of: overall, at_least: 1}") == "");
    lab.measure("evidenced overall", "2.65").measure("gap overall", "1.25").measure("evidenced networks", "1.5");
    CHECK(lab.sentence("evidenced: {of: overall, at_least: 2.5}") == "The overall score is evidenced at 2.65");
    CHECK(lab.sentence("evidenced: {of: networks, at_most: 2}") == "Networks is evidenced at 1.5 (Emerging)");
    CHECK(lab.sentence("gap: {of: overall, at_least: 1}") ==
          "The gap between claimed and evidenced is 1.25 overall; the sign is raised at 1.0");
}

TEST_CASE("sentence: participation theatre", "[condition]") {
    Lab lab;
    lab.row("participation",
            {{"exercise", "Citizens’ panel"}, {"major", "yes"}, {"promised", "involve"}, {"kept", "consult"}});
    lab.row("participation", {{"exercise", "Survey"}, {"major", "no"}, {"promised", "consult"}, {"kept", "consult"}});
    CHECK(lab.sentence("some: {of: participation, where: {major: yes, promised: {more_than: {column: kept}}}}") ==
          "1 of 2 exercises (Citizens’ panel) is marked ‘major’ and has ‘level promised’ above ‘level kept’");
    CHECK(lab.sentence("every: {of: participation, that: {kept: {at_most: consult}}}") ==
          "Both exercises have ‘level kept’ at Consult or below");
    CHECK(lab.sentence("every: {of: participation, that: {promised: {at_most: consult}}}") ==
          "1 of 2 exercises has ‘level promised’ at Consult or below, but not Citizens’ panel");
    CHECK(lab.sentence("none: {of: participation, where: {answered: {not_before: assessed - 12 months}}}") == "");
}

TEST_CASE("sentence: a coalition on paper", "[condition]") {
    Lab lab;
    for (int i = 0; i < 13; ++i) lab.row("partners", {{"partner", "P"}, {"stake", "none"}});
    lab.row("partners", {{"partner", "Harbour Homes"}, {"stake", "decision-rights"}});
    lab.measure("claimed shared-ownership by not partner", "3").measure("claimed shared-ownership by partner", "1.4");
    CHECK(lab.sentence("any:\n"
                       "  - all:\n"
                       "      - count: {of: partners, at_least: 5}\n"
                       "      - count: {of: partners, where: {stake: {has_any: [money, targets, decision-rights]}}, "
                       "less_than: 2}\n"
                       "  - difference:\n"
                       "      of: {claimed: {of: shared-ownership, by: {not: [partner]}}}\n"
                       "      less: {claimed: {of: shared-ownership, by: [partner]}}\n"
                       "      at_least: 1\n") ==
          "There are 14 partners (raised at 5); 1 of 14 partners (Harbour Homes) put in money, shares targets or holds "
          "decision rights (raised below 2); Shared ownership is claimed at 3.0 by all but Partner and at 1.4 by "
          "Partner, a "
          "difference of 1.6 (raised at 1.0)");
}

TEST_CASE("sentence: leaders and frontline", "[condition]") {
    Lab lab;
    const std::tuple<const char*, const char*, const char*> rated[] = {{"networks", "3.3", "2"},
                                                                       {"peer-support", "3", "2"},
                                                                       {"empowered-teams", "3", "1.5"},
                                                                       {"real-mission", "2", "2"}};
    for (const auto& [id, leader, frontline] : rated) {
        lab.row("practices", {{"id", id}, {"state", "scored"}, {"core", "no"}});
        lab.measure(std::string("mean ") + id + " by leader", leader)
            .measure(std::string("mean ") + id + " by frontline", frontline);
    }
    CHECK(
        lab.sentence(
            "count: {of: practices, where: {difference: {of: {mean: {by: [leader]}}, less: {mean: {by: [frontline]}}, "
            "at_least: 1}}, at_least: 3}") ==
        "3 of 4 practices (Networks, Peer support, Empowered teams) are rated 1 or more higher by Leader than by "
        "Frontline; "
        "the sign is raised at 3");
}

TEST_CASE("sentence: indicators are named as people know them", "[condition]") {
    Lab lab;
    lab.row("mission", {{"due", "2035-12-31"}});
    lab.row("indicators", {{"id", "low-carbon"},
                           {"name", "Homes with low-carbon heating"},
                           {"family", "headline"},
                           {"horizon", "short"},
                           {"target_due", "2035-12-31"},
                           {"reading", "flat"},
                           {"readings", "3"},
                           {"equity", "not-recorded"}});
    lab.row("indicators", {{"id", "installs"},
                           {"name", "Installers at work"},
                           {"family", "leading"},
                           {"horizon", "short"},
                           {"target_due", "2036-01-31"},
                           {"reading", "improving"}});
    CHECK(lab.sentence("every: {of: indicators, that: {horizon: short}}") ==
          "Both indicators should move within a year");
    CHECK(lab.sentence("none: {of: indicators, where: {target_due: {before: {record: mission.due}}}}") ==
          "None of the 2 indicators have ‘target date’ before 31 December 2035 (‘date of the mission’)");
    CHECK(lab.sentence("some: {of: indicators, where: {family: headline, equity: not-recorded}}") ==
          "1 of 2 indicators (Homes with low-carbon heating) is a headline outcome and has no gap recorded");
    CHECK(lab.sentence("some: {of: indicators, where: {reading: [flat, worsening], readings: {at_least: 3}}}") ==
          "1 of 2 indicators (Homes with low-carbon heating) is flat and has 3 or more readings");
}

TEST_CASE("sentence: score chasing", "[condition]") {
    Lab lab;
    lab.previous = Date{2025, 11, 20};
    for (const char* id : {"defining", "convening"}) {
        lab.row("dimensions", {{"id", id}, {"state", "scored"}, {"claimed", "3"}, {"new_evidence", "0"}});
    }
    lab.measure("claimed defining", "3")
        .measure("claimed defining previous", "2")
        .measure("claimed convening", "3")
        .measure("claimed convening previous", "3");
    CHECK(lab.sentence("some: {of: dimensions, where: {difference: {of: {claimed: {}}, less: {claimed: {at: "
                       "previous}}, at_least: 0.75}, "
                       "new_evidence: 0}}") ==
          "1 of 2 dimensions (Defining) rose by 0.75 or more since the previous assessment and has no new items of "
          "evidence");
    CHECK(lab.sentence("difference: {of: {claimed: {of: defining}}, less: {claimed: {of: defining, at: previous}}, "
                       "at_least: 0.75}") ==
          "Defining went from 2.0 in the previous assessment to 3.0, a rise of 1.0; the sign is raised at 0.75");
}

TEST_CASE("sentence: private columns are counted, never printed", "[condition]") {
    Lab lab;
    relabelled_portfolio(lab);
    CHECK(lab.sentence("largest_share: {of: portfolio, per: owner, more_than: 0.4}") ==
          "The largest group by ‘owner’ holds 4 of 8 items (50%); the sign is raised above 40%");
    CHECK(lab.sentence("largest_share: {of: portfolio, per: owner, top: 2, more_than: 0.5}") ==
          "The 2 largest groups by ‘owner’ hold 8 of 8 items (100%); the sign is raised above 50%");
    const std::string named = lab.sentence("count: {of: portfolio, where: {owner: Ada}, at_least: 1}");
    CHECK(named ==
          "4 of 8 items (Item 1, Item 2, Item 3, Item 4) fit a test of a private column; the sign is raised at 1");
    CHECK(lab.sentence("largest_share: {of: portfolio, per: tool, by: spend, at_least: 0.7}") ==
          "The largest group by ‘tool’ (grant) holds 92% of tagged spend (£4.6m of £5.0m); the sign is raised at 70%");
}

TEST_CASE("sentence: other figures", "[condition]") {
    Lab lab;
    relabelled_portfolio(lab);
    CHECK(lab.sentence("median: {of: portfolio, column: loop_days, more_than: 180}") ==
          "The median loop length in days of the items is 210 (6 of 8 known); the sign is raised above 180");
    CHECK(lab.sentence("sum: {of: portfolio, column: spend, where: {origin: new}, at_least: 1000000}") ==
          "The tagged spend of the items that are new adds up to £1.9m; the sign is raised at £1.0m");
    CHECK(lab.sentence("distinct: {of: portfolio, column: tool, at_most: 1}") ==
          "The items have 2 different values of ‘tool’; the sign is raised at 1 or below");
    CHECK(lab.sentence("share: {of: portfolio, where: {loop_days: {empty: yes}}, at_least: 0.6}") ==
          "2 of 8 items (25%) have no ‘loop length in days’ recorded; the sign is raised at 60%");
    CHECK(lab.sentence("not: {count: {of: portfolio, where: {origin: new}, at_least: 4}}") ==
          "3 of 8 items (Item 6, Item 7, Item 8) are new; the sign is raised below 4");
    CHECK(lab.sentence("share: {of: portfolio, among: {tool: grant}, where: {origin: existing}, at_least: 0.7}") ==
          "Of the 7 items that have ‘grant’ as ‘tool’, 5 (71%) existed before the mission; the sign is raised at 70%");
    Lab said;
    said.none("portfolio");
    CHECK(said.sentence("share: {of: portfolio, where: {origin: new}, at_least: 0.5}") == "There are no items");
}

TEST_CASE("sentence: none, either, and names with commas", "[condition]") {
    Lab lab;
    for (const char* item : {"Solar, wind and waves", "Heat"}) {
        lab.row("portfolio",
                {{"item", item}, {"origin", "existing"}, {"spend", "5"}, {"organisations", "2"}, {"tool", "prize"}});
    }
    CHECK(lab.sentence("share: {of: portfolio, where: {origin: new}, more_than: 0.15}") ==
          "None of the 2 items are new; the sign is raised above 15%");
    CHECK(lab.sentence("share: {of: portfolio, by: spend, where: {origin: new}, more_than: 0.15}") ==
          "None of the 2 items are new; the sign is raised above 15%");
    CHECK(lab.sentence("some: {of: portfolio, where: {origin: existing}}") ==
          "Both items (Solar, wind and waves; Heat) existed before the mission");
    CHECK(lab.sentence(
              "some: {of: portfolio, where: {tool: prize, any: [{origin: new}, {organisations: {at_most: 1}}]}}") ==
          "None of the 2 items have ‘prize’ as ‘tool’ and either are new or involve 1 or fewer organisations");
    CHECK(lab.sentence("some: {of: portfolio, where: {not: {origin: new}, tool: {is_not: grant}}}") ==
          "Both items (Solar, wind and waves; Heat) are not new and have something other than ‘grant’ as ‘tool’");
    lab.row("evidence", {{"practice", "networks"}, {"strength", "artefact"}, {"produced_by", "own-unit"}});
    CHECK(lab.sentence("every: {of: evidence, where: {practice: networks}, that: {strength: {at_most: artefact}, "
                       "produced_by: own-unit}}") ==
          "The only item of evidence that is for Networks has a strength of at most strategy or plan and was produced "
          "by the "
          "unit assessed");
}

TEST_CASE("sentence: the assessment itself", "[condition]") {
    Lab lab;
    lab.row("assessment", {{"profile", "grand"}, {"first", "yes"}, {"respondents", "1"}, {"roles", "1"}});
    CHECK(lab.sentence("record: {of: assessment, where: {profile: grand}}") ==
          "The assessment uses the profile Grand mission");
    CHECK(lab.sentence("any: [{record: {of: assessment, where: {respondents: {less_than: 3}}}}, {record: {of: "
                       "assessment, where: {roles: {less_than: 2}}}}]") ==
          "The assessment has 1 respondent; the assessment has answers from 1 role");
    CHECK(lab.sentence("record: {of: assessment, where: {first: no}}") == "The assessment is the first");
}

TEST_CASE("sentence: one voice is raised, said by its title", "[condition]") {
    Lab lab;
    lab.raised("one-voice", Truth::yes).raised("no-baseline", Truth::no);
    CHECK(lab.sentence("any: [{raised: one-voice}, {raised: no-baseline}]") == "The sign ‘One voice’ is raised");
}
