// T: fact tables and CSV. T001 to T019 are raised by the CSV reader itself; their examples are CSV files.
#include "text/codes.hpp"

namespace waymark {

namespace {

constexpr CodeInfo kCodes[] = {
    {"T001", Severity::error, CodeSubject::table, "The CSV file is not clean UTF-8 text",
     "Another encoding would turn accented letters into other ones, and control characters come from files "
     "that are no "
     "text. In a spreadsheet choose 'CSV UTF-8' when saving.",
     "item,owner\nCaf\xE9,A\n", "", "item,owner\nCafé,A\n"},
    {"T002", Severity::error, CodeSubject::file, "The CSV file is too large",
     "A table of facts has at most 100,000 rows and 16 megabytes. Split it, or leave out columns that "
     "nothing asks for.",
     "waymark check with-too-many-facts.yaml\n", "", "waymark check with-facts.yaml\n"},
    {"T003", Severity::error, CodeSubject::table, "The CSV file is empty",
     "A CSV file begins with a header: one line with the names of its columns. A header alone means that the "
     "table was "
     "not given.",
     "\n", "", "item,spend\nHeat pumps,100\n"},
    {"T004", Severity::error, CodeSubject::table, "The columns are not separated by commas",
     "Some spreadsheets write semicolons or tabs. Choose commas when saving.", "item;spend\nHeat pumps;100\n", "",
     "item,spend\nHeat pumps,100\n"},
    {"T005", Severity::error, CodeSubject::table, "A column has no name",
     "Every column is found by its name in the header. An extra comma at the end of each line, or an empty "
     "column in "
     "the spreadsheet, is the usual cause.",
     "item,,spend\nHeat pumps,x,100\n", "", "item,owner,spend\nHeat pumps,x,100\n"},
    {"T006", Severity::error, CodeSubject::table, "Two columns have the same name",
     "Only one of them could count. Remove or rename the other.", "item,spend,spend\nHeat pumps,100,120\n", "",
     "item,spend,forecast\nHeat pumps,100,120\n"},
    {"T007", Severity::error, CodeSubject::table, "A quoted cell is not closed",
     "Everything to the end of the file would become part of this cell.", "item,spend\n\"Heat pumps,100\n", "",
     "item,spend\n\"Heat pumps\",100\n"},
    {"T008", Severity::error, CodeSubject::table, "A quote stands in the wrong place",
     "A cell with quotes, commas or line breaks in it stands in quotes as a whole, and quotes inside are "
     "doubled.",
     "item,spend\nThe \"big\" one,100\n", "", "item,spend\n\"The \"\"big\"\" one\",100\n"},
    {"T009", Severity::error, CodeSubject::table, "A row has too few or too many cells",
     "Every row has as many cells as the header. A comma inside a text, or inside a number, is the usual "
     "cause: put the "
     "text in quotes, and write numbers without separators.",
     "item,spend\nHeat pumps,1,200\n", "", "item,spend\nHeat pumps,1200\n"},
};

}  // namespace

std::span<const CodeInfo> table_codes() {
    return kCodes;
}

}  // namespace waymark
