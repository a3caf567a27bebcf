#include "report/html_page.hpp"

#include "catch.hpp"
#include "text/hash.hpp"

using namespace waymark;

namespace {

std::string written(const html::Frame& frame) {
    return html::page(frame, [](html::Markup& markup) { markup.leaf("main", {{"id", "main"}}, "Hello"); });
}

std::string between(const std::string& text, const std::string& start, const std::string& end) {
    const std::size_t from = text.find(start) + start.size();
    return text.substr(from, text.find(end, from) - from);
}

}  // namespace

TEST_CASE("the policy of a page allows its own style sheet and nothing else") {
    const std::string page = written({"Title", "Foot", {}});
    const std::string style = between(page, "<style>", "</style>");
    CHECK(page.find("default-src &#39;none&#39;; style-src &#39;sha256-" + sha256_base64(style) + "&#39;") !=
          std::string::npos);
    CHECK(page.find("script") == std::string::npos);
    CHECK(style.find("url(") == std::string::npos);
    CHECK(style.find("@import") == std::string::npos);
}

TEST_CASE("title and foot cannot leave their places") {
    const std::string hostile = "</title></style><script>alert(1)</script>\"}";
    const std::string page = written({hostile, hostile, {}});
    CHECK(page.find("<script") == std::string::npos);
    CHECK(between(page, "<style>", "</style>").find("<") == std::string::npos);
}

TEST_CASE("an accent is made readable on light and on dark paper") {
    html::Frame frame = {"Title", "", {}};
    frame.house.accent = parse_colour("#ffee00");
    const std::string page = written(frame);
    CHECK(page.find("\n:root{--accent:#ffee00}") == std::string::npos);
    CHECK(page.find("{:root{--accent:#ffee00}}") != std::string::npos);
}

TEST_CASE("the style sheet carries no comments and no idle spaces and keeps its strings") {
    const std::string style = between(written({"Title", "Foot", {}}), "<style>", "</style>");
    CHECK(style.find("/*") == std::string::npos);
    CHECK(style.find("  ") == std::string::npos);
    CHECK(style.find("content:counter(page) \" / \" counter(pages)") != std::string::npos);
    CHECK(style.find("content:\" (\" attr(href) \")\"") != std::string::npos);
    CHECK(style.find("width:calc(100% - 2rem)") != std::string::npos);
    CHECK(style.find(".body > * + *{margin-top:1.5rem;}") != std::string::npos);
    CHECK(style.find("@container (min-width:32rem){") != std::string::npos);
}
