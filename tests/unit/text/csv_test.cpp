#include "text/csv.hpp"

#include "catch.hpp"
#include "text/in_place.hpp"
#include "unit/text/reading.hpp"

using namespace waymark;

namespace {

std::string found_in(std::string text) {
    Reading file(std::move(text));
    file.csv();
    CHECK_FALSE(file.table.has_value());
    return file.found();
}

}  // namespace

TEST_CASE("cells have their texts and places", "[csv]") {
    Reading file("item,owner,spend\nHeat pumps,\"Müller, A\",100\n\"two\nlines\",\"say \"\"hi\"\"\",\n");
    file.csv();
    REQUIRE(file.table);
    const CsvTable& table = *file.table;
    REQUIRE(table.header.size() == 3);
    CHECK(place(table.header[1].span) == "1:6+5");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0][1].text == "Müller, A");
    CHECK(table.rows[0][1].quoted);
    CHECK(place(table.rows[0][1].span) == "2:12+11");
    CHECK(place(table.rows[0][2].span) == "2:24+3");
    CHECK(table.rows[1][0].text == "two\nlines");
    CHECK(table.rows[1][0].span.line == 3);
    CHECK(table.rows[1][1].text == "say \"hi\"");
    CHECK(place(table.rows[1][1].span) == "4:8+12");
    CHECK(table.rows[1][2].text.empty());
    CHECK(place(table.rows[1][2].span) == "4:21+1");
}

TEST_CASE("line ends, byte-order mark and empty lines do not matter", "[csv]") {
    Reading file(
        "\xEF\xBB\xBF"
        "a,b\r\n\r\n1,2\r\n,\r\n3,4");
    file.csv();
    REQUIRE(file.table);
    CHECK(file.table->header[0].text == "a");
    CHECK(place(file.table->header[0].span) == "1:1+1");
    REQUIRE(file.table->rows.size() == 2);
    CHECK(file.table->rows[0][1].text == "2");
    CHECK(place(file.table->rows[1][1].span) == "5:3+1");
}

TEST_CASE("a header alone is a table without rows", "[csv]") {
    Reading file("a,b\n");
    file.csv();
    REQUIRE(file.table);
    CHECK(file.table->rows.empty());
}

TEST_CASE("mistakes in a CSV file are shown where they are", "[csv]") {
    CHECK(found_in("a,b\n1,caf\xE9\n") == "T001 2:6+1");
    CHECK(found_in(std::string("a,b\n1,\0\n", 8)) == "T001 2:3+1");
    CHECK(found_in("") == "T003 0:0+0");
    CHECK(found_in("\n\n") == "T003 0:0+0");
    CHECK(found_in("a;b\n1;2\n") == "T004 1:1+3");
    CHECK(found_in("a\tb\n1\t2\n") == "T004 1:1+3");
    CHECK(found_in("a,,b\n1,2,3\n") == "T005 1:3+1");
    CHECK(found_in("a,b,\n1,2,\n") == "T005 1:5+1");
    CHECK(found_in("a,b,a\n1,2,3\n") == "T006 1:5+1");
    CHECK(found_in("a,b\n1,\"2\n3,4\n") == "T007 2:3+1");
    CHECK(found_in("a,b\n\"1\"x,2\n") == "T008 2:4+1");
    CHECK(found_in("a,b\n1\"x\",2\n") == "T008 2:2+1");
    CHECK(found_in("a,b\n1\n1,2,3\n4,5\n") == "T009 2:1+1; T009 3:5+1");
}

TEST_CASE("CSV limits are kept", "[csv]") {
    CHECK(Reading("a\n1\n2\n3\n").csv({.rows = 2}).found() == "T002 4:1+1");
    CHECK(Reading("a\n1\n2\n").csv({.rows = 2}).table.has_value());
    CHECK(Reading("a\n1\n2\n").csv({.bytes = 5}).found() == "T002 0:0+0");
}

TEST_CASE("a written field is read back and is no formula", "[csv]") {
    CHECK(csv_field("plain") == "plain");
    std::string row = "x,";
    row += "=1,\"";
    make_csv_field(row, 2);
    CHECK(row == "x,\"'=1,\"\"\"");
    CHECK(csv_field("") == "");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv_field("two\nlines") == "\"two\nlines\"");
    CHECK(csv_field(" x") == "\" x\"");
    CHECK(csv_field("=1+1") == "'=1+1");
    CHECK(csv_field("@cmd") == "'@cmd");
    CHECK(csv_field("+1") == "'+1");
    CHECK(csv_field("-cmd") == "'-cmd");
    CHECK(csv_field("-1.5") == "-1.5");
    CHECK(csv_field("=a,\"b\"") == "\"'=a,\"\"b\"\"\"");
    CHECK(csv_field("\tx") == "\"'\tx\"");
    for (const char* text : {"plain", "a,b", "say \"hi\"", "two\nlines", " x "}) {
        INFO(text);
        Reading file("h,i\n" + csv_field(text) + ",x\n");
        file.csv();
        REQUIRE(file.table);
        CHECK(file.table->rows[0][0].text == text);
    }
}
