// What else is other than before: the framework, the profile, who answered.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "appraisal/find.hpp"
#include "cohort/compare_parts.hpp"
#include "text/english.hpp"

namespace waymark {
namespace {

std::string label_of(const CardNode& node) {
    return node.code.empty() ? node.title : node.code + " " + node.title;
}

// Parts that one card has and the other has not.
std::vector<std::string> missing_in(const Scorecard& card, const Scorecard& other) {
    std::vector<std::string> names;
    for (const CardNode& node : card.nodes) {
        if (find_node(other, node.id) == nullptr) names.push_back(label_of(node));
    }
    for (const CardFlag& flag : card.flags) {
        if (find_flag(other, flag.id) == nullptr) {
            names.push_back("the sign " + (flag.code.empty() ? flag.title : flag.code + " " + flag.title));
        }
    }
    return names;
}

std::vector<std::string> redefined(const Scorecard& before, const Scorecard& after) {
    std::vector<std::string> names;
    for (const CardNode& now : after.nodes) {
        const CardNode* then = find_node(before, now.id);
        if (then != nullptr && is_redefined(*then, now)) names.push_back(label_of(now));
    }
    return names;
}

// The shares of its parts; parts that do not apply are not among them.
bool is_made_up_alike(const CardNode& before, const CardNode& after) {
    if (before.rollup != after.rollup || before.terms.size() != after.terms.size()) return false;
    return std::equal(before.terms.begin(), before.terms.end(), after.terms.begin(),
                      [](const CardTerm& a, const CardTerm& b) { return a.node == b.node && a.weight == b.weight; });
}

void add_makeup(const Scorecard& before, const Scorecard& after, std::vector<std::string>& sentences) {
    std::vector<std::string> names;
    for (const CardNode& now : after.nodes) {
        const CardNode* then = find_node(before, now.id);
        if (then != nullptr && now.kind != "practice" && !is_made_up_alike(*then, now)) names.push_back(now.title);
    }
    if (names.empty()) return;
    const bool one = names.size() == 1;
    sentences.push_back(fmt::format(
        "{} {} not made up as before (other weights, or practices that now do or do not apply), so {} figures are "
        "not quite alike.",
        join(names, "and"), one ? "is" : "are", one ? "its two" : "their"));
}

}  // namespace

bool is_redefined(const CardNode& before, const CardNode& after) {
    if (before.kind != "practice" || after.kind != "practice") return false;
    if (before.ask != after.ask || before.lowest != after.lowest || before.highest != after.highest) return true;
    return !before.level.empty() && before.level == after.level && before.anchor != after.anchor;
}

std::vector<std::string> framework_differences(const Scorecard& before, const Scorecard& after) {
    std::vector<std::string> sentences;
    if (before.framework_sha256 != after.framework_sha256) {
        sentences.push_back(before.framework_version == after.framework_version
                                ? fmt::format("Both were scored with version {} of the framework, but its text is not "
                                              "the same.",
                                              after.framework_version)
                                : fmt::format("The framework changed from version {} to {}.", before.framework_version,
                                              after.framework_version));
        const auto name = [&](const std::vector<std::string>& names, const std::string& words) {
            if (!names.empty()) sentences.push_back(words + join(names, "and") + ".");
        };
        name(missing_in(after, before), "New in it: ");
        name(missing_in(before, after), "No longer in it: ");
        name(redefined(before, after), "Asked or described otherwise: ");
    }
    if (before.profile != after.profile) {
        sentences.push_back(
            fmt::format("The profile changed from {} to {}.", before.profile_title, after.profile_title));
    }
    add_makeup(before, after, sentences);
    return sentences;
}

std::vector<std::string> people_differences(const Scorecard& before, const Scorecard& after) {
    std::vector<std::string> changes;
    std::map<std::string, std::int64_t> then;
    for (const CardRoleCount& role : before.roles) then[role.role] = role.respondents;
    for (const CardRoleCount& role : after.roles) {
        const std::int64_t was = then[role.role];
        if (was != role.respondents) changes.push_back(fmt::format("{} {} → {}", role.title, was, role.respondents));
    }
    std::vector<std::string> sentences;
    if (!changes.empty()) {
        sentences.push_back(fmt::format("Not the same numbers of people answered: {}.", join(changes, "and")));
        sentences.push_back("Whether they are the same people is not known.");
    }
    return sentences;
}

std::vector<std::string> reading_notes(const Scorecard& before, const Scorecard& after) {
    std::vector<std::string> sentences;
    if (before.date > after.date) {
        sentences.push_back(
            fmt::format("The first of the two is dated later ({}) than the second ({}).", before.date, after.date));
    } else if (before.date == after.date) {
        sentences.push_back("Both are of the same day, so no evidence can be dated between them.");
    }
    for (const auto& [card, when] : {std::pair(&before, "first"), std::pair(&after, "second")}) {
        if (card->first_look) sentences.push_back(fmt::format("The {} rests on one person's answers.", when));
    }
    if (before.evidence_collected != after.evidence_collected) {
        sentences.push_back("Evidence was asked for only once, so claims are compared where nothing else can be.");
    }
    return sentences;
}

}  // namespace waymark
