#include "report/text_page.hpp"

#include <algorithm>

#include "text/display.hpp"

namespace waymark {
namespace {

constexpr int kNarrowest = 40;
constexpr int kWidest = 120;
constexpr int kComfortable = 100;  // longer lines of prose are hard to read
constexpr int kLabelWidth = 16;
constexpr int kRoomForLabels = 60;

std::string_view code_of(Paint paint) {
    switch (paint) {
        case Paint::plain:
            return "";
        case Paint::strong:
            return "1";
        case Paint::quiet:
            return "2";
        case Paint::high:
            return "1;31";
        case Paint::medium:
            return "33";
        case Paint::low:
            return "36";
        case Paint::good:
            return "32";
        case Paint::claimed:
            return "34";
        case Paint::evidenced:
            return "32";
    }
    return "";
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

// Cuts a word that is longer than a line into pieces that fit; what takes no column stays with what it follows.
void break_word(std::string_view word, int width, std::vector<std::string>& lines) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t next = next_character(word, at);
        if (at > start && display_width(word.substr(start, next - start)) > width) {
            lines.emplace_back(word.substr(start, at - start));
            start = at;
        }
        at = next;
    }
    lines.emplace_back(word.substr(start));
}

bool only_spaces(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

void trim_end(std::vector<Piece>& pieces) {
    while (!pieces.empty() && only_spaces(pieces.back().text)) pieces.pop_back();
    if (pieces.empty()) return;
    std::string& last = pieces.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
}

}  // namespace

TextPage::TextPage(const TextStyle& style) : style_(style), width_(std::clamp(style.width, kNarrowest, kWidest)) {}

int TextPage::text_width() const {
    return std::min(width_, kComfortable);
}

std::string TextPage::clean(std::string_view text) const {
    return style_.unicode ? printable(text) : to_ascii(printable(text));
}

std::vector<std::string> TextPage::folded(std::string_view text, int width) const {
    std::string safe = printable(text, true);
    if (!style_.unicode) safe = to_ascii(safe);
    std::vector<std::string> lines;
    for (const std::string& each : wrap(safe, width)) {
        if (display_width(each) <= width) {
            lines.push_back(each);
        } else {
            break_word(each, width, lines);
        }
    }
    return lines;
}

void TextPage::space(int lines) {
    blank_lines_ = std::max(blank_lines_, lines);
}

void TextPage::line(std::vector<Piece> pieces) {
    trim_end(pieces);
    std::string plain;
    for (const Piece& piece : pieces) plain += piece.text;
    if (!text_.empty()) text_.append(static_cast<std::size_t>(blank_lines_), '\n');
    blank_lines_ = 0;
    if (display_width(plain) > width_) {  // a last resort: columns are made to fit where they are laid out
        for (const std::string& each : folded(plain, width_)) text_ += each + "\n";
        return;
    }
    for (const Piece& piece : pieces) {
        const std::string_view code = style_.colour ? code_of(piece.paint) : "";
        if (code.empty()) {
            text_ += piece.text;
        } else {
            text_.append("\x1b[").append(code).append("m").append(piece.text).append("\x1b[0m");
        }
    }
    text_ += "\n";
}

void TextPage::title(std::string_view text) {
    int widest = 0;
    for (const std::string& each : folded(text, text_width())) {
        widest = std::max(widest, display_width(each));
        line({{each, Paint::strong}});
    }
    std::string rule;
    for (int i = 0; i < widest; ++i) rule += style_.unicode ? "═" : "=";
    line({{rule, Paint::quiet}});
}

void TextPage::heading(std::string_view text) {
    space(2);
    int widest = 0;
    for (const std::string& each : folded(text, text_width())) {
        widest = std::max(widest, display_width(each));
        line({{each, Paint::strong}});
    }
    std::string rule;
    for (int i = 0; i < widest; ++i) rule += style_.unicode ? "─" : "-";
    line({{rule, Paint::quiet}});
    space();
}

void TextPage::prose(std::string_view text, int indent, Paint paint) {
    for (const std::string& each : folded(text, text_width() - indent)) {
        line({{spaces(indent)}, {each, paint}});
    }
}

void TextPage::hanging(const Piece& lead, std::string_view text, int indent, int lead_width, Paint paint) {
    std::string shown = clean(lead.text);
    if (display_width(shown) >= lead_width) {
        // A lead that does not fit its place takes the first line, or the first lines, for itself.
        for (const std::string& each : folded(lead.text, text_width() - indent)) {
            line({{spaces(indent)}, {each, lead.paint}});
        }
        shown.clear();
    }
    bool first = !shown.empty();
    for (const std::string& each : folded(text, text_width() - indent - lead_width)) {
        if (first) {
            line({{spaces(indent)}, {pad_to_width(shown, lead_width), lead.paint}, {each, paint}});
        } else {
            line({{spaces(indent + lead_width)}, {each, paint}});
        }
        first = false;
    }
}

void TextPage::labelled(std::string_view label, std::string_view text, int indent) {
    if (only_spaces(text)) return;
    if (width_ >= kRoomForLabels) {
        hanging({std::string(label), Paint::quiet}, text, indent, kLabelWidth);
        return;
    }
    line({{spaces(indent)}, {clean(label) + ":", Paint::quiet}});
    prose(text, indent + 2);
}

void TextPage::ends(const Piece& left, const Piece& right, int indent) {
    const std::string start = clean(left.text);
    const std::string end = clean(right.text);
    const int room = text_width() - indent - display_width(start) - display_width(end);
    if (room < 2) {
        prose(left.text, indent, left.paint);
        prose(right.text, indent + 2, right.paint);
        return;
    }
    line({{spaces(indent)}, {start, left.paint}, {spaces(room)}, {end, right.paint}});
}

}  // namespace waymark
