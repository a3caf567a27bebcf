// Shapes of the scores and the ladder of horizons, as a framework declares them.
#include "catch.hpp"
#include "unit/framework/expect_finding.hpp"
#include "unit/framework/small_framework.hpp"

using namespace waymark;

namespace {

const std::string kShapes = R"(shapes:
  - id: aspiration
    title: Aspiration
    says: Much is defined and little is done.
    when: {all: [{evidenced: {of: defining, at_least: 3}}, {evidenced: {of: convening, less_than: 2}}]}
    sources: [SRC]
verdict:
)";

std::string with_shapes(const std::string& from = "", const std::string& to = "") {
    std::string all = kShapes;
    if (!from.empty()) all.replace(all.find(from), from.size(), to);
    return all;
}

}  // namespace

TEST_CASE("shapes are read") {
    const Framework framework = fixture::framework_of(fixture::small_framework_with("verdict:\n", with_shapes()));
    REQUIRE(framework.shapes.size() == 1);
    CHECK(framework.shapes[0].id == "aspiration");
    CHECK(framework.shapes[0].title == "Aspiration");
    CHECK(framework.shapes[0].says == "Much is defined and little is done.");
    CHECK(framework.shapes[0].when.parts.size() == 2);
    CHECK(framework.shapes[0].sources == std::vector<std::string>{"SRC"});
}

TEST_CASE("mistakes in shapes") {
    fixture::expect_findings({
        {"an unknown dimension", "verdict:\n", with_shapes("of: defining", "of: ~definin"), "C002", "'definin'",
         "'defining'"},
        {"an unlisted source", "verdict:\n", with_shapes("[SRC]", "[~ELSE]"), "F021", "'ELSE'", ""},
        {"the same shape twice", "verdict:\n",
         with_shapes(
             "verdict:\n",
             "  - {id: ~aspiration, title: B, says: b, when: {evidenced: {of: overall, at_least: 2}}}\nverdict:\n"),
         "F010", "'aspiration'", ""},
    });
}
