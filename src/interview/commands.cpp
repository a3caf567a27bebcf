#include "interview/commands.hpp"

#include <algorithm>
#include <array>

namespace waymark::interview {

namespace {

constexpr std::array<CommandType, 14> kCommands{{
    {Command::go_on, '\0', "Enter", "next", "go on", "Go on; what was given stays."},
    {Command::back, 'b', "b", "back", "back", "Back to the page before, as often as you like. Nothing is lost."},
    {Command::skip, 's', "s", "skip", "skip", "Leave this for later. It counts as shown and left, never as zero."},
    {Command::dont_know, 'u', "u", "unknown", "don't know", "You don't know. That is an answer, and often a finding."},
    {Command::not_applicable, 'n', "n", "na", "not applicable",
     "It cannot apply here. A reason is asked for; some questions always apply."},
    {Command::evidence, 'e', "e", "evidence", "evidence", "What you could show for the answer given."},
    {Command::note, 'o', "o", "note", "note", "A note on this question, for yourself and for whoever reads the file."},
    {Command::clear, 'x', "x", "clear", "clear", "Take back what is given on this page."},
    {Command::more, 'w', "w", "why", "what and why",
     "What the question means, why it is asked, what counts as evidence."},
    {Command::word, 'g', "g", "glossary", "words", "The glossary's words in this question."},
    {Command::jump, '/', "/", "jump", "jump", "Find a question by a few letters and go there."},
    {Command::review, 'v', "v", "review", "overview", "Every question with what was answered, to change any of it."},
    {Command::keys, '?', "?", "help", "keys", "This page."},
    {Command::leave, 'q', "q", "quit", "save and leave",
     "Leave. Everything is saved; the same command goes on from here."},
}};

}  // namespace

const CommandType& type_of(Command command) {
    return *std::ranges::find(kCommands, command, &CommandType::id);
}

std::span<const CommandType> all_commands() {
    return kCommands;
}

std::optional<Command> command_of_key(char key) {
    const auto* const found = std::ranges::find(kCommands, key, &CommandType::key);
    if (key == '\0' || found == kCommands.end()) return std::nullopt;
    return found->id;
}

std::optional<Command> command_of_word(std::string_view word) {
    const auto* const found = std::ranges::find(kCommands, word, &CommandType::word);
    if (found != kCommands.end()) return found->id;
    if (word == "?") return Command::keys;
    return std::nullopt;
}

}  // namespace waymark::interview
