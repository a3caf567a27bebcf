// Scales: ordered ladders of levels.
#include <fmt/format.h>

#include <algorithm>

#include "framework/draft.hpp"

namespace waymark {

namespace {

// Words that stand where a level may stand in an assessment.
const std::vector<std::string>& words_of_answers() {
    static const std::vector<std::string> words{"dont-know", "not-applicable", "not-asked", "skipped", "none"};
    return words;
}

struct Ladder {
    Names names;
    bool has_values = true;  // false once one could not be read, so that their order cannot be judged
};

Level read_level(Draft& draft, const Node& node, const std::string& scale, int position, Ladder& ladder) {
    Fields fields(node, "a level", *draft.findings);
    Level level;
    level.span = node.span;
    level.value = position;
    if (fields.is_mapping()) {
        level.id = fields.need_id();
        level.title = fields.need_text("title");
        level.means = fields.text("means");
        note_was(draft, fields.find("was"), NameKind::level, scale, level.id);
        if (const Node* value = fields.find("value")) {
            const auto figure = read_figure(draft, *value, "the value of a level", -1000, 1000);
            ladder.has_values = ladder.has_values && figure;
            level.value = figure.value_or(level.value);
        }
        const Span id_span = span_of(fields, "id");
        if (allowed(level.id, "level", words_of_answers(), id_span, *draft.findings)) {
            declare(ladder.names, level.id, position, id_span, *draft.findings);
        }
    }
    fields.finish();
    return level;
}

void check_rising(Draft& draft, const Scale& scale) {
    for (std::size_t i = 1; i < scale.levels.size(); ++i) {
        const Level& below = scale.levels[i - 1];
        const Level& level = scale.levels[i];
        if (level.value > below.value) continue;
        draft.report("F030", level.span,
                     fmt::format("the level '{}' has the value {}, which is not above the {} of '{}' before it",
                                 level.id, level.value.to_short(4), below.value.to_short(4), below.id),
                     "list levels from lowest to highest, each with a higher value than the one before");
    }
}

void read_scale(Draft& draft, const Node& key, const Node& value) {
    Scale scale;
    scale.span = key.span;
    scale.id = read_id(key, "the name of a scale", *draft.findings).value_or("");
    Ladder ladder{Names(fmt::format("level of the scale '{}'", scale.id))};
    if (value.kind != Node::Kind::sequence) {
        draft.report("F002", key.span, fmt::format("the scale '{}' has no list of levels", scale.id),
                     "list its levels, lowest first: - {id: absent, title: Absent}");
    } else {
        std::vector<const Node*> items;
        for (const Node& item : value.items) items.push_back(&item);
        keep_to(draft, items, kMostLevels, "levels");
        for (const Node* item : items) {
            Level level = read_level(draft, *item, scale.id, static_cast<int>(scale.levels.size()), ladder);
            // One that is declared twice is reported once, and not missed wherever levels are described.
            const bool again = !level.id.empty() && std::any_of(scale.levels.begin(), scale.levels.end(),
                                                                [&](const Level& one) { return one.id == level.id; });
            if (!again) scale.levels.push_back(std::move(level));
        }
        if (items.size() < 2) {
            draft.report("F002", key.span,
                         fmt::format("the scale '{}' has {}; it needs at least two levels", scale.id,
                                     scale.levels.empty() ? "no level" : "only one level"),
                         "a scale orders at least two levels, lowest first");
        }
        if (ladder.has_values) check_rising(draft, scale);
    }
    declare(draft.scales, scale.id, static_cast<int>(draft.framework.scales.size()), key.span, *draft.findings);
    draft.framework.scales.push_back(std::move(scale));
    draft.levels.push_back(std::move(ladder.names));
}

}  // namespace

void read_scales(Draft& draft, Fields& top) {
    top.need("scales");
    const Node* scales = top.mapping("scales");
    if (scales) {
        for (std::size_t i = 0; i < scales->keys.size(); ++i) read_scale(draft, scales->keys[i], scales->items[i]);
        if (scales->keys.empty()) {
            draft.report("F002", scales->span, "no scale is declared",
                         "declare one: maturity: [{id: absent, title: Absent}, …]");
        }
    }
    if (draft.framework.scales.empty()) {  // so that the rest of the file can still be checked
        draft.framework.scales.emplace_back();
        draft.levels.emplace_back("level");
    }
}

}  // namespace waymark
