// The tree of scores as the scorecard carries it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "appraisal/working.hpp"

namespace waymark {

int describing_level(const Framework& framework, int element, const Rational& point) {
    const auto& levels = framework.scale_of(element).levels;
    int best = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i].value <= point) best = static_cast<int>(i);
    }
    return best;
}

const std::optional<Rational>& judged(const NodeScore& score) {
    return score.evidenced.point ? score.evidenced.point : score.claimed.point;
}

namespace {

const NodeScore& score_at(const Working& working, int node) {
    return working.scores.nodes[static_cast<std::size_t>(node)];
}
const PlanNode& plan_at(const Working& working, int node) {
    return working.plan.nodes[static_cast<std::size_t>(node)];
}
const Element& element_at(const Working& working, int node) {
    return working.framework.elements[static_cast<std::size_t>(node)];
}

CardScore card_score(const Score& score) {
    return {score.point, score.range, score.withheld, score.known, score.in_scope};
}

std::string kind_id(NodeName::Kind kind) {
    switch (kind) {
        case NodeName::Kind::overall:
            return "overall";
        case NodeName::Kind::dimension:
            return "dimension";
        case NodeName::Kind::group:
            return "group";
        case NodeName::Kind::practice:
            break;
    }
    return "practice";
}

std::string rollup_id(Rollup rollup) {
    switch (rollup) {
        case Rollup::mean:
            return "mean";
        case Rollup::sum:
            return "sum";
        case Rollup::minimum:
            return "minimum";
        case Rollup::staged:
            break;
    }
    return "staged";
}

// A child's value on its parent's scale; sums take it as it is.
std::optional<Rational> on_parent_scale(const Working& working, int parent, int child,
                                        const std::optional<Rational>& value) {
    const NodeScore& from = score_at(working, child);
    const NodeScore& to = score_at(working, parent);
    const bool as_it_is =
        plan_at(working, parent).rollup == Rollup::sum || plan_at(working, parent).rollup == Rollup::staged;
    if (!value || as_it_is || from.highest == from.lowest) return value;
    return to.lowest + (*value - from.lowest) / (from.highest - from.lowest) * (to.highest - to.lowest);
}

std::vector<CardTerm> terms_of(const Working& working, int node) {
    Rational total = 0;
    for (const int child : plan_at(working, node).children) {
        if (score_at(working, child).state != NodeState::not_applicable) {
            total += Rational::whole(plan_at(working, child).weight);
        }
    }
    std::vector<CardTerm> terms;
    for (const int child : plan_at(working, node).children) {
        const NodeScore& score = score_at(working, child);
        if (score.state == NodeState::not_applicable || total == Rational(0)) continue;
        terms.push_back({element_at(working, child).id, Rational::whole(plan_at(working, child).weight) / total,
                         on_parent_scale(working, node, child, score.claimed.point),
                         on_parent_scale(working, node, child, score.evidenced.point)});
    }
    return terms;
}

void set_band(const Working& working, int node, CardNode& card) {
    card.band_is_claimed = !working.scores.evidence_collected;
    const auto band = band_of_node(working, node);
    if (!band) return;
    const Band& chosen = working.plan.rules.bands[static_cast<std::size_t>(*band)];
    card.band = chosen.id;
    card.band_title = chosen.title;
}

void set_roles(const Working& working, const NodeScore& score, CardNode& card) {
    const auto role_min = working.plan.rules.role_min;
    std::int64_t hidden_people = 0;
    std::optional<std::size_t> smallest_shown;
    for (std::size_t role = 0; role < score.roles.size(); ++role) {
        const RoleScore& from = score.roles[role];
        const Term& word = working.framework.roles[role];
        CardRole to{word.id, word.title, from.levels, from.dont_know, from.mean, false};
        if (working.input.tally.respondents_in(static_cast<int>(role)) == 0) continue;
        if (role_is_small(working.plan, from)) {
            hidden_people += from.levels;
            to = CardRole{word.id, word.title, 0, 0, std::nullopt, true};
        } else if (!smallest_shown || from.levels < card.roles[*smallest_shown].answered) {
            smallest_shown = card.roles.size();
        }
        card.roles.push_back(std::move(to));
    }
    // Where the pooled figure is a mean, one small group could be worked out from the others: hide a second
    // one.
    const bool derivable = working.plan.rules.respondents == RespondentStatistic::mean && hidden_people > 0 &&
                           hidden_people < role_min && smallest_shown;
    if (derivable) {
        CardRole& role = card.roles[*smallest_shown];
        role = CardRole{role.role, role.title, 0, 0, std::nullopt, true};
    }
}

void set_role_gap(CardNode& card) {
    const CardRole* high = nullptr;
    const CardRole* low = nullptr;
    for (const CardRole& role : card.roles) {
        if (!role.mean) continue;
        if (high == nullptr || *role.mean > *high->mean) high = &role;
        if (low == nullptr || *role.mean < *low->mean) low = &role;
    }
    if (high == nullptr || high == low) return;
    card.role_gap = *high->mean - *low->mean;
    card.role_gap_high = high->title;
    card.role_gap_low = low->title;
}

void set_target(const Working& working, int node, CardNode& card) {
    const Scale& scale = working.framework.scale_of(node);
    const auto own = working.input.targets.find(node);
    std::optional<int> level;
    if (own != working.input.targets.end()) level = own->second;
    if (!level && element_at(working, node).scale == 0) level = working.input.default_target;
    if (!level) return;
    card.target = scale.levels[static_cast<std::size_t>(*level)].id;
    card.target_value = scale.levels[static_cast<std::size_t>(*level)].value;
}

// Strength and number of the items offered, as rules see them.
void set_evidence(const Working& working, int node, CardNode& card) {
    const auto index = working.framework.catalogue.table("practices");
    if (!index) return;
    const TableType& type = working.framework.catalogue.tables[static_cast<std::size_t>(*index)];
    const auto strength = type.column("strength");
    for (const Row& row : working.tables[static_cast<std::size_t>(*index)].rows) {
        if (row.node != node || !strength) continue;
        if (const auto* chosen = std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(*strength)])) {
            card.strongest_evidence =
                working.framework.evidence.strengths[static_cast<std::size_t>(chosen->index)].title;
        }
    }
    card.evidence_items = evidence_items(working, node);
    card.new_evidence = new_evidence(working, node);
}

void set_practice(const Working& working, int node, CardNode& card) {
    const NodeScore& score = score_at(working, node);
    const Element& element = element_at(working, node);
    const auto& levels = working.framework.scale_of(node).levels;
    card.ask = element.question.ask;
    if (score.claimed.point) {
        const auto level = static_cast<std::size_t>(describing_level(working.framework, node, *score.claimed.point));
        card.level = levels[level].title;
        if (level < element.question.anchors.size()) card.anchor = element.question.anchors[level];
    }
    if (score.evidenced.point) {
        const auto level = static_cast<std::size_t>(describing_level(working.framework, node, *score.evidenced.point));
        card.evidenced_level = levels[level].title;
    }
    card.agreed = score.agreed;
    card.scope_disputed = score.scope_disputed;
    card.respondents = score.everyone.levels;
    card.dont_know = score.everyone.dont_know;
    if (score.spread) {
        card.spread_lowest = score.spread->lowest;
        card.spread_highest = score.spread->highest;
        card.lower_quartile = score.spread->lower_quartile;
        card.upper_quartile = score.spread->upper_quartile;
        card.agreement = score.spread->agreement;
    }
    set_target(working, node, card);
    set_roles(working, score, card);
    set_role_gap(card);
    set_evidence(working, node, card);
    const auto texts = working.input.texts.find(node);
    if (texts != working.input.texts.end()) {
        card.reasons = texts->second.reasons;
        card.notes = texts->second.notes;
        card.evidence = texts->second.evidence;
    }
}

CardNode card_node(const Working& working, int node) {
    const Element& element = element_at(working, node);
    const NodeScore& score = score_at(working, node);
    CardNode card;
    card.id = element.id;
    card.code = element.code;
    card.title = element.title;
    card.kind = kind_id(element.kind);
    if (element.parent >= 0) card.parent = element_at(working, element.parent).id;
    if (element.dimension >= 0) card.dimension = element_at(working, element.dimension).id;
    for (int up = element.parent; up >= 0; up = element_at(working, up).parent) ++card.depth;
    card.core = plan_at(working, node).core;
    card.state = node_state_id(score.state);
    card.claimed = card_score(score.claimed);
    card.evidenced = card_score(score.evidenced);
    card.gap = score.gap;
    card.lowest = score.lowest;
    card.highest = score.highest;
    if (element.kind == NodeName::Kind::practice) {
        set_practice(working, node, card);
    } else {
        card.rollup = rollup_id(plan_at(working, node).rollup);
        card.terms = terms_of(working, node);
    }
    if (element.kind == NodeName::Kind::overall || element.kind == NodeName::Kind::dimension)
        set_band(working, node, card);
    if (working.previous) {
        const NodeScore& before = working.previous->nodes[static_cast<std::size_t>(node)];
        card.previous_claimed = before.claimed.point;
        card.previous_evidenced = before.evidenced.point;
    }
    return card;
}

std::string listed(const Working& working, const std::vector<int>& nodes) {
    std::vector<std::string> names;
    for (const int node : nodes) {
        const Element& element = element_at(working, node);
        names.push_back(element.code.empty() ? element.title : element.code);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::vector<CardNode> card_nodes(const Working& working) {
    std::vector<CardNode> cards;
    for (std::size_t node = 0; node < working.plan.nodes.size(); ++node) {
        cards.push_back(card_node(working, static_cast<int>(node)));
    }
    return cards;
}

std::optional<int> band_of_node(const Working& working, int node) {
    const NodeScore& score = score_at(working, node);
    const bool claimed = !working.scores.evidence_collected;
    const auto& point = claimed ? score.claimed.point : score.evidenced.point;
    const auto band = point ? band_of(working.plan, score, *point) : std::nullopt;
    if (!band || node != 0 || !working.plan.rules.core) return band;
    const CoreHold hold = core_hold(working.plan, working.scores, !claimed);
    return hold.closed ? std::min(*band, working.plan.rules.core->caps_band_at) : band;
}

std::string core_hold_sentence(const Working& working) {
    if (!working.plan.rules.core) return "";
    const bool evidenced = working.scores.evidence_collected;
    const CoreHold hold = core_hold(working.plan, working.scores, evidenced);
    if (!hold.closed) return "";
    const CoreGate& gate = *working.plan.rules.core;
    const std::string& band = working.plan.rules.bands[static_cast<std::size_t>(gate.caps_band_at)].title;
    std::vector<std::string> reasons;
    if (!hold.low.empty()) {
        reasons.push_back(fmt::format("{} at or below {} ({})",
                                      evidenced ? "core practices evidenced" : "core practices claimed",
                                      gate.at_most.to_short(2), listed(working, hold.low)));
    }
    if (!hold.unknown.empty()) {
        reasons.push_back(fmt::format("core practices without {} ({})", evidenced ? "known evidence" : "an answer",
                                      listed(working, hold.unknown)));
    }
    return fmt::format("The overall band cannot be above {} because of {}.", band, fmt::join(reasons, " and "));
}

}  // namespace waymark
