// Looking things up in a scorecard. Null where there is none.
#pragma once

#include <string_view>

#include "waymark/scorecard.hpp"

namespace waymark {

const CardNode* find_node(const Scorecard& card, std::string_view id);
// By id, or by code in upper or lower case: "real-mission", "D1".
const CardNode* find_part(const Scorecard& card, std::string_view id_or_code);
const CardFlag* find_flag(const Scorecard& card, std::string_view id);

}  // namespace waymark
