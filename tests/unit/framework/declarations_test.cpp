// Mistakes in what a framework declares before its tree: head, scales, evidence, roles, profiles, scoring.
#include "catch.hpp"
#include "unit/framework/expect_finding.hpp"

using waymark::fixture::expect_findings;

TEST_CASE("mistakes in the head") {
    expect_findings({
        {"two numbers", "version: 1.2.0", "version: ~1.2", "F001", "'1.2'", "1.0.0"},
        {"a leading zero", "version: 1.2.0", "version: ~1.02.0", "F001", "'1.02.0'", "1.0.0"},
        {"four numbers", "version: 1.2.0", "version: ~1.2.0.1", "F001", "'1.2.0.1'", "1.0.0"},
        {"a word", "version: 1.2.0", "version: ~1.2.x", "F001", "'1.2.x'", "1.0.0"},
    });
}

TEST_CASE("mistakes in scales") {
    expect_findings({
        {"the same level twice", "  voice:\n",
         "  calls:\n    - {id: few, title: Few}\n    - {id: ~few, title: More}\n  voice:\n", "F010",
         "'few' is declared twice as a level of the scale 'calls'", "line 14"},
        {"values that fall", "  voice:\n",
         "  calls:\n    - {id: few, title: Few, value: 2}\n    - ~{id: more, title: More, value: 1.5}\n  "
         "voice:\n",
         "F030", "'more' has the value 1.5, which is not above the 2 of 'few'", "from lowest to highest"},
        {"a value too fine", "{id: told, title: Told, value: 1}", "{id: told, title: Told, value: ~1/3}", "F032",
         "more than four places", "0.3333"},
        {"a value too large", "{id: deciding, title: Deciding, value: 4}",
         "{id: deciding, title: Deciding, value: ~1001}", "F032", "not between -1000 and 1000", ""},
        {"a word for answers", "  voice:\n",
         "  calls: [{id: few, title: Few}, {id: ~skipped, title: Skipped}]\n  voice:\n", "F011", "'skipped'",
         "our-skipped"},
        {"one level only", "  voice:\n", "  ~lone: [{id: only, title: Only}]\n  voice:\n", "F002", "only one level",
         "two levels"},
        {"no list", "  voice:\n", "  ~lone: many\n  voice:\n", "F002", "no list of levels", "lowest first"},
    });
}

TEST_CASE("mistakes in evidence and roles") {
    expect_findings({
        {"an unknown level", "{maturity: developing, voice: asked}", "{maturity: ~developped, voice: asked}", "F021",
         "no level of the scale 'maturity' is called 'developped'", "did you mean 'developing' (line 10)?"},
        {"an unknown scale", "{maturity: developing, voice: asked}",
         "{maturity: developing, voice: asked, ~maturty: asked}", "F021", "no scale is called 'maturty'",
         "did you mean 'maturity' (line 7)?"},
        {"a stronger one that supports less",
         "    - {id: record, title: Record of use, supports: {maturity: transforming,",
         "    - ~{id: record, title: Record of use, supports: {maturity: emerging,", "F030",
         "'record' supports less than the weaker 'artefact'", "weakest to strongest"},
        {"a scale left out", "    - {id: artefact, title: Plan, supports: {maturity: developing, voice: asked}}",
         "    - ~{id: artefact, title: Plan, supports: developing}", "F044", "which level of the scale 'voice'",
         "supports: {voice: LEVEL"},
        {"ages the wrong way round", "weaker_after: 24 months", "weaker_after: ~6 months", "F030", "after 6 months",
         "'weaker_after'"},
        {"the same strength twice", "{id: artefact, title: Plan,", "{id: ~none, title: Plan,", "F010",
         "'none' is declared twice as a strength", "line 19"},
        {"the same role twice", "{id: partner, title: Partner}", "{id: partner, title: Partner}\n  - {id: ~leader}",
         "F010", "'leader' is declared twice as a role", "line 26"},
        {"the same form twice", "{id: decision-record}", "{id: ~announcement}", "F010", "'announcement'", "line 24"},
    });
}

TEST_CASE("mistakes in profiles") {
    expect_findings({
        {"a weight for nobody", "weights: {shared-ownership: 1.5,", "weights: {~shared-ownershp: 1.5,", "F021",
         "no dimension or practice is called 'shared-ownershp'", "did you mean 'shared-ownership' (line 76)?"},
        {"a negative weight", "weights: {shared-ownership: 1.5,", "weights: {shared-ownership: ~-1,", "F032",
         "the weight is -1", "from 0 to 1000"},
        {"a weight too fine", "weights: {shared-ownership: 1.5,", "weights: {shared-ownership: ~1/7,", "F032",
         "more than four places", "0.1429"},
        {"a weight for the whole", "weights: {shared-ownership: 1.5,", "weights: {~overall: 1.5,", "F022", "the whole",
         "dimension"},
        {"a dimension that is not core", "not_core: [shared-ownership]", "not_core: [shared-ownership, ~convening]",
         "F022", "'convening' is a group, and only practices can be core", "one by one"},
        {"what was never core", "not_core: [shared-ownership]", "not_core: [shared-ownership, ~line-of-sight]", "F051",
         "'line-of-sight' is not core in any profile", "core: yes"},
        {"a core practice left out", "{shared-ownership: Nobody outside shares the outcome}",
         "{shared-ownership: Nobody, ~real-mission: No mission}", "F042", "core in the profile 'organisational'",
         "'not_core'"},
        {"the same profile twice", "  - id: organisational\n", "  - id: ~grand\n", "F010",
         "'grand' is declared twice as a profile", "line 30"},
    });
}

TEST_CASE("mistakes in scoring") {
    expect_findings({
        {"edges that fall", "    - {id: developing, below: 2.5}", "    - ~{id: developing, below: 1.5}", "F030",
         "ends at 1.5", "lowest to highest"},
        {"a last band with an edge", "    - {id: transforming}\n", "    - {id: transforming, ~below: 5}\n", "F031",
         "last band, 'transforming'", "remove 'below'"},
        {"an open band before the last", "    - {id: developing, below: 2.5}", "    - ~{id: developing}", "F031",
         "'developing' has no upper edge", "below"},
        {"the same band twice", "    - {id: embedded, below: 3.5, title: Firmly embedded}",
         "    - {id: ~emerging, below: 3.5}", "F010", "'emerging' is declared twice as a band", "line 43"},
        {"a gate at no level", "{at_most: emerging,", "{at_most: ~emergent,", "F021", "'emergent'",
         "'emerging' (line 9)"},
        {"a gate to no band", "caps_band_at: developing}", "caps_band_at: ~develop}", "F021",
         "no band is called 'develop'", "'developing' (line 44)"},
        {"no share", "withhold_below: 2/3", "withhold_below: ~1.5", "F032", "'withhold_below'", "2/3"},
    });
}
