// The sections of the text report; text_report.cpp puts them in order.
#pragma once

#include "report/text_page.hpp"
#include "waymark/scorecard.hpp"

namespace waymark::text {

// text_signs.cpp
void reading(TextPage& page, const Scorecard& card);
void raised(TextPage& page, const Scorecard& card);
void too_early(TextPage& page, const Scorecard& card);
void real(TextPage& page, const Scorecard& card);
void missing(TextPage& page, const Scorecard& card);
void other_signs(TextPage& page, const Scorecard& card);

// text_profile.cpp
void weakest(TextPage& page, const Scorecard& card);
void profile(TextPage& page, const Scorecard& card);
void roles(TextPage& page, const Scorecard& card);

// text_practices.cpp
void practices(TextPage& page, const Scorecard& card);

// text_outcomes.cpp
void outcomes(TextPage& page, const Scorecard& card);
void next_steps(TextPage& page, const Scorecard& card);
void changes(TextPage& page, const Scorecard& card);

}  // namespace waymark::text
