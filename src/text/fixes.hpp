// Applying the fixes that findings carry.
#pragma once

#include <string>

#include "waymark/diagnostic.hpp"

namespace waymark {

struct Mended {
    std::string text;
    int fixes = 0;  // applied
};

// The safe fixes of findings about `file` applied to its text; everything else stays as it is, to the byte. Of fixes that
// overlap only the first is applied: the next round finds what is left.
Mended with_safe_fixes(const std::string& file, const std::string& text, const Diagnostics& diagnostics);

}  // namespace waymark
