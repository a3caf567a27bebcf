// Assessment files as people write them, and texts that are hard to write, for tests of editing.
#pragma once

#include <array>
#include <string>

// Texts that have to be quoted, put in blocks, or must not be taken for something else.
inline const std::array<std::string, 16> kTexts{
    "Minutes",
    "yes",
    "null",
    "12",
    "a: b",
    "# no comment",
    "ends in # one",
    "two\nlines",
    "two\n\nparagraphs\n",
    "  indented\n text",
    "\"quoted\" and 'single'",
    "{braces} [brackets], commas",
    "- dash",
    "Ä\xE2\x80\xAE"
    "b\ttab",
    "a text so long that it would not fit on a line with anything else, and so has to stand alone "
    "in a line of its own, however wide",
    "back\\slash % & * ! | > @ `"};

// Files as people write them. Comments are numbered so that the loss of any one is seen.
inline const std::array<std::string, 7> kFiles{
    R"(# c01
waymark: assessment/1   # c02
framework: mission-maturity@1.2.3
organisation: Warm Homes # c03

# c04
date:   2026-11-20
respondents:   # c05
  # c06
  - id: r1   # c07
    role: leader
    # c08
    answers:
      # c09
      networks: absent   # c10

      real-mission:   # c11
        # c12
        level: embedded   # c13
        evidence:   # c14
          # c15
          - {strength: artefact, what: "A: plan"}   # c16
          - strength: artefact   # c17
            what: >   # c18
              folded
              text
            dated: 2026-01-01
        # c19
        note: |   # c20
          first # no comment

          second
      # c21
      reach: inside
  # c22
  - {id: r2, role: frontline, answers: {networks: dont-know}}   # c23
# c24
facts:   # c25
  mission: {started: 2024-09-01, new_money: no}   # c26
  # c27
  partners: none   # c28
# c29
)",
    R"(waymark: assessment/1
framework: mission-maturity@1.2.3
organisation: 'It''s
  ours'
date: 2026-11-20
currency: GBP
respondents:
- id: r1
  role: leader
  answers:
    shared-diagnosis: {not-applicable: 'a # b',   # c01
                       note: n}   # c02
    peer-support:
      level: absent
      note: plain
        text # c03
- role: leader   # c04
  id: r2
  answers:   # c05
profile: organisational
facts:
  portfolio:
  # c06
  - item: Pumps   # c07
    # c08
    spend: 10
  - {item: Stoves}
  -   # c09
    item: Homes
    live: yes
# c10)",
    R"(waymark: assessment/1
framework: mission-maturity@1.2.3
organisation: Warm Homes
date: 2026-11-20
respondents: [   # c01
  {id: r1, role: leader, answers: {networks: absent}},   # c02
  {id: r2, role: frontline}]   # c03
facts: {partners: none, portfolio: [{item: a}, {item: b}]}   # c04
)",
    "waymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: W\ndate: 2026-11-20\n"
    "respondents:\n  - id: r1\n    role: leader\n  - id: r2\n    role: leader\n    answers: {}\n",
    "\xEF\xBB\xBFwaymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: W\ndate: 2026-11-20\n"
    "respondents:\n    -   id: r1\n        role: leader\n        answers:   {}   # c01\n"
    "    -   id: r2\n        role: leader\n        answers:\n                networks: skipped\n#c02\n"
    "facts:\n    portfolio:\n        -   item: |-\n                Two\n                 lines\n            spend: 3\n",
    "---   # c01\nwaymark: assessment/1\nframework: mission-maturity@1.2.3\norganisation: W\ndate: 2026-11-20\n"
    "respondents:\n  - {id: r1, role: leader}\n  - {id: r2, role: leader}\nfacts: {}\n...\n# c02\n",
    R"({"waymark": "assessment/1", "framework": "mission-maturity@1.2.3", "organisation": "W", "date": "2026-11-20",
 "respondents": [{"id": "r1", "role": "leader", "answers": {"networks": "absent"}}, {"id": "r2", "role": "leader"}]}
)"};
