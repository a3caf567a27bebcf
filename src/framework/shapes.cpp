// Shapes: ways in which scores can be uneven, each with a condition and what it means.
#include "framework/draft.hpp"

namespace waymark {

namespace {

std::optional<Shape> read_shape(Draft& draft, const Node& node, int index, Names& names) {
    Fields fields(node, "a shape", *draft.findings);
    Shape shape;
    shape.span = node.span;
    std::optional<Condition> when;
    if (fields.is_mapping()) {
        shape.id = fields.need_id();
        shape.title = fields.need_text("title");
        shape.says = fields.need_text("says");
        shape.sources = read_mentions(draft, fields);
        declare(names, shape.id, index, span_of(fields, "id"), *draft.findings);
        if (const Node* condition = fields.need("when")) when = read_rule(draft, *condition, nullptr, true);
    }
    fields.finish();
    if (!when) return std::nullopt;
    shape.when = std::move(*when);
    return shape;
}

}  // namespace

void read_shapes(Draft& draft, Fields& top) {
    auto items = top.list("shapes");
    keep_to(draft, items, kMostChoices, "shapes");
    Names names("shape");
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (auto shape = read_shape(draft, *items[i], static_cast<int>(i), names)) {
            draft.framework.shapes.push_back(std::move(*shape));
        }
    }
}

}  // namespace waymark
