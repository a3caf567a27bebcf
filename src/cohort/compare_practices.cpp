// Practices that moved, and what is new behind them. Only practices scored both times are compared.
#include <fmt/format.h>

#include <algorithm>

#include "appraisal/find.hpp"
#include "cohort/compare_parts.hpp"

namespace waymark {
namespace {

bool is_same_item(const CardEvidence& a, const CardEvidence& b) {
    return a.strength == b.strength && a.dated == b.dated && a.produced_by == b.produced_by && a.form == b.form;
}

std::vector<CardEvidence> items_of(const Scorecard& card, const std::string& practice) {
    std::vector<CardEvidence> items;
    for (const CardEvidence& item : card.evidence) {
        if (item.practice == practice) items.push_back(item);
    }
    return items;
}

// Each item of before answers for one like it of after; words are left out of account, as files may lack them.
void add_evidence(const Scorecard& before, const Scorecard& after, MovedPractice& moved) {
    std::vector<CardEvidence> then = items_of(before, moved.id);
    for (CardEvidence& item : items_of(after, moved.id)) {
        const auto twin = std::find_if(then.begin(), then.end(),
                                       [&](const CardEvidence& other) { return is_same_item(item, other); });
        if (twin != then.end()) {
            if (twin->counts_as != item.counts_as) ++moved.aged;
            then.erase(twin);
            continue;
        }
        item.what.clear();
        (item.dated > before.date ? moved.dated_since : moved.first_shown).push_back(std::move(item));
    }
}

bool lists_evidence(const Scorecard& card, const CardNode& node) {
    return node.evidence_items == 0 || !items_of(card, node.id).empty();
}

bool same_numbers_by_role(const Scorecard& before, const Scorecard& after) {
    return before.roles.size() == after.roles.size() &&
           std::equal(before.roles.begin(), before.roles.end(), after.roles.begin(),
                      [](const CardRoleCount& a, const CardRoleCount& b) {
                          return a.role == b.role && a.respondents == b.respondents;
                      });
}

// Whether no role that is shown both times answers otherwise than it did, so that the pooled figure moved only because
// the roles are mixed otherwise.
bool roles_stand_still(const CardNode& before, const CardNode& after) {
    int compared = 0;
    for (const CardRole& role : after.roles) {
        const auto then = std::find_if(before.roles.begin(), before.roles.end(),
                                       [&](const CardRole& other) { return other.role == role.role; });
        if (!role.mean || then == before.roles.end() || !then->mean) continue;
        if (*role.mean != *then->mean) return false;
        ++compared;
    }
    return compared > 0;
}

std::string cause_of(const Scorecard& before, const Scorecard& after, const CardNode& then, const CardNode& now,
                     const MovedPractice& moved) {
    if (before.framework_sha256 != after.framework_sha256 && is_redefined(then, now)) return "framework";
    const bool news = !moved.dated_since.empty() || !moved.first_shown.empty() || moved.aged > 0;
    const bool mixed_otherwise = !same_numbers_by_role(before, after) && roles_stand_still(then, now);
    return mixed_otherwise && !news ? "respondents" : "answers";
}

std::string counted(std::size_t number, const std::string& one, const std::string& many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string evidence_words(const MovedPractice& moved) {
    if (!moved.evidence_told) return "whether evidence is new cannot be told, as a file does not list it";
    std::vector<std::string> parts;
    if (!moved.dated_since.empty()) {
        parts.push_back(counted(moved.dated_since.size(), "item", "items") + " of evidence dated since");
    }
    if (!moved.first_shown.empty()) {
        parts.push_back(counted(moved.first_shown.size(), "item", "items") +
                        " from before or undated shown for the "
                        "first time");
    }
    if (moved.aged > 0) {
        parts.push_back(counted(static_cast<std::size_t>(moved.aged), "item counts", "items count") +
                        " less than before");
    }
    if (parts.empty()) return moved.direction == "rise" ? "nothing new to show" : "no evidence is new";
    std::string text = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) text += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string figures(const char* side, const std::optional<Rational>& from, const std::optional<Rational>& to) {
    if (!from || !to) return "";
    if (*from == *to) return fmt::format("{} {} both times", side, to->to_short(2));
    return fmt::format("{} {} → {}", side, from->to_short(2), to->to_short(2));
}

std::string sentence(const MovedPractice& moved) {
    const std::string evidenced = figures("evidenced", moved.evidenced_from, moved.evidenced_to);
    const std::string claimed = figures("claimed", moved.claimed_from, moved.claimed_to);
    std::string text = evidenced.empty() ? claimed : evidenced + ", " + claimed;
    if (moved.cause == "framework") return text + "; the practice itself was changed in the framework.";
    if (moved.cause == "respondents") {
        return text + "; no role that can be shown answers otherwise, but the roles are mixed otherwise.";
    }
    return text + "; " + evidence_words(moved) + ".";
}

std::optional<MovedPractice> moved_practice(const Scorecard& before, const Scorecard& after, const CardNode& then,
                                            const CardNode& now) {
    MovedPractice moved;
    moved.id = now.id;
    moved.code = now.code;
    moved.title = now.title;
    moved.core = now.core;
    if (const CardNode* dimension = find_node(after, now.dimension)) moved.dimension = dimension->title;
    moved.claimed_from = then.claimed.point;
    moved.claimed_to = now.claimed.point;
    moved.evidenced_from = then.evidenced.point;
    moved.evidenced_to = now.evidenced.point;
    const bool shown_moved =
        then.evidenced.point && now.evidenced.point && *then.evidenced.point != *now.evidenced.point;
    moved.side = shown_moved ? "evidenced" : "claimed";
    moved.from = shown_moved ? *then.evidenced.point : *then.claimed.point;
    moved.to = shown_moved ? *now.evidenced.point : *now.claimed.point;
    if (moved.from == moved.to) return std::nullopt;
    moved.direction = moved.to > moved.from ? "rise" : "fall";
    moved.evidence_told = lists_evidence(before, then) && lists_evidence(after, now);
    if (moved.evidence_told) add_evidence(before, after, moved);
    moved.nothing_new =
        moved.direction == "rise" && moved.evidence_told && moved.dated_since.empty() && moved.first_shown.empty();
    moved.cause = cause_of(before, after, then, now, moved);
    moved.says = sentence(moved);
    return moved;
}

void sort_by_size(std::vector<MovedPractice>& list) {
    const auto size = [](const MovedPractice& moved) {
        return moved.to > moved.from ? moved.to - moved.from : moved.from - moved.to;
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const MovedPractice& a, const MovedPractice& b) { return size(a) > size(b); });
}

void place(MovedPractice moved, const CardNode& then, const CardNode& now, ComparisonStep& step) {
    const bool only_said = moved.side == "claimed" && then.evidenced.point && now.evidenced.point;
    if (moved.cause != "answers") {
        step.apart.push_back(std::move(moved));
    } else if (only_said) {
        step.claims.push_back(std::move(moved));
    } else {
        (moved.direction == "rise" ? step.rises : step.falls).push_back(std::move(moved));
    }
}

void compare_practices(const Scorecard& before, const Scorecard& after, ComparisonStep& step) {
    for (const CardNode& now : after.nodes) {
        if (now.kind != "practice") continue;
        const CardNode* then = find_node(before, now.id);
        if (then == nullptr || !then->claimed.point || !now.claimed.point) {
            const std::string was = then == nullptr ? "absent" : then->state;
            if (was != now.state) step.uncompared.push_back({now.id, now.code, now.title, was, now.state});
        } else if (auto moved = moved_practice(before, after, *then, now)) {
            place(std::move(*moved), *then, now, step);
        } else {
            ++step.unchanged;
        }
    }
    for (const CardNode& then : before.nodes) {
        if (then.kind != "practice" || find_node(after, then.id) != nullptr) continue;
        step.uncompared.push_back({then.id, then.code, then.title, then.state, "absent"});
    }
}

}  // namespace

ComparisonStep step_between(const Scorecard& before, const Scorecard& after) {
    ComparisonStep step;
    step.from = before.date;
    step.to = after.date;
    step.framework = framework_differences(before, after);
    step.people = people_differences(before, after);
    step.notes = reading_notes(before, after);
    compare_practices(before, after, step);
    for (auto* list : {&step.rises, &step.falls, &step.claims, &step.apart}) sort_by_size(*list);
    step.signs = sign_changes(before, after);
    return step;
}

}  // namespace waymark
