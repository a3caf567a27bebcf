// The sections of the Markdown report; markdown_report.cpp puts them in order.
#pragma once

#include "report/markdown_page.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::markdown {

// markdown_signs.cpp
void reading(Page& page, const Scorecard& card);
void raised(Page& page, const Scorecard& card);
void too_early(Page& page, const Scorecard& card);
void real(Page& page, const Scorecard& card);
void missing(Page& page, const Scorecard& card);
void other_signs(Page& page, const Scorecard& card);

// markdown_scores.cpp
void weakest(Page& page, const Scorecard& card);
void profile(Page& page, const Scorecard& card);
void practices(Page& page, const Scorecard& card);
void roles(Page& page, const Scorecard& card);
void changes(Page& page, const Scorecard& card);

}  // namespace waymark::markdown
