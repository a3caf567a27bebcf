// The verdict: readings of all flags together, the first match counts.
#include <fmt/format.h>

#include "framework/draft.hpp"

namespace waymark {

namespace {

void read_unsafe(Draft& draft, Fields& verdict) {
    const Node* node = verdict.mapping("unsafe");
    if (!node) return;
    Fields fields(*node, "when answers are unsafe", *draft.findings);
    VerdictRules& rules = draft.framework.verdict;
    if (const Node* when = fields.need("when")) rules.unsafe = read_rule(draft, *when, nullptr, true);
    rules.unsafe_title = fields.need_text("title");
    rules.unsafe_says = fields.text("says");
    fields.finish();
}

VerdictReading read_reading(Draft& draft, const Node& node, int index, bool is_last, Names& names) {
    Fields fields(node, "a reading of the verdict", *draft.findings);
    VerdictReading reading;
    reading.span = node.span;
    if (fields.is_mapping()) {
        reading.id = fields.need_id();
        reading.title = fields.need_text("title");
        reading.says = fields.text("says");
        declare(names, reading.id, index, span_of(fields, "id"), *draft.findings);
        const Node* when = fields.find("when");
        if (when) reading.when = read_rule(draft, *when, nullptr, true);
        if (when && is_last) {
            draft.report(
                "F031", span_of_key(fields, "when"),
                fmt::format("the last reading, '{}', has a condition, so that some assessments have no verdict",
                            reading.id),
                "remove 'when' from it, or add a last reading without one");
        }
        if (!when && !is_last) {
            draft.report("F031", node.span,
                         fmt::format("the reading '{}' always holds, so no reading after it is reached", reading.id),
                         "add 'when: …', or move it to the end");
        }
    }
    fields.finish();
    return reading;
}

}  // namespace

void read_verdict(Draft& draft, Fields& top) {
    const Node* node = top.mapping("verdict");
    if (!node) return;
    Fields fields(*node, "the verdict", *draft.findings);
    read_unsafe(draft, fields);
    auto& readings = draft.framework.verdict.readings;
    Names names("reading");
    fields.need("readings");
    auto items = fields.list("readings");
    keep_to(draft, items, kMostChoices, "readings");
    for (std::size_t i = 0; i < items.size(); ++i) {
        readings.push_back(read_reading(draft, *items[i], static_cast<int>(i), i + 1 == items.size(), names));
    }
    fields.finish();
}

}  // namespace waymark
