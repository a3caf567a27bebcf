// The sections of the web report; html_report.cpp puts them in order.
#pragma once

#include "report/markup.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::html {

// html_opening.cpp
void about(Markup& markup, const Scorecard& card);
void reading(Markup& markup, const Scorecard& card);
void next_steps(Markup& markup, const Scorecard& card);

// html_signs.cpp
void raised(Markup& markup, const Scorecard& card);
void too_early(Markup& markup, const Scorecard& card);
void real(Markup& markup, const Scorecard& card);
void missing(Markup& markup, const Scorecard& card);
void other_signs(Markup& markup, const Scorecard& card);

// html_scores.cpp
void weakest(Markup& markup, const Scorecard& card);
void profile(Markup& markup, const Scorecard& card);
void practices(Markup& markup, const Scorecard& card);
void changes(Markup& markup, const Scorecard& card);

// html_roles.cpp
void roles(Markup& markup, const Scorecard& card);

// html_outcomes.cpp
void outcomes(Markup& markup, const Scorecard& card);

}  // namespace waymark::html
