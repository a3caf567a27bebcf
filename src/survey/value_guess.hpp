// What a value in an export probably means. A guess: it is proposed, and never applied by itself.
#pragma once

#include <optional>
#include <string>

#include "waymark/framework.hpp"

namespace waymark {

// The word that a value table would have: a level's id, dont-know or not-applicable.
std::optional<std::string> guessed_meaning(const std::string& value, const Scale& scale);

// The practice whose id, short code or question a key looks like; -1: none.
int guessed_practice(const std::string& key, const Framework& framework);

}  // namespace waymark
