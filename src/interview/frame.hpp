// A page as lines of a terminal: never more than fit, never wider than 90 columns, scrolled where there is more.
#pragma once

#include <string>
#include <vector>

#include "interview/view.hpp"

namespace waymark::interview {

inline constexpr int kWidestText = 90;

struct TerminalStyle {
    int columns = 80;
    int rows = 24;
    bool colour = false;  // repeats what marks and words say
    bool unicode = true;
};

struct Frame {
    std::vector<std::string> lines;  // with colour codes where asked for; at most rows - 1
    std::vector<int> widths;         // in columns, of each line; less than the terminal's
    int cursor_line = -1;            // where text is typed; -1: nowhere
    int cursor_column = 0;
};

Frame compose(const Screen& screen, View& view, const TerminalStyle& style);

// A line of the protocol, cut to the terminal.
std::string protocol_line(const std::string& text, const TerminalStyle& style);

}  // namespace waymark::interview
