// Pages opened over another one and closed again: a note, finding a question, the keys, the glossary.
#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "interview/pages.hpp"
#include "text/display.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

// Without case, so that "Ärzte" finds "ärzte".
std::string folded(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0) return std::string(text);
    return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

// Note

Screen show_note(const State& state) {
    const int element = state.here.element;
    const Answer* answer = answer_to(state, element);
    Screen screen;
    screen.progress = progress_words(state, element);
    screen.title = heading_of(element_at(state, element));
    screen.question = "A note on this question";
    screen.passages.push_back({"", "Whoever reads the file can read it. Reports leave it out unless asked for."});
    screen.ask = Screen::Ask::line;
    screen.long_text = true;
    screen.prompt = "Note";
    if (answer != nullptr) screen.entry = screen.current = answer->note;
    screen.may_go_on = true;
    screen.commands = {Command::back, Command::keys, Command::leave};
    return screen;
}

void take_note(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::text) {
        const std::string note = typed_text(state, input.text, kLongestNote, true);
        const Answer* before = answer_to(state, state.here.element);
        if (note != (before == nullptr ? "" : before->note)) {
            Answer& answer = answer_for(state, state.here.element);
            answer.note = note;
            if (answer.state == AnswerState::not_asked) answer.state = AnswerState::skipped;  // shown, and left so far
            keep_answer(state, effects, state.here.element);
            effects.record.emplace_back(note.empty() ? "  note removed" : "  with a note");
        }
    }
    close(state);
}

// Jump

std::vector<int> found(const State& state) {
    std::vector<int> matches;
    const std::string wanted = folded(state.search);
    for (const int practice : practices_of(*state.framework)) {
        const Element& element = element_at(state, practice);
        if (folded(name_of(element) + " " + element.id + " " + element.question.ask).find(wanted) !=
            std::string::npos) {
            matches.push_back(practice);
        }
    }
    return matches;
}

Screen show_jump(const State& state) {
    Screen screen;
    screen.title = "Which question?";
    for (const int practice : found(state)) {
        const Answer* answer = answer_to(state, practice);
        Option option = numbered(screen.options, name_of(element_at(state, practice)));
        option.text = answer == nullptr ? "" : answer_words(state, *answer);
        screen.options.push_back(std::move(option));
    }
    if (screen.options.empty()) screen.passages.push_back({"", "No question has this in its name or text."});
    screen.ask = Screen::Ask::search;
    screen.prompt = "A few letters";
    screen.entry = state.search;
    screen.commands = {Command::back, Command::keys, Command::leave};
    return screen;
}

void take_jump(State& state, const Input& input, Effects& /*effects*/) {
    if (input.kind == Input::Kind::search) {
        state.search = printable(input.text.substr(0, kLongestLine));
    } else if (input.kind == Input::Kind::choose) {
        const int practice = found(state)[static_cast<std::size_t>(input.options.front())];
        close(state);
        go(state, question_place(practice, Errand::none));
    }
}

// Keys

Screen show_keys(const State& /*state*/) {
    Screen screen;
    screen.title = "Keys and words";
    screen.dense = true;
    for (const CommandType& command : all_commands()) {
        screen.passages.push_back({fmt::format("{} or {}", command.key_name, command.word), std::string(command.says)});
    }
    screen.passages.push_back({"0 to 9",
                               "Choose at once. In the full terminal the arrows, or j and k, move; Enter chooses; "
                               "space and the page keys scroll."});
    screen.passages.push_back(
        {"Ctrl-C", "Save and leave at once. Ctrl-Z puts the interview aside; fg brings it back."});
    screen.prompt = "Enter to go back";
    screen.commands = {Command::go_on, Command::back, Command::leave};
    return screen;
}

void take_and_close(State& state, const Input& input, Effects& /*effects*/) {
    if (is(input, Command::go_on)) close(state);
}

// Glossary

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

// As a word of its own; an "s" may follow it.
bool mentions(const std::string& text, const std::string& term) {
    for (auto at = text.find(term); !term.empty() && at != std::string::npos; at = text.find(term, at + 1)) {
        std::size_t end = at + term.size();
        if (end < text.size() && text[end] == 's') ++end;
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end >= text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

std::vector<const GlossaryEntry*> words_in_question(const State& state, int element) {
    const Question& question = element_at(state, element).question;
    std::string text =
        element_at(state, element).title + "\n" + question.ask + "\n" + question.what + "\n" + question.why;
    for (const std::string& anchor : question.anchors) text += "\n" + anchor;
    text = folded(text);
    std::vector<const GlossaryEntry*> entries;
    for (const GlossaryEntry& entry : state.framework->glossary) {
        if (mentions(text, folded(entry.term))) entries.push_back(&entry);
    }
    return entries;
}

Screen show_glossary(const State& state) {
    Screen screen;
    screen.title = "Words in " + name_of(element_at(state, state.here.element));
    const auto entries = words_in_question(state, state.here.element);
    for (const GlossaryEntry* entry : entries) screen.passages.push_back({entry->term, entry->means});
    if (entries.empty()) screen.passages.push_back({"", "None of the glossary's words stands in this question."});
    screen.prompt = "Enter to go back";
    screen.commands = {Command::go_on, Command::back, Command::keys, Command::leave};
    return screen;
}

}  // namespace

const PageType kNotePage{show_note, take_note};
const PageType kJumpPage{show_jump, take_jump};
const PageType kKeysPage{show_keys, take_and_close};
const PageType kGlossaryPage{show_glossary, take_and_close};

}  // namespace waymark::interview
