// Everything answered and left open, to change any of it; and the end.
#include <fmt/format.h>

#include "interview/facts.hpp"
#include "interview/pages.hpp"

namespace waymark::interview {

namespace {

struct Entry {
    enum class Kind { walk_unanswered, walk_evidence, question, profile, organisation, role };
    Kind kind = Kind::question;
    int element = -1;
    std::string group;
};

std::vector<int> practices_that(const State& state, bool (*test)(const State&, int)) {
    std::vector<int> found;
    for (const int practice : practices_of(*state.framework)) {
        if (test(state, practice)) found.push_back(practice);
    }
    return found;
}

bool is_settled(const State& state, int element) {
    return !is_open(state, element) && !is_bare_claim(state, element);
}

void add_questions(std::vector<Entry>& entries, const std::vector<int>& practices, const char* group) {
    for (const int practice : practices) entries.push_back({Entry::Kind::question, practice, group});
}

std::vector<Entry> entries_of(const State& state) {
    std::vector<Entry> entries;
    const auto open = practices_that(state, is_open);
    const auto bare = practices_that(state, is_bare_claim);
    if (!open.empty()) entries.push_back({Entry::Kind::walk_unanswered, open.front(), "What is left"});
    if (!bare.empty()) entries.push_back({Entry::Kind::walk_evidence, bare.front(), "What is left"});
    add_questions(entries, open, "Not answered");
    add_questions(entries, bare, "High claims without evidence");
    add_questions(entries, practices_that(state, is_settled), "Answered");
    if (state.framework->profiles.size() > 1) entries.push_back({Entry::Kind::profile, -1, "About you"});
    entries.push_back({Entry::Kind::organisation, -1, "About you"});
    if (state.framework->roles.size() > 1) entries.push_back({Entry::Kind::role, -1, "About you"});
    return entries;
}

std::string question_words(const State& state, int element) {
    const Answer* answer = answer_to(state, element);
    if (answer == nullptr) return "not shown yet";
    const std::string evidence = evidence_words(state, *answer);
    return answer_words(state, *answer) + (evidence.empty() ? "" : "; " + evidence);
}

Option option_for(const State& state, const Entry& entry, const std::vector<Option>& before) {
    const auto count = [&](bool (*test)(const State&, int)) { return practices_that(state, test).size(); };
    switch (entry.kind) {
        case Entry::Kind::walk_unanswered:
            return numbered(before, fmt::format("Go through what is not answered ({})", count(is_open)));
        case Entry::Kind::walk_evidence:
            return numbered(before, fmt::format("Go through high claims without evidence ({})", count(is_bare_claim)));
        case Entry::Kind::question:
            return numbered(before, name_of(element_at(state, entry.element)), question_words(state, entry.element));
        case Entry::Kind::profile:
            return numbered(before, "Kind of mission",
                            state.framework->profiles[static_cast<std::size_t>(state.draft.profile)].title);
        case Entry::Kind::organisation:
            return numbered(before, "Organisation", state.draft.organisation);
        case Entry::Kind::role:
            break;
    }
    const int role = self_of(state).role;
    return numbered(before, "Your role",
                    role < 0 ? "not said" : state.framework->roles[static_cast<std::size_t>(role)].title);
}

Screen show_review(const State& state) {
    Screen screen;
    screen.progress = fmt::format("{} of {} answered", answered(state), questions(state));
    screen.title = "Overview";
    const auto bare = practices_that(state, is_bare_claim).size();
    if (bare > 0) {
        screen.passages.push_back({"", "A high claim is one that the report cannot follow without evidence."});
    }
    for (const Entry& entry : entries_of(state)) {
        screen.options.push_back(option_for(state, entry, screen.options));
        screen.options.back().group = entry.group;
    }
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Choose one to change it, or Enter alone to go on";
    screen.may_go_on = true;
    screen.commands = {Command::go_on, Command::back, Command::jump, Command::keys, Command::leave};
    return screen;
}

Place place_for(const Entry& entry) {
    Place place;
    place.errand = Errand::one;
    switch (entry.kind) {
        case Entry::Kind::walk_unanswered:
            return question_place(entry.element, Errand::unanswered);
        case Entry::Kind::walk_evidence:
            return Place{Page::evidence, entry.element, -1, -1, -1, -1, Errand::evidence};
        case Entry::Kind::question:
            return question_place(entry.element, Errand::one);
        case Entry::Kind::profile:
            place.page = Page::profile;
            break;
        case Entry::Kind::organisation:
            place.page = Page::organisation;
            break;
        case Entry::Kind::role:
            place.page = Page::role;
            break;
    }
    return place;
}

void take_review(State& state, const Input& input, Effects& /*effects*/) {
    if (input.kind == Input::Kind::choose) {
        go(state, place_for(entries_of(state)[static_cast<std::size_t>(input.options.front())]));
    } else if (is(input, Command::go_on)) {
        go(state, after_review(state));
    }
}

// Finish

Screen show_finish(const State& state) {
    Screen screen;
    screen.title = "Finish";
    const int open = questions(state) - answered(state);
    if (open > 0) {
        screen.passages.push_back(
            {"", fmt::format("{} of {} questions {} no answer. The report says so and never counts "
                             "them as zero.",
                             open, questions(state), open == 1 ? "has" : "have")});
    }
    const auto bare = practices_that(state, is_bare_claim).size();
    if (bare > 0) {
        screen.passages.push_back(
            {"", fmt::format("{} high claim{} without evidence.", bare, bare == 1 ? " is" : "s are")});
    }
    screen.passages.push_back({"", fmt::format("Everything is saved in {}. Nothing is final: the same command opens it "
                                               "again.",
                                               state.setting.file)});
    screen.prompt = "Enter to finish and see the report";
    screen.commands = {Command::go_on, Command::back, Command::review, Command::keys, Command::leave};
    return screen;
}

void take_finish(State& /*state*/, const Input& input, Effects& effects) {
    if (is(input, Command::go_on)) effects.finished = true;
}

}  // namespace

const PageType kReviewPage{show_review, take_review};
const PageType kFinishPage{show_finish, take_finish};

}  // namespace waymark::interview
