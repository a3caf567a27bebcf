#include "text/yaml.hpp"

#include "catch.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

TEST_CASE("a tree has the values and their places", "[yaml]") {
    Reading file("# a comment\ntitle: Warm homes\nlevels:\n  - absent\n  - 'embedded'\nscale: {id: m, value: 1.5}\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.list.empty());
    const Node& root = *file.root;
    CHECK(root.kind == Node::Kind::mapping);
    REQUIRE(root.keys.size() == 3);
    CHECK(root.items.size() == 3);
    CHECK(place(root.keys[0].span) == "2:1+5");
    CHECK(root.find("title")->text == "Warm homes");
    CHECK(place(root.find("title")->span) == "2:8+10");
    CHECK_FALSE(root.find("title")->quoted);
    const Node* levels = root.find("levels");
    REQUIRE(levels->kind == Node::Kind::sequence);
    CHECK(place(levels->items[0].span) == "4:5+6");
    CHECK(levels->items[1].text == "embedded");
    CHECK(levels->items[1].quoted);
    CHECK(place(levels->items[1].span) == "5:5+10");
    const Node* scale = root.find("scale");
    CHECK(place(scale->span) == "6:8+1");
    CHECK(place(scale->find("value")->span) == "6:23+3");
    CHECK(root.find("nothing") == nullptr);
    CHECK(root.find_key("levels")->span.line == 3);
    CHECK(root.find_key("nothing") == nullptr);
}

TEST_CASE("columns count characters, not bytes", "[yaml]") {
    Reading file("é: {ü: „Wärme“, z: 1}\n");
    file.yaml();
    REQUIRE(file.root);
    const Node& inner = file.root->items[0];
    CHECK(place(inner.span) == "1:4+1");
    CHECK(place(inner.find("ü")->span) == "1:8+7");
    CHECK(place(inner.find_key("z")->span) == "1:17+1");
    CHECK(place(inner.find("z")->span) == "1:20+1");
}

TEST_CASE("a byte-order mark and CR LF change nothing", "[yaml]") {
    Reading file(
        "\xEF\xBB\xBF"
        "a: 1\r\nb: two words\r\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(place(file.root->find("a")->span) == "1:4+1");
    CHECK(file.root->find("b")->text == "two words");
    CHECK(place(file.root->find("b")->span) == "2:4+9");
    CHECK(file.source.line(2) == "b: two words");
}

TEST_CASE("a value that is not there has its key's place", "[yaml]") {
    Reading file("a:\n\nb: ~\nc: null\nd: \"null\"\nlist:\n  -\n  - x\n  - # later\n\n  - ~\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.root->find("a")->kind == Node::Kind::null);
    CHECK(place(file.root->find("a")->span) == "1:1+1");
    CHECK(place(file.root->find("b")->span) == "3:1+1");
    CHECK(file.root->find("c")->kind == Node::Kind::null);
    CHECK(file.root->find("d")->kind == Node::Kind::scalar);
    const Node* list = file.root->find("list");
    REQUIRE(list->items.size() == 4);
    CHECK(list->items[0].kind == Node::Kind::null);
    CHECK(place(list->items[0].span) == "7:3+1");
    CHECK(place(list->items[2].span) == "9:3+1");
    CHECK(place(list->items[3].span) == "11:5+1");
}

TEST_CASE("longer texts may run over lines", "[yaml]") {
    Reading file(
        "a: one\n  two\nb: \"three\n  four\"\nc: |\n  five\n  six: seven\nd: >-\n  eight\n  nine\ne: 'it''s'\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.root->find("a")->text == "one two");
    CHECK(place(file.root->find("a")->span) == "1:4+3");
    CHECK(file.root->find("b")->text == "three four");
    CHECK(place(file.root->find("b")->span) == "3:4+6");
    CHECK(file.root->find("c")->text == "five\nsix: seven\n");
    CHECK(file.root->find("c")->quoted);
    CHECK(file.root->find("d")->text == "eight nine");
    CHECK(file.root->find("e")->text == "it's");
    CHECK(place(file.root->find("e")->span) == "11:4+7");
}

TEST_CASE("words that mean yes or no elsewhere stay as they are written", "[yaml]") {
    Reading file("a: no\nb: on\nc: 012\nd: 1e3\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.root->find("a")->text == "no");
    CHECK(file.root->find("b")->text == "on");
    CHECK(file.root->find("c")->text == "012");
    CHECK(file.root->find("d")->text == "1e3");
}

TEST_CASE("JSON is YAML too", "[yaml]") {
    Reading file("{\n  \"a\": [1, \"two\\u0021\", true, null],\n  \"b\": {\"c\": -0.5}\n}\n");
    file.yaml();
    REQUIRE(file.root);
    const Node* a = file.root->find("a");
    REQUIRE(a->items.size() == 4);
    CHECK(a->items[1].text == "two!");
    CHECK(a->items[3].kind == Node::Kind::null);
    CHECK(file.root->find("b")->find("c")->text == "-0.5");
}

TEST_CASE("a root may be a list or a single text", "[yaml]") {
    CHECK(Reading("- a\n- b\n").yaml().root->kind == Node::Kind::sequence);
    CHECK(Reading("just words\n").yaml().root->text == "just words");
    CHECK(Reading("---\na: 1\n...\n").yaml().root->kind == Node::Kind::mapping);
}

TEST_CASE("escaped and doubled quotes do not end a text", "[yaml]") {
    Reading file("a: \"say \\\"hi\\\" now\"\nb: 'a ''b'' c'\nc: it's \"fine\" here\n");
    file.yaml();
    REQUIRE(file.root);
    CHECK(file.root->find("a")->text == "say \"hi\" now");
    CHECK(place(file.root->find("a")->span) == "1:4+16");
    CHECK(file.root->find("b")->text == "a 'b' c");
    CHECK(file.root->find("c")->text == "it's \"fine\" here");
}
