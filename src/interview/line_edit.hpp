// A line of text being typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "interview/key.hpp"

namespace waymark::interview {

struct LineEdit {
    std::string text;
    std::size_t cursor = 0;  // byte before which the next character goes; always between user-perceived characters
};

LineEdit line_with(std::string text);  // the cursor at its end
// Inserts text without control characters; beyond `limit` characters nothing more is taken, and false is returned.
bool insert(LineEdit& line, std::string_view text, std::size_t limit);
bool edit(LineEdit& line, const Key& key, std::size_t limit);  // false if the key edits nothing

// The stretch of the line around the cursor that fits `width` columns, and the cursor's column in it.
struct LineWindow {
    std::string text;
    int cursor = 0;
};
LineWindow window_of(const LineEdit& line, int width);

}  // namespace waymark::interview
