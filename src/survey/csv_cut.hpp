// Rows of a CSV export (RFC 4180), cut without holding more than one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct CsvRow {
    std::vector<std::string_view> cells;  // into the text, or into `room` where quotes had to be undone
    std::size_t end = 0;                  // behind its line end
    int lines = 1;                        // line ends inside and behind it
    bool broken = false;                  // a quoted cell is not closed, or text follows its closing quote
    std::vector<std::pair<std::size_t, std::size_t>>
        undone;  // cells with doubled quotes, and where in `room` they begin
};

// The row that begins at `from`. `room` is cleared; both are reused from row to row.
void read_csv_row(std::string_view text, std::size_t from, char separator, CsvRow& row, std::string& room);

// The end of the last whole row in `text`, which begins with a row; 0 if there is none.
std::size_t last_row_end(std::string_view text);

// The separator of a header line: ',' ';' or tab; '\0' if more than one of them is in it outside quotes.
char separator_of(std::string_view header);

}  // namespace waymark
