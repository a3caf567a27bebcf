#include "report/markdown_page.hpp"

#include "report/paragraphs.hpp"
#include "text/display.hpp"

namespace waymark::markdown {
namespace {

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const std::string& part : wrap(text, 1 << 20)) {
        if (part.empty()) continue;
        if (!line.empty()) line += ' ';
        line += part;
    }
    return line;
}

}  // namespace

std::string safe(std::string_view text) {
    std::string escaped;
    // '$' begins a formula on GitHub and '^' raises text in pandoc.
    for (const char c : escape_markdown(on_one_line(printable(text)))) {
        if (c == '$' || c == '^') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string safe_inside(std::string_view text) {
    return safe("a" + on_one_line(printable(text))).substr(1);
}

void Page::block() {
    if (last_ != Last::nothing) text_ += "\n";
    last_ = Last::block;
}

void Page::heading(int level, std::string_view text) {
    block();
    text_ += std::string(static_cast<std::size_t>(level), '#') + " " + safe_inside(text) + "\n";
}

void Page::paragraph(std::string_view text) {
    for (const std::string& each : paragraphs_of(text)) {
        block();
        text_ += safe(each) + "\n";
    }
}

void Page::strong(std::string_view text) {
    const std::string inner = safe_inside(text);
    if (inner.empty()) return;
    block();
    text_ += "**" + inner + "**\n";
}

void Page::item(std::string_view label, std::string_view text) {
    const std::string inner = safe_inside(text);
    if (inner.empty()) return;
    if (last_ != Last::item) block();
    last_ = Last::item;
    text_ += "- **" + safe_inside(label) + ":** " + inner + "\n";
}

void Page::item(std::string_view text) {
    const std::string inner = safe(text);
    if (inner.empty()) return;
    if (last_ != Last::item) block();
    last_ = Last::item;
    text_ += "- " + inner + "\n";
}

void Page::step(int number, std::string_view title, const std::vector<std::string>& paragraphs) {
    block();
    const std::string lead = std::to_string(number) + ". ";
    const std::string indent(lead.size(), ' ');
    text_ += lead + "**" + safe_inside(title) + "**\n";
    for (const std::string& each : paragraphs) {
        const std::string inner = safe(each);
        if (!inner.empty()) text_.append("\n").append(indent).append(inner).append("\n");
    }
}

void Page::table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return;
    block();
    std::string names = "|";
    std::string rule = "|";
    for (const std::string& column : columns) {
        const bool right = column.starts_with('>');
        names += " " + safe_inside(std::string_view(column).substr(right ? 1 : 0)) + " |";
        rule += right ? " ---: |" : " :--- |";
    }
    text_ += names + "\n" + rule + "\n";
    for (const std::vector<std::string>& row : rows) {
        text_ += "|";
        for (const std::string& cell : row) text_.append(" ").append(safe_inside(cell)).append(" |");
        text_ += "\n";
    }
}

}  // namespace waymark::markdown
