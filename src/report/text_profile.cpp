// Scores as text: weakest practices, claimed beside evidenced for each dimension, and where roles differ.
#include <algorithm>
#include <string>
#include <vector>

#include "report/bars.hpp"
#include "report/outline.hpp"
#include "report/text_sections.hpp"
#include "report/wording.hpp"
#include "text/display.hpp"

namespace waymark::text {
namespace {

constexpr std::size_t kMostRoleGaps = 8;
constexpr int kSideWidth = 11;   // "evidenced  "
constexpr int kRangeWidth = 15;  // "   1.71 to 2.57"
constexpr int kCoverageWidth = 10;
constexpr int kRoomForRange = 72;

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string right_aligned(const std::string& text, int width) {
    return spaces(width - display_width(text)) + text;
}

struct Layout {
    int bar = 0;
    int figure = 0;
    bool roomy = false;  // range and coverage on the same line
};

Layout layout_for(const TextPage& page, const Scorecard& card) {
    int widest = 8;
    for (const CardNode* node : dimensions(card)) {
        for (const CardScore* score : {&node->claimed, &node->evidenced}) {
            widest = std::max(widest, display_width(score_text(*node, *score)));
        }
    }
    Layout layout;
    layout.figure = std::min(widest, 16) + 2;
    layout.roomy = page.width() >= kRoomForRange;
    const int fixed = 4 + kSideWidth + layout.figure + (layout.roomy ? kRangeWidth + kCoverageWidth : 0);
    layout.bar = page.text_width() - fixed;
    return layout;
}

std::string certainty(const CardNode& node, const CardScore& score) {
    const std::string range = range_text(node, score);
    return (range.empty() ? "" : range + ", ") + coverage_text(score) + " known";
}

// "claimed    ██████▌·······   2.64   1.71 to 2.57   6 of 7"
void side(TextPage& page, const Layout& layout, const CardNode& node, const CardScore& score, std::string_view name,
          Paint paint) {
    const std::string drawn = bar(score, node.lowest, node.highest, layout.bar, page.unicode());
    std::vector<Piece> pieces = {{spaces(4)},
                                 {pad_to_width(std::string(name), kSideWidth)},
                                 {pad_to_width(drawn, layout.bar), paint},
                                 {right_aligned(score_text(node, score), layout.figure), Paint::strong}};
    if (layout.roomy) {
        pieces.push_back({right_aligned(range_text(node, score), kRangeWidth)});
        pieces.push_back({right_aligned(coverage_text(score), kCoverageWidth), Paint::quiet});
    }
    page.line(std::move(pieces));
    if (!layout.roomy) page.prose(certainty(node, score), 4 + kSideWidth, Paint::quiet);
}

void dimension(TextPage& page, const Layout& layout, const Scorecard& card, const CardNode& node) {
    page.space();
    std::string right = band_text(node);
    if (node.gap) right += (right.empty() ? "gap " : ", gap ") + figure(*node.gap);
    if (node.state != "scored") right = state_text(node);
    page.ends({node.title, Paint::strong}, {right}, 2);
    if (node.state == "not-applicable") return;
    side(page, layout, node, node.claimed, "claimed", Paint::claimed);
    if (card.evidence_collected) side(page, layout, node, node.evidenced, "evidenced", Paint::evidenced);
}

void legend(TextPage& page, const Scorecard& card) {
    page.prose(scale_line(card), 2, Paint::quiet);
    const std::string solid = page.unicode() ? "█" : "#";
    const std::string shaded = page.unicode() ? "▒" : "=";
    if (!dimensions(card).empty()) {
        page.prose("Bars: " + solid + " certain, " + shaded + " depends on what is not known; then the figure" +
                       (page.width() >= kRoomForRange ? ", its range, and how many practices are known." : "."),
                   2, Paint::quiet);
    }
    if (!card.evidence_collected) {
        page.prose(no_evidence_line(), 2, Paint::quiet);
    }
}

}  // namespace

void weakest(TextPage& page, const Scorecard& card) {
    bool first = true;
    for (const CardNode* node : weakest_practices(card)) {
        if (!first) page.space();
        first = false;
        page.prose(label_of(*node) + (node->core ? " (core)" : ""), 2, Paint::strong);
        page.labelled("Asked", node->ask, 4);
        page.labelled("Now", standing_text(card, *node), 4);
        page.labelled("What is claimed", node->anchor, 4);
    }
}

void profile(TextPage& page, const Scorecard& card) {
    legend(page, card);
    const Layout layout = layout_for(page, card);
    for (const CardNode* node : dimensions(card)) dimension(page, layout, card, *node);
    page.space();
    page.prose(overall_line(card), 2);
    page.prose(as_sentence(card.core_hold), 2);
    for (const std::string& shape : shape_lines(card)) {
        page.space();
        page.prose(shape, 2);
    }
}

void roles(TextPage& page, const Scorecard& card) {
    for (const CardNode* node : widest_role_gaps(card, kMostRoleGaps)) {
        std::string apart = figure(*node->role_gap) + " apart";
        if (!node->role_gap_high.empty() && !node->role_gap_low.empty()) {
            apart += ": " + node->role_gap_high + " above " + node->role_gap_low;
        }
        page.ends({label_of(*node), Paint::strong}, {apart}, 2);
        page.prose(roles_text(*node), 4, Paint::quiet);
    }
    page.space();
    page.prose(hidden_roles_line(card), 2);
}

}  // namespace waymark::text
