#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "report/markdown_page.hpp"
#include "unit/report/cards.hpp"
#include "unit/report/hostile.hpp"
#include "waymark/report.hpp"

using namespace waymark;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

bool is_escaped(const std::string& line, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && line[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

std::size_t unescaped(const std::string& line, char wanted) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < line.size(); ++i) found += line[i] == wanted && !is_escaped(line, i) ? 1 : 0;
    return found;
}

}  // namespace

TEST_CASE("Markdown has the sections of the text report in the same order") {
    const Scorecard card = test::rich_card();
    TextStyle style;
    style.width = 120;
    style.with_notes = true;
    const std::string text = report_as_text(card, style);
    std::size_t at = 0;
    for (const std::string& line : lines_of(report_as_markdown(card, true))) {
        if (line.rfind("## ", 0) != 0) continue;
        INFO(line);
        const std::size_t found = text.find("\n" + line.substr(3) + "\n", at);
        REQUIRE(found != std::string::npos);
        at = found + 1;
    }
}

TEST_CASE("Markdown carries the figures in tables") {
    const std::string text = report_as_markdown(test::rich_card(), false);
    CHECK(has(text, "# Norbeck Vale Partnership\n"));
    CHECK(has(text, "**Watch — 1 high and 1 medium signs raised, 4 of 5 signs could be told;"));
    CHECK(has(text, "### High: W01 Old portfolio, new label\n"));
    CHECK(has(text, "- **Sources:** Announcing Mission Public https://example.org/amp; Net-zero missions https://"));
    CHECK(
        has(text, "| Defining | 2.64 | 2.13 to 3.13 | 3 of 4 | 1.50 | 1.13 to 2.13 | 3 of 4 | 1.14 | Developing |\n"));
    CHECK(has(text, "| D3 | A broad repertoire of tools | not applicable |"));
    CHECK(has(text, "1. **I1 Short feedback loops (core), from Absent**\n"));
    CHECK_FALSE(has(text, "argued about this one"));
    CHECK(has(report_as_markdown(test::rich_card(), true), "- **Note:** We argued about this one for an hour.\n"));
}

TEST_CASE("a first look says so in Markdown too") {
    const std::string text = report_as_markdown(test::minimal_card(), false);
    CHECK(has(text, "**A first look, by one person**\n"));
    CHECK_FALSE(has(text, "videnced"));
}

TEST_CASE("hostile texts stay texts in Markdown") {
    const std::vector<std::string> lines = lines_of(report_as_markdown(test::hostile_card(), true));
    std::size_t cells = 0;
    for (const std::string& line : lines) {
        INFO(line);
        for (const char special : std::string("<>`[]$^~_")) CHECK(unescaped(line, special) == 0);
        CHECK(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
        const bool row = line.rfind("| ", 0) == 0;
        if (!row) {
            cells = 0;
            CHECK(unescaped(line, '|') == 0);
            continue;
        }
        if (cells == 0) cells = unescaped(line, '|');
        CHECK(unescaped(line, '|') == cells);
    }
}

TEST_CASE("numbers are escaped only where they would begin a list") {
    CHECK(markdown::safe("1. number") == "1\\. number");
    CHECK(markdown::safe_inside("2.64") == "2.64");
    CHECK(markdown::safe_inside("# no heading") == "# no heading");
    CHECK(markdown::safe("# no heading") == "\\# no heading");
    CHECK(markdown::safe_inside("").empty());
}
