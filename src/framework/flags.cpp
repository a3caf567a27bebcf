// Flags: patterns to warn of, and patterns to encourage.
#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "condition/read.hpp"
#include "framework/draft.hpp"

namespace waymark {

namespace {

const std::vector<std::string>& severity_words() {
    static const std::vector<std::string> words{"low", "medium", "high"};
    return words;
}

void add_reads(Reads& into, const Condition& condition, const Catalogue& catalogue) {
    Reads reads = reads_of(condition, catalogue);
    into.columns.merge(reads.columns);
    into.claimed.merge(reads.claimed);
    into.evidenced.merge(reads.evidenced);
    into.roles.merge(reads.roles);
    into.flags.merge(reads.flags);
    into.previous = into.previous || reads.previous;
    into.practices_by_level = into.practices_by_level || reads.practices_by_level;
}

std::optional<Condition> read_part(Draft& draft, const Node& node, Flag& flag, bool may_name_flags) {
    auto condition = read_rule(draft, node, &flag.limits, may_name_flags);
    if (condition) {
        add_reads(flag.reads, *condition, draft.framework.catalogue);
    } else {
        draft.unjudged_flags.insert(flag.id);
    }
    return condition;
}

bool names_a_level(const Draft& draft, std::string_view word) {
    for (const Names& levels : draft.levels) {
        if (levels.find(word)) return true;
    }
    return false;
}

void read_limits(Draft& draft, Fields& fields, Flag& flag) {
    const Node* limits = fields.mapping("limits");
    if (!limits) return;
    for (std::size_t i = 0; i < limits->keys.size(); ++i) {
        const Node& key = limits->keys[i];
        const auto name = read_id(key, "the name of a limit", *draft.findings);
        const auto value = read_figure(draft, limits->items[i], "the limit", -1000000000, 1000000000);
        if (name && !value) draft.misdeclared.insert(*name);
        if (!name || !value) continue;
        if (names_a_level(draft, *name)) {
            draft.report("F011", key.span, fmt::format("the limit '{}' is called like a level", *name),
                         "choose another name, or it cannot be told which of the two a condition means");
        }
        flag.limits.push_back({*name, *value, key.span});
    }
}

std::optional<FlagSeverity> read_severity_word(Draft& draft, const Node& node) {
    const auto word = read_word(node, "severity", severity_words(), *draft.findings);
    if (!word) return std::nullopt;
    return static_cast<FlagSeverity>(*word);
}

void read_severity_case(Draft& draft, const Node& node, bool is_last, Flag& flag) {
    Fields fields(node, "a case of the severity", *draft.findings);
    SeverityCase one;
    if (fields.is_mapping()) {
        const Node* level = fields.need("level");
        if (level) one.level = read_severity_word(draft, *level).value_or(one.level);
        const Node* condition = fields.find("if");
        if (condition && is_last) {
            draft.report("F031", span_of_key(fields, "if"), "the last case of the severity has a condition",
                         "end the list with a case without 'if': {level: medium}");
        }
        if (!condition && !is_last) {
            draft.report("F031", node.span, "a case without 'if' stands before others, which are never reached",
                         "add 'if: …', or move this case to the end");
        }
        if (condition) one.when = read_part(draft, *condition, flag, true);
    }
    fields.finish();
    flag.severity.push_back(std::move(one));
}

void read_severity(Draft& draft, Fields& fields, Flag& flag) {
    const Node* node = fields.find("severity");
    if (flag.kind == FlagKind::real) {
        if (!node) return;
        draft.report("F043", span_of_key(fields, "severity"), "'severity' has no meaning on a flag of kind real",
                     "remove it: such a flag encourages, and does not warn");
        return;
    }
    if (!node) {
        draft.report("F044", span_of(fields, "id"), fmt::format("the flag '{}' has no severity", flag.id),
                     "add 'severity: high', 'medium' or 'low'; the verdict counts flags by it");
        return;
    }
    if (node->kind != Node::Kind::sequence) {
        flag.severity.push_back({read_severity_word(draft, *node).value_or(FlagSeverity::medium), std::nullopt});
        return;
    }
    if (node->items.empty()) {
        draft.report("F002", node->span, "the list of severities is empty", "write 'severity: medium', or list cases");
    }
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        read_severity_case(draft, node->items[i], i + 1 == node->items.size(), flag);
    }
}

void read_flag(Draft& draft, const Node& node, Flag& flag, int index) {
    Fields fields(node, "a flag", *draft.findings);
    if (!fields.is_mapping()) return;
    flag.id = fields.need_id();
    flag.code = fields.text("code");
    note_was(draft, fields.find("was"), NameKind::flag, "", flag.id);
    flag.title = fields.need_text("title");
    declare(draft.flags, flag.id, index, span_of(fields, "id"), *draft.findings);
    declare(draft.codes, flag.code, index, span_of(fields, "code"), *draft.findings);
    const Node* kind = fields.need("kind");
    const auto word = kind ? read_word(*kind, "kind", {"washing", "real"}, *draft.findings) : std::nullopt;
    flag.kind = static_cast<FlagKind>(word.value_or(0));
    flag.says = fields.text("says");
    flag.why = fields.text("why");
    flag.action = fields.text("do");
    flag.sources = read_mentions(draft, fields);
    read_limits(draft, fields, flag);
    if (const Node* applies = fields.find("applies")) flag.applies = read_part(draft, *applies, flag, false);
    if (const Node* when = fields.need("when")) {
        if (auto condition = read_part(draft, *when, flag, false)) flag.when = std::move(*condition);
    }
    if (const Node* early = fields.find("too_early_when")) flag.too_early_when = read_part(draft, *early, flag, false);
    if (word) read_severity(draft, fields, flag);
    if (!word) fields.find("severity");  // without a kind it cannot be judged
    fields.finish();
}

std::string text_of(const Node& mapping, std::string_view key) {
    const Node* node = mapping.find(key);
    return node && node->kind == Node::Kind::scalar ? node->text : "";
}

std::vector<const Node*> flag_nodes(const Node* list) {
    std::vector<const Node*> nodes;
    if (!list || list->kind != Node::Kind::sequence) return nodes;
    for (const Node& node : list->items) nodes.push_back(&node);
    return nodes;
}

}  // namespace

void declare_flags(Draft& draft, Fields& top) {
    auto nodes = flag_nodes(top.find("flags"));
    if (nodes.size() > kMostFlags) nodes.resize(kMostFlags);
    for (const Node* node : nodes) {
        Flag flag;
        flag.span = node->span;
        if (node->kind == Node::Kind::mapping) {
            flag.id = text_of(*node, "id");
            flag.title = text_of(*node, "title");
        }
        draft.framework.flags.push_back(std::move(flag));
    }
}

void read_flags(Draft& draft, Fields& top) {
    auto items = top.list("flags");
    keep_to(draft, items, kMostFlags, "flags");
    for (std::size_t i = 0; i < items.size(); ++i) {
        read_flag(draft, *items[i], draft.framework.flags[i], static_cast<int>(i));
    }
}

}  // namespace waymark
