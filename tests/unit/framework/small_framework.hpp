// A small framework with one of everything, for tests of any part: two dimensions, a nested group on two
// scales, two profiles, evidence, three roles, two tables, a record, three flags and a verdict.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "waymark/framework.hpp"

namespace waymark::fixture {

inline const std::string& small_framework_text() {
    static const std::string text = R"(waymark: framework/1
id: small
version: 1.2.0
title: A small framework
about: Enough to test with
scales:
  maturity:
    - {id: absent, title: Absent, means: Not done}
    - {id: emerging, title: Emerging}
    - {id: developing, title: Developing}
    - {id: embedded, title: Embedded}
    - {id: transforming, title: Transforming}
  voice:
    - {id: told, title: Told, value: 1}
    - {id: asked, title: Asked, value: 2}
    - {id: deciding, title: Deciding, value: 4}
evidence:
  strengths:
    - {id: none, title: None offered, supports: {maturity: emerging, voice: told}}
    - {id: artefact, title: Plan, supports: {maturity: developing, voice: asked}}
    - {id: record, title: Record of use, supports: {maturity: transforming, voice: deciding}}
  ages: {after: 12 months, weaker_after: 24 months}
  produced_by: [{id: own-unit, title: The unit assessed}, {id: partner, title: A partner}]
  forms: [{id: announcement}, {id: decision-record}]
roles:
  - {id: leader, title: Leader, about: Decides}
  - {id: frontline, title: Frontline}
  - {id: partner, title: Partner}
profiles:
  - id: grand
    title: Grand mission
    weights: {shared-ownership: 1.5, convening: 2}
  - id: organisational
    title: Organisational mission
    not_core: [shared-ownership]
    not_applicable: {shared-ownership: Nobody outside shares the outcome}
scoring:
  respondents: median
  rollup: mean
  withhold_below: 2/3
  bands:
    - {id: absent, below: 0.5}
    - {id: emerging, below: 1.5}
    - {id: developing, below: 2.5}
    - {id: embedded, below: 3.5, title: Firmly embedded}
    - {id: transforming}
  core: {at_most: emerging, caps_band_at: developing}
privacy: {role_min: 2}
dimensions:
  - id: defining
    code: D
    title: Defining
    sources: [SRC]
    practices:
      - id: real-mission
        code: D1
        title: A real mission
        core: yes
        ask: Does the mission name a change that anyone could check?
        levels: {absent: A slogan, emerging: A theme, developing: A measure, embedded: A target, transforming: A test}
        next: {absent: Name who is worse off, emerging: Pick a measure}
        best_known_by: [leader]
        tags: [purpose]
      - id: line-of-sight
        code: D2
        title: Line of sight
        weight: 2
        ask: Can people say how their work serves the mission?
        levels: {absent: Nobody, emerging: A few, developing: Some, embedded: Most, transforming: All}
        not_applicable: Where nobody is employed
        tags: [purpose, people]
  - id: convening
    code: C
    title: Convening
    practices:
      - id: shared-ownership
        code: C1
        title: Shared ownership
        core: yes
        ask: Who else owns the outcome?
        levels: {absent: Nobody, emerging: One, developing: Two, embedded: Many, transforming: All}
      - id: taking-part
        code: C2
        title: Taking part
        practices:
          - id: citizens
            code: C2a
            title: Citizens
            ask: Do citizens take part?
            levels: {absent: No, emerging: Once, developing: Yearly, embedded: Monthly, transforming: Always}
          - id: staff
            code: C2b
            title: Staff
            scale: voice
            ask: What say do staff have?
            levels: {told: They hear of it, asked: They are heard, deciding: They decide}
facts:
  mission:
    title: The mission
    fields:
      started: {type: date, title: start of the mission}
      new_money: yes-no?
  portfolio:
    title: The portfolio
    about: Everything tagged to the mission
    row: [item, items]
    columns:
      item: text
      spend: {type: money, title: tagged spend}
      origin: [{existing: existed before the mission}, {new: are new}]
      changed: {some_of: [goal, scope, nothing], optional: yes}
      organisations: {type: "integer?", says: "involve {} organisations"}
      owner: {text: private}
      promised: {level: voice}
  decisions:
    columns:
      item: {one_of_table: portfolio}
      made: date
      cites_mission: {type: yes-no, yes: cite the mission, no: do not cite it}
flags:
  - id: old-portfolio
    code: W1
    kind: washing
    severity: high
    title: Old portfolio, new label
    says: Only the tag is new.
    limits: {unchanged: 0.5}
    when:
      share: {of: portfolio, by: spend, where: {origin: existing, changed: {has_only: [nothing]}}, at_least: unchanged}
    why: A tag changes nothing.
    do: Ask each item what it changed.
    sources: [SRC]
  - id: words-outrun-evidence
    code: W2
    kind: washing
    severity:
      - {level: high, if: {raised: old-portfolio}}
      - {level: medium}
    title: Words outrun evidence
    when: {gap: {of: overall, at_least: 1}}
  - id: shared-in-deed
    code: R1
    kind: real
    title: Shared in deed
    applies: {record: {of: mission, where: {new_money: yes}}}
    when: {evidenced: {of: shared-ownership, at_least: embedded}}
verdict:
  unsafe:
    when: {record: {of: assessment, where: {withheld: yes}}}
    title: on unsafe answers
  readings:
    - id: at-risk
      title: At risk
      when: {some: {of: flags, where: {kind: washing, state: raised, severity: high}}}
    - {id: clear, title: Clear}
glossary: [{id: mission, term: Mission, means: A change worth making, sources: [SRC]}]
guides: [{id: primer, title: Primer, text: Lead.}]
sources: [{id: SRC, title: A source, url: "https://example.org"}]
)";
    return text;
}

// The small framework with one piece of its text replaced, which must be there.
inline std::string small_framework_with(const std::string& from, const std::string& to) {
    std::string text = small_framework_text();
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("the small framework has no '" + from + "'");
    return text.replace(at, from.size(), to);
}

inline Framework framework_of(const std::string& text) {
    Diagnostics diagnostics;
    auto framework = read_framework("small.yaml", text, diagnostics);
    if (!framework) {
        throw std::logic_error(diagnostics.empty() ? "not read"
                                                   : diagnostics.front().code + " " + diagnostics.front().message);
    }
    return std::move(*framework);
}

inline Framework small_framework() {
    return framework_of(small_framework_text());
}

}  // namespace waymark::fixture
