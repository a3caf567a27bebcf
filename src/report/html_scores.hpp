// Scores as tables with a plot in each row: the figures stand beside the picture that they are drawn from.
#pragma once

#include <string>
#include <vector>

#include "report/html_plot.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::html {

// The node's own ends; the levels as ticks where it has the default scale's ends.
Scale scale_of(const Scorecard& card, const CardNode& node);
PlotRow plot_row(const Scorecard& card, const CardNode& node);

struct ScoreTable {
    std::string caption;
    std::vector<const CardNode*> nodes;
    bool whole = false;  // coverage and bands, which practices do not have
};
void score_table(Markup& markup, const Scorecard& card, const ScoreTable& table);

}  // namespace waymark::html
