#include "text/yaml_prose.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace waymark;

namespace {

std::string taken(const std::string& text) {
    const Abridged abridged = without_prose(text);
    CHECK(std::ranges::count(abridged.text, '\n') == std::ranges::count(text, '\n'));
    std::string result;
    for (const Passage& passage : abridged.passages)
        result += std::to_string(passage.line) + ":" + std::to_string(passage.column) + " " + passage.value + "|";
    return result;
}

}  // namespace

TEST_CASE("prose is taken out where it says what it is", "[yaml]") {
    CHECK(taken("why: Because it is so.\n") == "0:5 Because it is so.|");
    CHECK(taken("- why: Because it is so.\n  what: Whatever, [this] or \"that\"\n") ==
          "0:7 Because it is so.|1:8 Whatever, [this] or \"that\"|");
    CHECK(taken("a:\n  why: >-\n    Because it\n    is so: # yes\n\n  b: 1\n") == "1:7 Because it is so: # yes|");
    CHECK(taken("why: >-\n  so") == "0:5 so|");
    CHECK(taken("what: |\n  why: Because it is so.\nwhy: Because it is so.\n") == "2:5 Because it is so.|");
}

TEST_CASE("one letter is left in place of prose, and every line keeps its number", "[yaml]") {
    CHECK(without_prose("a:\n  why: >-\n    Because it\n    is so.\n  b: Because it is so.\n").text ==
          "a:\n  why: >-\n    x\n\n  b: x\n");
    CHECK(without_prose("why: >-\n  Because it\n  is so.").text == "why: >-\n  x\n");
}

TEST_CASE("prose that could be anything else is left where it is", "[yaml]") {
    for (const char* text :
         {"why: so\n", "why: Because: it is so\n", "why: Because it # is so\n", "why: Because it is so \n",
          "why: Because it is so\r\n", "why: 'Because it is so.'\n", "why: *because-it-is-so\n", "Because it is so.\n",
          "why: Because it is so\n  and so on\n", "why: Because it is so\n\n  and so on\n", "why: >\n  Because\n",
          "why: >-\n  Because\n\n  it is so\n", "why: >-\n  Because\n    it is so\n", "why: >-\nBecause: it\n",
          "why: >-\n  Because \n", "why: \"\n  what: Because it is so\n  \"\n"}) {
        INFO(text);
        CHECK(taken(text).empty());
        CHECK(without_prose(text).text == text);
    }
}
