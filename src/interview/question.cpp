// A dimension's introduction, its questions, what a chosen level includes, and why a question does not apply.
#include <fmt/format.h>

#include "assessment/answers.hpp"
#include "interview/pages.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

// Introduction

int first_practice_of(const State& state, int dimension) {
    for (const int practice : practices_of(*state.framework)) {
        if (element_at(state, practice).dimension == dimension) return practice;
    }
    return -1;
}

Screen show_introduction(const State& state) {
    const Element& dimension = element_at(state, state.here.element);
    Screen screen;
    screen.title = dimension.title;
    screen.question = dimension.about;
    int count = 0;
    for (const int practice : practices_of(*state.framework)) {
        if (element_at(state, practice).dimension == state.here.element) ++count;
    }
    screen.passages.push_back({"", count == 1 ? "One question." : fmt::format("{} questions.", count)});
    screen.prompt = "Enter to go on";
    screen.commands = {Command::go_on, Command::back, Command::jump, Command::review, Command::keys, Command::leave};
    return screen;
}

void take_introduction(State& state, const Input& input, Effects& effects) {
    if (!is(input, Command::go_on)) return;
    const Element& dimension = element_at(state, state.here.element);
    effects.record.push_back("");
    effects.record.push_back(dimension.title);
    go(state, question_place(first_practice_of(state, state.here.element), Errand::none));
}

// Question

bool may_not_apply(const State& state, int element) {
    return may_be_not_applicable({state.framework, state.draft.profile, {}}, element, state.draft.profile);
}

std::string when_it_does_not_apply(const State& state, int element) {
    const auto& in_profile = state.framework->profiles[static_cast<std::size_t>(state.draft.profile)].not_applicable;
    const auto found = in_profile.find(element);
    if (found != in_profile.end()) return found->second;
    return element_at(state, element).question.not_applicable.value_or("");
}

std::string best_known_by(const State& state, const Question& question) {
    std::vector<std::string> titles;
    for (const int role : question.best_known_by) {
        titles.push_back(lower_first(state.framework->roles[static_cast<std::size_t>(role)].title));
    }
    return join(titles, "and");
}

void add_more(const State& state, const Question& question, Screen& screen) {
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) screen.below.push_back({label, text});
    };
    add("What it means", question.what);
    add("Why it is asked", question.why);
    if (asks_for_evidence(state)) add("What would persuade a sceptic", question.evidence);
    add("Not applicable", when_it_does_not_apply(state, state.here.element));
    add("Best known by", best_known_by(state, question));
}

std::vector<Option> level_options(const State& state, int element, const Answer* answer) {
    std::vector<Option> options;
    const auto& levels = levels_of(state, element);
    const auto& anchors = element_at(state, element).question.anchors;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        Option option;
        option.key = level_key(state, element, static_cast<int>(i));
        option.title = levels[i].title;
        option.text = i < anchors.size() ? anchors[i] : levels[i].means;
        option.current =
            answer != nullptr && answer->state == AnswerState::level && answer->level == static_cast<int>(i);
        options.push_back(std::move(option));
    }
    return options;
}

std::string current_words(const State& state, const Answer& answer) {
    std::string words = answer_words(state, answer);
    const std::string evidence = evidence_words(state, answer);
    if (!evidence.empty()) words += "; " + evidence;
    if (!answer.note.empty()) words += "; with a note";
    return words;
}

Screen show_question(const State& state) {
    const int element = state.here.element;
    const Answer* answer = answer_to(state, element);
    Screen screen;
    screen.progress = progress_words(state, element);
    screen.title = heading_of(element_at(state, element));
    screen.question = element_at(state, element).question.ask;
    screen.options = level_options(state, element, answer);
    screen.cumulative = true;
    if (state.more) add_more(state, element_at(state, element).question, screen);
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your level";
    if (answer != nullptr) screen.current = current_words(state, *answer);
    screen.may_go_on = answer != nullptr;
    screen.commands = {Command::back, Command::skip, Command::dont_know};
    if (may_not_apply(state, element)) screen.commands.push_back(Command::not_applicable);
    if (asks_for_evidence(state)) screen.commands.push_back(Command::evidence);
    screen.commands.insert(screen.commands.end(), {Command::note, Command::more, Command::word, Command::jump,
                                                   Command::review, Command::keys, Command::leave});
    return screen;
}

void record(const State& state, Effects& effects, int element) {
    effects.record.push_back(
        fmt::format("{}: {}", name_of(element_at(state, element)), answer_words(state, *answer_to(state, element))));
}

void choose_level(State& state, Effects& effects, int level) {
    Answer& answer = answer_for(state, state.here.element);
    answer.state = AnswerState::level;
    answer.level = level;
    answer.reason.clear();
    keep_answer(state, effects, state.here.element);
    record(state, effects, state.here.element);
    go(state, after_level(state, state.here));
}

void answer_without_level(State& state, Effects& effects, AnswerState given) {
    Answer& answer = answer_for(state, state.here.element);
    answer.state = given;
    answer.level = -1;
    answer.reason.clear();
    keep_answer(state, effects, state.here.element);
    record(state, effects, state.here.element);
    go(state, after_question(state, state.here));
}

// What was answered stays answered: skipping is for questions that have no answer yet.
void skip_question(State& state, Effects& effects) {
    if (!is_open(state, state.here.element)) return go(state, after_question(state, state.here));
    answer_without_level(state, effects, AnswerState::skipped);
}

void open_evidence(State& state) {
    const Answer* answer = answer_to(state, state.here.element);
    if (answer == nullptr || answer->state != AnswerState::level) {
        return complain(state, "evidence belongs to a level; choose one first");
    }
    Place place = state.here;
    place.page = Page::evidence;
    go(state, place);
}

void take_question(State& state, const Input& input, Effects& effects) {
    Place place = state.here;
    if (input.kind == Input::Kind::choose) {
        choose_level(state, effects, input.options.front());
    } else if (is(input, Command::dont_know)) {
        answer_without_level(state, effects, AnswerState::dont_know);
    } else if (is(input, Command::skip)) {
        skip_question(state, effects);
    } else if (is(input, Command::not_applicable)) {
        place.page = Page::reason;
        go(state, place);
    } else if (is(input, Command::evidence)) {
        open_evidence(state);
    } else if (is(input, Command::note)) {
        place.page = Page::note;
        go(state, place);
    } else if (is(input, Command::go_on) && answer_to(state, place.element) != nullptr) {
        go(state, after_question(state, place));
    }
}

// Check

Screen show_check(const State& state) {
    const int element = state.here.element;
    const Answer* answer = answer_to(state, element);
    const int level = answer == nullptr ? 0 : answer->level;
    Screen screen;
    screen.progress = progress_words(state, element);
    screen.title = heading_of(element_at(state, element));
    screen.question = fmt::format("{} says that all of this is true now:", level_words(state, element, level));
    const auto& anchors = element_at(state, element).question.anchors;
    for (int i = 1; i <= level && i < static_cast<int>(anchors.size()); ++i) {
        screen.passages.push_back({level_words(state, element, i), anchors[static_cast<std::size_t>(i)]});
    }
    screen.passages.push_back({"", "Half true means the lower level."});
    screen.prompt = "Enter if all of it is true, b to choose again";
    screen.commands = {Command::go_on,  Command::back, Command::word, Command::jump,
                       Command::review, Command::keys, Command::leave};
    return screen;
}

void take_check(State& state, const Input& input, Effects& /*effects*/) {
    if (is(input, Command::go_on)) go(state, after_check(state, state.here));
}

// Reason

Screen show_reason(const State& state) {
    const int element = state.here.element;
    const Answer* answer = answer_to(state, element);
    Screen screen;
    screen.progress = progress_words(state, element);
    screen.title = heading_of(element_at(state, element));
    screen.question = "Why can it not apply here?";
    const std::string when = when_it_does_not_apply(state, element);
    if (!when.empty()) screen.passages.push_back({"It may be said", when});
    screen.ask = Screen::Ask::line;
    screen.prompt = "Reason";
    if (answer != nullptr) screen.entry = screen.current = answer->reason;
    screen.may_go_on = !screen.entry.empty();
    screen.commands = {Command::back, Command::keys, Command::leave};
    return screen;
}

void take_reason(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::text) {
        const std::string reason = typed_text(state, input.text, kLongestLine);
        if (reason.empty()) return complain(state, "a reason is needed; back leaves the question as it was");
        Answer& answer = answer_for(state, state.here.element);
        answer.state = AnswerState::not_applicable;
        answer.level = -1;
        answer.reason = reason;
        keep_answer(state, effects, state.here.element);
        record(state, effects, state.here.element);
    } else if (const Answer* answer = answer_to(state, state.here.element);
               answer == nullptr || answer->reason.empty()) {
        return;
    }
    go(state, after_question(state, state.here));
}

}  // namespace

const PageType kIntroductionPage{show_introduction, take_introduction};
const PageType kQuestionPage{show_question, take_question};
const PageType kCheckPage{show_check, take_check};
const PageType kReasonPage{show_reason, take_reason};

}  // namespace waymark::interview
