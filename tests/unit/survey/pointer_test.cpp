#include "catch.hpp"
#include "survey/map.hpp"

using namespace waymark;

namespace {

// "up:token|token", `*` for every element; or "no: " and the problem.
std::string read(std::string_view text) {
    PointerProblem problem;
    const auto pointer = parse_pointer(text, problem);
    if (!pointer) return "no: " + problem.message;
    std::string shown = pointer->relative ? std::to_string(pointer->up) + ":" : ":";
    for (const auto& token : pointer->tokens)
        shown += (shown.back() == ':' ? "" : "|") + (token.every ? "*" : token.name);
    return shown;
}

std::string better(std::string_view text) {
    PointerProblem problem;
    parse_pointer(text, problem);
    return problem.better;
}

}  // namespace

TEST_CASE("pointers are read as RFC 6901 says") {
    CHECK(read("") == ":");
    CHECK(read("/a/b") == ":a|b");
    CHECK(read("/a~1b/m~0n") == ":a/b|m~n");
    CHECK(read("/~01") == ":~1");
    CHECK(read("/@odata.count") == ":@odata.count");
    CHECK(read("/0") == ":0");
}

TEST_CASE("an asterisk alone stands for every element, an escaped one for itself") {
    CHECK(read("/answers/*") == ":answers|*");
    PointerProblem problem;
    const auto literal = parse_pointer("/~2", problem);
    REQUIRE(literal.has_value());
    CHECK(literal->tokens.at(0).name == "*");
    CHECK_FALSE(literal->tokens.at(0).every);
    const auto inside = parse_pointer("/a*b", problem);
    REQUIRE(inside.has_value());
    CHECK(inside->tokens.at(0).name == "a*b");
}

TEST_CASE("a leading number goes up that many levels") {
    CHECK(read("2/id") == "2:id");
    CHECK(read("1") == "1:");
    CHECK(read("0/id") == ":id");
    CHECK(read("2nd/id") == "no: '2nd/id' is a name, not a pointer");
    CHECK(read("65/id") == "no: '65/id' is a name, not a pointer");
    CHECK(read("99999999999999999999/id").starts_with("no: "));
}

TEST_CASE("a name without a slash is answered by the pointer that was meant") {
    CHECK(read("results") == "no: 'results' is a name, not a pointer");
    CHECK(better("results") == "/results");
    CHECK(better("group/question") == "/group~1question");
    CHECK(better("a~b") == "/a~0b");
    CHECK(better("*") == "/~2");
}

TEST_CASE("a tilde escapes one of three characters") {
    CHECK(read("/a~") == "no: in 'a~' a '~' stands alone");
    CHECK(read("/a~3") == "no: in 'a~3' a '~' stands alone");
}

TEST_CASE("a pointer is at most 64 levels deep") {
    std::string deep;
    for (int i = 0; i < 64; ++i) deep += "/a";
    CHECK_FALSE(read(deep).starts_with("no"));
    CHECK(read(deep + "/a") == "no: the pointer is 65 levels deep");
}
