// What a practice asks: its texts, one anchor per level, and who knows best.
#include <fmt/format.h>

#include "framework/draft.hpp"

namespace waymark {

namespace {

// One text per level of the scale. Every level named must exist; `complete` asks for all of them.
std::vector<std::string> read_level_texts(Draft& draft, const Node& node, int scale, bool complete) {
    const auto at = static_cast<std::size_t>(scale);
    const auto& levels = draft.framework.scales[at].levels;
    std::vector<std::string> texts(levels.size());
    std::vector<bool> given(levels.size(), false);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto level = refer(draft.levels[at], node.keys[i], *draft.findings);
        if (!level) continue;
        const auto place = static_cast<std::size_t>(*level);
        given[place] = true;
        texts[place] =
            read_text(node.items[i], fmt::format("the text for '{}'", levels[place].id), *draft.findings).value_or("");
    }
    if (!complete) return texts;
    std::string missing;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (given[i] || levels[i].id.empty()) continue;
        missing += fmt::format("{}'{}'", missing.empty() ? "" : ", ", levels[i].id);
    }
    if (!missing.empty()) {
        draft.report("F040", node.span, fmt::format("no text says what {} looks like", missing),
                     "write one line per level of the scale, so that people choose between descriptions, not words");
    }
    return texts;
}

void read_anchors(Draft& draft, Fields& fields, int scale, Question& question) {
    const Node* levels = fields.mapping("levels");
    if (!fields.find("levels")) {
        draft.report("F040", span_of(fields, "id"),
                     fmt::format("the practice '{}' does not say what its levels look like",
                                 fields.node().find("id") ? fields.node().find("id")->text : ""),
                     "add 'levels:' with one line per level of its scale");
    }
    if (levels && scale >= 0) question.anchors = read_level_texts(draft, *levels, scale, true);
    const Node* next = fields.mapping("next");
    if (next && scale >= 0) question.next = read_level_texts(draft, *next, scale, false);
}

}  // namespace

Question read_question(Draft& draft, Fields& fields, int scale) {
    Question question;
    question.ask = fields.need_text("ask");
    question.what = fields.text("what");
    question.why = fields.text("why");
    read_anchors(draft, fields, scale, question);
    question.evidence = fields.text("evidence");
    for (const Node* role : fields.list("best_known_by")) {
        const auto index = refer(draft.roles, *role, *draft.findings);
        if (index) question.best_known_by.push_back(*index);
    }
    if (fields.find("not_applicable")) question.not_applicable = fields.need_text("not_applicable");
    for (const Node* tag : fields.list("tags")) {
        const auto id = read_id(*tag, "a tag", *draft.findings);
        if (id) question.tags.push_back(*id);
    }
    return question;
}

}  // namespace waymark
