#include "verify/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <tuple>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

const DiffRule& rule_called(std::string_view id) {
    const auto rules = diff_rules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const DiffRule& rule) { return rule.id == id; });
    if (found == rules.end()) throw std::logic_error(fmt::format("there is no rule '{}' for changes", id));
    return *found;
}

int index_in(const std::vector<std::string>& ids, std::string_view id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

// `earlier` gives the old index of a thing whose id is new, or -1.
Matches matched(const std::vector<std::string>& old_ids, const std::vector<std::string>& new_ids,
                const std::function<int(const std::string&)>& earlier) {
    Matches matches;
    std::vector<bool> taken(old_ids.size(), false);
    for (std::size_t i = 0; i < new_ids.size(); ++i) {
        const int same = index_in(old_ids, new_ids[i]);
        const int was = same >= 0 ? same : earlier(new_ids[i]);
        if (was >= 0 && !taken[static_cast<std::size_t>(was)]) {
            taken[static_cast<std::size_t>(was)] = true;
            matches.same.emplace_back(was, static_cast<int>(i));
        } else {
            matches.added.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < old_ids.size(); ++i) {
        if (!taken[i]) matches.removed.push_back(static_cast<int>(i));
    }
    return matches;
}

// Breaking first; in the order of the new file, and what is not in it, at the end, in that of the old one.
auto order_of(const Difference& one) {
    const bool gone = one.is_at.line == 0;
    const Span& place = gone ? one.was_at : one.is_at;
    return std::tuple(-static_cast<int>(one.rule->kind), gone, place.line, place.column);
}

std::array<int, 3> numbers_of(std::string_view version) {
    std::array<int, 3> numbers{};
    std::size_t part = 0;
    for (const char c : version) {
        if (c == '.') {
            ++part;
        } else if (part < numbers.size() && c >= '0' && c <= '9') {
            numbers[part] = numbers[part] * 10 + (c - '0');
        }
    }
    return numbers;
}

}  // namespace

int Matches::new_of(int old_index) const {
    for (const auto& [was, is] : same) {
        if (was == old_index) return is;
    }
    return -1;
}

std::string Comparison::now(NameKind kind, const std::string& scope, const std::string& name) const {
    const FormerName* former = find_former(*history, kind, scope, name);
    return former && !former->now.empty() ? former->now : name;
}

Matches Comparison::match(NameKind kind, const std::string& scope, const std::vector<std::string>& old_ids,
                          const std::vector<std::string>& new_ids) const {
    return matched(old_ids, new_ids, [&](const std::string& id) {
        for (const FormerName& name : *history) {
            if (name.kind != kind || name.scope != scope || name.now != id) continue;
            if (const int was_index = index_in(old_ids, name.was); was_index >= 0) return was_index;
        }
        return -1;
    });
}

void Comparison::add(std::string_view rule, std::string subject, std::string message, Places places,
                     std::string before_text, std::string after_text) {
    found.push_back({&rule_called(rule), std::move(subject), std::move(message), std::move(before_text),
                     std::move(after_text), places.was, places.is, ""});
}

void Comparison::compare(std::string_view rule, const std::string& subject, std::string_view what,
                         const std::string& before_text, const std::string& after_text, Places places) {
    if (before_text == after_text) return;
    add(rule, subject, fmt::format("{} changed", what), places, before_text, after_text);
}

void Comparison::add_removed(std::string_view rule, NameKind kind, const std::string& scope, const std::string& id,
                             const std::string& subject, Span was_at) {
    const FormerName* former = find_former(*history, kind, scope, id);
    const bool retired = former && former->now.empty();
    add(rule, subject,
        retired  ? "retired"
        : former ? fmt::format("now part of '{}'", former->now)
                 : "removed, and the new file does not say what became of it",
        {was_at, former ? former->span : Span{}});
    if (!former) found.back().help = "write 'was: " + id + "' on what it became, or list it under 'retired'";
}

void Comparison::add_renamed(std::string_view rule, const std::string& subject, const std::string& old_id,
                             Places places) {
    add(rule, subject, fmt::format("renamed from '{}'", old_id), places);
}

void Comparison::compare_order(std::string_view rule, const std::string& subject, const Matches& matches,
                               const std::vector<std::string>& new_ids, Places places) {
    std::vector<std::pair<int, int>> by_old = matches.same;
    std::sort(by_old.begin(), by_old.end());
    if (by_old == matches.same) return;
    std::vector<std::string> was_order;
    std::vector<std::string> is_order;
    for (const auto& pair : by_old) was_order.push_back(at(new_ids, pair.second));
    for (const auto& pair : matches.same) is_order.push_back(at(new_ids, pair.second));
    add(rule, subject, "in another order", places, listed(was_order), listed(is_order));
}

void Comparison::compare_conditions(std::string_view rule, const std::string& subject, std::string_view what,
                                    const Condition* old_one, const Condition* new_one, Places places) {
    const std::string was_same = old_one ? canonical(*old_one, was) : "";
    const std::string is_same = new_one ? canonical(*new_one, is) : "";
    if (was_same == is_same) return;
    const std::string was_text = old_one ? describe(*old_one, was_as_is) : "";
    const std::string is_text = new_one ? describe(*new_one, is) : "";
    add(rule, subject,
        fmt::format("{} {}", what,
                    !old_one  ? "was added"
                    : new_one ? "changed"
                              : "was removed"),
        places, was_text, is_text);
}

Matches match_ids(const std::vector<std::string>& old_ids, const std::vector<std::string>& new_ids) {
    return matched(old_ids, new_ids, [](const std::string&) { return -1; });
}

std::string listed(const std::vector<std::string>& words) {
    return words.empty() ? "none" : fmt::format("{}", fmt::join(words, ", "));
}

std::string yes_or_no(bool value) {
    return value ? "yes" : "no";
}

const char* word_of(Rollup rollup) {
    static constexpr const char* kWords[] = {"mean", "sum", "minimum", "staged"};
    return kWords[static_cast<std::size_t>(rollup)];
}

std::size_t FrameworkDiff::count(ChangeClass kind) const {
    return static_cast<std::size_t>(std::count_if(differences.begin(), differences.end(),
                                                  [&](const Difference& one) { return one.rule->kind == kind; }));
}

VersionStep FrameworkDiff::asked() const {
    VersionStep step = VersionStep::none;
    for (const Difference& one : differences) step = std::max(step, step_for(one.rule->kind));
    return step;
}

FrameworkDiff diff_frameworks(const VersionedFramework& old_one, const VersionedFramework& new_one) {
    const Framework& before = old_one.framework;
    const Framework& after = new_one.framework;
    Comparison work{&before, &after, &old_one.former_names, &new_one.former_names, {}, {}, {}, {}, {}, {}, {}};
    match_names(work);
    for (const auto part : {diff_history, diff_tree, diff_scales, diff_evidence, diff_profiles, diff_scoring,
                            diff_facts, diff_signs, diff_verdict, diff_outcomes, diff_texts}) {
        part(work);
    }
    std::stable_sort(work.found.begin(), work.found.end(),
                     [](const Difference& a, const Difference& b) { return order_of(a) < order_of(b); });
    return {after.id, before.file, after.file, before.version, after.version, std::move(work.found)};
}

std::optional<VersionStep> step_between(const std::string& before, const std::string& after) {
    const auto was = numbers_of(before);
    const auto is = numbers_of(after);
    if (is < was) return std::nullopt;
    if (is[0] > was[0]) return VersionStep::major;
    if (is[1] > was[1]) return VersionStep::minor;
    return is[2] > was[2] ? VersionStep::patch : VersionStep::none;
}

std::string version_after(const std::string& before, VersionStep step) {
    auto numbers = numbers_of(before);
    if (step == VersionStep::none) return before;
    const auto place = static_cast<std::size_t>(VersionStep::major) - static_cast<std::size_t>(step);
    ++numbers[place];
    for (std::size_t i = place + 1; i < numbers.size(); ++i) numbers[i] = 0;
    return fmt::format("{}.{}.{}", numbers[0], numbers[1], numbers[2]);
}

std::string version_problem(const FrameworkDiff& diff) {
    const auto declared = step_between(diff.old_version, diff.new_version);
    if (!declared) {
        return fmt::format("the version fell from {} to {}; the older file comes first", diff.old_version,
                           diff.new_version);
    }
    const VersionStep asked = diff.asked();
    if (*declared >= asked) return "";
    return fmt::format("these changes ask for a {} step, to {}; the new file says {}", word_of(asked),
                       version_after(diff.old_version, asked), diff.new_version);
}

}  // namespace waymark
