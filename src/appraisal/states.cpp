#include "appraisal/states.hpp"

namespace waymark {

States states_of(const Case& input) {
    Working working(input);
    working.in_words = false;
    work_out(working);
    States states;
    for (const FlagResult& flag : working.flags) states.flags.push_back(flag.state);
    states.verdict = decide_verdict(working).id;
    const auto band = band_of_node(working, 0);
    if (band) states.band = working.plan.rules.bands[static_cast<std::size_t>(*band)].id;
    return states;
}

}  // namespace waymark
