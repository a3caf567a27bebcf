// A small framework: two dimensions of three and four practices; the last is on a scale of its own with three levels.
#pragma once

#include <stdexcept>
#include <string>

#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace sample {

inline constexpr const char* kFramework = R"(waymark: framework/1
id: mission-maturity
version: 1.2.3
title: A small framework
language: en
licence: CC0-1.0
about: For tests.
scales:
  maturity:
    - {id: absent, title: Absent, means: Not done}
    - {id: emerging, title: Emerging, means: Done once}
    - {id: developing, title: Developing, means: Deliberate}
    - {id: embedded, title: Embedded, means: Normal}
    - {id: transforming, title: Transforming, means: Changed the system}
  reach:
    - {id: inside, title: Inside, means: Us alone}
    - {id: partners, title: Partners, means: With partners}
    - {id: everyone, title: Everyone, means: With everyone}
evidence:
  strengths:
    - {id: none, title: None offered, about: Nothing, supports: {maturity: emerging, reach: inside}}
    - {id: artefact, title: Artefact, about: A plan, supports: {maturity: developing, reach: inside}}
    - {id: record-of-use, title: Record of use, about: Minutes, supports: {maturity: embedded, reach: partners}}
    - {id: independent, title: Independent, about: An audit, supports: {maturity: transforming, reach: everyone}}
  ages: {after: 12 months, weaker_after: 24 months}
  produced_by: [{id: own-unit, title: The unit assessed}, {id: partner, title: A partner}]
  forms: [{id: announcement, title: Announcement}, {id: decision-record, title: Decision record}]
roles:
  - {id: leader, title: Leader, about: Leads}
  - {id: frontline, title: Frontline, about: Delivers}
profiles:
  - {id: grand, title: Grand mission, about: Across a sector}
  - id: organisational
    title: Organisational mission
    about: Within one body
    not_applicable: {shared-diagnosis: No outside body shares the outcome}
scoring:
  respondents: median
  rollup: mean
  withhold_below: 2/3
  bands:
    - {id: low, title: Low, below: 2}
    - {id: high, title: High}
  quality: {same_level_share: 0.9, at_least_questions: 7, whole_dimensions: 2}
privacy: {role_min: 3}
dimensions:
  - id: defining
    code: D
    title: Defining
    about: Is there a mission?
    practices:
      - id: real-mission
        code: D1
        title: A real mission
        core: true
        ask: How real is it?
        what: A change in the world.
        why: It steers.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
      - id: shared-diagnosis
        code: D2
        title: Shared diagnosis
        ask: Is it shared?
        what: One view of the problem.
        why: It aligns.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
      - id: tool-repertoire
        code: D4
        title: Tools
        ask: Which tools?
        what: Many.
        why: One is too few.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        not_applicable: There is no market to shape.
  - id: convening
    code: C
    title: Convening
    about: Who is there?
    practices:
      - id: networks
        code: C2
        title: Networks
        ask: Are there any?
        what: People who meet.
        why: They learn.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
      - id: peer-support
        code: C3
        title: Peer support
        ask: Is there any?
        what: Help among equals.
        why: It lasts.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
      - id: open-work
        code: C5
        title: Working in the open
        ask: Is it open?
        what: Published.
        why: Trust.
        levels: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
        evidence: A text.
        next: {absent: a, emerging: b, developing: c, embedded: d, transforming: e}
      - id: reach
        code: C6
        title: Reach
        scale: reach
        ask: How far?
        what: Who takes part.
        why: It matters.
        levels: {inside: a, partners: b, everyone: c}
        evidence: A text.
        next: {inside: a, partners: b, everyone: c}
facts:
  mission:
    title: The mission
    about: Single facts
    fields:
      started: {type: date, title: Started, about: When work began}
      new_money: {type: yes-no, about: Money of its own}
      budget: {type: money, about: In a year}
  portfolio:
    title: The portfolio
    about: Everything tagged
    row: [item, items]
    columns:
      item: text
      spend: money?
      origin: {one_of: [existing, new], optional: yes}
      changed: {some_of: [goal, scope, nothing], optional: yes}
      stage: {level: reach, optional: yes}
      organisations: integer?
      weight: number?
      kept: share?
      ends: date?
      loop: duration?
      live: yes-no?
  partners:
    title: Partners
    about: Who shares the mission
    row: [partner, partners]
    columns:
      id: {type: text}
      name: {type: text, private: yes}
  meetings:
    title: Meetings
    about: When partners met
    row: [meeting, meetings]
    columns:
      partner: {one_of_table: partners}
      held: date
)";

inline const waymark::Framework& framework() {
    static const waymark::Framework read = [] {
        waymark::Diagnostics diagnostics;
        auto result = waymark::read_framework("sample.yaml", kFramework, diagnostics);
        if (result) return std::move(*result);
        std::string problem = "the sample framework has errors";
        for (const auto& finding : diagnostics)
            problem += "\n" + std::to_string(finding.span.line) + ": " + finding.message;
        throw std::runtime_error(problem);
    }();
    return read;
}

inline const waymark::Plan& plan() {
    static const waymark::Plan made = waymark::make_plan(framework(), 0);
    return made;
}

}  // namespace sample
