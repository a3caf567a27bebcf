// Evidence, and the roles of people.
#include <fmt/format.h>

#include "verify/diff_working.hpp"

namespace waymark {

namespace {

// "maturity: developing, voice: asked", in the words of the new version.
std::string supports_text(const Comparison& work, const Framework& framework, const Strength& strength, bool is_old) {
    std::vector<std::string> parts;
    for (const auto& [was, is] : work.scales.same) {
        const int scale = is_old ? was : is;
        const int level = at(strength.supports, scale);
        if (level < 0) continue;
        const std::string& name = at(work.after->scales, is).id;
        const std::string& id = at(at(framework.scales, scale).levels, level).id;
        parts.push_back(fmt::format("{}: {}", name, is_old ? work.now(NameKind::level, name, id) : id));
    }
    return listed(parts);
}

void compare_strength(Comparison& work, const Strength& was, const Strength& is) {
    const std::string subject = fmt::format("strength '{}'", is.id);
    const Comparison::Places places{was.span, is.span};
    if (was.id != is.id) work.add_renamed("strength-renamed", subject, was.id, places);
    work.compare("strength-supports", subject, "what it supports", supports_text(work, *work.before, was, true),
                 supports_text(work, *work.after, is, false), places);
    work.compare("evidence-text", subject, "the title", was.title, is.title, places);
    work.compare("evidence-text", subject, "the text", was.about, is.about, places);
}

void diff_strengths(Comparison& work) {
    const auto& old_list = work.before->evidence.strengths;
    const auto& new_list = work.after->evidence.strengths;
    if (old_list.empty() && !new_list.empty()) {
        work.add("evidence-asked", "evidence", "is now asked for", {{}, new_list[0].span});
        return;
    }
    const auto new_ids = ids_in(new_list);
    const Matches matches = work.match(NameKind::strength, "", ids_in(old_list), new_ids);
    int strongest = -1;
    for (const auto& [was, is] : matches.same) {
        compare_strength(work, at(old_list, was), at(new_list, is));
        strongest = std::max(strongest, is);
    }
    for (const int added : matches.added) {
        const Strength& one = at(new_list, added);
        work.add(added > strongest ? "strength-added-on-top" : "strength-added-between",
                 fmt::format("strength '{}'", one.id), "added", {{}, one.span});
    }
    for (const int removed : matches.removed) {
        const Strength& one = at(old_list, removed);
        work.add_removed("strength-removed", NameKind::strength, "", one.id, fmt::format("strength '{}'", one.id),
                         one.span);
    }
    work.compare_order("strength-order", "the strengths of evidence", matches, new_ids,
                       {old_list.empty() ? Span{} : old_list[0].span, new_list.empty() ? Span{} : new_list[0].span});
}

struct TermRules {
    NameKind kind;
    const char* noun;
    const char* added;
    const char* removed;
    const char* renamed;
    const char* text;
};

void diff_terms(Comparison& work, const std::vector<Term>& old_list, const std::vector<Term>& new_list,
                const TermRules& rules) {
    const auto subject = [&](const Term& term) { return fmt::format("{} '{}'", rules.noun, term.id); };
    const Matches matches = work.match(rules.kind, "", ids_in(old_list), ids_in(new_list));
    for (const auto& [old_index, new_index] : matches.same) {
        const Term& was = at(old_list, old_index);
        const Term& is = at(new_list, new_index);
        const Comparison::Places places{was.span, is.span};
        if (was.id != is.id) work.add_renamed(rules.renamed, subject(is), was.id, places);
        work.compare(rules.text, subject(is), "the title", was.title, is.title, places);
        work.compare(rules.text, subject(is), "the text", was.about, is.about, places);
    }
    for (const int added : matches.added) {
        work.add(rules.added, subject(at(new_list, added)), "added", {{}, at(new_list, added).span});
    }
    for (const int removed : matches.removed) {
        const Term& term = at(old_list, removed);
        work.add_removed(rules.removed, rules.kind, "", term.id, subject(term), term.span);
    }
}

}  // namespace

void diff_evidence(Comparison& work) {
    const EvidenceRules& was = work.before->evidence;
    const EvidenceRules& is = work.after->evidence;
    diff_strengths(work);
    const auto place = [](const EvidenceRules& rules) {
        return rules.strengths.empty() ? Span{} : rules.strengths[0].span;
    };
    const Comparison::Places places{place(was), place(is)};
    work.compare("evidence-ages", "evidence", "the age from which it is shown as ageing", was.ageing_after.to_text(),
                 is.ageing_after.to_text(), places);
    work.compare("evidence-ages", "evidence", "the age from which it counts as weaker", was.weaker_after.to_text(),
                 is.weaker_after.to_text(), places);
    const auto words = [](NameKind kind, const char* noun) {
        return TermRules{kind,           noun, "evidence-word-added", "evidence-word-removed", "evidence-word-renamed",
                         "evidence-text"};
    };
    diff_terms(work, was.producers, is.producers, words(NameKind::producer, "producer of evidence"));
    diff_terms(work, was.forms, is.forms, words(NameKind::form, "form of evidence"));
    diff_terms(work, work.before->roles, work.after->roles,
               {NameKind::role, "role", "role-added", "role-removed", "role-renamed", "role-text"});
}

}  // namespace waymark
