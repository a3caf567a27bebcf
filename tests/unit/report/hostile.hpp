// The rich card with every text in it replaced by what nobody would wish to find in a file.
#pragma once

#include <string>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark::test {

std::vector<std::string> hostile_texts();
Scorecard hostile_card();

// Names of keys that are empty, none or false everywhere in the card.
std::vector<std::string> unused_keys(Scorecard card);

}  // namespace waymark::test
