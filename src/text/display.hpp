// Text as people see it: safe for a terminal, measured in columns, wrapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// Replaces control characters (C0, DEL, C1), bidirectional controls and invalid UTF-8 by U+FFFD, so that text
// from a file cannot steer a terminal. Line feeds and tabs stay if `keep_lines`, and become spaces otherwise;
// the carriage return before a line feed is dropped.
std::string printable(std::string_view text, bool keep_lines = false);

// JSON with the characters that printable() replaces written as \u escapes instead: nothing is lost, and nothing steers
// a terminal that it is shown on. Line feeds stay, as they only stand between tokens.
std::string harmless_json(std::string_view json);

bool is_valid_utf8(std::string_view text);
bool runs_from_right(std::string_view utf8);    // holds letters that are written from right to left
std::size_t characters(std::string_view utf8);  // code points
int display_width(std::string_view utf8);       // terminal columns, by grapheme; independent of the locale
std::string cut_to_width(std::string_view utf8, int width,
                         bool unicode = true);  // with an ellipsis where cut
std::string pad_to_width(std::string_view utf8, int width);
// Words wrapped to `width` columns; a longer word stands alone. Blank lines in the text separate paragraphs.
std::vector<std::string> wrap(std::string_view utf8, int width);

// U+2026 and other typographic characters to ASCII; what has no counterpart becomes '?'.
std::string to_ascii(std::string_view utf8);

std::string escape_markdown(std::string_view text);

}  // namespace waymark
