// Pieces of maps that are written out for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "waymark/framework.hpp"

namespace waymark {

inline constexpr std::string_view kToFillIn = "…";  // begins a value that only the author of the survey knows

// A text as a YAML key or value inside or outside { }: plain where nothing could be misread, else quoted.
std::string yaml_text(const std::string& text);

// "waymark: map/1", the framework and, where there is a choice, the profile.
std::string map_head(const Framework& framework, int profile);

// Scales by how practices use them: each needs a value table of its own, once for practices that may be called not
// applicable and once for the others.
struct TableUse {
    std::string id;  // "default" for the first
    int scale = 0;
    bool not_applicable = false;
};
std::vector<TableUse> table_uses(const Framework& framework, int profile);
const TableUse& table_of(const std::vector<TableUse>& uses, const Framework& framework, int profile, int element);

}  // namespace waymark
