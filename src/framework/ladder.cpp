// The ladder of horizons: which families of indicators should show something by when.
#include <fmt/format.h>

#include "framework/draft.hpp"

namespace waymark {

namespace {

void read_families(Draft& draft, Fields& fields, const Names& families, Rung& rung) {
    for (const Node* item : fields.list("families")) {
        const auto family = read_text(*item, "a family of indicators", *draft.findings);
        if (!family) continue;
        if (!families.entries.empty()) refer(families, *item, *draft.findings);
        rung.families.push_back(*family);
    }
}

Rung read_rung(Draft& draft, const Node& node, int index, Names& names, const Names& families) {
    Fields fields(node, "a rung of the ladder", *draft.findings);
    Rung rung;
    if (fields.is_mapping()) {
        rung.id = fields.need_id();
        rung.title = fields.need_text("title");
        rung.says = fields.text("says");
        declare(names, rung.id, index, span_of(fields, "id"), *draft.findings);
        fields.need("families");
        read_families(draft, fields, families, rung);
        rung.targets = fields.yes_no("targets", false);
    }
    fields.finish();
    return rung;
}

}  // namespace

void read_ladder(Draft& draft, Fields& outcomes, const Names& families) {
    const Node* node = outcomes.mapping("ladder");
    if (!node) return;
    Fields fields(*node, "the ladder", *draft.findings);
    draft.framework.outcomes.ladder_says = fields.text("says");
    Names names("rung");
    fields.need("rungs");
    auto items = fields.list("rungs");
    keep_to(draft, items, kMostChoices, "rungs");
    for (std::size_t i = 0; i < items.size(); ++i) {
        draft.framework.outcomes.ladder.push_back(read_rung(draft, *items[i], static_cast<int>(i), names, families));
    }
    fields.finish();
}

}  // namespace waymark
