#include "report/markup.hpp"

#include "catch.hpp"
#include "report/html_parts.hpp"
#include "report/html_plot.hpp"

using namespace waymark;
using html::Markup;

TEST_CASE("elements close in reverse order at the end of their scope") {
    Markup markup;
    {
        const auto outer = markup.in("section", {{"id", "a"}});
        const auto inner = markup.in("p");
        markup.leaf("b", "x<y");
        markup.text(" & z");
    }
    CHECK(std::move(markup).take() == "<section id=\"a\">\n<p><b>x&lt;y</b> &amp; z</p></section>");
}

TEST_CASE("addresses that could run or fetch something are left out with their attribute") {
    Markup markup;
    markup.leaf("a", {{"href", "javascript:alert(1)"}, {"class", "x"}}, "t");
    markup.empty("img", {{"src", "https://example.org/spy.png"}, {"alt", ""}});
    CHECK(std::move(markup).take() == "<a class=\"x\">t</a>\n<img alt=\"\">");
}

TEST_CASE("a table has a caption and scopes and leaves out cells without a column") {
    Markup markup;
    html::table(markup, {"Signs", {{"Name", ""}, {"Number", "number"}}, {{"<b>", "2", "surplus"}}});
    const std::string page = std::move(markup).take();
    CHECK(page.find("<caption>Signs</caption>") != std::string::npos);
    CHECK(page.find("<th scope=\"row\">&lt;b&gt;</th>") != std::string::npos);
    CHECK(page.find("<td class=\"number\">2</td>") != std::string::npos);
    CHECK(page.find("surplus") == std::string::npos);
}

TEST_CASE("what has no content leaves no trace") {
    Markup markup;
    html::table(markup, {"Empty", {{"Name", ""}}, {}});
    html::items(markup, {});
    html::fact(markup, "Label", "");
    html::prose(markup, "  \n\n ");
    CHECK(std::move(markup).take().empty());
}

TEST_CASE("prose keeps paragraphs") {
    Markup markup;
    html::prose(markup, "one\ntwo\n\nthree");
    CHECK(std::move(markup).take() == "<p>one two</p>\n<p>three</p>");
}

TEST_CASE("a plot places claim and evidence by their share of the scale") {
    Markup markup;
    const CardScore claimed = {Rational(3), Interval{2, 4}, false, 5, 6};
    const CardScore evidenced = {Rational(1), Interval{1, 1}, false, 6, 6};
    html::plot(markup, {0, 4, {{"low", "Low", 0}}}, {claimed, evidenced, std::nullopt, "claimed 3, evidenced 1"});
    const std::string drawn = std::move(markup).take();
    CHECK(drawn.find("<title>claimed 3, evidenced 1</title>") != std::string::npos);
    CHECK(drawn.find("<line class=\"claimed range\" x1=\"50%\" x2=\"100%\"") != std::string::npos);
    CHECK(drawn.find("<circle class=\"claimed point\" cx=\"75%\"") != std::string::npos);
    CHECK(drawn.find("<circle class=\"evidenced point\" cx=\"25%\"") != std::string::npos);
    CHECK(drawn.find("evidenced range") == std::string::npos);
    CHECK(drawn.find("<rect class=\"gap\" x=\"25%\" width=\"50%\"") != std::string::npos);
}

TEST_CASE("a withheld score is drawn as an open range without a point or a gap") {
    Markup markup;
    const CardScore withheld = {std::nullopt, Interval{1, 3}, true, 1, 6};
    const CardScore evidenced = {Rational(1), Interval{1, 1}, false, 6, 6};
    html::plot(markup, {0, 4, {}}, {withheld, evidenced, std::nullopt, "withheld"});
    const std::string drawn = std::move(markup).take();
    CHECK(drawn.find("<line class=\"claimed range open\" x1=\"25%\" x2=\"75%\"") != std::string::npos);
    CHECK(drawn.find("claimed point") == std::string::npos);
    CHECK(drawn.find("class=\"gap\"") == std::string::npos);
}
