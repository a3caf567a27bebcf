// Pages as plain lines, and lines as answers: for screen readers, simple terminals and pipes. Pure.
#pragma once

#include <optional>
#include <string>

#include "interview/flow.hpp"

namespace waymark::interview {

struct PlainStyle {
    int width = 80;
    bool unicode = true;
};

// The whole page, without the prompt; ends with a line feed.
std::string described(const Screen& screen, const PlainStyle& style);
// "Your level (0 to 4, or ? for help): "
std::string prompt_for(const Screen& screen, const PlainStyle& style);

// What a line means here. Nothing, and why, if it means nothing.
struct Understood {
    std::optional<Input> input;
    std::string complaint;
};
Understood understood(const std::string& line, const Screen& screen);

}  // namespace waymark::interview
