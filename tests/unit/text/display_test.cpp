#include "text/display.hpp"

#include "catch.hpp"
#include "text/in_place.hpp"

using namespace waymark;

TEST_CASE("text is made safe to print", "[display]") {
    CHECK(printable("plain") == "plain");
    std::string row = "x";
    append_printable(row, "a\x1b");
    CHECK(row == "xa\uFFFD");
    CHECK(is_printable("d\u00E9j\u00E0"));
    CHECK_FALSE(is_printable("a\nb"));
    CHECK_FALSE(is_printable("\u202E"));
    CHECK_FALSE(is_printable("\xE9"));
    CHECK(printable("a\nb\tc") == "a b c");
    CHECK(printable("a\nb\tc", true) == "a\nb\tc");
    CHECK(printable("a\r\nb") == "a b");
    CHECK(printable("a\r\nb", true) == "a\nb");
    CHECK(printable("a\rb") == "a\uFFFDb");
    CHECK(printable("\x1B[31m") == "\uFFFD[31m");
    CHECK(printable(std::string_view("a\0b", 3)) == "a\uFFFDb");
    CHECK(printable("\x7F") == "\uFFFD");
    CHECK(printable("\xC2\x9B") == "\uFFFD");
    CHECK(printable("\u202Eevil\u2066") == "\uFFFDevil\uFFFD");
    CHECK(printable("caf\xE9!") == "caf\uFFFD!");
    CHECK(printable("ünï€漢🙂") == "ünï€漢🙂");
    CHECK(printable("\n", true) == "\n");
}

TEST_CASE("UTF-8 is checked strictly", "[display]") {
    CHECK(is_valid_utf8(""));
    CHECK(is_valid_utf8("ünï€漢🙂"));
    CHECK_FALSE(is_valid_utf8("\xC3"));
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
    CHECK_FALSE(is_valid_utf8("a\x80"));
}

TEST_CASE("width is that of a terminal", "[display]") {
    CHECK(characters("né🙂") == 3);
    CHECK(display_width("") == 0);
    CHECK(display_width("plain") == 5);
    CHECK(display_width("né") == 2);
    CHECK(display_width("ne\u0301") == 2);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("🙂") == 2);
    CHECK(display_width("👩\u200D👩\u200D👧") == 2);
    CHECK(display_width("🇬🇧🇩🇪") == 4);
    CHECK(display_width("…") == 1);
    CHECK(display_width("█░") == 2);
}

TEST_CASE("text is cut and padded by width", "[display]") {
    CHECK(cut_to_width("mission", 7) == "mission");
    CHECK(cut_to_width("mission", 6) == "missi…");
    CHECK(cut_to_width("mission", 6, false) == "mis...");
    CHECK(cut_to_width("a bigger", 3) == "a…");
    CHECK(cut_to_width("漢字漢字", 4) == "漢…");
    CHECK(cut_to_width("漢字漢字", 5) == "漢字…");
    CHECK(cut_to_width("mission", 0).empty());
    CHECK(cut_to_width("mission", 2, false) == "..");
    CHECK(cut_to_width("ne\u0301e", 2) == "n…");
    CHECK(pad_to_width("né", 4) == "né  ");
    CHECK(pad_to_width("漢", 3) == "漢 ");
    CHECK(pad_to_width("long", 2) == "long");
}

TEST_CASE("text is wrapped at spaces", "[display]") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("", 10).empty());
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one  two\nthree", 20) == Lines{"one two three"});
    CHECK(wrap("one\n\ntwo", 20) == Lines{"one", "", "two"});
    CHECK(wrap("\n\none\n\n\n\ntwo\n", 20) == Lines{"one", "", "two"});
    CHECK(wrap("a extraordinarily b", 5) == Lines{"a", "extraordinarily", "b"});
    CHECK(wrap("漢字 漢字", 4) == Lines{"漢字", "漢字"});
    CHECK(wrap("漢字 漢字", 9) == Lines{"漢字 漢字"});
}

TEST_CASE("text is brought down to ASCII", "[display]") {
    CHECK(to_ascii("“it’s” – well…") == "\"it's\" - well...");
    CHECK(to_ascii("Möller naïve Łódź") == "Moller naive ?odz");
    CHECK(to_ascii("½ ≥ ×") == "1/2 >= x");
    CHECK(to_ascii("漢") == "?");
    CHECK(to_ascii("a\u00A0b") == "a b");
    CHECK(to_ascii("\xFF") == "?");
    CHECK(to_ascii("£3.1m") == "GBP 3.1m");
}

TEST_CASE("Markdown shows text as it is", "[display]") {
    CHECK(escape_markdown("plain text, 3.5 - ok.") == "plain text, 3.5 - ok.");
    CHECK(escape_markdown("*bold* _it_ `c` [x](y)") == "\\*bold\\* \\_it\\_ \\`c\\` \\[x\\](y)");
    CHECK(escape_markdown("<b>&amp;") == "\\<b\\>\\&amp;");
    CHECK(escape_markdown("a|b") == "a\\|b");
    CHECK(escape_markdown("# no heading") == "\\# no heading");
    CHECK(escape_markdown("- no list") == "\\- no list");
    CHECK(escape_markdown("1. no list") == "1\\. no list");
    CHECK(escape_markdown("two\nlines") == "two lines");
    CHECK(escape_markdown("2026") == "2026");
}

TEST_CASE("letters that run from right to left are noticed", "[display]") {
    for (const char* text : {"שאלה", "see: مرحبا", "a שלום b", "\U0001E900"}) CHECK(runs_from_right(text));
    for (const char* text : {"", "plain", "é漢字🙂", "١٢٣", "\xD7"}) CHECK_FALSE(runs_from_right(text));
}
