// The tree: dimensions, groups, and the practices that are asked.
#include <fmt/format.h>

#include "framework/draft.hpp"

namespace waymark {

namespace {

// `default` stands beside practices where an assessment sets targets.
const std::vector<std::string>& words_beside_nodes() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all = reserved_words();
        all.emplace_back("default");
        return all;
    }();
    return words;
}

const std::vector<std::string>& rollup_words() {
    static const std::vector<std::string> words{"mean", "sum", "minimum", "staged"};
    return words;
}

void add_node(Draft& draft, const Node& node, int parent, int tier);

// What every node carries, asked or not.
void read_common(Draft& draft, Fields& fields, Element& element, int index) {
    element.id = fields.need_id();
    element.code = fields.text("code");
    element.title = fields.need_text("title");
    element.about = fields.text("about");
    if (const Node* weight = fields.find("weight")) {
        element.weight = read_figure(draft, *weight, "the weight", 0, 1000).value_or(Rational(1));
    }
    element.sources = read_mentions(draft, fields);
    note_was(draft, fields.find("was"), NameKind::node, "", element.id);
    const Span id_span = span_of(fields, "id");
    if (allowed(element.id, "dimension or practice", words_beside_nodes(), id_span, *draft.findings)) {
        declare(draft.nodes, element.id, index, id_span, *draft.findings);
    }
    declare(draft.codes, element.code, index, span_of(fields, "code"), *draft.findings);
}

// The children, under either of their names; null for a practice.
const Node* children_of(Draft& draft, Fields& fields) {
    const Node* practices = fields.find("practices");
    const Node* questions = fields.find("questions");
    if (practices && questions) {
        draft.report("F043", span_of_key(fields, "questions"), "'practices' and 'questions' stand side by side",
                     "both mean the parts of this group; put them in one list");
    }
    return practices ? practices : questions;
}

void read_rollup(Draft& draft, Fields& fields, Element& element) {
    const Node* rollup = fields.find("rollup");
    if (!rollup) return;
    const auto word = read_word(*rollup, "rollup", rollup_words(), *draft.findings);
    if (word) element.rollup = static_cast<Rollup>(*word);
}

void refuse_keys(Draft& draft, Fields& fields, const std::vector<std::string>& keys, std::string_view why,
                 const std::string& help) {
    for (const std::string& key : keys) {
        if (fields.find(key)) {
            draft.report("F043", span_of_key(fields, key), fmt::format("'{}' has no meaning {}", key, why), help);
        }
    }
}

void read_group(Draft& draft, Fields& fields, const Node* children, int index, int tier) {
    refuse_keys(draft, fields,
                {"ask", "what", "why", "levels", "evidence", "next", "best_known_by", "not_applicable", "tags", "core",
                 "scale", "stage", "passes_at"},
                "on a dimension or group, which is not asked itself", "move it to a practice of this group");
    const std::string id = draft.element(index).id;
    if (children && children->kind == Node::Kind::sequence && !children->items.empty()) {
        for (const Node& child : children->items) add_node(draft, child, index, tier + 1);
        return;
    }
    const Span span = children ? children->span : span_of(fields, "id");
    if (children && children->kind != Node::Kind::sequence && children->kind != Node::Kind::null) {
        draft.report("F002", span, fmt::format("the parts of '{}' are no list", id),
                     "begin each practice with a dash: - {id: …, title: …}");
    } else {
        draft.report("F002", span, fmt::format("'{}' has no practices", id),
                     "add 'practices:' with at least one practice, or remove it");
    }
}

void read_practice(Draft& draft, Fields& fields, Element& element) {
    refuse_keys(draft, fields, {"rollup"}, "on a practice, which has no parts", "set it on the group above");
    element.core = fields.yes_no("core", false);
    std::optional<int> scale = 0;
    if (const Node* name = fields.find("scale")) scale = refer(draft.scales, *name, *draft.findings);
    element.scale = scale.value_or(0);
    element.question = read_question(draft, fields, scale.value_or(-1));
    if (fields.find("stage")) element.stage = fields.whole("stage", 1, 99).value_or(Draft::kNamedWrongly);
    if (const Node* level = fields.find("passes_at")) {
        const Names* names = scale ? &draft.levels[static_cast<std::size_t>(*scale)] : nullptr;
        element.passes_at =
            (names ? refer(*names, *level, *draft.findings) : std::nullopt).value_or(Draft::kNamedWrongly);
    }
}

bool fits(Draft& draft, const Node& node, int tier) {
    if (tier > kDeepestTier) {
        draft.report("F003", node.span, fmt::format("practices are nested more than {} deep", kDeepestTier),
                     "fewer tiers are easier to answer and to read; move these practices up");
        return false;
    }
    if (draft.framework.elements.size() < kMostNodes) return true;
    if (draft.framework.elements.size() == kMostNodes) {
        draft.report("F003", node.span, fmt::format("there are more than {} dimensions and practices", kMostNodes - 1),
                     "nobody would answer so many; split the framework");
        draft.framework.elements.emplace_back();  // so that this is said once
    }
    return false;
}

void add_node(Draft& draft, const Node& node, int parent, int tier) {
    if (!fits(draft, node, tier)) return;
    const int index = static_cast<int>(draft.framework.elements.size());
    Fields fields(node, tier == 1 ? "a dimension" : "a practice", *draft.findings);
    Element element;
    element.span = node.span;
    element.parent = parent;
    element.dimension = tier == 1 ? index : draft.element(parent).dimension;
    const Node* children = nullptr;
    if (fields.is_mapping()) {
        read_common(draft, fields, element, index);
        children = children_of(draft, fields);
        const bool is_group = tier == 1 || children;
        element.kind =
            tier == 1 ? NodeName::Kind::dimension : (is_group ? NodeName::Kind::group : NodeName::Kind::practice);
        if (is_group) read_rollup(draft, fields, element);
        if (!is_group) read_practice(draft, fields, element);
    }
    draft.framework.elements.push_back(std::move(element));
    draft.element(parent).children.push_back(index);
    if (fields.is_mapping() && draft.element(index).kind != NodeName::Kind::practice) {
        read_group(draft, fields, children, index, tier);
    }
    fields.finish();
}

}  // namespace

void read_tree(Draft& draft, Fields& top) {
    Element whole;
    whole.kind = NodeName::Kind::overall;
    whole.id = "overall";
    whole.title = "Overall";
    draft.framework.elements.push_back(std::move(whole));
    draft.nodes.entries.emplace("overall", Names::Entry{0, {}});
    top.need("dimensions");
    const auto dimensions = top.list("dimensions");
    const Node* node = top.find("dimensions");
    if (dimensions.empty() && node && node->kind == Node::Kind::sequence) {
        draft.report("F002", node->span, "no dimension is declared", "a framework asks about at least one dimension");
    }
    for (const Node* dimension : dimensions) add_node(draft, *dimension, 0, 1);
}

}  // namespace waymark
