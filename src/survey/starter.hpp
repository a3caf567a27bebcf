// Maps to fill in.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "waymark/framework.hpp"

namespace waymark {

// What was seen in an export: written into the map as remarks, for its author to decide on.
struct SeenInExport {
    std::string records;  // pointer to the records; only where `seen`
    bool seen = false;
    std::map<int, std::string> keys;                          // practice -> key that looks like it
    std::vector<std::pair<std::string, std::string>> values;  // value -> what it probably means
};

// YAML: everything about the platform is said already; keys and values are left to write, beside the question and the
// levels that they stand for. `platform` is one of platform_ids(), or empty if it is none of them.
std::string map_starter(const Framework& framework, int profile, std::string_view platform,
                        const SeenInExport& seen = {});

}  // namespace waymark
