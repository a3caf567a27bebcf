// Bars and small trends in characters.
#pragma once

#include <string>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark {

// Solid up to the low end of the score's range, shaded up to its high end, dots to the end of the scale: what is solid
// is certain, what is shaded depends on answers nobody gave. Exactly `width` columns; empty when nothing is known.
std::string bar(const CardScore& score, const Rational& lowest, const Rational& highest, int width, bool unicode);

// One character per reading, a bar between them at a series break; empty for fewer than two readings or in ASCII,
// where no row of characters reads as a line.
std::string sparkline(const std::vector<CardReading>& readings, bool unicode);

}  // namespace waymark
