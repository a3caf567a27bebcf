// What is proved of small frameworks, worked out by hand.
#include "verify/proofs.hpp"

#include <algorithm>

#include "catch.hpp"
#include "unit/frameworks/shipped.hpp"
#include "verify/find_witness.hpp"
#include "waymark/appraisal.hpp"

using namespace waymark;

namespace {

const std::string kHead =
    "waymark: framework/1\nid: demo\nversion: 1.0.0\ntitle: Demo\n"
    "scales:\n  quality: [{id: low, title: Low}, {id: mid, title: Mid}, {id: high, title: High}]\n"
    "evidence:\n  strengths: [{id: none, title: None, supports: low}, {id: record, title: Record, supports: high}]\n"
    "roles: [{id: leader, title: Leader}, {id: member, title: Member}]\n"
    "dimensions:\n  - id: work\n    title: Work\n    practices:\n"
    "      - {id: plan, core: yes, title: A plan, ask: 'Is there a plan?', levels: {low: None, mid: Old, high: New}}\n"
    "      - {id: review, title: A review, ask: 'Is it read?', levels: {low: No, mid: Once, high: Often}}\n"
    "facts:\n"
    "  mission: {fields: {started: 'date?', due: 'date?', public: 'yes-no?'}}\n"
    "  items: {columns: {name: text, spend: 'money?', kind: [old, new], owner: 'text?', days: 'integer?', done: [part, "
    "all]}}\n";

const std::string kQuiet = "  - {id: unread, kind: real, title: Read, when: {claimed: {of: review, at_least: high}}}\n";

std::string flag(const std::string& condition, const std::string& more = "") {
    return "  - {id: tried, kind: washing, severity: low, title: Tried" + more + ", when: " + condition + "}\n";
}

struct Proved {
    std::vector<std::string> codes;
    ProofCount count;
    bool has(const std::string& code) const { return std::find(codes.begin(), codes.end(), code) != codes.end(); }
};

Proved prove_text(const std::string& text) {
    Diagnostics list;
    const auto framework = read_framework("demo.yaml", text, list);
    for (const Diagnostic& one : list) UNSCOPED_INFO(one.code << " " << one.message);
    REQUIRE(framework);
    const Source source("demo.yaml", text);
    Findings findings(source, list);
    Proved proved;
    proved.count = prove(*framework, findings);
    for (const Diagnostic& one : list) proved.codes.push_back(one.code);
    return proved;
}

Proved prove_flag(const std::string& condition, const std::string& more = "") {
    return prove_text(kHead + "flags:\n" + flag(condition, more) + kQuiet);
}

// Raised in what is made up for it.
bool is_shown(const std::string& condition, const std::string& more = "") {
    const std::string text = kHead + "flags:\n" + flag(condition, more) + kQuiet;
    Diagnostics list;
    const auto framework = read_framework("demo.yaml", text, list);
    REQUIRE(framework);
    const auto witness = find_witness(*framework, {WitnessTarget::Kind::flag, 0});
    if (!witness) return false;
    const Plan plan = make_plan(*framework, 0);
    const Scorecard card =
        appraise(case_of(witness->assessment, *framework, plan, witness->previous ? &*witness->previous : nullptr));
    return card.flags[0].state == "raised";
}

}  // namespace

TEST_CASE("what can be raised is shown by an assessment", "[proofs]") {
    const std::string condition = GENERATE(
        as<std::string>{}, "{claimed: {of: plan, at_least: high}}", "{evidenced: {of: work, at_most: 0.5}}",
        "{gap: {of: overall, at_least: 1.5}}", "{count: {of: items, at_least: 3}}",
        "{share: {of: items, where: {kind: old}, at_least: 0.35}}",
        "{share: {of: items, by: spend, where: {kind: old}, less_than: 0.1}}",
        "{every: {of: items, that: {kind: old}}}", "{none: {of: items, where: {kind: old}}}",
        "{sum: {of: items, column: spend, more_than: 100}}", "{median: {of: items, column: days, more_than: 30}}",
        "{distinct: {of: items, column: owner, at_least: 4}}",
        "{largest_share: {of: items, per: owner, more_than: 0.5}}",
        "{largest_share: {of: items, per: owner, less_than: 0.2}}",
        "{record: {of: mission, where: {started: {before: assessed - 12 months}, public: no}}}",
        "{some: {of: items, where: {days: {empty: yes}}}}",
        "{all: [{share: {of: items, where: {kind: old}, more_than: 0.5}}, {count: {of: items, where: {kind: new}, "
        "at_least: 3}}]}",
        "{count: {of: practices, where: {gap: {at_least: 2}}, at_least: 2}}",
        "{some: {of: practices, where: {core: yes, evidenced: {at_most: 0}}}}",
        "{difference: {of: {mean: {of: plan, by: [leader]}}, less: {mean: {of: plan, by: [member]}}, at_least: 1}}",
        "{count: {of: respondents, less_than: 3}}", "{none: {of: respondents, where: {role: member}}}",
        "{share: {of: evidence, where: {strength: record}, at_least: 0.5}}",
        "{record: {of: assessment, where: {first: no}}}");
    INFO(condition);
    CHECK(is_shown(condition));
    const Proved proved = prove_flag(condition);
    CHECK_FALSE(proved.has("P010"));
    CHECK(proved.count.undecided == 0);
}

TEST_CASE("what nothing can raise is found", "[proofs]") {
    const std::string condition = GENERATE(
        as<std::string>{}, "{all: [{claimed: {of: plan, at_least: high}}, {claimed: {of: plan, at_most: mid}}]}",
        "{all: [{evidenced: {of: plan, at_least: high}}, {claimed: {of: plan, at_most: "
        "mid}}]}",  // shown is never above claimed
        "{all: [{evidenced: {of: work, at_least: 1.5}}, {evidenced: {of: plan, at_most: "
        "low}}]}",  // (0 + 2) / 2 at most
        "{all: [{count: {of: items, at_least: 3}}, {count: {of: items, less_than: 3}}]}",
        "{all: [{every: {of: items, that: {kind: old}}}, {some: {of: items, where: {kind: "
        "new}}}]}",
        "{all: [{share: {of: items, where: {kind: old}, more_than: 0.5}}, {share: {of: items, "
        "where: {kind: new}, at_least: 0.5}}]}",
        "{all: [{share: {of: items, by: spend, where: {kind: old}, at_least: 0.5}}, {none: "
        "{of: items, where: {kind: old}}}]}",
        "{some: {of: items, where: {all: [{kind: old}, {kind: new}]}}}",
        "{record: {of: mission, where: {started: {before: assessed - 24 months, after: "
        "assessed - 12 months}}}}",
        "{count: {of: practices, where: {core: yes, evidenced: {at_most: 0}}, at_least: 2}}");
    INFO(condition);
    CHECK(prove_flag(condition).has("P010"));
    CHECK_FALSE(is_shown(condition));
}

TEST_CASE("a flag that is raised too early whenever it would be raised never is", "[proofs]") {
    CHECK(prove_flag("{record: {of: mission, where: {started: {after: assessed - 6 months}}}}",
                     ", too_early_when: {record: {of: mission, where: {started: {after: assessed - 12 months}}}}")
              .has("P010"));
}

TEST_CASE("a flag that is never clear is found", "[proofs]") {
    CHECK(
        prove_flag("{any: [{claimed: {of: plan, at_least: mid}}, {claimed: {of: plan, less_than: mid}}]}").has("P011"));
    CHECK(prove_flag("{count: {of: items, at_least: 0}}").has("P011"));
    CHECK_FALSE(prove_flag("{claimed: {of: plan, less_than: mid}}").has("P011"));
}

TEST_CASE("an alternative that leads nowhere is found beside one that does", "[proofs]") {
    const Proved proved = prove_flag(
        "{any: [{all: [{count: {of: items, at_least: 3}}, {count: {of: items, at_most: 2}}]}, {claimed: {of: plan, "
        "at_most: low}}]}");
    CHECK(proved.has("P014"));
    CHECK_FALSE(proved.has("P010"));
}

TEST_CASE("flags of one severity that come together are found and others are not", "[proofs]") {
    const std::string low =
        "  - {id: other, kind: washing, severity: low, title: Other, when: {count: {of: items, at_least: 5}}}\n";
    const std::string high =
        "  - {id: other, kind: washing, severity: high, title: Other, when: {count: {of: items, at_least: 5}}}\n";
    const std::string condition = "{count: {of: items, at_least: 3}}";
    CHECK(prove_text(kHead + "flags:\n" + flag(condition) + low + kQuiet).has("P012"));
    CHECK_FALSE(prove_text(kHead + "flags:\n" + flag(condition) + high + kQuiet).has("P012"));
    CHECK_FALSE(prove_text(kHead + "flags:\n" + flag("{count: {of: items, at_least: 3, at_most: 4}}") + low + kQuiet)
                    .has("P012"));
}

TEST_CASE("bands are reached or not with the gate of core practices counted", "[proofs]") {
    const auto bands = [](const std::string& list, const std::string& gate = "") {
        return prove_text(kHead + "scoring:\n  bands: " + list + "\n" + gate);
    };
    CHECK_FALSE(bands("[{id: one, below: 0.5}, {id: two, below: 1.5}, {id: three}]").has("P001"));
    // Two practices in half steps: the score moves in quarters.
    CHECK(bands("[{id: one, below: 0.3}, {id: two, below: 0.4}, {id: three}]").has("P001"));
    CHECK(bands("[{id: one, below: 2.5}, {id: two}]").has("P001"));
    // With the plan above low, the score is at least 0.25: a band below that is closed to it, and held at the first.
    CHECK(bands("[{id: one, below: 0.1}, {id: two, below: 0.2}, {id: three}]",
                "  core: {at_most: low, caps_band_at: one}\n")
              .has("P001"));
    CHECK_FALSE(bands("[{id: one, below: 1}, {id: two}]", "  core: {at_most: low, caps_band_at: one}\n").has("P001"));
}

TEST_CASE("every flag of the shipped frameworks that a person can raise is shown", "[proofs]") {
    for (const std::string& id : shipped_frameworks()) {
        INFO(id);
        const Framework framework = shipped_framework(id);
        const Source nowhere("", "");
        Diagnostics list;
        Findings findings(nowhere, list);
        const ProofCount count = prove(framework, findings);
        CHECK(count.undecided <= 4);
        CHECK(count.possible >= count.questions - 6);
    }
}
