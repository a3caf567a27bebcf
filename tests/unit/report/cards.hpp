// Two scorecards of invented organisations, built by hand: one in which every field of the format is used somewhere,
// and one with next to nothing in it.
#pragma once

#include "waymark/scorecard.hpp"

namespace waymark::test {

Scorecard rich_card();
Scorecard minimal_card();

}  // namespace waymark::test
