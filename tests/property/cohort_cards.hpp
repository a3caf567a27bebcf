// Random scorecards of one small framework, for tests of cohorts.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "waymark/scorecard.hpp"

// Three practices in one dimension, five levels, four signs. The same seed gives the same cards.
std::vector<waymark::Scorecard> random_cards(std::uint32_t seed, std::size_t count);
