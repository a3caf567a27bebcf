#include "survey/written_value.hpp"

#include "catch.hpp"

using namespace waymark;

namespace {

std::string number(std::string_view text) {
    std::string room;
    return std::string(canonical_number(text, room));
}

std::string label(std::string_view text) {
    std::string room;
    return std::string(normalised_text(text, room));
}

std::string digits(std::string_view text) {
    const auto found = number_in_label(text);
    return found ? found->to_short(4) : "none";
}

}  // namespace

TEST_CASE("a number with a whole value is written as a whole number") {
    CHECK(number("10") == "10");
    CHECK(number("10.0") == "10");
    CHECK(number("1e1") == "10");
    CHECK(number("1.5e1") == "15");
    CHECK(number("250E-1") == "25");
    CHECK(number("-3.00") == "-3");
    CHECK(number("0") == "0");
    CHECK(number("-0") == "0");
    CHECK(number("0.000") == "0");
    CHECK(number("0e99") == "0");
}

TEST_CASE("other numbers lose the zeros that mean nothing") {
    CHECK(number("2.50") == "2.5");
    CHECK(number("0.5") == "0.5");
    CHECK(number("5e-3") == "0.005");
    CHECK(number("-1.25e1") == "-12.5");
    CHECK(number("12345678901234567890") == "12345678901234567890");
}

TEST_CASE("what is no plain number stays as it is") {
    for (const char* text : {"", "-", "1.", ".5", "1e", "1e+", "two", "1 ", "1e999999999999", "1e41", "1e-99", "NaN"}) {
        INFO(text);
        CHECK(number(text) == text);
    }
}

TEST_CASE("labels are compared without white space, tags, entities and capitals") {
    CHECK(label("  Strongly   agree\n5 ") == "strongly agree 5");
    CHECK(label("Java\t") == "java");
    CHECK(label("Laborers / Ayudantes<br />") == "laborers / ayudantes");
    CHECK(label("not<br>started") == "not started");
    CHECK(label("<b>Not</b> <i class=\"x\">yet</i>") == "not yet");
    CHECK(label("A&amp;B &lt;3 &quot;q&quot; &apos;") == "a&b <3 \"q\" '");
    CHECK(label("a&nbsp;b\xC2\xA0 c") == "a b c");
    CHECK(label("&#65;&#x42;") == "ab");
    CHECK(label("I don\xE2\x80\x99t know") == "i don't know");
    CHECK(label("") == "");
    CHECK(label(" \xE2\x80\x83 ") == "");
}

TEST_CASE("what only looks like a tag or an entity stays") {
    CHECK(label("a < b") == "a < b");
    CHECK(label("<3") == "<3");
    CHECK(label("a <b") == "a <b");
    CHECK(label("&unknown; &#0; &#xD800; &#1114112; AT&T") == "&unknown; &#0; &#xd800; &#1114112; at&t");
}

TEST_CASE("letters beyond ASCII keep their case, and broken bytes stay") {
    CHECK(label("\xC3\x84rger") == "\xC3\x84rger");
    CHECK(label("a\xFF") == "a\xFF");
}

TEST_CASE("a label's number is its only group of digits") {
    CHECK(digits("3 \xE2\x80\x93 Defined") == "3");
    CHECK(digits("Strongly agree\n5") == "5");
    CHECK(digits("level03") == "3");
    CHECK(digits("0") == "0");
    CHECK(digits("Defined") == "none");
    CHECK(digits("3 to 4") == "none");
    CHECK(digits("2.5") == "none");
    CHECK(digits("") == "none");
    CHECK(digits("12345678901234567890") == "none");
}
