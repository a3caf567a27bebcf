#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "text/display.hpp"
#include "unit/report/cards.hpp"
#include "unit/report/hostile.hpp"
#include "waymark/report.hpp"

using namespace waymark;

namespace {

TextStyle style(int width, bool unicode = true, bool colour = false, bool notes = false) {
    TextStyle made;
    made.width = width;
    made.unicode = unicode;
    made.colour = colour;
    made.with_notes = notes;
    return made;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    CHECK(start == text.size());  // the last line ends too
    return lines;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count_controls(const std::string& text) {
    std::size_t controls = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        controls += (byte < 0x20 && byte != '\n') || byte == 0x7F || c1 ? 1 : 0;
    }
    return controls;
}

std::string without_colour(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b')
            i = text.find('m', i);
        else
            plain += text[i];
    }
    return plain;
}

void check_headings_in_order(const std::string& text, const std::vector<std::string>& headings) {
    std::size_t at = 0;
    for (const std::string& heading : headings) {
        INFO(heading);
        const std::size_t found = text.find("\n" + heading + "\n", at);
        REQUIRE(found != std::string::npos);
        at = found + 1;
    }
}

}  // namespace

TEST_CASE("the rich card uses every key of the format") {
    CHECK(test::unused_keys(test::rich_card()) == std::vector<std::string>{});
}

TEST_CASE("no line of a text report is wider than the page, ends in a space or steers a terminal") {
    for (const Scorecard& card : {test::rich_card(), test::minimal_card(), test::hostile_card()}) {
        for (const int width : {40, 59, 60, 72, 80, 100, 120}) {
            for (const bool unicode : {true, false}) {
                const std::string text = report_as_text(card, style(width, unicode, false, true));
                CHECK(count_controls(text) == 0);
                CHECK(is_valid_utf8(text));
                for (const std::string& line : lines_of(text)) {
                    INFO(width << (unicode ? " unicode: " : " ASCII: ") << line);
                    CHECK(display_width(line) <= width);
                    CHECK((line.empty() || line.back() != ' '));
                }
            }
        }
    }
}

TEST_CASE("bidirectional controls never reach a text report") {
    const std::string text = report_as_text(test::hostile_card(), style(80));
    for (const char* control : {"\xE2\x80\xAE", "\xE2\x80\xAC", "\xE2\x80\x8F"}) CHECK_FALSE(has(text, control));
}

TEST_CASE("a plain report is ASCII throughout") {
    for (const Scorecard& card : {test::rich_card(), test::hostile_card()}) {
        const std::string text = report_as_text(card, style(80, false, false, true));
        for (const char c : text) CHECK(static_cast<unsigned char>(c) < 0x80);
    }
}

TEST_CASE("widths beyond the limits are taken as the nearest limit") {
    CHECK(report_as_text(test::rich_card(), style(5)) == report_as_text(test::rich_card(), style(40)));
    CHECK(report_as_text(test::rich_card(), style(500)) == report_as_text(test::rich_card(), style(120)));
}

TEST_CASE("colour adds nothing but colour") {
    const std::string plain = report_as_text(test::rich_card(), style(80));
    const std::string coloured = report_as_text(test::rich_card(), style(80, true, true));
    CHECK(coloured != plain);
    CHECK(without_colour(coloured) == plain);
}

TEST_CASE("sections stand in the order that puts signs and weaknesses before any overall figure") {
    const std::string text = report_as_text(test::rich_card(), style(80, true, false, true));
    check_headings_in_order(
        text, {"The reading", "Signs raised", "Too early to count", "Signs that it is real", "Weakest practices",
               "Claimed beside evidenced", "Practice by practice", "Where roles see it differently", "Outcomes",
               "Next steps", "What would let more signs tell", "The other signs", "How far to trust this",
               "What has changed since 2025-11-18", "What people wrote", "How this was worked out"});
    CHECK(text.find("Weakest practices") < text.find("Overall:"));
    CHECK(text.find("Habits") < text.find("Overall:"));
}

TEST_CASE("a single respondent's report opens with signs and next steps") {
    Scorecard card = test::rich_card();
    card.first_look = true;
    const std::string text = report_as_text(card, style(80));
    CHECK(text.find("A first look, by one person") < text.find("What people say"));
    check_headings_in_order(text, {"Signs raised", "Too early to count", "Signs that it is real", "Next steps",
                                   "The reading", "Weakest practices"});
}

TEST_CASE("the reading gives its reasons and what would settle most") {
    const std::string text = report_as_text(test::rich_card(), style(120));
    CHECK(has(text, "Watch — 1 high and 1 medium sign raised, 4 of 5 signs could be told; facts about the"));
    CHECK(has(text, "On unsafe answers: Too few people answered for a firm reading."));
}

TEST_CASE("raised signs come by severity, with what was seen, why and what to do") {
    const std::string text = report_as_text(test::rich_card(), style(120));
    CHECK(text.find("High: W01 Old portfolio, new label") < text.find("Medium: W25 Leaders and frontline"));
    CHECK(has(text, "What was seen   62% of tagged spend (£3.1m of £5.0m, 5 of 8 items)"));
    CHECK(has(text, "Why it matters  When only the tag is new"));
    CHECK(has(text, "What to do      For each item state what changes"));
    CHECK(has(text, "Sources         Announcing Mission Public; Net-zero missions"));
}

TEST_CASE("no sign raised is not called clear while some could not be told") {
    Scorecard card = test::minimal_card();
    card.verdict.applicable = 5;
    card.verdict.told = 3;
    CHECK(has(report_as_text(card, style(120)), "No sign is raised; 2 signs could not be told."));
    card.verdict.told = 5;
    CHECK(has(report_as_text(card, style(120)), "No sign is raised.\n"));
}

TEST_CASE("bars, figures, ranges and coverage stand side by side for each dimension") {
    const std::string text = report_as_text(test::rich_card(), style(80));
    CHECK(has(text, "Developing, gap 1.14\n"));
    CHECK(has(text, "2.64   2.13 to 3.13    3 of 4\n"));
    CHECK(has(text, "withheld   1.25 to 3.25    1 of 2\n"));
    CHECK(has(text, "9 of 12                   3 of 3\n"));
    CHECK(has(text, "of 12         3 to 7    2 of 3\n"));
    CHECK(has(text, "Held at Developing until Short feedback loops rises above Emerging."));
}

TEST_CASE("practices that are not scored say so instead of showing a number") {
    const std::string text = report_as_text(test::rich_card(), style(120));
    CHECK(has(text, "A broad repertoire of tools"));
    for (const std::string& line : lines_of(text)) {
        if (line.rfind("  D3 ", 0) == 0) CHECK(has(line, "not applicable"));
        if (line.rfind("  D4 ", 0) == 0) CHECK(has(line, "unknown"));
        if (line.rfind("  C2 ", 0) == 0) CHECK(has(line, "not asked"));
        if (line.rfind("  D1 *=", 0) == 0) CHECK(has(line, "3.0        2.0   1.0     3.0   1–4 (2–3)"));
    }
}

TEST_CASE("small roles are said to be hidden and shown nowhere") {
    const std::string text = report_as_text(test::rich_card(), style(120));
    CHECK(has(text, "Leader 3.33, Frontline 1.50 (2 did not know), Partner not shown"));
    CHECK(has(text, "Not shown where too few people answered in that role: Partner."));
}

TEST_CASE("without evidence everything is called a claim") {
    const std::string text = report_as_text(test::minimal_card(), style(80));
    CHECK(has(text, "\nWhat is claimed\n"));
    CHECK(has(text, "No evidence was asked for"));
    CHECK_FALSE(has(text, "Evidenced"));
    CHECK_FALSE(has(text, "evidenced"));
}

TEST_CASE("what people wrote appears only when asked for") {
    CHECK_FALSE(has(report_as_text(test::rich_card(), style(80)), "argued about this one"));
    CHECK(has(report_as_text(test::rich_card(), style(80, true, false, true)), "argued about this one"));
}

TEST_CASE("an empty card renders") {
    CHECK(has(report_as_text(Scorecard(), style(80)), "Signs raised"));
    CHECK(has(report_as_markdown(Scorecard(), true), "## Signs raised"));
}
