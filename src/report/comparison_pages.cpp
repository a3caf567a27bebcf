// Comparisons as text and Markdown, from the document that their web page is made from too.
#include <fmt/format.h>

#include <algorithm>

#include "report/comparison.hpp"
#include "report/comparison_document.hpp"
#include "report/markdown_page.hpp"
#include "report/text_page.hpp"
#include "report/wording.hpp"
#include "text/display.hpp"

namespace waymark {
namespace {

// Columns side by side where they fit, else each row as a few lines.
void text_table(TextPage& page, const DocumentTable& table) {
    constexpr int kBetween = 2;
    std::vector<std::vector<std::string>> rows = {table.columns};
    rows.insert(rows.end(), table.rows.begin(), table.rows.end());
    std::vector<int> widths(table.columns.size(), 0);
    for (auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = page.clean(row[i]);
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    int total = 2;
    for (const int width : widths) total += width + kBetween;
    if (total - kBetween <= page.text_width()) {
        for (const auto& row : rows) {
            std::string line = "  ";
            for (std::size_t i = 0; i < row.size(); ++i) {
                line += i + 1 == row.size() ? row[i] : pad_to_width(row[i], widths[i] + kBetween);
            }
            page.line({{line, &row == &rows.front() ? Paint::quiet : Paint::plain}});
        }
        return;
    }
    for (std::size_t at = 1; at < rows.size(); ++at) {
        if (at > 1) page.space();
        page.prose(rows[at].front(), 2, Paint::strong);
        for (std::size_t i = 1; i < rows[at].size(); ++i) {
            page.prose(rows.front()[i].empty() ? rows[at][i] : rows.front()[i] + ": " + rows[at][i], 4);
        }
    }
}

void text_part(TextPage& page, const DocumentPart& part) {
    page.heading(part.heading);
    for (const std::string& paragraph : part.paragraphs) page.prose(paragraph, 2);
    for (const DocumentTable& table : part.tables) {
        if (!part.paragraphs.empty() || &table != &part.tables.front()) page.space();
        if (part.tables.size() > 1) page.prose(table.caption, 2, Paint::strong);
        text_table(page, table);
    }
    for (const DocumentItem& item : part.items) {
        if (!part.paragraphs.empty() || &item != &part.items.front()) page.space();
        page.prose(title_with_mark(item), 2, Paint::strong);
        for (const std::string& line : item.lines) page.prose(line, 4);
    }
}

void markdown_part(markdown::Page& page, const DocumentPart& part) {
    page.heading(2, part.heading);
    for (const std::string& paragraph : part.paragraphs) page.paragraph(paragraph);
    for (const DocumentTable& table : part.tables) page.table(table.columns, table.rows);
    for (const DocumentItem& item : part.items) page.item(title_with_mark(item), joined(item.lines, " "));
}

}  // namespace

std::string comparison_as_text(const AssessmentComparison& comparison, const TextStyle& style) {
    const Document document = comparison_document(comparison);
    TextPage page(style);
    page.title(document.title);
    for (const std::string& line : document.lead) page.prose(line, 0);
    for (const DocumentPart& part : document.parts) text_part(page, part);
    return std::move(page).take();
}

std::string comparison_as_markdown(const AssessmentComparison& comparison) {
    const Document document = comparison_document(comparison);
    markdown::Page page;
    page.heading(1, document.title);
    for (const std::string& line : document.lead) page.paragraph(line);
    for (const DocumentPart& part : document.parts) markdown_part(page, part);
    return std::move(page).take();
}

}  // namespace waymark
