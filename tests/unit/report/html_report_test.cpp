#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "report/outline.hpp"
#include "report/wording.hpp"
#include "unit/report/cards.hpp"
#include "unit/report/hostile.hpp"
#include "waymark/page.hpp"

using namespace waymark;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

// Without the style sheet, whose rules are ours.
std::string body_of(const Scorecard& card, bool with_notes = false) {
    const std::string page = report_as_html(card, {{}, with_notes});
    return page.substr(page.find("<body>"));
}

}  // namespace

TEST_CASE("a page has the sections of the other reports in the same order") {
    const Scorecard card = test::rich_card();
    const std::string body = body_of(card, true);
    std::size_t before = 0;
    for (const Section section : outline(card, true)) {
        const std::size_t at = body.find(">" + heading(card, section) + "</h2>");
        INFO(heading(card, section));
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("what this is and is not stands before the verdict and the verdict before the signs") {
    const std::string body = body_of(test::rich_card());
    CHECK(body.find("What it is not.") < body.find("class=\"answer\""));
    CHECK(body.find("class=\"answer\"") < body.find("What to do on Monday"));
    CHECK(body.find("What to do on Monday") < body.find("id=\"signs-raised\""));
}

// What this is; verdict; flags; signs that it is real; profile; roles; outcomes; next steps; confidence; method.
TEST_CASE("a board reads the verdict first and the method last") {
    const std::string body = body_of(test::rich_card());
    std::size_t before = 0;
    for (const char* part : {"What it is not.", "class=\"answer\"", "id=\"signs-raised\"", "id=\"signs-real\"",
                             "id=\"profile\"", "id=\"practices\"", "id=\"roles\"", "id=\"outcomes\"",
                             "id=\"next-steps\"", "id=\"confidence\"", "id=\"method\""}) {
        INFO(part);
        const std::size_t at = body.find(part);
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("what several people wrote in the same words stands once with how often") {
    CHECK(without_repeats({"a", "b", "a", "c", "a"}) == std::vector<std::string>{"a (3 times)", "b", "c"});
    CHECK(without_repeats({}).empty());
}

TEST_CASE("a raised sign has facts and why and what to do and its sources as links") {
    const std::string body = body_of(test::rich_card());
    CHECK(has(body, "62% of tagged spend (£3.1m of £5.0m, 5 of 8 items)"));
    CHECK(has(body, "<dd>When only the tag is new, decisions and money go on as before.</dd>"));
    CHECK(has(body, "untag it.</dd>"));
    CHECK(has(body, "<a href=\"https://example.org/amp\">Announcing Mission Public</a>"));
}

TEST_CASE("notes and reasons and evidence texts stay out unless asked for") {
    const Scorecard card = test::rich_card();
    for (const char* text : {"We argued about this one", "Board minute 14", "no market to shape"}) {
        CHECK_FALSE(has(body_of(card), text));
        CHECK(has(body_of(card, true), text));
    }
}

TEST_CASE("small roles are named and their figures not shown") {
    const std::string body = body_of(test::rich_card());
    CHECK(has(body, "<td class=\"withheld\">not shown</td>"));
    CHECK(has(body, "Not shown where too few people answered in that role: Partner."));
    // 10/3 of leaders and 3/2 of frontline on a scale from 0 to 4, in eighths: 6.67 and 3.
    CHECK(has(body, "<td class=\"heat-7\">"));
    CHECK(has(body, "<td class=\"heat-3\">"));
}

TEST_CASE("withheld and unknown and not applicable are said and not drawn as points") {
    const std::string body = body_of(test::rich_card());
    CHECK(has(body, "withheld<small>1.25 to 3.25</small>"));
    CHECK(has(body, "<span class=\"quiet\">not applicable</span>"));
    CHECK(has(body, "claimed range open"));
}

TEST_CASE("every drawn chart has words and every table a caption") {
    const std::string body = body_of(test::rich_card(), true);
    CHECK(count(body, "role=\"img\"") > 8);
    CHECK(count(body, "role=\"img\"") == count(body, "<title>"));
    for (std::size_t at = body.find("<svg"); at != std::string::npos; at = body.find("<svg", at + 1)) {
        const std::string tag = body.substr(at, body.find('>', at) - at);
        INFO(tag);
        CHECK((has(tag, "role=\"img\"") || has(tag, "aria-hidden=\"true\"")));
    }
    CHECK(count(body, "<table") == count(body, "<caption"));
}

TEST_CASE("a trend leaves the line open across a series break") {
    const std::string body = body_of(test::rich_card());
    // Four readings, a break before the second, so two lines; the other indicator has two readings and one line.
    CHECK(count(body, "class=\"course\"") == 3);
    CHECK(count(body, "<circle class=\"reading\"") == 6);
    CHECK(has(body, "not comparable with the reading before; new survey"));
}

TEST_CASE("one person is a first look with signs and next steps before the reading") {
    Scorecard card = test::rich_card();
    card.first_look = true;
    const std::string body = body_of(card);
    CHECK(has(body, first_look_line()));
    CHECK(has(body, "One person&#39;s answers") == false);
    CHECK(has(body, "One person's answers show where to look"));
    CHECK(body.find("id=\"next-steps\"") < body.find("id=\"reading\""));
    CHECK_FALSE(has(body, "What to do on Monday"));
}

TEST_CASE("a card with next to nothing in it still makes a whole page") {
    const std::string body = body_of(test::minimal_card());
    CHECK(has(body, "id=\"reading\""));
    CHECK(has(body, "id=\"method\""));
    CHECK_FALSE(has(body, "<ul class=\"dots\"></ul>"));
    CHECK_FALSE(has(body, "<tbody></tbody>"));
}

TEST_CASE("hostile texts stay texts on a page") {
    const Scorecard card = test::hostile_card();
    const std::string page = report_as_html(card, {{}, true});
    for (const char* part : {"<script", "<b>bold", "javascript:", "\x1B", "\x80 ", "\xE2\x80\xAE"}) {
        CHECK_FALSE(has(page, part));
    }
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("the same card makes the same page") {
    const Scorecard card = test::rich_card();
    CHECK(report_as_html(card, {}) == report_as_html(card, {}));
}

TEST_CASE("a house style brings its accent and its logo") {
    PageStyle style;
    style.house.accent = parse_colour("#1f5fa8");
    style.house.logo = Logo{"image/png", "abc"};
    const std::string page = report_as_html(test::rich_card(), style);
    CHECK(has(page, "--accent:#1f5fa8"));
    CHECK(has(page, "<img class=\"logo\" src=\"data:image/png;base64,YWJj\" alt=\"\">"));
}
