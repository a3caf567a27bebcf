// Mistakes in the tree: dimensions, groups, practices, and how groups roll up.
#include "catch.hpp"
#include "unit/framework/expect_finding.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;
using fixture::expect_findings;

TEST_CASE("mistakes in names of the tree") {
    expect_findings({
        {"two practices of one id", "      - id: line-of-sight", "      - id: ~real-mission", "F010",
         "'real-mission' is declared twice as a dimension or practice", "line 55"},
        {"a practice like a dimension", "      - id: line-of-sight", "      - id: ~defining", "F010", "'defining'",
         "line 50"},
        {"two things of one code", "code: D2\n", "code: ~D1\n", "F010", "'D1' is declared twice as a code", "line 56"},
        {"a flag with the code of a practice", "code: W1\n", "code: ~D1\n", "F010", "'D1' is declared twice as a code",
         "line 56"},
        {"the whole", "      - id: line-of-sight", "      - id: ~overall", "F011", "'overall'", "our-overall"},
        {"the previous assessment", "      - id: line-of-sight", "      - id: ~previous", "F011", "'previous'", ""},
        {"a computed table", "      - id: line-of-sight", "      - id: ~respondents", "F011", "'respondents'", ""},
        {"what targets use", "      - id: line-of-sight", "      - id: ~default", "F011", "'default'", ""},
    });
}

TEST_CASE("mistakes in practices") {
    expect_findings({
        {"an unknown scale", "scale: voice", "scale: ~voices", "F021", "no scale is called 'voices'",
         "did you mean 'voice' (line 13)?"},
        {"a level without a description",
         "levels: {told: They hear of it, asked: They are heard, deciding: They decide}",
         "levels: ~{told: They hear of it, deciding: They decide}", "F040", "what 'asked' looks like",
         "one line per level"},
        {"two levels without a description",
         "levels: {told: They hear of it, asked: They are heard, deciding: They decide}",
         "levels: ~{asked: They are heard}", "F040", "what 'told', 'deciding' looks like", "one line per level"},
        {"no descriptions at all",
         "- id: staff\n            code: C2b\n            title: Staff\n            scale: voice\n           "
         " ask: What say do staff "
         "have?\n            levels: {told: They hear of it, asked: They are heard, deciding: They decide}",
         "- id: ~staff\n            code: C2b\n            title: Staff\n            scale: voice\n          "
         "  ask: What say do staff "
         "have?",
         "F040", "the practice 'staff' does not say", "levels:"},
        {"a level that is not of the scale",
         "levels: {told: They hear of it, asked: They are heard, deciding: They decide}",
         "levels: {told: They hear of it, asked: They are heard, deciding: They decide, ~emerging: No}", "F021",
         "no level of the scale 'voice' is called 'emerging'", "known: asked, deciding, told"},
        {"a next step from nowhere", "next: {absent: Name who is worse off,", "next: {~absant: Name who is worse off,",
         "F021", "'absant'", "did you mean 'absent' (line 8)?"},
        {"an unknown role", "best_known_by: [leader]", "best_known_by: [~leaders]", "F021",
         "no role is called 'leaders'", "did you mean 'leader' (line 26)?"},
        {"a core practice that may be left out", "      - id: real-mission\n",
         "      - ~id: real-mission\n        not_applicable: Never mind\n", "F042",
         "'real-mission' is core in the profile 'grand'", "remove 'not_applicable'"},
        {"a roll-up of nothing", "        weight: 2\n", "        weight: 2\n        ~rollup: mean\n", "F043",
         "'rollup' has no meaning on a practice", "group above"},
        {"a question on a group", "        title: Taking part\n", "        title: Taking part\n        ~ask: Is it?\n",
         "F043", "'ask' has no meaning on a dimension or group", "move it to a practice"},
        {"practices beside questions", "        title: Taking part\n",
         "        title: Taking part\n        ~questions: []\n", "F043", "side by side", "one list"},
        {"a stage without stages", "      - id: line-of-sight\n", "      - ~id: line-of-sight\n        stage: 1\n",
         "F043", "names a stage", "rollup: staged"},
    });
}

TEST_CASE("mistakes in what groups are made of") {
    expect_findings({
        {"a dimension without practices", "dimensions:\n", "dimensions:\n  - {id: ~bare, title: Bare}\n", "F002",
         "'bare' has no practices", "at least one practice"},
        {"an empty list", "dimensions:\n", "dimensions:\n  - {id: bare, title: Bare, practices: ~[]}\n", "F002",
         "'bare' has no practices", ""},
        {"no list", "dimensions:\n", "dimensions:\n  - {id: bare, title: Bare, practices: ~many}\n", "F002", "no list",
         "dash"},
        {"weights that are all nothing", "      - id: line-of-sight\n        code: D2\n",
         "      - ~id: nowhere\n        title: N\n        practices: [{id: one, weight: 0, title: One, "
         "scale: voice, ask: 'Is it?', "
         "levels: {told: a, asked: b, deciding: c}}]\n      - id: line-of-sight\n        code: D2\n",
         "F033", "every part of 'nowhere' has the weight 0 in the profile 'grand'", "above 0"},
        {"a sum over two scales", "      - id: taking-part\n", "      - ~id: taking-part\n        rollup: sum\n",
         "F046", "'taking-part' is a sum over different scales", "rollup: mean"},
    });
}

TEST_CASE("mistakes in stages") {
    const std::string levels = "levels: {told: a, asked: b, deciding: c}";
    const std::string head = "dimensions:\n  - id: steps\n    title: Steps\n    rollup: staged\n    practices:\n";
    const auto practice = [&](const std::string& keys) {
        return "      - {" + keys + ", title: One, scale: voice, ask: 'Is it?', " + levels + "}\n";
    };
    const std::string first = practice("id: one, stage: 1, passes_at: asked");
    const auto marked = [](std::string text) { return text.insert(text.find('{'), "~"); };
    const std::string holed = "dimensions:\n  - ~id: steps\n    title: Steps\n    rollup: staged\n    practices:\n";
    expect_findings({
        {"a practice without a stage", "dimensions:\n", head + first + marked(practice("id: two, passes_at: asked")),
         "F044", "'two' does not say in which stage it stands", "stage: 1"},
        {"a practice that never passes", "dimensions:\n", head + first + marked(practice("id: two, stage: 2")), "F044",
         "'two' does not say at which level it passes", "passes_at: LEVEL"},
        {"a stage left out", "dimensions:\n", holed + first + practice("id: two, stage: 3, passes_at: told"), "F045",
         "no practice of 'steps' stands in stage 2", "from 1 to 3"},
        {"a level of another scale", "dimensions:\n", head + first + practice("id: two, stage: 2, passes_at: ~absent"),
         "F021", "no level of the scale 'voice' is called 'absent'", "told"},
        {"a group in stages", "dimensions:\n",
         head + "      - ~{id: group, title: Group, practices: [{id: two, title: Two, scale: voice, ask: Yes, " +
             levels + "}]}\n",
         "F043", "'group' is a group under the staged 'steps'", "only practices"},
    });
}

TEST_CASE("a tree that is too deep or too wide is refused once") {
    std::string deep = "dimensions:\n";
    for (int tier = 0; tier < 8; ++tier) {
        const std::string indent(2 + 4 * static_cast<std::size_t>(tier), ' ');
        const std::string id = "tier-" + std::to_string(tier);
        deep += indent + "- " + (tier == 6 ? "~" : "") + "id: " + id + "\n" + indent + "  title: T\n" + indent +
                "  practices:\n";
    }
    const std::string indent(34, ' ');
    deep +=
        indent + "- {id: deepest, title: D, ask: 'Is it?', scale: voice, levels: {told: a, asked: b, deciding: c}}\n";
    std::string wide = "dimensions:\n  - id: wide\n    title: Wide\n    practices:\n";
    for (int i = 0; i < 2010; ++i) {
        // the whole and the dimension are two, so that the 1,999th practice is one too many
        wide += std::string("      - ") + (i == 1998 ? "~" : "") + "{id: p" + std::to_string(i) +
                ", title: P, ask: 'Is it?', scale: voice, levels: {told: a, asked: b, deciding: c}}\n";
    }
    for (const std::string& text : {deep, wide}) {
        const std::string marked = fixture::small_framework_with("dimensions:\n", text);
        const auto mark = marked.find('~');
        std::string plain = marked;
        plain.erase(mark, 1);
        const auto line = 1 + std::count(marked.begin(), marked.begin() + static_cast<std::ptrdiff_t>(mark), '\n');
        Diagnostics diagnostics;
        CHECK_FALSE(read_framework("small.yaml", plain, diagnostics).has_value());
        const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                        [](const Diagnostic& one) { return one.code == "F003"; });
        REQUIRE(found != diagnostics.end());
        CHECK(found->span.line == line);
        CHECK(std::count_if(diagnostics.begin(), diagnostics.end(),
                            [](const Diagnostic& one) { return one.code == "F003"; }) == 1);
    }
}

TEST_CASE("weights too fine for exact scores are refused, and coarser ones are not") {
    // The whole weights of each group are coprime numbers near ten million, which is 23 bits: five groups
    // make 115.
    const auto framework_with = [](const std::string& fine, const std::string& finest) {
        std::string text =
            "waymark: framework/1\nid: fine\nversion: 1.0.0\ntitle: Fine\n"
            "scales:\n  quality: [{id: low, title: Low}, {id: high, title: High}]\ndimensions:\n";
        for (const char* id : {"a", "b", "c", "d"}) {
            const std::string practice = ", title: P, ask: 'Is it?', levels: {low: No, high: Yes}}";
            text += std::string("  - {id: ") + id + ", title: T, weight: " + fine + ", practices: [{id: " + id +
                    "1, weight: " + fine + practice + ", {id: " + id + "2, weight: " + finest + practice + "]}\n";
        }
        return text;
    };
    Diagnostics diagnostics;
    CHECK_FALSE(read_framework("fine.yaml", framework_with("999.9999", "0.0001"), diagnostics).has_value());
    CHECK(diagnostics.empty() == false);
    Diagnostics none;
    CHECK(read_framework("fine.yaml", framework_with("1.5", "1"), none).has_value());
}
