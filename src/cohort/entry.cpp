#include "cohort/entry.hpp"

#include <algorithm>

namespace waymark {

namespace {

bool is_group(const CardNode& node) {
    return node.kind != "practice";
}

std::int32_t score_of(const CardScore& score) {
    return score.point ? thousandths(*score.point) : kNoScore;
}

// A practice on the default scale is described by the level that its score does not fall below.
std::int8_t level_of(const Scorecard& card, const CardNode& node, const CardScore& score) {
    const std::vector<CardLevel>& levels = card.levels;
    if (is_group(node) || levels.empty() || node.lowest != levels.front().value ||
        node.highest != levels.back().value) {
        return kOwnScale;
    }
    if (!score.point) return 0;
    return static_cast<std::int8_t>(std::count_if(levels.begin(), levels.end(),
                                                  [&](const CardLevel& level) { return level.value <= *score.point; }));
}

SignState state_of(const CardFlag& flag) {
    if (flag.state == "raised") return SignState::raised;
    if (flag.state == "clear") return SignState::clear;
    return flag.state == "cannot-tell" ? SignState::cannot_tell : SignState::not_applying;
}

bool has_note(const Scorecard& card, std::string_view kind) {
    return std::any_of(card.confidence.begin(), card.confidence.end(),
                       [&](const CardNote& note) { return note.kind == kind; });
}

}  // namespace

std::int32_t thousandths(const Rational& score) {
    const Rational scaled = score * Rational(1000);
    const Int128 twice = scaled.numerator() * 2;
    const Int128 below = scaled.denominator();
    const Int128 rounded = twice >= 0 ? (twice + below) / (2 * below) : -((-twice + below) / (2 * below));
    return static_cast<std::int32_t>(rounded);
}

CohortEntry entry_of(const Scorecard& card) {
    CohortEntry entry;
    entry.organisation = card.organisation;
    entry.date = card.date;
    entry.may_be_named = card.may_be_named;
    entry.verdict = card.verdict.title;
    entry.outcome = card.outcomes.given ? card.outcomes.column : "";
    entry.respondents = card.respondents;
    entry.one_person = card.first_look;
    entry.evidence_collected = card.evidence_collected;
    entry.straight_lining = has_note(card, "straight-lining");
    entry.halo = has_note(card, "halo");
    const std::size_t nodes = card.nodes.size();
    entry.claimed.reserve(nodes);
    entry.evidenced.reserve(nodes);
    entry.claimed_level.reserve(nodes);
    entry.evidenced_level.reserve(nodes);
    entry.signs.reserve(card.flags.size());
    for (std::size_t at = 0; at < nodes; ++at) {
        const CardNode& node = card.nodes[at];
        entry.claimed.push_back(score_of(node.claimed));
        entry.evidenced.push_back(score_of(node.evidenced));
        entry.claimed_level.push_back(level_of(card, node, node.claimed));
        entry.evidenced_level.push_back(level_of(card, node, node.evidenced));
        if (!node.band_title.empty()) entry.bands.push_back({static_cast<std::int32_t>(at), node.band_title});
        if (is_group(node)) continue;
        entry.answers += node.respondents + node.dont_know;
        entry.dont_know += node.dont_know;
    }
    entry.evidence_known = card.nodes.front().evidenced.known;
    entry.in_scope = card.nodes.front().evidenced.in_scope;
    for (const CardFlag& flag : card.flags) entry.signs.push_back(state_of(flag));
    for (const CardRoleCount& role : card.roles) entry.roles.push_back(role.respondents > 0);
    entry.bands.shrink_to_fit();
    return entry;
}

std::string_view band_at(const CohortEntry& entry, std::size_t node) {
    const auto found = std::ranges::find(entry.bands, static_cast<std::int32_t>(node), &CohortEntry::Band::node);
    return found == entry.bands.end() ? std::string_view() : found->title;
}

CohortFrame::Key key_of(const Scorecard& card) {
    return {card.framework_id, card.framework_version, card.profile, card.framework_sha256};
}

CohortFrame frame_of(const Scorecard& card) {
    CohortFrame frame;
    frame.framework_id = card.framework_id;
    frame.framework_version = card.framework_version;
    frame.framework_title = card.framework_title;
    frame.framework_sha256 = card.framework_sha256;
    frame.profile = card.profile;
    frame.profile_title = card.profile_title;
    frame.levels = card.levels;
    for (const CardNode& node : card.nodes) {
        CardNode named;
        named.id = node.id;
        named.code = node.code;
        named.title = node.title;
        named.kind = node.kind;
        named.dimension = node.dimension;
        named.core = node.core;
        frame.nodes.push_back(std::move(named));
    }
    for (const CardFlag& flag : card.flags) {
        CardFlag named;
        named.id = flag.id;
        named.code = flag.code;
        named.kind = flag.kind;
        named.title = flag.title;
        named.says = flag.says;
        frame.flags.push_back(std::move(named));
    }
    for (const CardRoleCount& role : card.roles) frame.roles.push_back({role.role, role.title, 0});
    return frame;
}

}  // namespace waymark
