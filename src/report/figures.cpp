// The part of report/wording.hpp that words scores.
#include <fmt/format.h>

#include "report/outline.hpp"
#include "report/wording.hpp"

namespace waymark {
namespace {

bool is_sum(const CardNode& node) {
    return node.rollup == "sum";
}

bool is_wide(const CardScore& score) {
    return score.range && score.range->low != score.range->high;
}

std::string side_text(const CardNode& node, std::string_view side, const CardScore& score) {
    std::string text = fmt::format("{} {}", side, score_text(node, score));
    const std::string range = range_text(node, score);
    if (!range.empty()) text += fmt::format(" ({}, {} known)", range, coverage_text(score));
    return text;
}

std::string reach_of_evidence(const CardNode& node) {
    if (node.strongest_evidence.empty()) return "";
    return ", strongest evidence: " + node.strongest_evidence;
}

}  // namespace

std::string figure(const Rational& number) {
    return number.to_fixed(2);
}

std::string range_text(const CardNode& node, const CardScore& score) {
    if (!is_wide(score)) return "";
    if (is_sum(node)) return score.range->low.to_short(2) + " to " + score.range->high.to_short(2);
    return fmt::format("{} to {}", figure(score.range->low), figure(score.range->high));
}

std::string coverage_text(const CardScore& score) {
    return fmt::format("{} of {}", score.known, score.in_scope);
}

std::string state_text(const CardNode& node) {
    if (node.state == "not-applicable") return "not applicable";
    if (node.state == "not-asked") return "not asked";
    return node.state;
}

std::string score_text(const CardNode& node, const CardScore& score) {
    if (node.state == "not-applicable") return "not applicable";
    if (is_sum(node) && score.point) return score.point->to_short(2) + " of " + node.highest.to_short(2);
    if (score.point) return figure(*score.point);
    if (is_sum(node) && score.range && !score.withheld) return "of " + node.highest.to_short(2);
    if (score.withheld) return "withheld";
    return node.state == "not-asked" ? "not asked" : "unknown";
}

std::string band_text(const CardNode& node) {
    if (node.band_title.empty()) return "";
    return node.band_is_claimed ? node.band_title + " (claimed band)" : node.band_title;
}

std::string sides_text(const Scorecard& card, const CardNode& node) {
    std::string text = side_text(node, "claimed", node.claimed);
    if (card.evidence_collected) text += "; " + side_text(node, "evidenced", node.evidenced);
    if (node.gap) text += "; gap " + figure(*node.gap);
    return text;
}

std::string overall_line(const Scorecard& card) {
    const CardNode* node = whole(card);
    if (node == nullptr) return "";
    std::string line = "Overall: " + sides_text(card, *node);
    const std::string band = band_text(*node);
    if (!band.empty()) line += "; " + band;
    return line + ".";
}

std::string spread_text(const CardNode& node) {
    if (!node.spread_lowest || !node.spread_highest) return "";
    if (*node.spread_lowest == *node.spread_highest) return node.spread_lowest->to_short(2);
    std::string all = node.spread_lowest->to_short(2) + "–" + node.spread_highest->to_short(2);
    if (!node.lower_quartile || !node.upper_quartile) return all;
    return all + " (" + node.lower_quartile->to_short(2) + "–" + node.upper_quartile->to_short(2) + ")";
}

std::string standing_text(const Scorecard& card, const CardNode& node) {
    if (node.state != "scored") return state_text(node);
    std::string text = "claimed " + score_text(node, node.claimed);
    if (!node.level.empty()) text += " (" + node.level + ")";
    if (!card.evidence_collected) return text;
    text += ", evidenced " + score_text(node, node.evidenced);
    if (!node.evidenced_level.empty()) text += " (" + node.evidenced_level + ")";
    return text + reach_of_evidence(node);
}

std::string dont_know_text(const CardRole& role) {
    return fmt::format("{} did not know", role.dont_know);
}

std::string role_gap_line(const CardNode& node) {
    if (!node.role_gap) return "";
    return joined({label_of(node) + ": " + figure(*node.role_gap) + " apart",
                   joined({node.role_gap_high, node.role_gap_low}, " above ")},
                  ", ");
}

std::string roles_text(const CardNode& node) {
    std::string text;
    for (const CardRole& role : node.roles) {
        if (!role.hidden && !role.mean && role.dont_know == 0) continue;
        if (!text.empty()) text += ", ";
        text += role.title;
        if (role.hidden) text += " not shown";
        if (role.mean) text += " " + figure(*role.mean);
        if (role.dont_know > 0) text += " (" + dont_know_text(role) + ")";
    }
    return text;
}

std::string change_line(const CardNode& node) {
    std::string text;
    if (node.previous_claimed && node.claimed.point) {
        text += "claimed " + figure(*node.previous_claimed) + " → " + figure(*node.claimed.point);
    }
    if (node.previous_evidenced && node.evidenced.point) {
        text += text.empty() ? "" : ", ";
        text += "evidenced " + figure(*node.previous_evidenced) + " → " + figure(*node.evidenced.point);
    }
    if (node.new_evidence) {
        text += ", " + count_of(*node.new_evidence, "new item of evidence", "new items of evidence");
    }
    return text;
}

std::string marks_of(const CardNode& node) {
    std::string marks;
    if (node.core) marks += "*";
    if (node.agreed) marks += "=";
    if (node.scope_disputed) marks += "?";
    return marks;
}

std::vector<std::string> marks_in_words(const CardNode& node) {
    std::vector<std::string> words;
    if (node.core) words.emplace_back("core");
    if (node.agreed) words.emplace_back("agreed by the team");
    if (node.scope_disputed) words.emplace_back("some said it does not apply");
    return words;
}

std::vector<std::string> words_legend(const Scorecard& card) {
    bool core = false;
    bool spread = false;
    for (const CardNode& node : card.nodes) {
        core = core || node.core;
        spread = spread || node.lower_quartile;
    }
    std::vector<std::string> legend;
    if (core) legend.emplace_back("Core practices cannot be averaged away.");
    if (spread) legend.emplace_back("Spread: lowest and highest level given; in brackets, the middle half.");
    return legend;
}

std::vector<std::string> marks_legend(const Scorecard& card) {
    bool core = false;
    bool agreed = false;
    bool disputed = false;
    bool spread = false;
    for (const CardNode& node : card.nodes) {
        core = core || node.core;
        agreed = agreed || node.agreed;
        disputed = disputed || node.scope_disputed;
        spread = spread || node.lower_quartile;
    }
    std::vector<std::string> legend;
    if (spread) legend.emplace_back("Spread: lowest and highest level given; in brackets, the middle half");
    if (core) legend.emplace_back("* core: cannot be averaged away");
    if (agreed) legend.emplace_back("= level agreed by the team");
    if (disputed) legend.emplace_back("? some people said it does not apply");
    return legend;
}

}  // namespace waymark
