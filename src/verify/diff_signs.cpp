// Signs, the verdict that is made of them, and shapes.
#include <fmt/format.h>

#include <algorithm>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

const char* severity_word(FlagSeverity severity) {
    static constexpr const char* kWords[] = {"low", "medium", "high"};
    return kWords[static_cast<std::size_t>(severity)];
}

const Condition* pointer(const std::optional<Condition>& condition) {
    return condition ? &*condition : nullptr;
}

// `to_text` is describe or canonical.
template <typename ToText>
std::string severity_text(const Flag& flag, const ConditionNames& names, ToText to_text) {
    std::vector<std::string> cases;
    for (const SeverityCase& one : flag.severity) {
        cases.push_back(one.when ? fmt::format("{} if {}", severity_word(one.level), to_text(*one.when, names))
                                 : std::string(severity_word(one.level)));
    }
    return fmt::format("{}", fmt::join(cases, "; else "));
}

void compare_severity(Comparison& work, const Flag& was, const Flag& is, const std::string& subject) {
    if (severity_text(was, work.was, canonical) == severity_text(is, work.is, canonical)) return;
    work.compare("sign-severity", subject, "the severity", severity_text(was, work.was_as_is, describe),
                 severity_text(is, work.is, describe), {was.span, is.span});
}

void compare_limits(Comparison& work, const Flag& was, const Flag& is, const std::string& subject) {
    for (const Limit& limit : is.limits) {
        const auto same = [&](const Limit& other) { return other.name == limit.name; };
        const auto found = std::find_if(was.limits.begin(), was.limits.end(), same);
        const std::string what = fmt::format("the limit '{}'", limit.name);
        if (found == was.limits.end()) {
            work.add("sign-limit", subject, what + " was added", {was.span, limit.span}, "", limit.value.to_short(4));
        } else if (found->value != limit.value) {
            work.add("sign-limit", subject, what + " changed", {found->span, limit.span}, found->value.to_short(4),
                     limit.value.to_short(4));
        }
    }
    for (const Limit& limit : was.limits) {
        const auto same = [&](const Limit& other) { return other.name == limit.name; };
        if (std::any_of(is.limits.begin(), is.limits.end(), same)) continue;
        work.add("sign-limit", subject, fmt::format("the limit '{}' was removed", limit.name), {limit.span, is.span},
                 limit.value.to_short(4), "");
    }
}

void compare_texts(Comparison& work, const Flag& was, const Flag& is, const std::string& subject) {
    const auto text = [&](std::string_view what, const std::string& before, const std::string& after) {
        work.compare("sign-text", subject, what, before, after, {was.span, is.span});
    };
    text("the title", was.title, is.title);
    text("what it says", was.says, is.says);
    text("why it matters", was.why, is.why);
    text("what to do", was.action, is.action);
    text("the sources", listed(was.sources), listed(is.sources));
}

void compare_flag(Comparison& work, const Flag& was, const Flag& is) {
    const std::string subject = fmt::format("sign '{}'", is.id);
    const Comparison::Places places{was.span, is.span};
    const auto kind = [](const Flag& flag) { return flag.kind == FlagKind::washing ? "washing" : "real"; };
    if (was.id != is.id) work.add_renamed("sign-renamed", subject, was.id, places);
    work.compare("code", subject, "the code", was.code, is.code, places);
    work.compare("sign-kind", subject, "the kind", kind(was), kind(is), places);
    work.compare_conditions("sign-condition", subject, "'when'", &was.when, &is.when, places);
    work.compare_conditions("sign-condition", subject, "'applies'", pointer(was.applies), pointer(is.applies), places);
    work.compare_conditions("sign-condition", subject, "'too_early_when'", pointer(was.too_early_when),
                            pointer(is.too_early_when), places);
    compare_severity(work, was, is, subject);
    compare_limits(work, was, is, subject);
    compare_texts(work, was, is, subject);
}

// ---- readings of the verdict

void compare_reading(Comparison& work, const VerdictReading& was, const VerdictReading& is) {
    const std::string subject = fmt::format("reading '{}'", is.id);
    const Comparison::Places places{was.span, is.span};
    work.compare_conditions("verdict", subject, "'when'", pointer(was.when), pointer(is.when), places);
    work.compare("verdict-text", subject, "the title", was.title, is.title, places);
    work.compare("verdict-text", subject, "what it says", was.says, is.says, places);
}

void diff_unsafe(Comparison& work) {
    const VerdictRules& was = work.before->verdict;
    const VerdictRules& is = work.after->verdict;
    const auto place = [](const VerdictRules& rules) {
        return rules.readings.empty() ? Span{1, 1, 1} : rules.readings[0].span;
    };
    const Comparison::Places places{place(was), place(is)};
    work.compare_conditions("verdict", "the verdict", "when answers are unsafe", pointer(was.unsafe),
                            pointer(is.unsafe), places);
    work.compare("verdict-text", "the verdict", "the title of unsafe answers", was.unsafe_title, is.unsafe_title,
                 places);
    work.compare("verdict-text", "the verdict", "what is said of unsafe answers", was.unsafe_says, is.unsafe_says,
                 places);
}

// ---- lists whose entries have an id, a place and a condition

template <typename List, typename Compare>
void diff_list(Comparison& work, std::string_view rule, std::string_view noun, const List& old_list,
               const List& new_list, Compare compare) {
    const auto subject = [&](const auto& one) { return fmt::format("{} '{}'", noun, one.id); };
    const auto new_ids = ids_in(new_list);
    const Matches matches = match_ids(ids_in(old_list), new_ids);
    for (const auto& [was, is] : matches.same) compare(work, at(old_list, was), at(new_list, is));
    for (const int added : matches.added) {
        work.add(rule, subject(at(new_list, added)), "added", {{}, at(new_list, added).span});
    }
    for (const int removed : matches.removed) {
        work.add(rule, subject(at(old_list, removed)), "removed", {at(old_list, removed).span, {}});
    }
    if (matches.same.empty()) return;
    work.compare_order(rule == "shape" ? "order" : rule, fmt::format("the {}s", noun), matches, new_ids,
                       {old_list[0].span, new_list[0].span});
}

void compare_shape(Comparison& work, const Shape& was, const Shape& is) {
    const std::string subject = fmt::format("shape '{}'", is.id);
    const Comparison::Places places{was.span, is.span};
    work.compare_conditions("shape", subject, "'when'", &was.when, &is.when, places);
    work.compare("shape-text", subject, "the title", was.title, is.title, places);
    work.compare("shape-text", subject, "what it says", was.says, is.says, places);
    work.compare("shape-text", subject, "the sources", listed(was.sources), listed(is.sources), places);
}

}  // namespace

void diff_signs(Comparison& work) {
    const auto& old_list = work.before->flags;
    const auto& new_list = work.after->flags;
    const auto new_ids = ids_in(new_list);
    const Matches flags = work.match(NameKind::flag, "", ids_in(old_list), new_ids);
    for (const auto& [was, is] : flags.same) compare_flag(work, at(old_list, was), at(new_list, is));
    for (const int added : flags.added) {
        const Flag& flag = at(new_list, added);
        work.add("sign-added", fmt::format("sign '{}'", flag.id), "added", {{}, flag.span}, "",
                 describe(flag.when, work.is));
    }
    for (const int removed : flags.removed) {
        const Flag& flag = at(old_list, removed);
        work.add_removed("sign-removed", NameKind::flag, "", flag.id, fmt::format("sign '{}'", flag.id), flag.span);
    }
    if (!flags.same.empty()) {
        work.compare_order("order", "the signs", flags, new_ids, {old_list[0].span, new_list[0].span});
    }
}

void diff_verdict(Comparison& work) {
    diff_unsafe(work);
    diff_list(work, "verdict", "reading", work.before->verdict.readings, work.after->verdict.readings, compare_reading);
    diff_list(work, "shape", "shape", work.before->shapes, work.after->shapes, compare_shape);
}

}  // namespace waymark
