// The computed tables, as docs/conditions.md lists them.
#include "catch.hpp"
#include "lab.hpp"

using namespace waymark;

namespace {

std::vector<std::string> columns_of(const TableType& table) {
    std::vector<std::string> ids;
    for (const auto& column : table.columns) ids.push_back(column.id);
    return ids;
}

std::vector<std::string> choices_of(const TableType& table, const std::string& column) {
    std::vector<std::string> ids;
    for (const auto& choice : table.columns[static_cast<std::size_t>(table.column(column).value())].type.choices)
        ids.push_back(choice.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("condition: the computed tables and their columns", "[condition]") {
    const Lab lab;
    const auto table = [&](const std::string& id) {
        return lab.catalogue.tables[static_cast<std::size_t>(lab.catalogue.table(id).value())];
    };
    CHECK(columns_of(table("practices")) == Ids{"id", "dimension", "core", "tags", "state", "claimed", "evidenced",
                                                "gap", "agreement", "n", "strength", "new_evidence"});
    CHECK(columns_of(table("dimensions")) ==
          Ids{"id", "state", "claimed", "evidenced", "gap", "coverage", "new_evidence"});
    CHECK(columns_of(table("answers")) == Ids{"practice", "dimension", "core", "role", "state", "level"});
    CHECK(columns_of(table("respondents")) == Ids{"role", "answered", "straight_lining"});
    CHECK(columns_of(table("evidence")) ==
          Ids{"practice", "core", "role", "strength", "effective_strength", "dated", "produced_by", "form"});
    CHECK(columns_of(table("flags")) == Ids{"id", "kind", "severity", "state"});
    CHECK(columns_of(table("assessment")) == Ids{"date", "profile", "first", "respondents", "roles", "coverage", "halo",
                                                 "evidence_collected", "withheld", "unsafe"});
    CHECK(table("assessment").is_record);
    CHECK(choices_of(table("practices"), "state") == Ids{"scored", "not-applicable", "unknown", "not-asked"});
    CHECK(choices_of(table("answers"), "state") == Ids{"level", "dont-know", "not-applicable", "skipped", "not-asked"});
    CHECK(choices_of(table("flags"), "state") == Ids{"does-not-apply", "cannot-tell", "clear", "too-early", "raised"});
    CHECK(choices_of(table("flags"), "severity") == Ids{"low", "medium", "high"});
    CHECK(choices_of(table("practices"), "id").front() == "real-mission");
    CHECK(choices_of(table("dimensions"), "id") == Ids{"defining", "convening", "implementing"});
}

TEST_CASE("condition: what a framework does not declare has no column", "[condition]") {
    for (const auto& table : computed_tables({})) {
        CHECK_FALSE(table.column("role"));
        CHECK_FALSE(table.column("strength"));
        CHECK_FALSE(table.column("form"));
        CHECK_FALSE(table.column("produced_by"));
        CHECK_FALSE(table.column("tags"));
    }
}

TEST_CASE("condition: groups are not rows of practices", "[condition]") {
    CatalogueWords words;
    for (const auto kind :
         {NodeName::Kind::overall, NodeName::Kind::dimension, NodeName::Kind::group, NodeName::Kind::practice}) {
        NodeName node;
        node.id = "n" + std::to_string(static_cast<int>(kind));
        node.kind = kind;
        words.nodes.push_back(node);
    }
    const auto tables = computed_tables(words);
    CHECK(choices_of(tables[0], "id") == Ids{"n3"});
    CHECK(choices_of(tables[1], "id") == Ids{"n1"});
}
