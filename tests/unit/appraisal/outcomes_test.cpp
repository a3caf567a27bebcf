// What a scorecard says of indicators, horizons and the shape of the scores, from whole files.
#include <string>

#include "assessment/read.hpp"
#include "catch.hpp"
#include "waymark/appraisal.hpp"
#include "waymark/assessment.hpp"

using namespace waymark;

namespace {

const char* const kFramework = R"(waymark: framework/1
id: tiny
version: 1.0.0
title: Tiny
scales: {maturity: [{id: zero, title: Zero}, {id: half, title: Half}, {id: full, title: Full}]}
dimensions:
  - {id: aims, title: Aims, practices: [{id: aim, title: Aim, ask: Is there an aim, levels: {zero: no, half: partly, full: wholly}}]}
  - {id: work, title: Work, practices: [{id: do, title: Do, ask: Is it done, levels: {zero: no, half: partly, full: wholly}}]}
facts:
  mission: {title: The mission, fields: {started: date}}
  indicators:
    columns:
      id: text
      name: text
      family: [headline, equity, learning, durability]
      unit: text?
      better: [higher, lower]
      noise: number?
      lag: duration?
      target: number?
      target_due: date?
      may_worsen_first: yes-no?
      gap_of: {one_of_table: indicators, optional: yes}
      source: {one_of: [official, self-rated], optional: yes}
      doubt: text?
      gaming: text?
      commitment: {one_of: [committed, aspirational], optional: yes}
      best_pace: number?
      do_nothing: number?
      breakdown_of: {one_of_table: indicators, optional: yes}
  readings:
    columns: {indicator: {one_of_table: indicators}, date: date, value: number, series_break: "yes-no?", note: "text?"}
  waypoints:
    columns: {indicator: {one_of_table: indicators}, date: date, value: number}
shapes:
  - {id: words, title: Words, says: Aims without work., when: {all: [{claimed: {of: aims, at_least: 2}}, {claimed: {of: work, at_most: 1}}]}}
  - {id: toil, title: Toil, says: Work without aims., when: {claimed: {of: aims, at_most: 1}}}
outcomes:
  started: mission.started
  headline: headline
  ladder:
    says: Climb.
    rungs:
      - {id: month, title: This month, says: learning, families: [learning]}
      - {id: date, title: By its date, families: [headline], targets: yes}
      - {id: last, title: For good, families: [durability]}
)";

const char* const kAssessment = R"(waymark: assessment/1
framework: tiny@1.0.0
organisation: Anywhere
date: 2026-12-31
respondents:
  - {id: r1, answers: {aim: full, do: half}}
facts:
  mission: {started: 2022-01-01}
  indicators:
    - {id: heat, name: Homes switched, family: headline, unit: '% of homes', better: higher, noise: 0.3, target: 6, target_due: 2033-12-31, commitment: aspirational, best_pace: 0.8, do_nothing: 1, gaming: Counting twice}
    - {id: heat-poor, name: Poor homes switched, family: equity, unit: '%', better: higher, noise: 0.3, breakdown_of: heat}
    - {id: loop, name: Days to change, family: learning, unit: days, better: lower}
  readings:
    - {indicator: heat, date: 2023-12-31, value: 1}
    - {indicator: heat, date: 2026-12-31, value: 3}
    - {indicator: heat-poor, date: 2023-12-31, value: 1}
    - {indicator: heat-poor, date: 2026-12-31, value: 1.1}
    - {indicator: loop, date: 2023-12-31, value: 90}
    - {indicator: loop, date: 2026-12-31, value: 40}
  waypoints: [{indicator: heat, date: 2026-12-31, value: 2.5}]
)";

Scorecard card_of(const std::string& assessment_text) {
    Diagnostics findings;
    const auto framework = read_framework("tiny.yaml", kFramework, findings);
    for (const auto& finding : findings) UNSCOPED_INFO(finding.code + " " + finding.message);
    REQUIRE(framework);
    const auto assessment = read_assessment("a.yaml", assessment_text, *framework, {}, findings);
    for (const auto& finding : findings) UNSCOPED_INFO(finding.code + " " + finding.message);
    REQUIRE(assessment);
    const Plan plan = make_plan(*framework, 0);
    return appraise(case_of(*assessment, *framework, plan, nullptr));
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = kAssessment;
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("an indicator says where it was to be, what doing nothing would have brought, and the best on record") {
    const CardIndicator heat = card_of(kAssessment).outcomes.indicators.at(0);
    CHECK(heat.reading_title == "improving");
    CHECK(heat.aim == "6% of homes by 31 December 2033 (aspirational)");
    CHECK(heat.baseline_date == "2023-12-31");
    CHECK(heat.gaming == "Counting twice");
    REQUIRE(heat.course.size() == 4);
    CHECK(heat.course[0] == "The waypoints put it at 2.5% of homes by now.");
    // three years of 1 a year from 1; 1,096 days are 3.0007 years
    CHECK(heat.course[1] == "Had nothing been done, 4% of homes was to be expected by now; what came is no better.");
    // 3 in the seven years to the end of 2033
    CHECK(heat.course[2] ==
          "The target needs 0.43% of homes a year from here; the best on record in a comparable place is 0.8% of homes "
          "a year.");
    CHECK(heat.course[3] == "Shown apart: poor homes switched (flat). Not every group has improved with the average.");
}

TEST_CASE("without waypoints the line is straight") {
    const CardIndicator heat =
        card_of(with("  waypoints: [{indicator: heat, date: 2026-12-31, value: 2.5}]\n", "")).outcomes.indicators.at(0);
    // 1,096 of 3,653 days from 1 to 6
    CHECK(heat.course.at(0) == "A straight line to the target would put it at 2.5% of homes by now.");
    CHECK(heat.expected == Rational(1) + Rational::fraction(5 * 1096, 3653));
}

TEST_CASE("groups that improve with the average need no warning") {
    const CardIndicator heat = card_of(with("value: 1.1}", "value: 2.1}")).outcomes.indicators.at(0);
    CHECK(heat.course.at(3) == "Shown apart: poor homes switched (improving).");
}

TEST_CASE("each rung of the ladder shows what stands on it") {
    const CardOutcomes outcomes = card_of(kAssessment).outcomes;
    CHECK(outcomes.ladder_says == "Climb.");
    REQUIRE(outcomes.ladder.size() == 3);
    CHECK(outcomes.ladder[0].shows == std::vector<std::string>{"Days to change: improving"});
    CHECK(outcomes.ladder[1].shows ==
          std::vector<std::string>{"Homes switched: 6% of homes by 31 December 2033 (aspirational)"});
    CHECK(outcomes.ladder[2].shows.empty());
}

TEST_CASE("the shapes that the scores have are shown, with the figures that decided them") {
    const Scorecard card = card_of(kAssessment);
    REQUIRE(card.shapes.size() == 1);
    CHECK(card.shapes[0].id == "words");
    CHECK(card.shapes[0].says == "Aims without work.");
    CHECK(card.shapes[0].saw == "Aims is claimed at 2.0; Work is claimed at 1.0");
    CHECK(card_of(with("aim: full, do: half", "aim: dont-know, do: half")).shapes.empty());
}
