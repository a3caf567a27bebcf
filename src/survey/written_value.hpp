// One value in an export as text that can be compared: what platforms write differently and mean alike
// (docs/map-format.md, "How values are compared"). `room` lends memory that is used again and again, so that a
// million values cost no allocation; the result points into it or into the argument.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "waymark/rational.hpp"

namespace waymark {

// A JSON number, as its text: whole where its value is whole ("10.0" and "1e1" are "10", "-0" is "0"), else without
// trailing zeros ("2.50" is "2.5"). Text is canonical as it stands, so "02" stays "02". What would need more than 40
// digits, and what is no JSON number, stays as written.
std::string_view canonical_number(std::string_view number, std::string& room);

// For labels, row labels and names: without tags, entities decoded, white space of every kind collapsed and trimmed,
// typographic quotes plain, ASCII letters in lower case. Letters beyond ASCII keep their case.
std::string_view normalised_text(std::string_view text, std::string& room);

// The number in a label that holds just one group of digits: 3 in "3 – Defined" and "level 3". Nothing for "3 to 4".
std::optional<Rational> number_in_label(std::string_view text);

}  // namespace waymark
