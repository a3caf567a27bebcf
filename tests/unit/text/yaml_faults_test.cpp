#include <ctime>

#include "catch.hpp"
#include "text/yaml.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

namespace {

std::string found_in(std::string text) {
    Reading file(std::move(text));
    file.yaml();
    CHECK_FALSE(file.root.has_value());
    return file.found();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

// Of this process: other work on the machine does not count.
double seconds_since(std::clock_t start) {
    return static_cast<double>(std::clock() - start) / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace

TEST_CASE("a key written twice is shown where it is written again", "[yaml]") {
    Reading file("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n\"a\": 5\n");
    file.yaml();
    CHECK_FALSE(file.root);
    CHECK(file.found() == "Y007 5:3+1; Y007 6:1+1; Y007 7:1+3");
    CHECK(file.list[0].message == "the key 'c' is written twice");
    CHECK(file.list[0].help == "remove one of them; the first is in line 3");
    CHECK(file.list[1].help == "remove one of them; the first is in line 1");
    CHECK(found_in("{a: 1, b: 2, a: 3}\n") == "Y007 1:14+1");
}

TEST_CASE("bytes that are not UTF-8 are shown", "[yaml]") {
    CHECK(found_in("a: é\nb: caf\xE9\n") == "Y001 2:7+1");
    CHECK(found_in("a: é\xC3") == "Y001 1:5+1");             // cut off within a character
    CHECK(found_in("a: \xC0\xAF") == "Y001 1:4+1");          // overlong
    CHECK(found_in("a: \xED\xA0\x80") == "Y001 1:4+1");      // a surrogate
    CHECK(found_in("a: \xF5\x80\x80\x80") == "Y001 1:4+1");  // beyond U+10FFFF
    Reading utf16(
        std::string("\xFF\xFE"
                    "a\0:\0",
                    6));
    utf16.yaml();
    CHECK(utf16.found() == "Y001 1:1+1");
    CHECK(utf16.list[0].message == "the file is written in UTF-16, not in UTF-8");
    Reading utf32(std::string("\xFF\xFE\0\0a\0\0\0", 8));
    utf32.yaml();
    CHECK(utf32.list[0].message == "the file is written in UTF-32, not in UTF-8");
}

TEST_CASE("control characters are shown", "[yaml]") {
    CHECK(found_in(std::string("a: x\0y\n", 7)) == "Y002 1:5+1");
    CHECK(found_in("a: 1\nb: \x1B[31mred\n") == "Y002 2:4+1");
    CHECK(found_in("a: 1\rb: 2\n") == "Y002 1:5+1");
    CHECK(found_in("a: \x7F\n") == "Y002 1:4+1");
    CHECK(found_in("é: \xC2\x9B"
                   "2J\n") == "Y002 1:4+1");
    CHECK(found_in("a: 1\n\x04\nb: 2\n") == "Y002 2:1+1");  // where yaml-cpp would silently stop
}

TEST_CASE("limits are kept", "[yaml]") {
    CHECK(Reading("a: [1, 2, 3]\n").yaml({.bytes = 12}).found() == "Y003 0:0+0");
    CHECK(Reading("a: [1, 2, 3]\n").yaml({.nodes = 4}).found() == "Y003 1:8+1");
    CHECK(Reading("a: [1, 2, 3]\n").yaml({.nodes = 6}).root.has_value());
    CHECK(Reading("a: [[1]]\n").yaml({.depth = 3}).root.has_value());
    CHECK(Reading("a: [[1]]\n").yaml({.depth = 2}).found() == "Y004 1:5+1");
    CHECK(Reading("- - - 1\n").yaml({.depth = 2}).found() == "Y004 1:5+1");
}

TEST_CASE("an empty file says so", "[yaml]") {
    for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "~\n", "\xEF\xBB\xBF"}) {
        INFO(text);
        CHECK(found_in(text) == "Y005 0:0+0");
    }
}

TEST_CASE("anchors, aliases, merge keys and tags are refused where they stand", "[yaml]") {
    CHECK(found_in("a: &x 1\nb: *x\n") == "Y008 1:4+1; Y008 2:4+1");
    CHECK(found_in("a: *important*\n") == "Y008 1:4+1");
    CHECK(found_in("a: &x [*x]\n") == "Y008 1:4+1; Y008 1:8+1");
    CHECK(found_in("a: 1\n<<: {b: 2}\n") == "Y008 2:1+2");
    CHECK(found_in("a: !!str 1\nb: ! x\nc: !own {d: 1}\n") == "Y009 1:4+1; Y009 2:4+1; Y009 3:4+1");
}

TEST_CASE("only one document is read", "[yaml]") {
    CHECK(found_in("a: 1\n---\nb: 2\n") == "Y010 2:1+3");
    CHECK(found_in("a: 1\n\n--- # more\nb: 2\n") == "Y010 3:1+3");
    CHECK(found_in("{a: 1}\n}\n") == "Y006 2:1+1");
    CHECK(found_in("{a: 1}\nb\n") == "Y006 2:1+1");
}

TEST_CASE("a quote that is not closed is shown where it opens", "[yaml]") {
    CHECK(found_in("a: 1\nb: \"x\nc: 2\n") == "Y011 2:4+2");
    CHECK(found_in("a: 1\nb: 'x\nc: 2\n") == "Y011 2:4+2");
    CHECK(found_in("a: \"x") == "Y006 1:6+1");
    Reading swallowed("a: \"x\nb: 2\nc: \"y\"\n");
    swallowed.yaml();
    CHECK(swallowed.found() == "Y011 1:4+2");
    CHECK(swallowed.list[0].message == "the quote opened here is still open in line 2");
    CHECK(found_in("list:\n  - a: 'x\n    b: 2\n    c: 'y'\n") == "Y011 2:8+2");
}

TEST_CASE("a key without a colon is shown", "[yaml]") {
    CHECK(found_in("a: 1\nlast\n") == "Y012 2:1+4");
    CHECK(found_in("a: 1\nlast") == "Y012 2:1+4");
    CHECK(found_in("a: 1\nlast\n  words\n") == "Y012 2:1+4");
    CHECK(found_in("a: {b, c: 1}\n") == "Y012 1:5+1");
    CHECK(Reading("a: 1\nlast:").yaml().root.has_value());
    CHECK(Reading("a: 1\n\"last\" :\n").yaml().root.has_value());
}

TEST_CASE("a key that is no plain word is shown", "[yaml]") {
    CHECK(found_in("[a, b]: 1\n") == "Y013 1:1+1");
    CHECK(found_in("a: 1\n{b: c}: 1\n") == "Y013 2:1+1");
    CHECK(found_in("~: 1\n") == "Y013 1:1+1");
    CHECK(found_in("null: 1\n") == "Y013 1:1+1");
}

TEST_CASE("what is no YAML is shown with its likely cause", "[yaml]") {
    struct Fault {
        const char* text;
        const char* found;
        const char* message;
    };
    const Fault faults[] = {
        {"title: Homes: a mission\n", "Y006 1:13+1", "a second ': ' stands in this line"},
        {"a:\n\tb: 1\n", "Y006 2:1+1", "a tab indents this line"},
        {"a: @x\n", "Y006 1:4+1", "text cannot begin with '@' here"},
        {"a:\n  b: 1\n c: 2\n", "Y006 3:2+1", "this line does not line up with the lines before it"},
        {"a: [1, 2\nb: 3\n", "Y006 1:4+1", "the bracket opened here is not closed properly"},
        {"a: 1\n]\n", "Y006 2:1+1", "this line does not line up with the lines before it"},
    };
    for (const Fault& fault : faults) {
        INFO(fault.text);
        Reading file(fault.text);
        file.yaml();
        CHECK(file.found() == fault.found);
        REQUIRE_FALSE(file.list.empty());
        CHECK(file.list[0].message == fault.message);
        CHECK_FALSE(file.list[0].help.empty());
    }
}

TEST_CASE("ten thousand open brackets are one clear finding", "[yaml]") {
    for (const char* piece : {"[", "{", "[ ", "[\n", "{a: ", "- ", "? ", "[{"}) {
        INFO(piece);
        const std::string found = found_in(repeated(piece, 10000 * std::string_view(piece).size()));
        CHECK(found.substr(0, 4) == "Y004");
        CHECK(found.find(';') == std::string::npos);
    }
}

TEST_CASE("a file full of mistakes stops after enough of them", "[yaml]") {
    Reading file(repeated("a: 1\n", 50000));
    file.yaml();
    CHECK_FALSE(file.root);
    CHECK(file.list.size() <= 200);
}

TEST_CASE("hostile files end soon", "[yaml]") {
    const char* pieces[] = {"[",   "- ",  "{a: ", "\"",   "'", "a,", "?",   ": ",   "!a ",
                            "&a ", "*a ", "#\n",  "- \n", ",", "\n", "a\n", "\"\n", "a: [\n"};
    for (const char* piece : pieces) {
        INFO(piece);
        const std::clock_t start = std::clock();
        Reading(repeated(piece, 300000)).yaml();
        CHECK(seconds_since(start) < 30);  // even with sanitizers; what is quadratic would take hours
    }
}

TEST_CASE("one very long line is read in linear time", "[yaml]") {
    const std::clock_t start = std::clock();
    Reading file("[" + repeated("aé,", 1000000) + "a]\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.root->items.back().span.column == 750002);
    CHECK(seconds_since(start) < 30);
}
