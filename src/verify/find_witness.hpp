// A made-up assessment with a given result, for people to look at: `waymark check FRAMEWORK --witness FLAG`.
#pragma once

#include <optional>
#include <string>

#include "verify/witness.hpp"

namespace waymark {

struct WitnessTarget {
    enum class Kind { flag, band, verdict };
    Kind kind = Kind::flag;
    int index = 0;
};

// "old-portfolio-new-label" or "flag:…", "band:…", "verdict:…". None if the framework has no such thing; `known` then
// lists what it has of that kind.
std::optional<WitnessTarget> witness_target(const std::string& text, const Framework& framework,
                                            std::vector<std::string>& known);

// "the flag old-portfolio-new-label can be raised"
std::string in_words(const WitnessTarget& target, const Framework& framework);

// Under the first profile for which there is one. None if there is none, or none was found.
std::optional<Witness> find_witness(const Framework& framework, const WitnessTarget& target);

}  // namespace waymark
