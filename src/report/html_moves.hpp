// How far scores moved, drawn: a short stroke is before, a ring (claimed) or a disc (evidenced) is now.
#pragma once

#include "report/comparison_document.hpp"
#include "report/markup.hpp"

namespace waymark::html {

void moves_legend(Markup& markup);
// The figures stand beside it, so it has no words of its own.
void move_plot(Markup& markup, const DocumentMove& move);

}  // namespace waymark::html
