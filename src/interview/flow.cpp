#include "interview/flow.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "interview/pages.hpp"

namespace waymark::interview {

namespace {

const PageType& page_type(Page page) {
    switch (page) {
        case Page::framework:
            return kFrameworkPage;
        case Page::profile:
            return kProfilePage;
        case Page::organisation:
            return kOrganisationPage;
        case Page::role:
            return kRolePage;
        case Page::welcome:
            return kWelcomePage;
        case Page::introduction:
            return kIntroductionPage;
        case Page::question:
            return kQuestionPage;
        case Page::check:
            return kCheckPage;
        case Page::reason:
            return kReasonPage;
        case Page::evidence:
            return kEvidencePage;
        case Page::item:
            return kItemPage;
        case Page::item_strength:
            return kItemStrengthPage;
        case Page::item_what:
            return kItemWhatPage;
        case Page::item_date:
            return kItemDatePage;
        case Page::item_producer:
            return kItemProducerPage;
        case Page::item_form:
            return kItemFormPage;
        case Page::note:
            return kNotePage;
        case Page::jump:
            return kJumpPage;
        case Page::keys:
            return kKeysPage;
        case Page::glossary:
            return kGlossaryPage;
        case Page::review:
            return kReviewPage;
        case Page::facts:
            return kFactsPage;
        case Page::currency:
            return kCurrencyPage;
        case Page::table:
            return kTablePage;
        case Page::row:
            return kRowPage;
        case Page::field:
            return kFieldPage;
        case Page::finish:
            break;
    }
    return kFinishPage;
}

bool offers(const Screen& screen, Command command) {
    if (command == Command::go_on && (screen.ask == Screen::Ask::go_on || screen.may_go_on)) return true;
    return std::ranges::find(screen.commands, command) != screen.commands.end();
}

std::string why_not(Command command) {
    if (command == Command::go_on) return "nothing is chosen yet";
    if (command == Command::not_applicable)
        return "this always applies; if you cannot say, the answer is don't know (u)";
    return fmt::format("{} ({}) is not possible here", type_of(command).label, type_of(command).key_name);
}

// True if it can be taken on this page at all.
bool fits(State& state, const Screen& screen, const Input& input) {
    using Kind = Input::Kind;
    if (input.kind == Kind::command) {
        if (offers(screen, input.command)) return true;
        complain(state, why_not(input.command));
        return false;
    }
    if (input.kind == Kind::text) return screen.ask == Screen::Ask::line;
    if (input.kind == Kind::search) return screen.ask == Screen::Ask::search;
    if (input.kind == Kind::several && screen.ask != Screen::Ask::several) return false;
    const int count = static_cast<int>(screen.options.size());
    const bool known = std::ranges::all_of(input.options, [&](int option) { return option >= 0 && option < count; });
    if (!known) complain(state, "there is no such choice");
    return known && (input.kind == Kind::several || (input.options.size() == 1 && screen.ask != Screen::Ask::several));
}

// What may be said on every page that offers it. False: it is for the page itself.
bool take_anywhere(State& state, const Input& input, Effects& effects) {
    if (input.kind != Input::Kind::command) return false;
    Place place = state.here;
    switch (input.command) {
        case Command::back:
            if (state.trail.empty()) complain(state, "this is the first page");
            close(state);
            return true;
        case Command::leave:
            effects.left = true;
            return true;
        case Command::more:
            state.more = !state.more;
            return true;
        case Command::keys:
        case Command::jump:
        case Command::review:
            go(state, page_of(input.command == Command::keys   ? Page::keys
                              : input.command == Command::jump ? Page::jump
                                                               : Page::review));
            return true;
        case Command::word:
            place.page = Page::glossary;
            go(state, place);
            return true;
        default:
            return false;
    }
}

}  // namespace

State begin(Setting setting, Assessment draft, const Framework* framework, std::size_t self) {
    State state;
    state.setting = std::move(setting);
    state.draft = std::move(draft);
    state.self = self;
    const bool chosen = framework != nullptr || state.setting.frameworks.size() == 1;
    state.framework = framework != nullptr ? framework : state.setting.frameworks.front();
    if (chosen) {
        state.draft.framework_id = state.framework->id;
        state.draft.framework_version = state.framework->version;
    }
    state.draft.facts.resize(state.framework->catalogue.tables.size());
    if (state.framework->roles.size() == 1) state.draft.respondents[self].role = 0;
    state.begun = state.setting.resumed;
    if (state.setting.resumed) {
        state.here = page_of(Page::welcome);
    } else {
        const bool ask = !chosen && state.setting.frameworks.size() > 1;
        state.here = ask ? page_of(Page::framework) : after_setup(state, Page::framework);
    }
    return state;
}

Screen screen_of(const State& state) {
    Screen screen = page_type(state.here.page).show(state);
    screen.visit = state.visit;
    screen.complaint = state.complaint;
    return screen;
}

Effects advance(State& state, const Input& input) {
    Effects effects;
    state.complaint.clear();
    if (!fits(state, screen_of(state), input)) return effects;
    if (!take_anywhere(state, input, effects)) page_type(state.here.page).take(state, input, effects);
    return effects;
}

void replace_draft(State& state, Assessment draft) {
    const auto self = std::ranges::find(draft.respondents, self_of(state).id, &Respondent::id);
    if (self == draft.respondents.end()) return;
    state.self = static_cast<std::size_t>(self - draft.respondents.begin());
    state.draft = std::move(draft);
    state.draft.facts.resize(state.framework->catalogue.tables.size());
    if (!still_there(state, state.here)) close(state);
}

}  // namespace waymark::interview
