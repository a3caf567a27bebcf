#include "cli/house_style.hpp"

#include <fmt/format.h>

#include "cli/files.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

bool take_accent(const std::string& text, HouseStyle& house, Terminal& terminal) {
    house.accent = parse_colour(text);
    if (house.accent) return true;
    terminal.say(fmt::format("waymark: --accent: '{}' is not a colour like #1f5fa8\n", printable(text)));
    return false;
}

bool take_logo(const std::string& path, HouseStyle& house, Terminal& terminal) {
    Diagnostics diagnostics;
    std::optional<std::string> bytes = read_file(path, diagnostics, kLargestLogo);
    terminal.show(diagnostics);
    if (!bytes) return false;
    std::string problem;
    house.logo = read_logo(std::move(*bytes), problem);
    if (!house.logo) terminal.say(fmt::format("waymark: --logo: '{}': {}\n", printable(path), problem));
    return house.logo.has_value();
}

}  // namespace

std::optional<HouseStyle> read_house_style(const HouseChoice& choice, Terminal& terminal) {
    HouseStyle house;
    if (!choice.accent.empty() && !take_accent(choice.accent, house, terminal)) return std::nullopt;
    if (!choice.logo.empty() && !take_logo(choice.logo, house, terminal)) return std::nullopt;
    return house;
}

}  // namespace waymark
