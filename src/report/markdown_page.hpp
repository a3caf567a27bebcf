// A page of Markdown that GitHub and pandoc read alike: no HTML, and texts from files stay texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::markdown {

// Safe at the beginning of a paragraph or a list item.
std::string safe(std::string_view text);
// Safe after other text, where "2.64" is no numbered list: in cells, in headings, after a label.
std::string safe_inside(std::string_view text);

class Page {
  public:
    void heading(int level, std::string_view text);
    void paragraph(std::string_view text);                     // made safe
    void strong(std::string_view text);                        // made safe, in bold
    void item(std::string_view label, std::string_view text);  // "- **Label:** text"; nothing if the text is empty
    void item(std::string_view text);
    void step(int number, std::string_view title, const std::vector<std::string>& paragraphs);
    // Columns whose name begins with '>' are aligned to the right. Cells are made safe.
    void table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

    std::string take() && { return std::move(text_); }

  private:
    void block();  // a blank line before a new block, none within a list

    enum class Last { nothing, block, item };
    Last last_ = Last::nothing;
    std::string text_;
};

}  // namespace waymark::markdown
