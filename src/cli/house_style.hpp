// `--accent` and `--logo`: how pages look in somebody's house.
#pragma once

#include <optional>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "waymark/page.hpp"

namespace waymark {

// nullopt after saying why.
std::optional<HouseStyle> read_house_style(const HouseChoice& choice, Terminal& terminal);

}  // namespace waymark
