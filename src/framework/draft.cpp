#include "framework/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "condition/read.hpp"

namespace waymark {

Span span_of(const Fields& fields, std::string_view key) {
    const Node* value = fields.node().find(key);
    return value ? value->span : fields.node().span;
}

Span span_of_key(const Fields& fields, std::string_view key) {
    const Node* node = fields.node().find_key(key);
    return node ? node->span : fields.node().span;
}

std::vector<std::string> read_mentions(Draft& draft, Fields& fields) {
    std::vector<std::string> ids;
    for (const Node* item : fields.list("sources")) {
        const auto id = read_text(*item, "a source", *draft.findings);
        if (!id) continue;
        draft.mentions.push_back({*id, item->span});
        ids.push_back(*id);
    }
    return ids;
}

namespace {

bool names_any(const Node& node, const std::set<std::string, std::less<>>& words) {
    if (node.kind == Node::Kind::scalar) return words.count(node.text) > 0;
    const auto found = [&](const Node& part) { return names_any(part, words); };
    return std::any_of(node.keys.begin(), node.keys.end(), found) ||
           std::any_of(node.items.begin(), node.items.end(), found);
}

}  // namespace

std::optional<Condition> read_rule(Draft& draft, const Node& node, const std::vector<Limit>* limits,
                                   bool may_name_flags) {
    if (names_any(node, draft.misdeclared)) return std::nullopt;
    const ConditionScope scope{&draft.framework.catalogue, limits, may_name_flags};
    return read_condition(node, scope, *draft.findings);
}

std::string title_or_id(Fields& fields, const std::string& id) {
    const std::string title = fields.text("title");
    return title.empty() ? as_title(id) : title;
}

std::optional<Rational> read_figure(Draft& draft, const Node& node, std::string_view what, int lowest, int highest) {
    constexpr int kFinest = 10000;
    const auto value = read_decimal(node, what, *draft.findings);
    if (!value) return std::nullopt;
    if (kFinest % value->denominator() != 0) {
        draft.report(
            "F032", node.span, fmt::format("{} has more than four places after the point", what),
            fmt::format("scores are computed exactly, which needs short numbers; write {}", value->to_short(4)));
        return std::nullopt;
    }
    if (*value < Rational(lowest) || *value > Rational(highest)) {
        draft.report("F032", node.span,
                     fmt::format("{} is {}, which is not between {} and {}", what, value->to_short(4), lowest, highest),
                     fmt::format("write a number from {} to {}", lowest, highest));
        return std::nullopt;
    }
    return value;
}

void keep_to(Draft& draft, std::vector<const Node*>& items, std::size_t most, std::string_view what) {
    if (items.size() <= most) return;
    draft.report("F003", items[most]->span, fmt::format("there are more than {} {}", most, what), "shorten the list");
    items.resize(most);
}

}  // namespace waymark
