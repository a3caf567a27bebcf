// Which findings are shown: `--select F,X001 --ignore X007`.
#pragma once

#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"

namespace waymark {

struct Selection {
    std::vector<std::string> selected;  // codes and families (the beginning of codes); empty: all
    std::vector<std::string> ignored;   // wins over `selected`
};

// Splits "F,X001" at commas. False and a sentence if a part is neither a code nor the beginning of one.
bool read_codes(const std::vector<std::string>& written, std::vector<std::string>& codes, std::string& problem);

bool is_selected(const Selection& selection, const std::string& code);

}  // namespace waymark
