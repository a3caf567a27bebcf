// Where things stand in a YAML file: yaml-cpp's marks (lines and byte columns from 0) as spans in characters,
// and the ends of tokens, which yaml-cpp does not tell.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/source.hpp"

namespace waymark {

// As yaml-cpp counts.
struct Place {
    int line = 0;    // from 0
    int column = 0;  // bytes from 0
};

struct ScalarToken {
    Span span;
    bool quoted = false;  // in quotes, or a block
    bool closed = true;   // false: a quote that the file ends in
    int last_line = 0;    // from 1
    int end_column = -1;  // bytes from 0, behind the token; -1 when it spans lines
};

// The byte of the quote that closes what was opened before `after_opening`, or npos.
std::size_t closing_quote(std::string_view text, std::size_t after_opening, char quote);

class Places {
  public:
    explicit Places(const Source& source) : source_(&source) {}

    Span span(Place place, int length = 1);
    ScalarToken scalar(Place place, std::string_view value);
    char at(Place place) const;  // 0 beyond the end of the line
    // The '-' of an empty list item, given the place of whatever follows it.
    Span empty_item(Place next);
    // The first line after the token's first that is indented no deeper than `column` bytes; 0 if there is
    // none.
    int first_line_not_indented(const ScalarToken& token, int column) const;
    // Whether a colon follows the token on its line.
    bool colon_follows(const ScalarToken& key) const;
    std::string_view line(int number) const { return source_->line(number); }

  private:
    int character_column(int line, int byte_column);
    ScalarToken quoted_scalar(Place place, char quote);

    const Source* source_;
    // The last conversion: neighbouring tokens of one very long line are then counted from each other.
    int known_line_ = -1;
    int known_byte_ = 0;
    int known_character_ = 0;
};

}  // namespace waymark
