// A text written in the person's own editor.
#pragma once

#include <optional>
#include <string>

namespace waymark::interview {

// Starts $VISUAL, else $EDITOR, on a private file with `text` and waits for it. nullopt if there is none, or it failed:
// `problem` then says why. The terminal must be in its usual state.
std::optional<std::string> edit_in_editor(const std::string& text, std::string& problem);

}  // namespace waymark::interview
