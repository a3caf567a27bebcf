// What a person can do besides answering: one key in the full terminal, one word in plain lines.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace waymark::interview {

enum class Command {
    go_on,
    back,
    skip,
    dont_know,
    not_applicable,
    evidence,
    note,
    clear,
    more,
    word,
    jump,
    review,
    keys,
    leave
};

struct CommandType {
    Command id = Command::go_on;
    char key = ' ';             // 0: Enter
    std::string_view key_name;  // "b", "Enter"
    std::string_view word;      // "back"
    std::string_view label;     // two or three words, for the line at the foot
    std::string_view says;      // one sentence, for the page of keys
};

const CommandType& type_of(Command command);
std::span<const CommandType> all_commands();
std::optional<Command> command_of_key(char key);
std::optional<Command> command_of_word(std::string_view word);

}  // namespace waymark::interview
