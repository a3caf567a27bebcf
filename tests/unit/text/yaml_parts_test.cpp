// A file read in parts at the same time has the tree and the findings of the file read whole.
#include <limits>

#include "catch.hpp"
#include "unit/frameworks/shipped.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

namespace {

YamlLimits parts_from(std::size_t bytes) {
    YamlLimits limits;
    limits.whole_below = bytes;
    return limits;
}

void check_same(const std::string& text, const YamlLimits& limits = {}) {
    INFO(text.substr(0, 300));
    YamlLimits in_parts = limits;
    in_parts.whole_below = 0;
    YamlLimits all_at_once = limits;
    all_at_once.whole_below = std::numeric_limits<std::size_t>::max();
    Reading parted(text);
    Reading whole(text);
    parted.yaml(in_parts);
    whole.yaml(all_at_once);
    CHECK(parted.root == whole.root);
    CHECK(parted.found() == whole.found());
}

}  // namespace

TEST_CASE("parts of a file have the keys and places of the whole", "[yaml]") {
    Reading file("a: 1\nlist:\n- x\n- y: z\nnote: |+\n  two\n\nlast: {b: [c]}\n\n\n# end\n");
    file.yaml(parts_from(0));
    REQUIRE(file.root);
    CHECK(file.list.empty());
    REQUIRE(file.root->keys.size() == 4);
    CHECK(place(file.root->find("list")->items[1].find_key("y")->span) == "4:3+1");
    CHECK(file.root->find("note")->text == "two\n\n");
    CHECK(place(file.root->find("last")->find("b")->items[0].span) == "8:12+1");
}

TEST_CASE("what only the whole can tell is told of the whole", "[yaml]") {
    check_same("a: 1\nb: 2\na: 3\nb: 4\n");             // twice, once in each half
    check_same("{a: 1}\nb: 2\n");                       // brackets end the file
    check_same("{a: 1,\nb: 2,\nc: 3}\n");               // one mapping in brackets
    check_same("  a: 1\nb: 2\n");                       // two depths
    check_same("a: \"one\nb: two\"\nc: 3\n");           // a quote over the middle
    check_same("a: 'one\nb: two\nc: 3\n");              // a quote never closed
    check_same("a: [1,\nb: 2,\nc]\n");                  // a bracket over the middle
    check_same("a: &x 1\nb: *x\nc: *y\n");              // names of other places
    check_same("a: 1\n---\nb: 2\n");                    // two documents
    check_same("a: 1\n...\nb: 2\n");                    // an end, and more
    check_same("%YAML 1.2\n---\na: 1\nb: 2\n");         // a directive
    check_same("a: 1\nb: |\n  text\nc: |\ntext: 5\n");  // blocks
    check_same("a:\nb:\nc:\n");                         // nothing but keys
    check_same("# nothing\n\n# at all\nb: 1\n");        // nothing in one half
    check_same("- a\n- b\nc: 1\n");                     // a list, then a key
    check_same("a: 1\nwords |\n  more\nb: 2\n");        // words that go on over the middle
    check_same("just words\nb: 1\n");                   // words, then a key
    check_same("a: 1\r\nb:\r\n- 2\r\nc: 3\r\n");        // Windows
    check_same(
        "\xEF\xBB\xBF"
        "a: é\nb: 2\nc: 3\n");             // a byte-order mark
    check_same("a: 1\nb:2\nc: 3\n");       // a key that is none
    check_same("a: 1\n? b\n: 2\nc: 3\n");  // a key in its long form
}

TEST_CASE("prose that only looks as if it stood by itself is read with the whole", "[yaml]") {
    const std::string prose = "words that go on for a while";
    const auto before_the_end = [&](const std::string& text) { check_same("a: 1\n" + text + "z: 2\n"); };
    before_the_end("b: " + prose + "\n");
    before_the_end("b: " + prose + "\n  and on\n");            // over two lines
    before_the_end("b: " + prose + "\n\n\n  and on\n");        // over an empty one
    before_the_end("b: " + prose + "\n  # a comment\n");       // beside a comment
    before_the_end("b: " + prose + "\n  c: " + prose + "\n");  // a key that cannot stand there
    before_the_end("b: {\n  c: " + prose + ", d\n  }\n");      // in brackets
    before_the_end("b: [\nc: " + prose + "\n]\n");             // in brackets, at the margin
    before_the_end("b: |\n  c: " + prose + "\n");              // in a block
    before_the_end("b:\n- |\n c: " + prose + "\n");            // in a block of a list
    before_the_end("b: \"\n  c: " + prose + "\"\n");           // in quotes
    before_the_end("b: '\nc: " + prose + "'\n");               // in quotes, at the margin
    before_the_end("b: x\nc: x\n- d: " + prose + "\n");        // in a list that cannot stand there
    before_the_end("? " + prose + "\n: b\n");                  // as a key
    before_the_end("b: >-\n  c\n  d\n");                       // blocks: one that is plain
    before_the_end("b: >-\n  c\n\n  d\n");                     // with an empty line
    before_the_end("b: >-\n  c\n\n\n");                        // with empty lines behind it
    before_the_end("b: >-\n  c\n    d\n");                     // with a deeper line
    before_the_end("b: >-\n    c\n  d\n");                     // with a line that is less deep
    before_the_end("b: >-\n  c \n  d\n");                      // with a blank at an end
    before_the_end("b: >-\n  # c\n  d: " + prose + "\n");      // of what looks like something else
    before_the_end("b: >-\n");                                 // with nothing in it
    before_the_end("b: >-\nc: 1\n");                           // with nothing in it, before a key
    before_the_end("- b: >-\n  c\n");                          // as deep as its key
    before_the_end("b: >-\n  " + prose + "\n\t\n");            // with a tab behind it
    check_same("a: 1\nb: >-\n  c\n  d");                       // at the end of a file
    check_same("a: 1\nb: " + prose);
}

TEST_CASE("limits hold for the whole also when it is read in parts", "[yaml]") {
    for (std::size_t nodes = 3; nodes < 12; ++nodes) {
        YamlLimits limits;
        limits.nodes = nodes;
        check_same("a: [1, 2]\nb: [3, 4]\n", limits);
    }
}

TEST_CASE("every shipped file cut anywhere reads the same in parts", "[yaml]") {
    for (const char* name : {"frameworks/mission-maturity.yaml", "frameworks/mission-quick.test.yaml"}) {
        const std::string text = text_of_file(name);
        REQUIRE(text.size() > 20000);
        check_same(text);
        for (std::size_t end = 1000; end < text.size(); end += text.size() / 23) check_same(text.substr(0, end));
    }
}
