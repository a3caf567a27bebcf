// Evidence: how strong it can be, how it ages, who produces it and what it is. Roles, which are as simple,
// stand here too.
#include <fmt/format.h>

#include <set>

#include "framework/draft.hpp"

namespace waymark {

namespace {

Term read_term(Draft& draft, const Node& node, std::string_view what, NameKind kind, Names& names, int index) {
    Fields fields(node, fmt::format("a {}", what), *draft.findings);
    Term term;
    term.span = node.span;
    if (fields.is_mapping()) {
        term.id = fields.need_id();
        term.title = title_or_id(fields, term.id);
        term.about = fields.text("about");
        note_was(draft, fields.find("was"), kind, "", term.id);
        declare(names, term.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return term;
}

std::vector<Term> read_terms(Draft& draft, Fields& fields, std::string_view key, std::string_view what, NameKind kind,
                             Names& names) {
    std::vector<Term> terms;
    auto items = fields.list(key);
    keep_to(draft, items, kMostChoices, key);
    for (const Node* item : items) {
        terms.push_back(read_term(draft, *item, what, kind, names, static_cast<int>(terms.size())));
    }
    return terms;
}

// A level of the default scale, or one level per scale.
std::vector<int> read_supports(Draft& draft, const Node& node) {
    std::vector<int> supports(draft.framework.scales.size(), -1);
    if (node.kind != Node::Kind::mapping) {
        supports[0] = refer(draft.levels[0], node, *draft.findings).value_or(Draft::kNamedWrongly);
        return supports;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto scale = refer(draft.scales, node.keys[i], *draft.findings);
        if (!scale) continue;
        const auto at = static_cast<std::size_t>(*scale);
        supports[at] = refer(draft.levels[at], node.items[i], *draft.findings).value_or(Draft::kNamedWrongly);
    }
    return supports;
}

Strength read_strength(Draft& draft, const Node& node, int index) {
    Fields fields(node, "a strength of evidence", *draft.findings);
    Strength strength;
    strength.span = node.span;
    strength.supports.assign(draft.framework.scales.size(), Draft::kNamedWrongly);
    if (fields.is_mapping()) {
        strength.id = fields.need_id();
        strength.title = title_or_id(fields, strength.id);
        strength.about = fields.text("about");
        note_was(draft, fields.find("was"), NameKind::strength, "", strength.id);
        if (const Node* supports = fields.need("supports")) strength.supports = read_supports(draft, *supports);
        declare(draft.strengths, strength.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return strength;
}

// The list runs from weakest to strongest, so what it supports may not fall.
void check_order(Draft& draft) {
    const auto& strengths = draft.framework.evidence.strengths;
    for (std::size_t scale = 0; scale < draft.framework.scales.size(); ++scale) {
        for (std::size_t i = 1; i < strengths.size(); ++i) {
            const int weaker = strengths[i - 1].supports[scale];
            const int stronger = strengths[i].supports[scale];
            if (stronger < 0 || stronger >= weaker) continue;
            draft.report("F030", strengths[i].span,
                         fmt::format("the strength '{}' supports less than the weaker '{}' before it", strengths[i].id,
                                     strengths[i - 1].id),
                         "list strengths from weakest to strongest");
        }
    }
}

void read_ages(Draft& draft, Fields& evidence) {
    const Node* node = evidence.mapping("ages");
    if (!node) return;
    Fields fields(*node, "the ages of evidence", *draft.findings);
    EvidenceRules& rules = draft.framework.evidence;
    if (const Node* after = fields.find("after")) {
        rules.ageing_after = read_duration(*after, "'after'", *draft.findings).value_or(rules.ageing_after);
    }
    if (const Node* weaker = fields.find("weaker_after")) {
        rules.weaker_after = read_duration(*weaker, "'weaker_after'", *draft.findings).value_or(rules.weaker_after);
    }
    const Date any{2001, 1, 1};
    if (plus(any, rules.weaker_after) < plus(any, rules.ageing_after)) {
        draft.report("F030", span_of(fields, "weaker_after"),
                     fmt::format("evidence is weaker after {}, which is before it is ageing at {}",
                                 rules.weaker_after.to_text(), rules.ageing_after.to_text()),
                     "let 'weaker_after' be at least as long as 'after'");
    }
    fields.finish();
}

}  // namespace

void read_evidence(Draft& draft, Fields& top) {
    const Node* node = top.mapping("evidence");
    if (!node) return;
    Fields fields(*node, "the evidence", *draft.findings);
    EvidenceRules& rules = draft.framework.evidence;
    fields.need("strengths");
    auto items = fields.list("strengths");
    keep_to(draft, items, kMostChoices, "strengths");
    for (const Node* item : items) {
        rules.strengths.push_back(read_strength(draft, *item, static_cast<int>(rules.strengths.size())));
    }
    check_order(draft);
    read_ages(draft, fields);
    Names producers("producer of evidence");
    Names forms("form of evidence");
    rules.producers = read_terms(draft, fields, "produced_by", "producer of evidence", NameKind::producer, producers);
    rules.forms = read_terms(draft, fields, "forms", "form of evidence", NameKind::form, forms);
    fields.finish();
}

void read_roles(Draft& draft, Fields& top) {
    draft.framework.roles = read_terms(draft, top, "roles", "role", NameKind::role, draft.roles);
    if (draft.framework.roles.empty()) {
        draft.framework.roles.push_back({"respondent", "Respondent", "", {}});
        draft.roles.entries.emplace("respondent", Names::Entry{0, {}});
    }
}

void check_supports(Draft& draft) {
    const Framework& framework = draft.framework;
    std::set<int> used;
    for (const Element& element : framework.elements) {
        if (element.kind == NodeName::Kind::practice) used.insert(element.scale);
    }
    for (const Strength& strength : framework.evidence.strengths) {
        for (const int scale : used) {
            const auto at = static_cast<std::size_t>(scale);
            if (strength.supports[at] != -1) continue;
            draft.report(
                "F044", strength.span,
                fmt::format("the strength '{}' does not say which level of the scale '{}' it supports", strength.id,
                            framework.scales[at].id),
                fmt::format("practices use that scale; write supports: {{{}: LEVEL, …}}", framework.scales[at].id));
        }
    }
}

}  // namespace waymark
