// `waymark report -f html`: one file, the same each time, in the style of a house.
#include "catch.hpp"
#include "program.hpp"

namespace {

const std::string kHeating = WAYMARK_SOURCE_DIR "/examples/home-heating/assessment.yaml";
const std::string kSchool = WAYMARK_SOURCE_DIR "/examples/school-readiness/assessment.yaml";

std::string page_of(std::vector<std::string> more) {
    more.insert(more.begin(), {"report", kHeating, "-f", "html"});
    const Outcome outcome = waymark(more);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

}  // namespace

TEST_CASE("html: a page is one file below 300 kB and the same each time") {
    const std::string page = page_of({});
    CHECK(page == page_of({}));
    CHECK(page.size() < 300'000);
    CHECK(page.starts_with("<!DOCTYPE html>\n"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<link"));
    CHECK_FALSE(has(page, "src="));
    CHECK(waymark({"report", kSchool, "-f", "html"}).out.size() < 300'000);
}

TEST_CASE("html: a saved scorecard gives the same page without its framework") {
    Folder folder;
    const std::string saved = folder.path("card.json");
    CHECK(waymark({"report", kHeating, "-f", "json", "-o", saved}).status == 0);
    CHECK(waymark({"report", saved, "-f", "html"}).out == page_of({}));
}

TEST_CASE("html: notes are in the page only when asked for") {
    CHECK_FALSE(has(page_of({}), "What people wrote"));
    CHECK(has(page_of({"--with-notes"}), "What people wrote"));
}

TEST_CASE("html: an accent must be a colour") {
    CHECK(has(page_of({"--accent", "#1f5fa8"}), "--accent:#1f5fa8"));
    for (const char* bad : {"red", "#12", "url(http://example.org)"}) {
        const Outcome outcome = waymark({"report", kHeating, "-f", "html", "--accent", bad});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, "is not a colour like #1f5fa8"));
    }
}

TEST_CASE("html: a logo must be a small PNG or JPEG") {
    Folder folder;
    const std::string svg = folder.write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    const Outcome refused = waymark({"report", kHeating, "-f", "html", "--logo", svg});
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(has(refused.err, "neither a PNG nor a JPEG"));
    CHECK(waymark({"report", kHeating, "-f", "html", "--logo", folder.path("none.png")}).status == 2);
    const std::string large = folder.write("large.png", std::string(70'000, 'x'));
    CHECK(has(waymark({"report", kHeating, "-f", "html", "--logo", large}).err, "64 kB"));
}

TEST_CASE("html: nothing is left of a page that could not be written") {
    Folder folder;
    const Outcome outcome = waymark({"report", kHeating, "-f", "html", "-o", folder.path("none/page.html")});
    CHECK(outcome.status == 3);
    CHECK(folder.names().empty());
}
