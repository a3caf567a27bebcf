#include "text/fixes.hpp"

#include "catch.hpp"
#include "text/fields.hpp"
#include "text/selection.hpp"

using namespace waymark;

namespace {

Diagnostic with_fix(std::vector<Edit> edits, bool safe = true) {
    Diagnostic finding;
    finding.file = "a.yaml";
    finding.fix = Fix{"mend", safe, std::move(edits)};
    return finding;
}

std::string mended(const Diagnostics& findings) {
    return with_safe_fixes("a.yaml", "0123456789", findings).text;
}

}  // namespace

TEST_CASE("safe fixes are applied, in whatever order they are found", "[fixes]") {
    CHECK(mended({with_fix({{4, 6, "x"}}), with_fix({{0, 1, ""}}), with_fix({{10, 10, "!"}})}) == "123x6789!");
    CHECK(mended({with_fix({{2, 2, "("}, {5, 5, ")"}})}) == "01(234)56789");
    CHECK(mended({with_fix({{4, 6, "x"}}, false)}) == "0123456789");
    CHECK(mended({}) == "0123456789");
}

TEST_CASE("fixes that overlap, or do not fit the text, are left out whole", "[fixes]") {
    CHECK(mended({with_fix({{2, 5, "a"}}), with_fix({{4, 6, "b"}, {8, 9, "c"}})}) == "01a56789");
    CHECK(mended({with_fix({{8, 12, "a"}})}) == "0123456789");
    CHECK(mended({with_fix({{6, 4, "a"}})}) == "0123456789");
    Diagnostic other = with_fix({{0, 1, "x"}});
    other.file = "b.yaml";
    CHECK(mended({other}) == "0123456789");
}

TEST_CASE("a name is sure to be meant when nothing else is near", "[fixes]") {
    const std::vector<std::string> known{"title", "about", "licence", "reform-1", "reform-2", "id"};
    for (const char* slip : {"titel", "titl", "tittle", "tible"}) {
        INFO(slip);
        CHECK(suggest(slip, known).name == "title");
        CHECK(suggest(slip, known).sure);
    }
    CHECK_FALSE(suggest("tilla", known).sure);                     // two slips
    CHECK_FALSE(suggest("xitle", known).sure);                     // another first letter
    CHECK_FALSE(suggest("reform-3", known).sure);                  // another number is another thing
    CHECK_FALSE(suggest("if", known).sure);                        // too short to tell
    CHECK_FALSE(suggest("partner", {"partners", "parter"}).sure);  // two are near
    CHECK(suggest("banana", known).name.empty());
}

TEST_CASE("codes are selected by themselves and by family", "[fixes]") {
    Selection selection;
    std::string problem;
    REQUIRE(read_codes({"F,X001"}, selection.selected, problem));
    REQUIRE(read_codes({"F05"}, selection.ignored, problem));
    CHECK(is_selected(selection, "F021"));
    CHECK(is_selected(selection, "X001"));
    CHECK_FALSE(is_selected(selection, "X002"));
    CHECK_FALSE(is_selected(selection, "F051"));
    CHECK(is_selected({}, "Y001"));
    for (const char* wrong : {"", "f", "F999", "F,", "Z"}) {
        INFO(wrong);
        CHECK_FALSE(read_codes({wrong}, selection.selected, problem));
        CHECK_FALSE(problem.empty());
    }
}
