#include "waymark/table.hpp"

#include "catch.hpp"
#include "waymark/truth.hpp"

using namespace waymark;

TEST_CASE("a catalogue finds by id, and nothing else", "[table]") {
    Catalogue catalogue;
    catalogue.tables.resize(2);
    catalogue.tables[1].id = "portfolio";
    catalogue.tables[1].columns.resize(2);
    catalogue.tables[1].columns[0].id = "item";
    catalogue.tables[1].columns[1].id = "spend";
    catalogue.nodes.resize(1);
    catalogue.nodes[0].id = "overall";
    catalogue.roles = {"leader", "frontline"};
    catalogue.flags = {"one-voice"};

    CHECK(catalogue.table("portfolio") == 1);
    CHECK_FALSE(catalogue.table("Portfolio").has_value());
    CHECK(catalogue.tables[1].column("spend") == 1);
    CHECK_FALSE(catalogue.tables[0].column("spend").has_value());
    CHECK(catalogue.node("overall") == 0);
    CHECK(catalogue.role("frontline") == 1);
    CHECK_FALSE(catalogue.role("citizen").has_value());
    CHECK(catalogue.flag("one-voice") == 0);
}

TEST_CASE("truth follows Kleene's strong tables", "[truth]") {
    using enum Truth;
    CHECK(both(yes, unknown) == unknown);
    CHECK(both(no, unknown) == no);
    CHECK(both(yes, yes) == yes);
    CHECK(either(no, unknown) == unknown);
    CHECK(either(yes, unknown) == yes);
    CHECK(either(no, no) == no);
    CHECK(opposite(unknown) == unknown);
    CHECK(opposite(yes) == no);
    CHECK(opposite(no) == yes);
}
