// Before the questions: which framework and profile, which organisation, which role; and what a person should know.
#include <fmt/format.h>

#include "assessment/answers.hpp"
#include "interview/pages.hpp"
#include "text/english.hpp"

namespace waymark::interview {

namespace {

const std::vector<Command> kFirstCommands{Command::back, Command::keys, Command::leave};

bool has_answers(const State& state) {
    return !self_of(state).answers.empty();
}

void onward(State& state, Effects& effects, Page done) {
    const Place next = after_setup(state, done);
    if (next.page == Page::welcome && !state.begun) {
        state.begun = true;
        effects.begins = true;
    }
    go(state, next);
}

// Framework

bool is_chosen(const State& state, const Framework& framework) {
    return state.draft.framework_id == framework.id;
}

// What a framework says of itself first; 'waymark show' has the rest.
std::string first_sentence(const std::string& text) {
    const auto end = text.find(". ");
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

Screen show_framework(const State& state) {
    Screen screen;
    screen.title = "Which questions?";
    for (const Framework* framework : state.setting.frameworks) {
        const auto count = practices_of(*framework).size();
        screen.options.push_back(numbered(screen.options, fmt::format("{}, {} questions", framework->title, count),
                                          first_sentence(framework->about), is_chosen(state, *framework)));
    }
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your choice";
    screen.may_go_on = !state.draft.framework_id.empty();
    screen.commands = kFirstCommands;
    return screen;
}

void choose_framework(State& state, const Framework& framework) {
    state.framework = &framework;
    state.draft.framework_id = framework.id;
    state.draft.framework_version = framework.version;
    state.draft.profile = 0;
    state.draft.facts.assign(framework.catalogue.tables.size(), Table{});
    state.draft.respondents[state.self].role = -1;
}

void take_framework(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::choose) {
        const Framework& chosen = *state.setting.frameworks[static_cast<std::size_t>(input.options.front())];
        if (!is_chosen(state, chosen)) {
            if (has_answers(state) || state.begun) {
                complain(state,
                         "this file was begun with the other one; to use this one, leave (q) and begin a new file");
                return;
            }
            choose_framework(state, chosen);
            effects.record.push_back(chosen.title);
        }
    } else if (state.draft.framework_id.empty()) {
        return;
    }
    onward(state, effects, Page::framework);
}

// Profile

Screen show_profile(const State& state) {
    Screen screen;
    screen.title = "Which kind of mission is it?";
    for (std::size_t i = 0; i < state.framework->profiles.size(); ++i) {
        const Profile& profile = state.framework->profiles[i];
        screen.options.push_back(numbered(screen.options, profile.title, profile.about,
                                          state.begun && state.draft.profile == static_cast<int>(i)));
    }
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your choice";
    screen.may_go_on = state.begun;
    screen.commands = kFirstCommands;
    return screen;
}

// What one profile lets be called not applicable another may not.
const Answer* answer_not_allowed(const State& state, int profile) {
    const AnswerRules rules{state.framework, profile, {}};
    for (const Answer& answer : self_of(state).answers) {
        if (answer.state != AnswerState::not_applicable) continue;
        if (!may_be_not_applicable(rules, answer.element, profile)) return &answer;
    }
    return nullptr;
}

void take_profile(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::choose) {
        const int chosen = input.options.front();
        if (const Answer* answer = answer_not_allowed(state, chosen)) {
            complain(state,
                     fmt::format("{} was called not applicable, which this one does not allow; change that first",
                                 name_of(element_at(state, answer->element))));
            return;
        }
        const Profile& profile = state.framework->profiles[static_cast<std::size_t>(chosen)];
        state.draft.profile = chosen;
        keep_head(state, effects, "profile", profile.id);
        effects.record.push_back(profile.title);
    } else if (!state.begun) {
        return;
    }
    if (state.here.errand == Errand::one) return go(state, page_of(Page::review));
    onward(state, effects, Page::profile);
}

// Organisation

Screen show_organisation(const State& state) {
    Screen screen;
    screen.title = "Which organisation, or which team?";
    screen.passages.push_back({"", "The name as it should stand on the report."});
    screen.ask = Screen::Ask::line;
    screen.prompt = "Name";
    screen.entry = state.draft.organisation;
    screen.current = state.draft.organisation;
    screen.may_go_on = !state.draft.organisation.empty();
    screen.commands = kFirstCommands;
    return screen;
}

void take_organisation(State& state, const Input& input, Effects& effects) {
    if (input.kind == Input::Kind::text) {
        const std::string name = typed_text(state, input.text, kLongestLine);
        if (name.empty()) return complain(state, "a report needs a name at its top; type one");
        if (name != state.draft.organisation) {
            state.draft.organisation = name;
            keep_head(state, effects, "organisation", name);
        }
        effects.record.push_back(name);
    } else if (state.draft.organisation.empty()) {
        return;
    }
    if (state.here.errand == Errand::one) return go(state, page_of(Page::review));
    onward(state, effects, Page::organisation);
}

// Role

Screen show_role(const State& state) {
    Screen screen;
    screen.title = "Who are you here?";
    screen.passages.push_back(
        {"", fmt::format("Answers are compared between roles. No role of fewer than {} people is ever "
                         "shown on its own.",
                         state.framework->scoring.role_min)});
    for (std::size_t i = 0; i < state.framework->roles.size(); ++i) {
        const Term& role = state.framework->roles[i];
        screen.options.push_back(
            numbered(screen.options, role.title, role.about, self_of(state).role == static_cast<int>(i)));
    }
    screen.ask = Screen::Ask::choice;
    screen.prompt = "Your role";
    screen.may_go_on = self_of(state).role >= 0;
    screen.commands = kFirstCommands;
    return screen;
}

void take_role(State& state, const Input& input, Effects& effects) {
    Respondent& self = state.draft.respondents[state.self];
    if (input.kind == Input::Kind::choose) {
        self.role = input.options.front();
        const Term& role = state.framework->roles[static_cast<std::size_t>(self.role)];
        if (state.begun) effects.changes.emplace_back(SetRole{self.id, role.id});
        effects.record.push_back(role.title);
    } else if (self.role < 0) {
        return;
    }
    if (state.here.errand == Errand::one) return go(state, page_of(Page::review));
    onward(state, effects, Page::role);
}

// Welcome

std::string privacy_words(const State& state) {
    return fmt::format(
        "Only your own account on this machine can open the file. Whoever you give it to can read all of it: answers, "
        "evidence, notes and reasons. Reports leave notes and reasons out unless asked for, and show no role of fewer "
        "than {} "
        "people. Nothing is sent anywhere.",
        state.framework->scoring.role_min);
}

Screen show_welcome(const State& state) {
    Screen screen;
    const bool again = state.setting.resumed && answered(state) > 0;
    screen.title = again ? "Welcome back" : state.framework->title;
    for (const std::string& news : state.setting.news) screen.passages.push_back({"", capitalised(news) + "."});
    const int left = static_cast<int>(practices_of(*state.framework).size() - self_of(state).answers.size());
    screen.passages.push_back({"", again ? fmt::format("{} of {} questions are answered; {} were not shown yet.",
                                                       answered(state), questions(state), left)
                                         : fmt::format("{} questions, about {} minutes. Stop whenever you like.",
                                                       questions(state), minutes_left(state))});
    screen.passages.push_back({"How to answer",
                               "Choose the highest level of which every sentence is true now, and every "
                               "sentence of the levels below. Half true means the lower level."});
    screen.passages.push_back({"Your answers", fmt::format("Saved after every answer in {}", state.setting.file)});
    screen.passages.push_back({"Who can read them", privacy_words(state)});
    screen.prompt = "Enter to go on, ? for all keys";
    screen.commands = kFirstCommands;
    screen.commands.push_back(Command::review);
    return screen;
}

void take_welcome(State& state, const Input& input, Effects& /*effects*/) {
    if (is(input, Command::go_on)) go(state, first_open_place(state));
}

}  // namespace

const PageType kFrameworkPage{show_framework, take_framework};
const PageType kProfilePage{show_profile, take_profile};
const PageType kOrganisationPage{show_organisation, take_organisation};
const PageType kRolePage{show_role, take_role};
const PageType kWelcomePage{show_welcome, take_welcome};

}  // namespace waymark::interview
