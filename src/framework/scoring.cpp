// Scoring: statistics, roll-ups, bands, the gate of core practices, answer quality; and privacy.
#include <fmt/format.h>

#include "framework/draft.hpp"

namespace waymark {

namespace {

std::string title_of_band(const Draft& draft, Fields& fields, const std::string& id) {
    const std::string own = fields.text("title");
    if (!own.empty()) return own;
    const auto level = draft.levels[0].find(id);
    if (!level) return as_title(id);
    return draft.framework.scales[0].levels[static_cast<std::size_t>(*level)].title;
}

Band read_band(Draft& draft, const Node& node, int index, bool is_last, Names& names) {
    Fields fields(node, "a band", *draft.findings);
    Band band;
    band.span = node.span;
    if (fields.is_mapping()) {
        band.id = fields.need_id();
        band.title = title_of_band(draft, fields, band.id);
        band.says = fields.text("says");
        const Node* below = fields.find("below");
        if (below && is_last) {
            draft.report("F031", span_of_key(fields, "below"),
                         fmt::format("the last band, '{}', has an upper edge", band.id),
                         "remove 'below', so that the highest scores have a band too");
        }
        if (!below && !is_last) {
            draft.report("F031", node.span,
                         fmt::format("the band '{}' has no upper edge, so no band after it is reached", band.id),
                         "add 'below: …'; only the last band is open");
        }
        if (below) band.below = read_figure(draft, *below, "the edge of a band", -100000, 100000);
        declare(names, band.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return band;
}

void read_bands(Draft& draft, Fields& scoring, Names& names) {
    auto& bands = draft.framework.scoring.bands;
    auto items = scoring.list("bands");
    keep_to(draft, items, kMostLevels, "bands");
    for (std::size_t i = 0; i < items.size(); ++i) {
        bands.push_back(read_band(draft, *items[i], static_cast<int>(i), i + 1 == items.size(), names));
    }
    for (std::size_t i = 1; i < bands.size(); ++i) {
        if (!bands[i].below || !bands[i - 1].below || *bands[i].below > *bands[i - 1].below) continue;
        draft.report("F030", bands[i].span,
                     fmt::format("the band '{}' ends at {}, which is not above the {} of '{}' before it", bands[i].id,
                                 bands[i].below->to_short(4), bands[i - 1].below->to_short(4), bands[i - 1].id),
                     "list bands from lowest to highest, each with a higher edge");
    }
}

void read_core_gate(Draft& draft, Fields& scoring, const Names& bands) {
    const Node* node = scoring.mapping("core");
    if (!node) return;
    Fields fields(*node, "the gate of core practices", *draft.findings);
    const Node* at_most = fields.need("at_most");
    const Node* caps = fields.need("caps_band_at");
    const auto level = at_most ? refer(draft.levels[0], *at_most, *draft.findings) : std::nullopt;
    const auto band = caps ? refer(bands, *caps, *draft.findings) : std::nullopt;
    if (level && band) {
        const auto& levels = draft.framework.scales[0].levels;
        draft.framework.scoring.core = CoreGate{levels[static_cast<std::size_t>(*level)].value, *band};
    }
    fields.finish();
}

void read_quality(Draft& draft, Fields& scoring) {
    const Node* node = scoring.mapping("quality");
    if (!node) return;
    Fields fields(*node, "the checks of answer quality", *draft.findings);
    QualityRules& rules = draft.framework.scoring.quality;
    const auto figure = [&](std::string_view key, int highest, Rational& into) {
        const Node* value = fields.find(key);
        if (value) into = read_figure(draft, *value, fmt::format("'{}'", key), 0, highest).value_or(into);
    };
    figure("same_level_share", 1, rules.same_level_share);
    rules.at_least_questions = fields.whole("at_least_questions", 1, 1000).value_or(rules.at_least_questions);
    rules.whole_dimensions = fields.whole("whole_dimensions", 1, 1000).value_or(rules.whole_dimensions);
    figure("halo_within", 1000, rules.halo_within);
    figure("too_good_above", 1000, rules.too_good_above);
    figure("score_jump", 1000, rules.score_jump);
    fields.finish();
}

// A share, decimal or fraction: "2/3" is meant exactly.
void read_withholding(Draft& draft, Fields& scoring) {
    const auto share = scoring.decimal("withhold_below");
    if (!share) return;
    if (*share < Rational(0) || *share > Rational(1) || share->denominator() > 10000) {
        draft.report("F032", span_of(scoring, "withhold_below"), "'withhold_below' is no share between 0 and 1",
                     "write a fraction or a decimal: 2/3, or 0.75");
        return;
    }
    draft.framework.scoring.withhold_below = *share;
}

void read_privacy(Draft& draft, Fields& top) {
    const Node* node = top.mapping("privacy");
    if (!node) return;
    Fields fields(*node, "the rules of privacy", *draft.findings);
    ScoringRules& rules = draft.framework.scoring;
    rules.role_min = fields.whole("role_min", 1, 1000).value_or(rules.role_min);
    fields.finish();
}

}  // namespace

void read_scoring(Draft& draft, Fields& top) {
    read_privacy(draft, top);
    const Node* node = top.mapping("scoring");
    if (!node) return;
    Fields fields(*node, "the scoring", *draft.findings);
    ScoringRules& rules = draft.framework.scoring;
    if (const Node* statistic = fields.find("respondents")) {
        const auto word = read_word(*statistic, "respondents", {"median", "mean"}, *draft.findings);
        if (word) rules.respondents = static_cast<RespondentStatistic>(*word);
    }
    if (const Node* rollup = fields.find("rollup")) {
        const auto word = read_word(*rollup, "rollup", {"mean", "sum", "minimum", "staged"}, *draft.findings);
        if (word) rules.rollup = static_cast<Rollup>(*word);
    }
    read_withholding(draft, fields);
    Names bands("band");
    read_bands(draft, fields, bands);
    read_core_gate(draft, fields, bands);
    rules.next_steps = fields.whole("next_steps", 0, 100).value_or(rules.next_steps);
    read_quality(draft, fields);
    fields.finish();
}

}  // namespace waymark
