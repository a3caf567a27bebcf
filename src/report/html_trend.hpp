// A small line chart of one indicator: its readings, the noise around the baseline, and the way to the target.
#pragma once

#include "report/markup.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::html {

// Nothing for fewer than two readings.
void trend(Markup& markup, const CardIndicator& indicator);

}  // namespace waymark::html
