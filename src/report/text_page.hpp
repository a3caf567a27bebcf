// A page of plain text: everything that reaches it is made safe for a terminal, fits its width, and ends without
// trailing spaces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "waymark/report.hpp"

namespace waymark {

// Colour repeats what the words say and never says anything alone.
enum class Paint { plain, strong, quiet, high, medium, low, good, claimed, evidenced };

struct Piece {
    std::string text;
    Paint paint = Paint::plain;
};

class TextPage {
  public:
    explicit TextPage(const TextStyle& style);

    int width() const { return width_; }
    int text_width() const;  // of prose and tables: wide pages leave a margin
    bool unicode() const { return style_.unicode; }

    // Safe for the terminal and, where asked for, in ASCII; on one line. Measure and pad only what went through here.
    std::string clean(std::string_view text) const;
    // As many lines as it takes; words longer than a line are broken.
    std::vector<std::string> folded(std::string_view text, int width) const;

    void space(int lines = 1);  // at least so many blank lines before what comes next
    void title(std::string_view text);
    void heading(std::string_view text);
    void line(std::vector<Piece> pieces);
    void prose(std::string_view text, int indent = 2, Paint paint = Paint::plain);
    // A lead ("1.", "-", "W01") in front of the first line, the others aligned under its text.
    void hanging(const Piece& lead, std::string_view text, int indent, int lead_width, Paint paint = Paint::plain);
    // "Why it matters   …"; on a narrow page the label stands on a line of its own.
    void labelled(std::string_view label, std::string_view text, int indent);

    // One text at the left and one at the right of a line, or below each other where there is no room.
    void ends(const Piece& left, const Piece& right, int indent);

    std::string take() && { return std::move(text_); }

  private:
    TextStyle style_;
    int width_;
    int blank_lines_ = 0;
    std::string text_;
};

}  // namespace waymark
