// What display.hpp and csv.hpp do, on memory that is there already: for those who write very many rows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

bool is_printable(std::string_view text);  // whether printable() would replace nothing
void append_printable(std::string& into, std::string_view text, bool keep_lines = false);

// Makes a CSV field of what stands in `text` from `from` on, as csv_field() does.
void make_csv_field(std::string& text, std::size_t from);

}  // namespace waymark
