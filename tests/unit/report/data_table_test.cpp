#include "report/data_table.hpp"

#include "catch.hpp"
#include "report/card_tables.hpp"
#include "report/card_workbook.hpp"
#include "unit/report/cards.hpp"
#include "unit/report/hostile.hpp"

using namespace waymark;
using waymark::test::hostile_card;
using waymark::test::minimal_card;
using waymark::test::rich_card;

namespace {

DataTable small_table() {
    return {"small",
            "Small",
            {{"name", "Name", ColumnKind::text, 10, "", "", "What it is called.", "nobody knows"},
             {"value", "Value", ColumnKind::decimal, 10, "level", "0 to 4", "How high.", ""}},
            {{std::string("=1+1"), Rational::fraction(1, 3)},
             {std::string("a, \"b\"\nc"), std::monostate()},
             {std::monostate(), Rational(-2)}}};
}

}  // namespace

TEST_CASE("CSV quotes what needs quotes and guards what looks like a formula", "[data_table]") {
    CHECK(table_as_csv(small_table()) ==
          "name,value\r\n"
          "'=1+1,0.3333\r\n"
          "\"a, \"\"b\"\"\nc\",\r\n"
          ",-2\r\n");
}

TEST_CASE("A single empty cell is no blank line", "[data_table]") {
    DataTable table = small_table();
    table.columns.pop_back();
    table.rows = {{std::monostate()}};
    CHECK(table_as_csv(table) == "name\r\n\"\"\r\n");
}

TEST_CASE("A dictionary says what each column means and what an empty cell does", "[data_table]") {
    CHECK(dictionary_as_csv({small_table()}) ==
          "table,column,type,unit,range,meaning,missing\r\n"
          "small,name,text,,,What it is called.,empty: nobody knows\r\n"
          "small,value,number,level,0 to 4,How high.,never empty\r\n");
}

TEST_CASE("Every table of every card has a cell for each column and a meaning for each", "[data_table]") {
    for (const Scorecard& card : {rich_card(), minimal_card(), hostile_card()}) {
        for (const std::string& id : card_table_ids()) {
            for (const bool with_notes : {false, true}) {
                const auto table = card_table(card, id, with_notes);
                REQUIRE(table);
                INFO(id);
                CHECK(table->id == id);
                for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
                for (const DataColumn& column : table->columns) {
                    INFO(column.name);
                    CHECK_FALSE(column.meaning.empty());
                    CHECK_FALSE(column.title.empty());
                    if (!column.missing.empty()) continue;
                    const auto at = static_cast<std::size_t>(&column - table->columns.data());
                    for (const auto& row : table->rows) CHECK_FALSE(std::holds_alternative<std::monostate>(row[at]));
                }
            }
        }
    }
    CHECK_FALSE(card_table(rich_card(), "nothing", false));
}

TEST_CASE("Hidden roles and what people wrote stay out of tables", "[data_table]") {
    const Scorecard card = rich_card();
    for (const auto& row : roles_table(card).rows) {
        if (std::get<std::string>(row[4]) == "no") continue;
        for (const std::size_t at : {5, 6, 7}) CHECK(std::holds_alternative<std::monostate>(row[at]));
    }
    std::string without, with;
    for (const std::string& id : card_table_ids()) {
        without += table_as_csv(*card_table(card, id, false));
        with += table_as_csv(*card_table(card, id, true));
    }
    for (const char* words :
         {"We argued about this one for an hour.", "A small trust; no market to shape.", "Board minute 14"}) {
        CHECK(without.find(words) == std::string::npos);
        CHECK(with.find(words) != std::string::npos);
    }
}

TEST_CASE("A workbook has a sheet for each table and one for each table of facts that was given", "[data_table]") {
    const Workbook book = card_workbook(rich_card(), false);
    std::vector<std::string> names;
    for (const Sheet& sheet : book.sheets) names.push_back(sheet.name);
    CHECK(names == std::vector<std::string>{"Read me", "Scores", "Practices", "Roles", "Flags", "Evidence", "Outcomes",
                                            "Next steps", "Facts", "The mission", "The portfolio"});
    CHECK(book.date.to_text() == "2026-11-20");
    CHECK(book.sheets[1].charts.size() == 1);
    CHECK(book.sheets[1].charts[0].first_row == 1);
    CHECK(book.sheets[1].charts[0].last_row == 3);  // three dimensions below the whole
    CHECK(card_workbook(minimal_card(), true).sheets.size() == 9);
}
