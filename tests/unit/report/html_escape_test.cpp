#include "report/html_escape.hpp"

#include "catch.hpp"

using namespace waymark;

TEST_CASE("text between tags cannot open a tag or an entity") {
    CHECK(html::text("<script>alert(1)</script> & \"'") == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"'");
    CHECK(html::text("&lt;") == "&amp;lt;");
    CHECK(html::text("Größe 温かい") == "Größe 温かい");
}

TEST_CASE("text cannot carry control characters or turn the direction of writing") {
    CHECK(html::text(std::string_view("a\0b", 3)) ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(html::text("a\x1B[31mb") == "a\xEF\xBF\xBD[31mb");
    CHECK(html::text("a\u202Eb") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(html::text("a\xFF") == "a\xEF\xBF\xBD");
    CHECK(html::text("a\nb\tc") == "a b c");
}

TEST_CASE("a value cannot leave its quotes") {
    CHECK(html::attribute("\" onload=\"x") == "&#34; onload=&#34;x");
    CHECK(html::attribute("'`<>&") == "&#39;&#96;&lt;&gt;&amp;");
}

TEST_CASE("a CSS string keeps letters and digits and names every other ASCII character by number") {
    CHECK(html::css_string("Team 7") == "\"Team 7\"");
    CHECK(html::css_string("\"}</style>") == "\"\\22 \\7d \\3c \\2f style\\3e \"");
    CHECK(html::css_string("a\\") == "\"a\\5c \"");
    CHECK(html::css_string("Größe") == "\"Größe\"");
    CHECK(html::css_string("a\nb") == "\"a b\"");
}

TEST_CASE("only web addresses and places on the page become links") {
    CHECK(html::url("https://example.org/a?b=1&c=2#d") == "https://example.org/a?b=1&amp;c=2#d");
    CHECK(html::url("HTTP://example.org") == "HTTP://example.org");
    CHECK(html::url("#main") == "#main");
    CHECK(html::url("javascript:alert(1)").empty());
    CHECK(html::url(" https://example.org").empty());
    CHECK(html::url("https://example.org/\" onclick=\"x").empty());
    CHECK(html::url("https://example.org/\n").empty());
    CHECK(html::url("data:text/html,x").empty());
    CHECK(html::url("//example.org").empty());
    CHECK(html::url("#").empty());
    CHECK(html::url("").empty());
}

TEST_CASE("only PNG and JPEG data become pictures") {
    CHECK(html::picture("data:image/png;base64,iVBORw0KGgo=") == "data:image/png;base64,iVBORw0KGgo=");
    CHECK(html::picture("data:image/jpeg;base64,/9j/") == "data:image/jpeg;base64,/9j/");
    CHECK(html::picture("data:image/svg+xml;base64,AAAA").empty());
    CHECK(html::picture("https://example.org/a.png").empty());
    CHECK(html::picture("data:image/png;base64,AA\" onerror=\"x").empty());
}

TEST_CASE("names of places are plain and differ where the ids differ") {
    CHECK(html::anchor("sign", "W01") == "sign-W01");
    CHECK(html::anchor("sign", "a b") == "sign-a_20b");
    CHECK(html::anchor("sign", "a_20b") == "sign-a_5f20b");
    CHECK(html::anchor("", "x\"y") == "x_22y");
}
