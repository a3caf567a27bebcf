// What a change between two versions of a framework is called, and which step it asks for. Each class of change has a
// pair made by hand: the small framework, and the same with one piece of its text replaced.
#include "verify/diff.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "report/framework_diff.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;
using fixture::small_framework_text;
using fixture::small_framework_with;

namespace {

VersionedFramework version(const std::string& text) {
    Diagnostics findings;
    auto read = read_versioned_framework("small.yaml", text, findings);
    for (const Diagnostic& one : findings) UNSCOPED_INFO(one.code << " " << one.message << " " << one.span.line);
    REQUIRE(read);
    return std::move(*read);
}

FrameworkDiff between(const std::string& before, const std::string& after) {
    return diff_frameworks(version(before), version(after));
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    INFO(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::set<std::string> rules_of(const FrameworkDiff& diff) {
    std::set<std::string> rules;
    for (const Difference& one : diff.differences) {
        rules.emplace(one.rule->id);
        UNSCOPED_INFO(one.subject << ": " << one.message << ": " << one.before << " -> " << one.after);
    }
    return rules;
}

struct Case {
    const char* from;
    const char* to;
    std::set<std::string> rules;
};

void expect(const std::vector<Case>& cases, ChangeClass greatest) {
    for (const Case& one : cases) {
        INFO(one.from << " => " << one.to);
        const FrameworkDiff diff = between(small_framework_text(), small_framework_with(one.from, one.to));
        CHECK(rules_of(diff) == one.rules);
        CHECK(diff.asked() == step_for(greatest));
    }
}

const char* const kStaff = "          - id: staff\n            code: C2b\n";

}  // namespace

TEST_CASE("a framework compared with itself shows nothing", "[diff]") {
    const FrameworkDiff diff = between(small_framework_text(), small_framework_text());
    CHECK(diff.differences.empty());
    CHECK(diff.asked() == VersionStep::none);
    CHECK(version_problem(diff).empty());
}

TEST_CASE("the tree: what breaks old answers", "[diff]") {
    expect(
        {{"id: line-of-sight", "id: sight-line\n        was: line-of-sight", {"practice-renamed"}},
         {"id: line-of-sight", "id: sight-line", {"practice-added", "practice-removed"}},
         {"weight: 2\n", "weight: 3\n", {"weight"}},
         {"core: yes\n        ask: Does", "ask: Does", {"core"}},
         {"scale: voice\n            ask: What say do staff have?\n            levels: {told: They hear of it, asked: "
          "They are heard, deciding: They decide}",
          "ask: What say do staff have?\n            levels: {absent: A, emerging: B, developing: C, embedded: D, "
          "transforming: E}",
          {"practice-scale"}},
         {"        not_applicable: Where nobody is employed\n", "", {"not-applicable-withdrawn"}},
         {"title: Convening\n", "title: Convening\n    rollup: minimum\n", {"rollup"}}},
        ChangeClass::breaking);
}

TEST_CASE("a practice that moves, comes or goes breaks old scores", "[diff]") {
    const std::string staff = small_framework_text().substr(small_framework_text().find(kStaff));
    const std::string practice = staff.substr(0, staff.find("facts:"));
    const std::string without = changed(small_framework_text(), practice, "");
    const FrameworkDiff removed = between(small_framework_text(), without);
    CHECK(rules_of(removed) == std::set<std::string>{"practice-removed"});
    CHECK(removed.differences[0].was_at.line > 0);
    CHECK(removed.differences[0].is_at.line == 0);
    CHECK(removed.differences[0].help.find("'was: staff'") != std::string::npos);
    const FrameworkDiff retired = between(small_framework_text(), without + "retired: {practices: [staff]}\n");
    CHECK(rules_of(retired) == std::set<std::string>{"practice-removed"});
    CHECK(retired.differences[0].message == "retired");
    CHECK(retired.differences[0].help.empty());
    CHECK(rules_of(between(without, small_framework_text())) == std::set<std::string>{"practice-added"});
    const std::string moved =
        changed(without, "      - id: taking-part",
                "      - id: staff\n        code: C2b\n        title: Staff\n        scale: voice\n        ask: What "
                "say do staff "
                "have?\n        levels: {told: They hear of it, asked: They are heard, deciding: They decide}\n"
                "      - id: taking-part");
    CHECK(rules_of(between(small_framework_text(), moved)) == std::set<std::string>{"node-moved"});
}

TEST_CASE("scales, evidence and roles: what breaks old answers", "[diff]") {
    expect({{"{id: told, title: Told, value: 1}", "{id: told, title: Told, value: 0.5}", {"level-value"}},
            {"    - {id: none, title: None offered, supports: {maturity: emerging, voice: told}}\n",
             "    - {id: none, title: None offered, supports: {maturity: absent, voice: told}}\n",
             {"strength-supports"}},
            {"    - {id: artefact, title: Plan, supports: {maturity: developing, voice: asked}}\n",
             "    - {id: artefact, title: Plan, supports: {maturity: developing, voice: asked}}\n"
             "    - {id: talk, supports: {maturity: developing, voice: asked}}\n",
             {"strength-added-between"}},
            {"{id: artefact, title: Plan", "{id: plan, was: artefact, title: Plan", {"strength-renamed"}},
            {"weaker_after: 24 months", "weaker_after: 36 months", {"evidence-ages"}},
            {"[{id: announcement}, {id: decision-record}]", "[{id: decision-record}]", {"evidence-word-removed"}},
            {"{id: announcement}", "{id: notice, was: announcement, title: Announcement}", {"evidence-word-renamed"}},
            {"  - {id: frontline, title: Frontline}\n", "", {"role-removed"}},
            {"{id: frontline, title: Frontline}", "{id: staff, was: frontline, title: Frontline}", {"role-renamed"}}},
           ChangeClass::breaking);
}

TEST_CASE("profiles and scoring: what moves old scores", "[diff]") {
    expect({{"weights: {shared-ownership: 1.5, convening: 2}", "weights: {convening: 2}", {"profile-weight"}},
            {"  - id: grand\n    title: Grand mission\n",
             "  - id: large\n    was: grand\n    title: Grand mission\n",
             {"profile-renamed"}},
            {"    not_applicable: {shared-ownership: Nobody outside shares the outcome}\n",
             "",
             {"not-applicable-withdrawn"}},
            {"respondents: median", "respondents: mean", {"scoring"}},
            {"withhold_below: 2/3", "withhold_below: 1/2", {"scoring"}},
            {"{id: emerging, below: 1.5}", "{id: emerging, below: 1.25}", {"band-edge"}},
            {"    - {id: absent, below: 0.5}\n", "", {"band-removed"}},
            {"core: {at_most: emerging, caps_band_at: developing}",
             "core: {at_most: absent, caps_band_at: developing}",
             {"core-gate"}}},
           ChangeClass::breaking);
    const FrameworkDiff core =
        between(small_framework_text(), small_framework_with("    not_core: [shared-ownership]\n    not_applicable: "
                                                             "{shared-ownership: Nobody outside shares the outcome}\n",
                                                             ""));
    CHECK(rules_of(core) == std::set<std::string>{"profile-core", "not-applicable-withdrawn"});
}

TEST_CASE("facts: what old rows no longer fit", "[diff]") {
    expect({{"      owner: {text: private}\n", "", {"column-removed"}},
            {"      owner: {text: private}\n",
             "      owner: {text: private}\n      lead: text\n",
             {"column-added-required"}},
            {"organisations: {type: \"integer?\"", "organisations: {type: integer", {"column-required"}},
            {"      made: date\n", "      made: number\n", {"column-type"}},
            {"[goal, scope, nothing]", "[goal, nothing]", {"choice-removed"}},
            {"[goal, scope, nothing]", "[goal, {reach: reach, was: scope}, nothing]", {"choice-renamed", "fact-text"}},
            {"  decisions:\n    columns:\n      item: {one_of_table: portfolio}\n",
             "  choices-made:\n    title: Decisions\n    was: decisions\n    columns:\n      item: {one_of_table: "
             "portfolio}\n",
             {"table-renamed"}},
            {"  decisions:\n    columns:\n      item: {one_of_table: portfolio}\n      made: date\n"
             "      cites_mission: {type: yes-no, yes: cite the mission, no: do not cite it}\n",
             "",
             {"table-removed"}}},
           ChangeClass::breaking);
}

TEST_CASE("changes that leave old answers and scores as they were", "[diff]") {
    expect({{"ask: Who else owns the outcome?", "ask: Who besides you owns the outcome?", {"question-wording"}},
            {"code: C1\n", "code: C9\n", {"code"}},
            {"tags: [purpose, people]", "tags: [purpose]", {"tags"}},
            {"  - {id: partner, title: Partner}\n",
             "  - {id: partner, title: Partner}\n  - {id: guest}\n",
             {"role-added"}},
            {"role_min: 2", "role_min: 4", {"privacy"}},
            {"      owner: {text: private}\n", "      owner: text\n", {"column-private"}},
            {"[goal, scope, nothing]", "[goal, scope, method, nothing]", {"choice-added"}},
            {"      made: date\n", "      made: date?\n", {"column-optional"}},
            {"      made: date\n", "      made: text\n", {"column-wider"}},
            {"      made: date\n", "      made: date\n      note: text?\n", {"column-added"}},
            {"limits: {unchanged: 0.5}", "limits: {unchanged: 0.6}", {"sign-limit"}},
            {"{gap: {of: overall, at_least: 1}}", "{gap: {of: overall, at_least: 2}}", {"sign-condition"}},
            {"{level: medium}", "{level: low}", {"sign-severity"}},
            {"when: {some: {of: flags, where: {kind: washing, state: raised, severity: high}}}",
             "when: {some: {of: flags, where: {kind: washing, state: raised}}}",
             {"verdict"}}},
           ChangeClass::compatible);
}

TEST_CASE("changes of words ask for a patch", "[diff]") {
    expect({{"about: Enough to test with", "about: Enough for tests", {"framework-text"}},
            {"ask: Who else owns the outcome?", "ask: \"Who else owns - the outcome\"", {"question-typing"}},
            {"says: Only the tag is new.", "says: The tag alone is new.", {"sign-text"}},
            {"text: Lead.", "text: Lead well.", {"guide"}},
            {"means: A change worth making", "means: A change worth the pain", {"glossary"}},
            {"title: A source,", "title: The source,", {"source"}},
            {"{id: clear, title: Clear}", "{id: clear, title: All clear}", {"verdict-text"}},
            {"emerging: Pick a measure", "emerging: Choose a measure", {"question-advice"}}},
           ChangeClass::editorial);
}

TEST_CASE("conditions are compared by what they say and not by how they are written", "[diff]") {
    const char* const when =
        "    when:\n      share: {of: portfolio, by: spend, where: {origin: existing, changed: {has_only: [nothing]}}, "
        "at_least: unchanged}\n";
    const FrameworkDiff same = between(
        small_framework_text(),
        small_framework_with(when,
                             "    when:   # the same, laid out in another way\n      share:\n        at_least: "
                             "'unchanged'\n        of: portfolio\n        where:\n          changed: {has_only: "
                             "[nothing]}\n          origin: existing\n        by: spend\n"));
    CHECK(rules_of(same).empty());
    const FrameworkDiff other = between(
        small_framework_text(), changed(small_framework_text(), "origin: existing, changed", "origin: new, changed"));
    REQUIRE(rules_of(other) == std::set<std::string>{"sign-condition"});
    CHECK(
        other.differences[0].before ==
        "(share of portfolio by spend where origin is existing and changed has only [nothing]) is at least unchanged");
    CHECK(other.differences[0].after ==
          "(share of portfolio by spend where origin is new and changed has only [nothing]) is at least unchanged");
}

TEST_CASE("a name that is renamed everywhere is one change", "[diff]") {
    std::string text = changed(small_framework_text(), "spend: {type: money, title: tagged spend}",
                               "cost: {type: money, title: tagged spend, was: spend}");
    text = changed(text, "by: spend", "by: cost");
    CHECK(rules_of(between(small_framework_text(), text)) == std::set<std::string>{"column-renamed"});
    text = changed(small_framework_text(), "- id: shared-ownership\n", "- id: owners\n        was: shared-ownership\n");
    for (const char* where :
         {"{shared-ownership: 1.5", "[shared-ownership]", "{shared-ownership: Nobody", "{of: shared-ownership, at"}) {
        std::string with(where);
        text = changed(text, where, with.replace(with.find("shared-ownership"), 16, "owners"));
    }
    CHECK(rules_of(between(small_framework_text(), text)) == std::set<std::string>{"practice-renamed"});
    text = changed(small_framework_text(), "- {id: embedded, title: Embedded}",
                   "- {id: usual, was: embedded, title: Embedded}");
    std::size_t at = 0;
    while ((at = text.find("embedded: ", at)) != std::string::npos) text.replace(at, 8, "usual");
    text = changed(text, "at_least: embedded", "at_least: usual");
    CHECK(rules_of(between(small_framework_text(), text)) == std::set<std::string>{"level-renamed"});
}

TEST_CASE("what the old file retired cannot come back", "[diff]") {
    const std::string before = small_framework_text() + "retired: {roles: [guest], columns: [portfolio.cost]}\n";
    const std::string after = changed(small_framework_text(), "  - {id: partner, title: Partner}\n",
                                      "  - {id: partner, title: Partner}\n  - {id: guest}\n");
    CHECK(rules_of(between(before, after)) ==
          std::set<std::string>{"retired-name-used", "role-added", "former-name-dropped"});
}

TEST_CASE("the version must go as far as the changes", "[diff]") {
    const std::string weight = small_framework_with("weight: 2\n", "weight: 3\n");
    CHECK(version_problem(between(small_framework_text(), weight)) ==
          "these changes ask for a major step, to 2.0.0; the new file says 1.2.0");
    CHECK(version_problem(between(small_framework_text(), changed(weight, "1.2.0", "1.9.9"))) ==
          "these changes ask for a major step, to 2.0.0; the new file says 1.9.9");
    CHECK(version_problem(between(small_framework_text(), changed(weight, "1.2.0", "2.0.0"))).empty());
    CHECK(version_problem(between(small_framework_text(), changed(weight, "1.2.0", "1.1.0"))) ==
          "the version fell from 1.2.0 to 1.1.0; the older file comes first");
    const std::string words = small_framework_with("text: Lead.", "text: Lead well.");
    CHECK(version_problem(between(small_framework_text(), words)) ==
          "these changes ask for a patch step, to 1.2.1; the new file says 1.2.0");
    CHECK(version_problem(between(small_framework_text(), changed(words, "1.2.0", "1.3.0"))).empty());
    CHECK(version_after("1.2.3", VersionStep::minor) == "1.3.0");
    CHECK(step_between("1.2.3", "1.2.3") == VersionStep::none);
}

TEST_CASE("rules of change are told apart and explained", "[diff]") {
    std::set<std::string_view> ids;
    for (const DiffRule& rule : diff_rules()) {
        INFO(rule.id);
        CHECK(ids.insert(rule.id).second);
        CHECK_FALSE(rule.what.ends_with('.'));
        CHECK_FALSE(rule.why.empty());
    }
    CHECK(ids.size() > 90);
}

TEST_CASE("a diff shows both places and both values", "[diff]") {
    const DiffReport report{between(small_framework_text(), small_framework_with("weight: 2\n", "weight: 3\n")), {}};
    const std::string text = diff_as_text(report, {});
    CHECK(text.find("small.yaml:64: practice 'line-of-sight': the weight changed [weight]\n    - 2 (small.yaml:64)\n"
                    "    + 3\n") != std::string::npos);
    CHECK(diff_as_markdown(report).find("**practice 'line-of-sight'**") != std::string::npos);
    CHECK(diff_as_json(report).find("\"rule\": \"weight\"") != std::string::npos);
}
