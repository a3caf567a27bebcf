// What could be shown for a level: none, or items, each with a strength, a description and a date.
#include <fmt/format.h>

#include <algorithm>

#include "interview/pages.hpp"

namespace waymark::interview {

namespace {

// The weakest strength stands for nothing offered, which is an answer of its own here.
constexpr int kFirstStrength = 1;

int strengths(const State& state) {
    return static_cast<int>(state.framework->evidence.strengths.size());
}

int offered_strengths(const State& state) {
    return std::max(0, strengths(state) - kFirstStrength);
}

// Evidence options, in this order: strengths to add an item with, items to change, "we have none".
enum class Choice { add, change, none };
struct Chosen {
    Choice choice = Choice::add;
    int index = 0;
};

Chosen chosen(const State& state, const Answer& answer, int option) {
    const int items = static_cast<int>(answer.evidence.size());
    if (option < offered_strengths(state)) return {Choice::add, option + kFirstStrength};
    if (option < offered_strengths(state) + items) return {Choice::change, option - offered_strengths(state)};
    return {Choice::none, 0};
}

void add_items(const State& state, const Answer& answer, Screen& screen) {
    for (std::size_t i = 0; i < answer.evidence.size(); ++i) {
        Option option = numbered(screen.options, item_words(state, answer.evidence[i]), "", true);
        option.group = "Noted so far; choose one to change or remove it";
        screen.options.push_back(std::move(option));
    }
}

Screen show_evidence(const State& state) {
    const int element = state.here.element;
    const Answer* answer = answer_to(state, element);
    Screen screen;
    screen.progress = progress_words(state, element);
    screen.title = heading_of(element_at(state, element));
    screen.ask = Screen::Ask::choice;
    screen.commands = {Command::back, Command::skip,   Command::note, Command::more,
                       Command::jump, Command::review, Command::keys, Command::leave};
    if (answer == nullptr || answer->state != AnswerState::level) {  // only after the answer was changed on the way
        screen.ask = Screen::Ask::go_on;
        screen.commands.push_back(Command::go_on);
        return screen;
    }
    screen.question = fmt::format("What could you show for {}?", level_words(state, element, answer->level));
    const auto& known = state.framework->evidence.strengths;
    for (int i = kFirstStrength; i < strengths(state); ++i) {
        const Strength& strength = known[static_cast<std::size_t>(i)];
        screen.options.push_back(numbered(screen.options, strength.title, strength.about));
        screen.options.back().group = answer->evidence.empty() ? "" : "Another item";
    }
    add_items(state, *answer, screen);
    if (answer->evidence.empty()) {
        const bool said = answer->evidence_state == EvidenceState::none;
        screen.options.push_back(
            {"0", "We have no evidence", "An honest answer. It is not the same as leaving this open.", "", said});
    }
    if (state.more && !element_at(state, element).question.evidence.empty()) {
        screen.below.push_back({"What would persuade a sceptic", element_at(state, element).question.evidence});
    }
    screen.prompt = "What there is";
    screen.current = answer->evidence_state == EvidenceState::not_asked ? "" : evidence_words(state, *answer);
    screen.may_go_on = answer->evidence_state != EvidenceState::not_asked;
    return screen;
}

Place item_place(const State& state, Page page, int item) {
    Place place = state.here;
    place.page = page;
    place.item = item;
    return place;
}

void add_item(State& state, Effects& effects, int strength) {
    Answer& answer = answer_for(state, state.here.element);
    EvidenceItem item;
    item.strength = strength;
    answer.evidence.push_back(std::move(item));
    answer.evidence_state = EvidenceState::items;
    keep_answer(state, effects, state.here.element);
    go(state, item_place(state, Page::item_what, static_cast<int>(answer.evidence.size()) - 1));
}

void say_none(State& state, Effects& effects) {
    answer_for(state, state.here.element).evidence_state = EvidenceState::none;
    keep_answer(state, effects, state.here.element);
    effects.record.emplace_back("  we have no evidence");
    go(state, after_question(state, state.here));
}

void choose_evidence(State& state, Effects& effects, int option) {
    const Chosen what = chosen(state, *answer_to(state, state.here.element), option);
    switch (what.choice) {
        case Choice::add:
            return add_item(state, effects, what.index);
        case Choice::change:
            return go(state, item_place(state, Page::item, what.index));
        case Choice::none:
            return say_none(state, effects);
    }
}

void take_evidence(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::choose) {
        choose_evidence(state, effects, input.options.front());
    } else if (is(input, Command::skip)) {
        go(state, after_question(state, state.here));
    } else if (is(input, Command::note)) {
        go(state, item_place(state, Page::note, -1));
    } else if (is(input, Command::go_on)) {
        const Answer* answer = answer_to(state, state.here.element);
        const bool said = answer == nullptr || answer->evidence_state != EvidenceState::not_asked;
        if (said || answer->state != AnswerState::level) go(state, after_question(state, state.here));
    }
}

// One item

Screen show_item(const State& state) {
    const Answer* answer = answer_to(state, state.here.element);
    Screen screen;
    screen.progress = progress_words(state, state.here.element);
    screen.title = heading_of(element_at(state, state.here.element));
    screen.question = item_words(state, answer->evidence[static_cast<std::size_t>(state.here.item)]);
    screen.options.push_back(numbered(screen.options, "Change it"));
    screen.options.push_back(numbered(screen.options, "Remove it"));
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your choice";
    screen.commands = {Command::back, Command::keys, Command::leave};
    return screen;
}

void remove_item(State& state, Effects& effects) {
    Answer& answer = answer_for(state, state.here.element);
    effects.record.push_back("  removed: " +
                             item_words(state, answer.evidence[static_cast<std::size_t>(state.here.item)]));
    answer.evidence.erase(answer.evidence.begin() + state.here.item);
    if (answer.evidence.empty()) answer.evidence_state = EvidenceState::not_asked;
    keep_answer(state, effects, state.here.element);
    close(state);
}

void take_item(State& state, const Input& input, Effects& effects) {
    if (input.kind != Input::Kind::choose) return;
    if (input.options.front() == 1) return remove_item(state, effects);
    go(state, item_place(state, Page::item_strength, state.here.item));
}

}  // namespace

const PageType kEvidencePage{show_evidence, take_evidence};
const PageType kItemPage{show_item, take_item};

}  // namespace waymark::interview
