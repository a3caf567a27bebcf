// What a person has done on a page in the full terminal, without having answered yet: where the cursor stands, what is
// typed, how far it is scrolled. Pure: a view and a key give a view and perhaps an answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interview/flow.hpp"
#include "interview/key.hpp"
#include "interview/line_edit.hpp"

namespace waymark::interview {

struct View {
    int visit = -1;
    int cursor = -1;      // index of an option; -1: none, as no page begins with an answer
    int scroll = 0;       // first line of the body that is shown; kept in bounds by compose()
    int page = 1;         // lines that a page key scrolls, as compose() last showed them
    bool follow = false;  // the cursor was moved: scroll to it
    std::string digits;   // of an option's number, where one is not enough
    LineEdit entry;
    std::vector<bool> ticked;  // Screen::Ask::several
    std::string notice;
};

void refresh(View& view, const Screen& screen);  // before a screen is shown

struct Pressed {
    std::optional<Input> input;
    enum class Also { nothing, interrupt, suspend, editor, redraw } also = Also::nothing;
};
Pressed press(View& view, const Screen& screen, const Key& key);

}  // namespace waymark::interview
