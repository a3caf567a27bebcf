// The table of practices as text.
#include <algorithm>
#include <string>
#include <vector>

#include "report/outline.hpp"
#include "report/text_sections.hpp"
#include "report/wording.hpp"
#include "text/display.hpp"

namespace waymark::text {
namespace {

constexpr int kIndent = 2;
constexpr int kMarkWidth = 4;
constexpr int kRoomForColumns = 60;
constexpr int kLongestCode = 8;
constexpr int kWidestSpread = 16;

struct Columns {
    int code = 0;
    int title = 0;
    int figure = 8;
    int evidenced = 11;
    int gap = 6;
    int spread = 8;
    bool evidence = false;
    bool target = false;
    bool narrow = false;  // no columns: figures stand under the title
};

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string right_aligned(const std::string& text, int width) {
    return spaces(width - display_width(text)) + text;
}

// Two decimals with the last zero as a space: decimal points stand under each other, and "2.5" reads as it was meant.
std::string calm(std::string figure) {
    const bool decimal = figure.size() > 3 && figure[figure.size() - 3] == '.';
    if (decimal && figure.back() == '0') figure.back() = ' ';
    return figure;
}

Columns columns_for(const TextPage& page, const Scorecard& card) {
    Columns columns;
    for (const CardNode& node : card.nodes) {
        if (node.kind == "overall" || node.kind == "dimension") continue;
        columns.code = std::max(columns.code, display_width(page.clean(node.code)));
        columns.target = columns.target || node.target_value;
        columns.spread = std::max(columns.spread, display_width(page.clean(spread_text(node))) + 2);
    }
    columns.code = std::min(columns.code, kLongestCode);
    columns.spread = std::min(columns.spread, kWidestSpread);
    columns.target = columns.target && page.width() >= 80;
    columns.narrow = page.width() < kRoomForColumns;
    columns.evidence = card.evidence_collected;
    const int figures = columns.figure + columns.spread + (columns.evidence ? columns.evidenced + columns.gap : 0) +
                        (columns.target ? columns.figure : 0);
    columns.title = page.text_width() - kIndent - columns.code - kMarkWidth - figures;
    return columns;
}

void header(TextPage& page, const Columns& columns) {
    if (columns.narrow) return;
    const int before = kIndent + columns.code + kMarkWidth + columns.title;
    std::string line = spaces(before) + right_aligned("Claimed", columns.figure);
    if (columns.evidence) {
        line += right_aligned("Evidenced", columns.evidenced) + right_aligned("Gap", columns.gap);
    }
    if (columns.target) line += right_aligned("Target", columns.figure);
    line += right_aligned("Spread", columns.spread);
    page.line({{line, Paint::quiet}});
}

std::string gap_text(const CardNode& node) {
    return node.gap ? calm(figure(*node.gap)) : "";
}
std::string target_text(const CardNode& node) {
    return node.target_value ? calm(figure(*node.target_value)) : "";
}

std::vector<Piece> figures(const TextPage& page, const Columns& columns, const CardNode& node) {
    if (node.state != "scored") return {{spaces(2)}, {page.clean(state_text(node)), Paint::quiet}};
    std::vector<Piece> pieces = {{right_aligned(calm(score_text(node, node.claimed)), columns.figure)}};
    if (columns.evidence) {
        pieces.push_back({right_aligned(calm(score_text(node, node.evidenced)), columns.evidenced), Paint::strong});
        pieces.push_back({right_aligned(gap_text(node), columns.gap)});
    }
    if (columns.target) pieces.push_back({right_aligned(target_text(node), columns.figure)});
    pieces.push_back({right_aligned(page.clean(spread_text(node)), columns.spread)});
    return pieces;
}

std::string summary(const Scorecard& card, const CardNode& node) {
    std::string text = standing_text(card, node);
    if (node.gap && card.evidence_collected) text += ", gap " + figure(*node.gap);
    if (const std::string spread = spread_text(node); !spread.empty()) text += ", spread " + spread;
    return text;
}

void narrow_row(TextPage& page, const Scorecard& card, const CardNode& node) {
    const std::string marks = marks_of(node);
    page.prose(label_of(node) + (marks.empty() ? "" : " " + marks), kIndent);
    page.prose(summary(card, node), kIndent + 2, Paint::quiet);
}

void row(TextPage& page, const Columns& columns, const CardNode& node) {
    const Paint paint = node.kind == "group" ? Paint::strong : Paint::plain;
    bool first = true;
    for (const std::string& line : page.folded(node.title, columns.title - 1)) {
        const std::string code = first ? cut_to_width(page.clean(node.code), columns.code, page.unicode()) : "";
        std::vector<Piece> pieces = {{spaces(kIndent)},
                                     {pad_to_width(code, columns.code)},
                                     {pad_to_width(first ? " " + marks_of(node) : "", kMarkWidth)},
                                     {pad_to_width(line, columns.title), paint}};
        if (first) {
            for (Piece& piece : figures(page, columns, node)) pieces.push_back(std::move(piece));
        }
        page.line(std::move(pieces));
        first = false;
    }
}

}  // namespace

void practices(TextPage& page, const Scorecard& card) {
    const Columns columns = columns_for(page, card);
    header(page, columns);
    bool first = true;
    for (const CardNode& node : card.nodes) {
        if (node.kind == "overall") continue;
        if (node.kind != "dimension") {
            if (columns.narrow) {
                narrow_row(page, card, node);
            } else {
                row(page, columns, node);
            }
            continue;
        }
        if (!first || columns.narrow) page.space();
        first = false;
        page.prose(node.title, kIndent, Paint::strong);
    }
    const std::vector<std::string> legend = marks_legend(card);
    if (legend.empty()) return;
    page.space();
    for (const std::string& mark : legend) page.prose(mark, kIndent, Paint::quiet);
}

}  // namespace waymark::text
