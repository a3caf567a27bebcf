#include "interview/view.hpp"

#include <algorithm>

#include "interview/pages.hpp"
#include "text/display.hpp"

namespace waymark::interview {

namespace {

using Kind = Key::Kind;
using Ask = Screen::Ask;

bool has_entry(const Screen& screen) {
    return screen.ask == Ask::line || screen.ask == Ask::search;
}

Pressed command(Command given) {
    Input input;
    input.command = given;
    return {input, Pressed::Also::nothing};
}

Pressed choose(int option) {
    Input input;
    input.kind = Input::Kind::choose;
    input.options = {option};
    return {input, Pressed::Also::nothing};
}

Pressed typed(Input::Kind kind, const std::string& text) {
    Input input;
    input.kind = kind;
    input.text = text;
    return {input, Pressed::Also::nothing};
}

int count(const Screen& screen) {
    return static_cast<int>(screen.options.size());
}

// From no option at all the first step leads to what was answered so far, if anything was.
void move(View& view, const Screen& screen, int step) {
    if (count(screen) == 0) return;
    view.follow = true;
    if (view.cursor < 0) {
        const auto given = std::ranges::find(screen.options, true, &Option::current);
        const int start = step > 0 ? 0 : count(screen) - 1;
        view.cursor = given == screen.options.end() ? start : static_cast<int>(given - screen.options.begin());
        return;
    }
    view.cursor = std::clamp(view.cursor + step, 0, count(screen) - 1);
}

void scroll(View& view, int lines) {
    view.scroll = std::max(0, view.scroll + lines);
    view.follow = false;
}

Pressed confirm(const View& view, const Screen& screen) {
    switch (screen.ask) {
        case Ask::go_on:
            break;
        case Ask::line:
            return typed(Input::Kind::text, view.entry.text);
        case Ask::several: {
            Input input;
            input.kind = Input::Kind::several;
            for (int i = 0; i < count(screen); ++i) {
                if (view.ticked[static_cast<std::size_t>(i)]) input.options.push_back(i);
            }
            const bool nothing = input.options.empty() && screen.current.empty();
            return nothing ? command(Command::go_on) : Pressed{input, Pressed::Also::nothing};
        }
        case Ask::search:
            if (view.cursor < 0 && count(screen) == 1) return choose(0);
            [[fallthrough]];
        case Ask::choice:
            if (view.cursor >= 0) return choose(view.cursor);
    }
    return command(Command::go_on);
}

Pressed pick(View& view, const Screen& screen, int option) {
    view.cursor = option;
    view.follow = true;
    if (screen.ask != Ask::several) return choose(option);
    view.ticked[static_cast<std::size_t>(option)] = !view.ticked[static_cast<std::size_t>(option)];
    return {};
}

// Up to ten options answer to one digit; of more, digits move the cursor, and Enter chooses.
Pressed digit(View& view, const Screen& screen, char key) {
    const auto with_key = [&](const std::string& wanted) {
        const auto found = std::ranges::find(screen.options, wanted, &Option::key);
        return found == screen.options.end() ? -1 : static_cast<int>(found - screen.options.begin());
    };
    const bool one_is_enough =
        std::ranges::all_of(screen.options, [](const Option& option) { return option.key.size() == 1; });
    if (one_is_enough) {
        const int option = with_key(std::string(1, key));
        if (option >= 0) return pick(view, screen, option);
        view.notice = "there is no such choice";
        return {};
    }
    view.digits += key;
    if (with_key(view.digits) < 0) view.digits = std::string(1, key);
    if (with_key(view.digits) < 0) view.digits.clear();
    view.cursor = with_key(view.digits);
    view.follow = view.cursor >= 0;
    return {};
}

Pressed letter(View& view, const Screen& screen, const std::string& text) {
    const char key = text.size() == 1 ? text.front() : '\0';
    if (key == 'j') move(view, screen, 1);
    if (key == 'k') move(view, screen, -1);
    if (key == ' ' && screen.ask == Ask::several && view.cursor >= 0) return pick(view, screen, view.cursor);
    if (key == ' ') scroll(view, view.page);
    if (key >= '0' && key <= '9' && count(screen) > 0) return digit(view, screen, key);
    const auto known = command_of_key(key);
    return known ? command(*known) : Pressed{};
}

bool move_or_scroll(View& view, const Screen& screen, Kind kind) {
    if (kind == Kind::up || kind == Kind::down) {
        const int step = kind == Kind::down ? 1 : -1;
        count(screen) > 0 ? move(view, screen, step) : scroll(view, step);
    } else if (kind == Kind::page_up || kind == Kind::page_down) {
        scroll(view, kind == Kind::page_down ? view.page : -view.page);
    } else if (!has_entry(screen) && (kind == Kind::home || kind == Kind::end)) {
        if (count(screen) > 0) view.cursor = kind == Kind::home ? 0 : count(screen) - 1;
        view.follow = count(screen) > 0;
        if (count(screen) == 0) scroll(view, kind == Kind::home ? -view.scroll : 1 << 20);
    } else {
        return false;
    }
    return true;
}

Pressed type(View& view, const Screen& screen, const Key& key) {
    const std::size_t limit = screen.long_text ? kLongestNote : kLongestLine;
    const std::size_t before = view.entry.text.size();
    if (!edit(view.entry, key, limit)) return {};
    const bool full = key.kind == Kind::paste && view.entry.text.size() - before < key.text.size();
    if (full || characters(view.entry.text) == limit)
        view.notice = "no more than " + std::to_string(limit) + " characters fit";
    if (screen.ask != Ask::search) return {};
    view.cursor = -1;
    return typed(Input::Kind::search, view.entry.text);
}

}  // namespace

void refresh(View& view, const Screen& screen) {
    if (view.visit != screen.visit) {
        view = View{};
        view.visit = screen.visit;
        view.entry = line_with(screen.entry);
        for (const Option& option : screen.options) view.ticked.push_back(option.current);
    }
    view.ticked.resize(screen.options.size());
    if (view.cursor >= count(screen)) view.cursor = -1;
}

Pressed press(View& view, const Screen& screen, const Key& key) {
    view.notice.clear();
    const bool is_digit =
        key.kind == Kind::character && key.text.size() == 1 && key.text[0] >= '0' && key.text[0] <= '9';
    if (!is_digit) view.digits.clear();
    switch (key.kind) {
        case Kind::interrupt:
            return {std::nullopt, Pressed::Also::interrupt};
        case Kind::suspend:
            return {std::nullopt, Pressed::Also::suspend};
        case Kind::redraw:
            return {std::nullopt, Pressed::Also::redraw};
        case Kind::editor:
            return {std::nullopt, screen.long_text ? Pressed::Also::editor : Pressed::Also::nothing};
        case Kind::enter:
            return confirm(view, screen);
        case Kind::escape:
        case Kind::shift_tab:
            return command(Command::back);
        default:
            break;
    }
    if (move_or_scroll(view, screen, key.kind)) return {};
    if (has_entry(screen)) return type(view, screen, key);
    if (key.kind == Kind::paste) view.notice = "pasted text is no answer here";
    return key.kind == Kind::character ? letter(view, screen, key.text) : Pressed{};
}

}  // namespace waymark::interview
