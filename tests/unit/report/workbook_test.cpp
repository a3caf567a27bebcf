#include "report/workbook.hpp"

#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "report/workbook_xlsx.hpp"
#include "storage/scratch.hpp"
#include "text/display.hpp"

using namespace waymark;

namespace {

std::string bytes_of(const Workbook& workbook) {
    const ScratchFolder folder;
    REQUIRE(write_xlsx(workbook, folder.path(), "a.xlsx").empty());
    std::ifstream file(folder.path() + "/a.xlsx", std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

Workbook small_book() {
    Workbook book{"Title", "Subject", {2026, 11, 20}, {}};
    Sheet sheet;
    sheet.name = "Scores";
    sheet.columns = {{"Name", ColumnKind::text, 20}, {"Value", ColumnKind::decimal, 10}, {"On", ColumnKind::date, 12}};
    sheet.rows.push_back({{std::string("=1+1"), Rational::fraction(1, 3), Date{2026, 2, 28}}, false});
    sheet.rows.push_back({{std::string("b"), std::monostate(), std::monostate()}, true});
    sheet.tones.push_back({0, "say \"b\"", Tone::warning});
    sheet.shadings.push_back({1, Rational(0), Rational(4), false});
    sheet.charts.push_back({"=Title", "What it shows", 0, {1}, 0, 1, Rational(0), Rational(4), "Level", 0, 5});
    book.sheets.push_back(sheet);
    return book;
}

}  // namespace

TEST_CASE("A workbook gives the same bytes each time", "[workbook]") {
    const std::string first = bytes_of(small_book());
    CHECK(first.substr(0, 2) == "PK");
    CHECK(first == bytes_of(small_book()));
    Workbook other = small_book();
    other.date = {1970, 1, 1};
    CHECK(first != bytes_of(other));
    CHECK(bytes_of(other) == bytes_of(other));
}

TEST_CASE("A workbook with too many rows is refused in words", "[workbook]") {
    Workbook book = small_book();
    book.sheets[0].rows.resize(1048576);
    const ScratchFolder folder;
    CHECK(write_xlsx(book, folder.path(), "a.xlsx") ==
          "the sheet 'Scores' has 1048576 rows, and a spreadsheet holds 1048575; CSV and JSON have no limit");
}

TEST_CASE("A workbook that cannot be written says so", "[workbook]") {
    CHECK_FALSE(write_xlsx(small_book(), "/proc/no-such-folder", "a.xlsx").empty());
}

TEST_CASE("A scratch folder is private and goes with what is in it", "[workbook]") {
    std::string path;
    {
        const ScratchFolder folder;
        path = folder.path();
        std::ofstream(path + "/x") << "secret";
        CHECK(std::ifstream(path + "/x").good());
    }
    CHECK_FALSE(std::ifstream(path + "/x").good());
}

TEST_CASE("Sheet names are what Excel accepts", "[workbook]") {
    CHECK(sheet_name("Scores", {}) == "Scores");
    CHECK(sheet_name("a/b:c*d?[e]\\f", {}) == "a-b-c-d--e--f");
    CHECK(sheet_name("'quoted'", {}) == "quoted");
    CHECK(sheet_name("", {}) == "Sheet");
    CHECK(sheet_name("''", {}) == "Sheet");
    CHECK(sheet_name("HISTORY", {}) == "HISTORY -");
    CHECK(sheet_name("scores", {"Scores"}) == "scores (2)");
    CHECK(sheet_name("Scores", {"Scores", "Scores (2)"}) == "Scores (3)");
    const std::string forty(40, 'x');
    CHECK(sheet_name(forty, {}) == std::string(31, 'x'));
    CHECK(sheet_name(forty, {std::string(31, 'x')}) == std::string(27, 'x') + " (2)");
    // 31 UTF-16 units: fifteen characters outside the basic plane, not half of the sixteenth.
    std::string faces;
    for (int i = 0; i < 20; ++i) faces += "\xF0\x9F\x98\x80";
    CHECK(sheet_name(faces, {}).size() == 15 * 4);
}

TEST_CASE("Cell texts lose what XML forbids and what is too long and say so", "[workbook]") {
    CHECK(cell_text("plain") == "plain");
    CHECK(cell_text("a\x01"
                    "b\x1B[2J") ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD[2J");
    CHECK(cell_text("two\r\nlines\tand a tab") == "two\nlines\tand a tab");
    CHECK(cell_text("\xEF\xBF\xBE\xEF\xBF\xBF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(cell_text("\xE2\x80\xAE"
                    "evil") ==
          "\xEF\xBF\xBD"
          "evil");
    CHECK(cell_text("a _x0041_ _x00zz_ _x0041") == "a _x005F_x0041_ _x00zz_ _x0041");
    const std::string fits(32767, 'x');
    CHECK(cell_text(fits) == fits);
    const std::string cut = cell_text(fits + "y");
    CHECK(characters(cut) == 32767);
    CHECK(cut.ends_with("… [cut here: 32768 characters are more than a spreadsheet cell can hold]"));
}
