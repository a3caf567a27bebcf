// The plot of what is claimed beside what is evidenced: two lanes on one scale. A ring is a claim, a disc is evidence,
// the band between them is the gap, and a line through either is the range that missing answers leave open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/markup.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::html {

struct Scale {
    Rational lowest, highest;
    std::vector<CardLevel> ticks;  // within the ends
};

struct PlotRow {
    CardScore claimed;
    std::optional<CardScore> evidenced;  // none: no evidence was collected
    std::optional<Rational> target;
    std::string says;  // what the picture shows, in words
};

// The levels' values above the plots of a column.
void axis(Markup& markup, const Scale& scale);
void plot(Markup& markup, const Scale& scale, const PlotRow& row);
// A plot with the levels' values and, where they are short, their names under it.
void named_plot(Markup& markup, const Scale& scale, const PlotRow& row);

struct PlotLegend {
    bool evidence = false;
    bool ranges = false;
    bool targets = false;
};
void legend(Markup& markup, const PlotLegend& legend);

}  // namespace waymark::html
