// Starter files that `waymark new` writes (src/cli/starters/).
#pragma once

#include "text/embedded.hpp"

namespace waymark {

std::span<const EmbeddedFile> embedded_starters();

}  // namespace waymark
