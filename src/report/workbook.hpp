// A spreadsheet as plain data: sheets, typed columns and cells, what is coloured, charts. Whoever makes one knows no
// file format; report/workbook_xlsx.hpp writes it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "waymark/date.hpp"
#include "waymark/rational.hpp"

namespace waymark {

// Nothing (the value is not known, or does not apply), a text, a number or a day. A text is always a text, whatever
// it begins with.
using SheetCell = std::variant<std::monostate, std::string, Rational, Date>;

// None for an empty optional.
SheetCell cell_of(const std::optional<Rational>& number);
// None for "": a cell that holds nothing rather than a text without letters.
SheetCell cell_of(const std::string& text);
// A date as files write it; anything else stays a text.
SheetCell date_cell(const std::string& text);
SheetCell count_cell(std::int64_t number);
SheetCell yes_no_cell(bool yes);  // "yes", "no"

enum class ColumnKind {
    text,       // short: one line
    long_text,  // wrapped
    whole,
    decimal,  // two decimals shown; the cell holds the nearest double to the fraction at four
    percent,  // a share of 1
    date
};

struct SheetColumn {
    std::string title;
    ColumnKind kind = ColumnKind::text;
    double width = 12;  // characters
};

// Colours chosen so that the common colour-vision deficiencies keep them apart, and dark text stays readable on each.
enum class Tone { strong_warning, warning, doubt, encouraging, quiet };

// Cells of a column that hold just this text are shown in a tone. The text says it too.
struct ToneRule {
    int column = 0;
    std::string text;
    Tone tone = Tone::quiet;
};

// Numbers of a column are shaded from `low` (white) to `high` (blue, or orange for what is unwelcome).
struct Shading {
    int column = 0;
    Rational low, high;
    bool unwelcome = false;
};

// Bars of some columns, side by side, for rows one after another.
struct SheetChart {
    std::string title;
    std::string says;                 // what it shows, for people who do not see it
    int labels = 0;                   // the column with the rows' names
    std::vector<int> series;          // columns of numbers; each is called as its column is
    int first_row = 0, last_row = 0;  // of the table; the first is 0
    Rational lowest, highest;         // ends of the axis of values
    std::string axis_title;
    int at_row = 0, at_column = 0;  // of the sheet: where its top left corner stands
};

struct SheetRow {
    std::vector<SheetCell> cells;
    bool heading = false;  // shown in bold
};

struct Sheet {
    std::string name;
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    bool has_header = true;  // the columns' titles, frozen and with filters; false: a page of text
    int frozen_columns = 0;
    std::vector<ToneRule> tones;
    std::vector<Shading> shadings;
    std::vector<SheetChart> charts;
};

struct Workbook {
    std::string title;
    std::string subject;
    Date date;  // stands as the day of creation: the same input gives the same bytes
    std::vector<Sheet> sheets;
};

// What Excel accepts, unlike any in `taken` (in upper or lower case): at most 31 characters, without []:*?/\ or an
// outer apostrophe, not empty and not "History".
std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

// At most 32,767 UTF-16 units, the limit of a cell; a longer text is cut, and its end says so. What XML cannot hold, and
// what could steer the reading of other text, becomes U+FFFD; what a spreadsheet would take for the spelling of another
// character is kept from it.
std::string cell_text(const std::string& text);

}  // namespace waymark
