// Assessments carried over to a later version: what is renamed, what is set aside, and what stays as it was written.
#include "verify/migrate.hpp"

#include <map>

#include "catch.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;
using fixture::small_framework_text;

namespace {

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    INFO(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

VersionedFramework version(const std::string& text) {
    Diagnostics findings;
    auto read = read_versioned_framework("small.yaml", text, findings);
    for (const Diagnostic& one : findings) UNSCOPED_INFO(one.code << " " << one.message << " " << one.span.line);
    REQUIRE(read);
    return std::move(*read);
}

// Version 2 of the small framework: one of every kind has another name, and one of most is gone.
const VersionedFramework& second() {
    static const VersionedFramework read = [] {
        std::string text = changed(small_framework_text(), "version: 1.2.0", "version: 2.0.0");
        text = changed(text, "id: real-mission", "id: mission\n        was: real-mission");
        const std::string line = text.substr(text.find("      - id: line-of-sight"));
        text = changed(text, line.substr(0, line.find("  - id: convening")), "");
        text = changed(text, "{id: asked, title: Asked, value: 2}", "{id: heard, was: asked, title: Heard, value: 2}");
        text = changed(text, "voice: asked}}", "voice: heard}}");
        text = changed(text, "asked: They are heard", "heard: They are heard");
        text = changed(text, "{id: artefact,", "{id: document, was: artefact,");
        text =
            changed(text, "{id: frontline, title: Frontline}", "{id: staff-member, was: frontline, title: Frontline}");
        text = changed(text, "[{id: announcement}, {id: decision-record}]", "[{id: minute, was: decision-record}]");
        text = changed(text, "  - id: grand\n", "  - id: large\n    was: grand\n");
        text = changed(text, "  portfolio:\n", "  projects:\n    was: portfolio\n");
        text = changed(text, "spend: {type: money", "cost: {was: spend, type: money");
        text = changed(text, "[{existing: existed before the mission}",
                       "[{old: existed before the mission, was: existing}");
        text = changed(text, "[goal, scope, nothing]", "[goal, nothing]");
        text = changed(text, "{one_of_table: portfolio}", "{one_of_table: projects}");
        text = changed(text, "share: {of: portfolio, by: spend, where: {origin: existing",
                       "share: {of: projects, by: cost, where: {origin: old");
        return version(
            text + "retired: {practices: [line-of-sight], forms: [announcement], choices: [projects.changed.scope]}\n");
    }();
    return read;
}

struct Files {
    std::map<std::string, std::string> texts;
    FileAccess access() const {
        return {[texts = texts](const std::string&, const std::string& path,
                                std::string& problem) -> std::optional<std::string> {
            const auto found = texts.find(path);
            if (found != texts.end()) return found->second;
            problem = "it does not exist";
            return std::nullopt;
        }};
    }
};

Migration migrate(const std::string& text, const Files& files = {}) {
    Diagnostics findings;
    Migration migration = migrate_assessment("a.yaml", text, {&second(), ""}, files.access(), findings);
    for (const Diagnostic& one : findings) {
        UNSCOPED_INFO(one.code << " " << one.file << ":" << one.span.line << " " << one.message);
    }
    if (migration.text) UNSCOPED_INFO(*migration.text);
    CHECK(migration.text.has_value() == findings.empty());
    return migration;
}

const char* const kHead = "waymark: assessment/1\nframework: small@1.2.0   # the first\norganisation: A\n";

std::string with(const std::string& rest) {
    return kHead + rest;
}

std::string migrated_head() {
    return changed(kHead, "small@1.2.0", "small@2.0.0");
}

}  // namespace

TEST_CASE("names are replaced where they stand and nothing else is touched", "[migrate]") {
    const std::string text = with(
        "profile: \"grand\"\ndate: 2026-01-31\n\n# people\nrespondents:\n"
        "- {id: r1, role: 'frontline', answers: {real-mission: {level: embedded, evidence: [{strength: artefact, form: "
        "decision-record}]}, staff: asked}}  # at lunch\n"
        "  # agreed later\nagreed:\n    real-mission: embedded\ntargets: {default: embedded, staff: asked}\n"
        "facts:\n  portfolio:\n    - {item: One, spend: 1, origin: existing, changed: goal|nothing, organisations: 1, "
        "owner: Ann, promised: asked}\n");
    std::string expected =
        migrated_head() +
        "profile: \"large\"\ndate: 2026-01-31\n\n# people\nrespondents:\n"
        "- {id: r1, role: 'staff-member', answers: {mission: {level: embedded, evidence: [{strength: document, form: "
        "minute}]}, staff: heard}}  # at lunch\n"
        "  # agreed later\nagreed:\n    mission: embedded\ntargets: {default: embedded, staff: heard}\n"
        "facts:\n  projects:\n    - {item: One, cost: 1, origin: old, changed: goal|nothing, organisations: 1, "
        "owner: Ann, promised: heard}\n";
    const std::string currency = "currency: GBP\n";
    const Migration migration = migrate(text + currency);
    REQUIRE(migration.text);
    CHECK(*migration.text == expected + currency);
    CHECK(migration.lost.empty());
    CHECK_FALSE(migration.whole);
    CHECK(migration.carried ==
          std::vector<std::string>{"profile 'grand' is now 'large'", "role 'frontline' is now 'staff-member'",
                                   "practice 'real-mission' is now 'mission'", "strength 'artefact' is now 'document'",
                                   "form 'decision-record' is now 'minute'", "level 'voice.asked' is now 'heard'",
                                   "table 'portfolio' is now 'projects'", "column 'projects.spend' is now 'cost'",
                                   "choice 'projects.origin.existing' is now 'old'"});
}

TEST_CASE("an answer to a retired practice stands as a comment with the reason", "[migrate]") {
    const Migration migration =
        migrate(with("date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n"
                     "      real-mission: embedded\n      line-of-sight: {level: emerging, note: Few can}   # a pity\n"
                     "      staff: told\n"));
    REQUIRE(migration.text);
    CHECK(*migration.text ==
          migrated_head() +
              "date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n"
              "      mission: embedded\n      # Not carried over to 2.0.0: 'line-of-sight' was retired\n"
              "      # line-of-sight: {level: emerging, note: Few can}\n      # a pity\n"
              "      staff: told\n");
    REQUIRE(migration.lost.size() == 1);
    CHECK(migration.lost[0].what == "the answer of 'r1' to 'line-of-sight'");
    CHECK(migration.lost[0].why == "'line-of-sight' was retired");
    CHECK(migration.lost[0].file == "a.yaml");
    CHECK(migration.lost[0].span.line == 10);
    CHECK(migration.lost[0].span.column == 7);
}

TEST_CASE("a retired form of evidence leaves the rest of the item", "[migrate]") {
    const Migration migration = migrate(with(
        "date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n      real-mission:\n"
        "        level: embedded\n        evidence:\n          - strength: artefact\n            form: announcement\n"
        "          - strength: record\n"));
    REQUIRE(migration.text);
    CHECK(*migration.text ==
          migrated_head() +
              "date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n      mission:\n"
              "        level: embedded\n        evidence:\n          - strength: document\n"
              "            # Not carried over to 2.0.0: 'announcement' was retired\n            # form: announcement\n"
              "          - strength: record\n");
}

TEST_CASE("an item of evidence that cannot be read is set aside alone or the last one with its list", "[migrate]") {
    const std::string text =
        "date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n      real-mission:\n"
        "        level: embedded\n        evidence:\n          - strength: rumour\n            what: Heard it\n";
    const Migration both = migrate(with(text + "          - strength: record\n"));
    REQUIRE(both.text);
    CHECK(*both.text ==
          migrated_head() +
              "date: 2026-01-31\nrespondents:\n  - id: r1\n    role: leader\n    answers:\n      mission:\n"
              "        level: embedded\n        evidence:\n"
              "          # Not carried over to 2.0.0: the framework has no strength 'rumour'\n"
              "          # - {strength: rumour, what: Heard it}\n          - strength: record\n");
    const Migration last = migrate(with(text));
    REQUIRE(last.text);
    CHECK(last.text->find("        level: embedded\n        # Not carried over to 2.0.0: the framework has no strength "
                          "'rumour'\n        # evidence:") != std::string::npos);
}

TEST_CASE("a table of which one row cannot be carried over is set aside as a whole", "[migrate]") {
    const std::string rows =
        "currency: GBP\ndate: 2026-01-31\nrespondents: []\nfacts:\n  mission: {new_money: yes}\n  portfolio:\n"
        "    - {item: One, spend: 1, origin: existing, owner: Ann, promised: told}\n"
        "    - {item: Two, spend: 2, origin: both, owner: Ann, promised: told}\n";
    const Migration migration = migrate(with(rows));
    REQUIRE(migration.text);
    CHECK(migration.text->find(
              "  mission: {new_money: yes}\n  # Not carried over to 2.0.0: 'both' is not a choice of the "
              "column 'origin'\n  # projects:\n  #   - {item: One, cost: 1, origin: old") != std::string::npos);
    REQUIRE(migration.lost.size() == 1);
    CHECK(migration.lost[0].what == "the table 'projects'");
    CHECK(migration.lost[0].span.line == 11);
}

TEST_CASE("a cell that may be blank is set aside alone", "[migrate]") {
    const Migration migration = migrate(
        with("currency: GBP\ndate: 2026-01-31\nrespondents: []\nfacts:\n  portfolio:\n"
             "    - item: One\n      spend: 1\n      origin: new\n      changed: [goal, scope]\n      owner: Ann\n"
             "      promised: told\n"));
    REQUIRE(migration.text);
    CHECK(migration.text->find("      origin: new\n      # Not carried over to 2.0.0: 'scope' was retired\n"
                               "      # changed: [goal, scope]\n      owner: Ann\n") != std::string::npos);
}

TEST_CASE("tables in files are written anew beside the old ones", "[migrate]") {
    const Files files{{{"facts/portfolio.csv",
                        "item,spend,origin,changed,owner,promised\nOne,-1,existing,goal|nothing,\"Ann, Bo\",asked\n"},
                       {"decisions.csv", "item,made,cites_mission\nOne,2025-01-01,yes\n"}}};
    const Migration migration = migrate(with("currency: GBP\ndate: 2026-01-31\nrespondents: []\nfacts:\n"
                                             "  portfolio: {csv: facts/portfolio.csv}   # from finance\n"
                                             "  decisions: {csv: decisions.csv}\n"),
                                        files);
    REQUIRE(migration.text);
    CHECK(migration.text->find("  projects: {csv: facts/portfolio-2.0.0.csv}   # from finance\n"
                               "  decisions: {csv: decisions.csv}\n") != std::string::npos);
    REQUIRE(migration.beside.size() == 1);
    CHECK(migration.beside[0].old_path == "facts/portfolio.csv");
    CHECK(migration.beside[0].text ==
          "item,cost,origin,changed,owner,promised\nOne,-1,old,goal|nothing,\"Ann, Bo\",heard\n");
}

TEST_CASE("the assessment before this one is carried over too", "[migrate]") {
    const Files files{{{"2025.yaml", with("date: 2025-01-31\nrespondents: [{id: r1, role: leader, answers: "
                                          "{real-mission: absent}}]\nprevious: a.yaml\n")}}};
    const Migration migration = migrate(with("date: 2026-01-31\nrespondents: []\nprevious: 2025.yaml\n"), files);
    REQUIRE(migration.text);
    CHECK(migration.text->ends_with("previous: 2025-2.0.0.yaml\n"));
    REQUIRE(migration.beside.size() == 1);
    CHECK(migration.beside[0].text.find("answers: {mission: absent}") != std::string::npos);
    const Migration gone = migrate(with("date: 2026-01-31\nrespondents: []\nprevious: 2024.yaml\n"), files);
    REQUIRE(gone.text);
    CHECK(gone.text->ends_with("# Not carried over to 2.0.0: it does not exist\n# previous: 2024.yaml\n"));
}

TEST_CASE("two answers that became one are not merged in silence", "[migrate]") {
    VersionedFramework to = version(changed(changed(small_framework_text(), "1.2.0", "2.0.0"), "id: real-mission",
                                            "id: mission\n        was: [real-mission, slogan]"));
    Diagnostics findings;
    const Migration migration = migrate_assessment("a.yaml",
                                                   with("date: 2026-01-31\nrespondents: [{id: r1, role: leader, "
                                                        "answers: {real-mission: absent, slogan: embedded}}]\n"),
                                                   {&to, ""}, {}, findings);
    REQUIRE(migration.text);
    CHECK(migration.text->find("mission: absent") != std::string::npos);
    REQUIRE(migration.lost.size() == 1);
    CHECK(migration.lost[0].why == "'slogan' is now 'mission', which is given too");
    CHECK(migration.text->find("# slogan: embedded") != std::string::npos);
}

TEST_CASE("what is no older assessment of this framework is refused", "[migrate]") {
    const auto refused = [](const std::string& text) {
        Diagnostics findings;
        const Migration migration = migrate_assessment("a.yaml", text, {&second(), ""}, {}, findings);
        CHECK_FALSE(migration.text);
        REQUIRE_FALSE(findings.empty());
        return findings[0].code;
    };
    CHECK(refused(
              "waymark: assessment/1\nframework: other@1.0.0\norganisation: A\ndate: 2026-01-31\nrespondents: []\n") ==
          "A001");
    CHECK(refused(
              "waymark: assessment/1\nframework: small@3.0.0\norganisation: A\ndate: 2026-01-31\nrespondents: []\n") ==
          "A002");
    CHECK(refused("waymark: assessment/1\norganisation: A\ndate: 2026-01-31\nrespondents: []\n") == "A004");
    CHECK(refused("waymark: framework/1\n") == "S013");
    CHECK(refused(with("respondents: []\n")) == "S002");
    CHECK(refused("a: [b\n") == "Y012");
}

TEST_CASE("migrating what needs no migration changes the version only", "[migrate]") {
    const std::string text = with("date: 2026-01-31\nrespondents: []\n");
    const Migration once = migrate(text);
    REQUIRE(once.text);
    CHECK(*once.text == changed(text, "small@1.2.0", "small@2.0.0"));
    const Migration twice = migrate(*once.text);
    REQUIRE(twice.text);
    CHECK(*twice.text == *once.text);
    CHECK(twice.carried.empty());
}
