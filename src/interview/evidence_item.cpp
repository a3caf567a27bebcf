// One item of evidence, a question at a time: strength, what it is, its date, who produced it, what kind of thing it is.
#include <fmt/format.h>

#include "assessment/cells.hpp"
#include "interview/pages.hpp"
#include "text/display.hpp"

namespace waymark::interview {

namespace {

const EvidenceItem& item_at(const State& state) {
    return answer_to(state, state.here.element)->evidence[static_cast<std::size_t>(state.here.item)];
}

EvidenceItem& item_of(State& state) {
    return answer_for(state, state.here.element).evidence[static_cast<std::size_t>(state.here.item)];
}

Screen item_screen(const State& state, std::string question, std::string prompt) {
    Screen screen;
    screen.progress = progress_words(state, state.here.element);
    screen.title = heading_of(element_at(state, state.here.element));
    screen.passages.push_back({"", item_words(state, item_at(state))});
    screen.question = std::move(question);
    screen.prompt = std::move(prompt);
    screen.commands = {Command::back, Command::skip, Command::keys, Command::leave};
    return screen;
}

bool asked(const State& state, Page page) {
    const EvidenceRules& rules = state.framework->evidence;
    if (page == Page::item_producer) return !rules.producers.empty();
    if (page == Page::item_form) return !rules.forms.empty();
    return true;
}

// After the last the item is complete, and the list of items is shown again.
void onward(State& state, Effects& effects) {
    Place next = state.here;
    for (const Page page : {Page::item_what, Page::item_date, Page::item_producer, Page::item_form}) {
        if (page <= state.here.page || !asked(state, page)) continue;
        next.page = page;
        return go(state, next);
    }
    effects.record.push_back("  " + item_words(state, item_at(state)));
    next.page = Page::evidence;
    next.item = -1;
    go(state, next);
}

void keep_and_go_on(State& state, Effects& effects) {
    keep_answer(state, effects, state.here.element);
    onward(state, effects);
}

// Strength

Screen show_strength(const State& state) {
    Screen screen = item_screen(state, "How strong is it?", "Strength");
    const auto& strengths = state.framework->evidence.strengths;
    for (std::size_t i = 1; i < strengths.size(); ++i) {
        screen.options.push_back(numbered(screen.options, strengths[i].title, strengths[i].about,
                                          item_at(state).strength == static_cast<int>(i)));
    }
    screen.ask = Screen::Ask::choice;
    screen.current = strengths[static_cast<std::size_t>(item_at(state).strength)].title;
    screen.may_go_on = true;
    return screen;
}

void take_strength(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::choose) item_of(state).strength = input.options.front() + 1;
    keep_and_go_on(state, effects);
}

// What

Screen show_what(const State& state) {
    Screen screen = item_screen(state, "What is it, and where could somebody find it?", "What");
    screen.passages.push_back({"", "For example: Board minute 14, item 3. Whoever reads the file can read this."});
    screen.ask = Screen::Ask::line;
    screen.entry = screen.current = item_at(state).what;
    screen.may_go_on = true;
    return screen;
}

void take_what(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::text) item_of(state).what = typed_text(state, input.text, kLongestLine);
    keep_and_go_on(state, effects);
}

// Date

Screen show_date(const State& state) {
    Screen screen = item_screen(state, "When is it from?", "Date, as 2026-11-20");
    const Duration weaker = state.framework->evidence.weaker_after;
    screen.passages.push_back(
        {"", fmt::format("Without a date, or older than {}, it counts one strength less.", weaker.to_text())});
    screen.ask = Screen::Ask::line;
    if (item_at(state).dated) screen.entry = screen.current = item_at(state).dated->to_text();
    screen.may_go_on = true;
    return screen;
}

void take_date(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::text) {
        const std::string text = trimmed(printable(input.text));
        const auto date = parse_date(text);
        if (!text.empty() && !date) {
            return complain(state, "write year, month and day, such as 2026-11-20; or skip it if nobody knows");
        }
        if (date && *date > state.draft.date) {
            return complain(state,
                            fmt::format("that is after the assessment's own date, {}", state.draft.date.to_text()));
        }
        item_of(state).dated = date;
    }
    keep_and_go_on(state, effects);
}

// Producer and form

Screen term_screen(const State& state, const std::vector<Term>& terms, int current, std::string question) {
    Screen screen = item_screen(state, std::move(question), "Your choice");
    for (std::size_t i = 0; i < terms.size(); ++i) {
        screen.options.push_back(
            numbered(screen.options, terms[i].title, terms[i].about, current == static_cast<int>(i)));
    }
    screen.ask = Screen::Ask::choice;
    if (current >= 0) screen.current = terms[static_cast<std::size_t>(current)].title;
    screen.may_go_on = current >= 0;
    screen.commands.push_back(Command::clear);
    return screen;
}

void take_term(State& state, const Input& input, Effects& effects, int EvidenceItem::* term) {
    if (input.kind == Input::Kind::choose) {
        item_of(state).*term = input.options.front();
    } else if (is(input, Command::clear)) {
        item_of(state).*term = -1;
    } else if (is(input, Command::go_on) && item_at(state).*term < 0) {
        return;
    }
    keep_and_go_on(state, effects);
}

Screen show_producer(const State& state) {
    return term_screen(state, state.framework->evidence.producers, item_at(state).produced_by, "Who produced it?");
}

void take_producer(State& state, const Input& input, Effects& effects) {
    take_term(state, input, effects, &EvidenceItem::produced_by);
}

Screen show_form(const State& state) {
    return term_screen(state, state.framework->evidence.forms, item_at(state).form, "What kind of thing is it?");
}

void take_form(State& state, const Input& input, Effects& effects) {
    take_term(state, input, effects, &EvidenceItem::form);
}

}  // namespace

const PageType kItemStrengthPage{show_strength, take_strength};
const PageType kItemWhatPage{show_what, take_what};
const PageType kItemDatePage{show_date, take_date};
const PageType kItemProducerPage{show_producer, take_producer};
const PageType kItemFormPage{show_form, take_form};

}  // namespace waymark::interview
