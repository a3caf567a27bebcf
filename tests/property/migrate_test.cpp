// Frameworks in which any names change: the migrated assessment is, to the byte, the one that would have been written in
// the new names, its results are those of the old one, and the diff lists the renames and nothing else. The generator is
// seeded, so a failure can be repeated.
#include "verify/migrate.hpp"

#include <map>
#include <random>
#include <set>

#include "catch.hpp"
#include "verify/diff.hpp"
#include "verify/moves.hpp"
#include "waymark/appraisal.hpp"

using namespace waymark;

namespace {

// "@name@" stands for a name, "@!name@" for what declares it: "id: name", with its earlier name where it has one;
// "@was name@" for the earlier name alone.
const char* const kFramework = R"(waymark: framework/1
id: random
version: @version@
title: Random
scales:
  scale: [{@!low@, title: Low}, {@!mid@, title: Mid}, {@!high@, title: High}]
evidence:
  strengths: [{@!weak@, title: Weak, supports: @low@}, {@!strong@, title: Strong, supports: @high@}]
  produced_by: [{@!own@, title: Own}]
  forms: [{@!note@, title: Note}]
roles: [{@!leader@, title: Leader}, {@!worker@, title: Worker}]
profiles:
  - {@!small@, title: Small, weights: {@plan@: 2}}
  - {@!large@, title: Large}
dimensions:
  - @!work@
    title: Work
    practices:
      - {@!plan@, title: Plan, core: yes, ask: "Is it planned?", levels: {@low@: A, @mid@: B, @high@: C}}
      - {@!deed@, title: Deed, ask: "Is it done?", levels: {@low@: A, @mid@: B, @high@: C}}
      - {@!check@, title: Check, ask: "Is it checked?", levels: {@low@: A, @mid@: B, @high@: C}}
facts:
  @mission@: {title: Mission, @was mission@fields: {@begun@: {type: date, title: begun@, was begun@}}}
  @items@:
    title: Items
    @was items@row: [item, items]
    columns:
      @name@: {type: text, title: name@, was name@}
      @kind@: {one_of: [{@old@: are old@, was old@}, {@new@: are new@, was new@}], title: kind@, was kind@}
      @tags@: {some_of: [{@red@: red@, was red@}, {@blue@: blue@, was blue@}], title: tags, optional: yes@, was tags@}
      @grade@: {level: scale, title: grade@, was grade@}
flags:
  - {@!aged@, kind: washing, severity: high, title: Aged, when: {share: {of: @items@, where: {@kind@: @old@, @tags@: {has_any: [@red@]}}, at_least: 0.5}}}
  - {@!weakness@, kind: washing, severity: low, title: Weakness, when: {any: [{claimed: {of: @plan@, at_most: @mid@}}, {every: {of: evidence, that: {strength: @weak@}}}, {some: {of: practices, where: {id: @deed@, claimed: {at_least: 2}}}}]}}
verdict:
  readings: [{id: bad, title: Bad, when: {raised: @aged@}}, {id: good, title: Good}]
)";

struct Names {
    std::map<std::string, std::string> now;  // token -> name
    std::set<std::string> renamed;
    std::string version;
};

std::string earlier(const Names& names, const std::string& token) {
    return names.renamed.contains(token) ? "was: " + token : "";
}

// What stands for one token. "@, was x@" and "@was x@" bring their own commas and line ends.
std::string piece(const Names& names, const std::string& token) {
    if (token == "version") return names.version;
    if (token.starts_with("!")) {
        const std::string name = token.substr(1);
        const std::string was = earlier(names, name);
        const std::string between = name == "work" ? "\n    " : ", ";
        return "id: " + names.now.at(name) + (was.empty() ? "" : between + was);
    }
    if (token.starts_with(", was ")) {
        const std::string was = earlier(names, token.substr(6));
        return was.empty() ? "" : ", " + was;
    }
    if (token.starts_with("was ")) {
        const std::string was = earlier(names, token.substr(4));
        return was.empty() ? "" : was + (token == "was items" ? "\n    " : ", ");
    }
    return names.now.at(token);
}

std::string written(const std::string& text, const Names& names) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', from)) {
        const std::size_t end = text.find('@', at + 1);
        result += text.substr(from, at - from) + piece(names, text.substr(at + 1, end - at - 1));
        from = end + 1;
    }
    return result + text.substr(from);
}

std::set<std::string> tokens() {
    std::set<std::string> found;
    const std::string text = kFramework;
    for (std::size_t at = text.find('@'); at != std::string::npos;) {
        const std::size_t end = text.find('@', at + 1);
        const std::string token = text.substr(at + 1, end - at - 1);
        if (token.find_first_of(" !,") == std::string::npos && token != "version") found.insert(token);
        if (token.starts_with("!")) found.insert(token.substr(1));
        at = text.find('@', end + 1);
    }
    return found;
}

struct Generator {
    std::mt19937 engine;
    int below(int limit) { return static_cast<int>(engine() % static_cast<unsigned>(limit)); }
    std::string one_of(const std::vector<std::string>& words) {
        return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    }
};

Names first_names() {
    Names names;
    names.version = "1.0.0";
    for (const std::string& token : tokens()) names.now[token] = token;
    return names;
}

Names second_names(Generator& random) {
    Names names = first_names();
    names.version = "2.0.0";
    for (auto& [token, name] : names.now) {
        if (random.below(3) != 0) continue;
        name = token + "-now";
        names.renamed.insert(token);
    }
    return names;
}

std::string random_answer(Generator& random) {
    const std::string level = random.one_of({"@low@", "@mid@", "@high@"});
    switch (random.below(5)) {
        case 0:
            return level + "   # as they said";
        case 1:
            return "{level: '" + level + "', evidence: none}";
        case 2:
            return "dont-know";
        case 3:
            return "\n        level: " + level +
                   "\n        evidence:\n          - strength: " + random.one_of({"@weak@", "@strong@"}) +
                   "\n            form: @note@\n            dated: 2026-01-01";
        default:
            return "{level: \"" + level +
                   "\", evidence: [{strength: @strong@, produced_by: @own@, dated: 2026-01-01}]}";
    }
}

// In tokens, so that it can be written in either version's names.
std::string random_assessment(Generator& random) {
    std::string text =
        "# An assessment\nwaymark: assessment/1\nframework: random@at@@version@\norganisation: A\nprofile: " +
        random.one_of({"@small@", "@large@"}) + "\ndate: 2026-06-30\n\nrespondents:\n";
    for (int i = 0; i <= random.below(4); ++i) {
        text += "  - id: r" + std::to_string(i) + "\n    role: " + random.one_of({"@leader@", "@worker@"}) +
                "\n    answers:\n";
        for (const char* practice : {"@plan@", "@deed@", "@check@"}) {
            if (random.below(4) != 0) text += std::string("      ") + practice + ": " + random_answer(random) + "\n";
        }
        text += "      # end\n";
    }
    if (random.below(2) == 0) text += "agreed: {@plan@: @mid@}\n";
    text += "facts:\n  @mission@:\n    @begun@: 2025-01-01   # roughly\n  @items@:\n";
    for (int i = 0; i <= random.below(4); ++i) {
        text += "    - {@name@: Item " + std::to_string(i) + ", @kind@: " + random.one_of({"@old@", "@new@"}) +
                ", @tags@: " + random.one_of({"@red@|@blue@", "[@red@]", "''", "'@blue@'"}) +
                ", @grade@: " + random.one_of({"@low@", "@high@"}) + "}\n";
    }
    return text + "targets: {default: @mid@, @deed@: @high@}\n";
}

VersionedFramework framework_in(const Names& names) {
    Diagnostics findings;
    const std::string text = written(kFramework, names);
    auto read = read_versioned_framework("random.yaml", text, findings);
    INFO(text);
    for (const Diagnostic& one : findings) UNSCOPED_INFO(one.span.line << " " << one.message);
    REQUIRE(read);
    return std::move(*read);
}

std::string assessment_in(std::string text, const Names& names) {
    const std::size_t at = text.find("@at@");
    const std::string head = written(text.substr(0, at), names) + "@";
    return head + written(text.substr(at + 4), names);
}

Scorecard card_of(const std::string& text, const Framework& framework) {
    Diagnostics findings;
    const auto read = read_assessment("a.yaml", text, framework, {}, findings);
    INFO(text);
    for (const Diagnostic& one : findings) UNSCOPED_INFO(one.span.line << " " << one.message);
    REQUIRE(read);
    const Plan plan = make_plan(framework, read->profile);
    return appraise(case_of(*read, framework, plan, nullptr));
}

}  // namespace

TEST_CASE("whatever names change the migrated assessment is the one in new names and scores the same", "[migrate]") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Generator random{std::mt19937(seed)};
        const Names old_names = first_names();
        const Names new_names = second_names(random);
        const VersionedFramework before = framework_in(old_names);
        const VersionedFramework after = framework_in(new_names);
        const std::string assessment = random_assessment(random);
        const std::string old_text = assessment_in(assessment, old_names);
        Diagnostics findings;
        const Migration migration = migrate_assessment("a.yaml", old_text, {&after, ""}, {}, findings);
        INFO("seed " << seed << "\n" << old_text);
        for (const Diagnostic& one : findings) UNSCOPED_INFO(one.span.line << " " << one.message);
        REQUIRE(migration.text);
        CHECK(*migration.text == assessment_in(assessment, new_names));
        CHECK(migration.lost.empty());
        const auto moves = moves_between(card_of(old_text, before.framework), card_of(*migration.text, after.framework),
                                         after.former_names);
        for (const Move& move : moves) UNSCOPED_INFO(move.what << ": " << move.before << " -> " << move.after);
        CHECK(moves.empty());
    }
}

TEST_CASE("a diff of names that changed lists each once and nothing else", "[diff]") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Generator random{std::mt19937(seed)};
        const Names new_names = second_names(random);
        const VersionedFramework before = framework_in(first_names());
        const VersionedFramework after = framework_in(new_names);
        CHECK(diff_frameworks(after, after).differences.empty());
        const FrameworkDiff diff = diff_frameworks(before, after);
        INFO("seed " << seed);
        for (const Difference& one : diff.differences) {
            INFO(one.subject << ": " << one.message << ": " << one.before << " -> " << one.after);
            CHECK(std::string(one.rule->id).ends_with("-renamed"));
        }
        CHECK(diff.differences.size() == new_names.renamed.size());
    }
}
