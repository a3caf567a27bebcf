// Maps to fill in.
#pragma once

#include <string>
#include <string_view>

#include "waymark/framework.hpp"

namespace waymark {

// YAML: everything about the platform is said already; keys and values are left to write, beside the question and the
// levels that they stand for. `platform` must be one of platform_ids().
std::string map_starter(const Framework& framework, int profile, std::string_view platform);

}  // namespace waymark
