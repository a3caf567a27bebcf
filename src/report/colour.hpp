// Colours of a house style made readable: contrast as the Web Content Accessibility Guidelines 2.2 define it
// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
#pragma once

#include <string>

#include "waymark/page.hpp"

namespace waymark {

std::string to_text(const Colour& colour);  // "#1f5fa8"
// 1 (none) to 21 (black on white).
double contrast(const Colour& a, const Colour& b);
// The nearest shade of `colour` that has at least this contrast to `paper`: darker on light paper, lighter on dark. The
// colour itself if it has.
Colour readable_on(const Colour& paper, Colour colour, double least);

}  // namespace waymark
