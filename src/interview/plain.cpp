#include "interview/plain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "assessment/cells.hpp"
#include "report/text_page.hpp"
#include "text/display.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

using Ask = Screen::Ask;

class Lines {
  public:
    explicit Lines(const PlainStyle& style)
        : page_(TextStyle{false, style.unicode, style.width, false}), width_(std::max(20, style.width)) {}

    void add(const std::string& text, const std::string& lead = "") {
        const int indent = display_width(lead);
        bool first = true;
        for (const std::string& line : page_.folded(text, width_ - indent)) {
            text_ += (first ? lead : std::string(static_cast<std::size_t>(indent), ' ')) + line + "\n";
            first = false;
        }
    }
    void space() { text_ += "\n"; }
    std::string take() { return std::move(text_); }

  private:
    TextPage page_;
    int width_;
    std::string text_;
};

void add_passages(Lines& lines, const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) {
        lines.add(passage.label.empty() ? passage.text : passage.label + ": " + passage.text);
    }
}

void add_options(Lines& lines, const Screen& screen) {
    std::string group;
    for (const Option& option : screen.options) {
        if (option.group != group && !option.group.empty()) lines.add(option.group + ":");
        group = option.group;
        std::string text = option.title;
        if (!option.text.empty()) text += ": " + option.text;
        if (option.current) text += " [given so far]";
        lines.add(text, fmt::format("{:>3}. ", option.key));
    }
}

// Words that go on, back or elsewhere from here; where text is typed, all others are text.
std::optional<Command> command_in(const std::string& line, const Screen& screen) {
    const bool typing = screen.ask == Ask::line || screen.ask == Ask::search;
    auto command = command_of_word(line);
    if (!command && !typing && line.size() == 1) command = command_of_key(line.front());
    if (!command || !typing) return command;
    const bool offered = std::ranges::find(screen.commands, *command) != screen.commands.end();
    const bool known = offered || *command == Command::go_on || *command == Command::clear;
    return known ? command : std::nullopt;
}

Understood say(Input input) {
    return {std::move(input), ""};
}

Understood say(Command command) {
    Input input;
    input.command = command;
    return say(input);
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// By its number, or by its title: "yes".
int option_with(const Screen& screen, const std::string& word) {
    auto found = std::ranges::find(screen.options, word, &Option::key);
    const auto same = [&](const Option& option) { return in_lower_case(option.title) == in_lower_case(word); };
    if (found == screen.options.end()) found = std::ranges::find_if(screen.options, same);
    return found == screen.options.end() ? -1 : static_cast<int>(found - screen.options.begin());
}

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words(1);
    for (const char c : line) {
        if (c == ' ' || c == ',' || c == '\t') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

std::string range_of_keys(const Screen& screen) {
    std::vector<std::string> keys;
    for (const Option& option : screen.options) keys.push_back(option.key);
    if (keys.size() < 3) return join(keys, "or");
    std::ranges::sort(keys, {}, [](const std::string& key) { return std::make_pair(key.size(), key); });
    return keys.front() + " to " + keys.back();
}

std::string not_understood(const Screen& screen) {
    if (screen.options.empty()) return "press Enter to go on, or type ? for help";
    return fmt::format("type {}, or ? for help", range_of_keys(screen));
}

Understood several(const std::string& line, const Screen& screen) {
    Input input;
    input.kind = Input::Kind::several;
    for (const std::string& word : words_of(line)) {
        const int option = option_with(screen, word);
        if (option < 0) return {std::nullopt, not_understood(screen)};
        input.options.push_back(option);
    }
    return say(input);
}

Understood text(Input::Kind kind, const std::string& line) {
    Input input;
    input.kind = kind;
    input.text = line;
    return say(input);
}

Understood empty_line(const Screen& screen) {
    if (screen.ask == Ask::go_on || screen.may_go_on) return say(Command::go_on);
    const bool skips =
        screen.ask == Ask::line && std::ranges::find(screen.commands, Command::skip) != screen.commands.end();
    if (skips) return say(Command::skip);
    return {std::nullopt, screen.ask == Ask::line ? "type it, or ? for help" : not_understood(screen)};
}

}  // namespace

std::string described(const Screen& screen, const PlainStyle& style) {
    Lines lines(style);
    lines.space();
    if (!screen.progress.empty()) lines.add("[" + screen.progress + "]");
    lines.add(screen.title);
    if (!screen.question.empty()) lines.add(screen.question);
    add_passages(lines, screen.passages);
    add_options(lines, screen);
    add_passages(lines, screen.below);
    if (!screen.current.empty()) lines.add("So far: " + screen.current);
    return lines.take();
}

std::string prompt_for(const Screen& screen, const PlainStyle& style) {
    std::string hint;
    switch (screen.ask) {
        case Ask::go_on:
            return (style.unicode ? printable(screen.prompt) : to_ascii(printable(screen.prompt))) + ": ";
        case Ask::choice:
            hint = range_of_keys(screen);
            break;
        case Ask::several:
            hint = "numbers with spaces between";
            break;
        case Ask::search:
            hint = "or a number";
            break;
        case Ask::line:
            hint = screen.current.empty() ? "" : "Enter keeps what is given";
            break;
    }
    const std::string help = hint.empty() ? "? for help" : hint + ", or ? for help";
    const std::string words = fmt::format("{} ({}): ", screen.prompt, help);
    return style.unicode ? printable(words) : to_ascii(printable(words));
}

Understood understood(const std::string& line, const Screen& screen) {
    const std::string said = trimmed(printable(trimmed(line)));
    if (said.empty()) return empty_line(screen);
    if (const auto command = command_in(said, screen)) {
        if (screen.ask == Ask::line && *command == Command::clear) return text(Input::Kind::text, "");
        return say(*command);
    }
    if (screen.ask == Ask::line) return text(Input::Kind::text, trimmed(line));
    if (screen.ask == Ask::several) return several(said, screen);
    const int option = option_with(screen, said);
    if (option < 0 && screen.ask == Ask::search) return text(Input::Kind::search, said);
    if (option < 0) return {std::nullopt, not_understood(screen)};
    Input input;
    input.kind = Input::Kind::choose;
    input.options = {option};
    return say(input);
}

}  // namespace waymark::interview
