// Where each page leads, and the way back.
#include <algorithm>

#include "interview/pages.hpp"

namespace waymark::interview {

namespace {

// The lowest level only says what is seen where the next is not yet true, so that one includes nothing but itself.
constexpr int kFirstWithStepsBelow = 2;

void arrive(State& state, Place place) {
    state.here = place;
    state.search.clear();
    state.more = false;
    ++state.visit;
}

// Practices after `element` in the framework's order.
template <typename Wanted>
int next_practice(const State& state, int element, Wanted wanted) {
    for (const int practice : practices_of(*state.framework)) {
        if (practice > element && wanted(practice)) return practice;
    }
    return -1;
}

bool dimension_is_new(const State& state, int dimension) {
    const auto all = practices_of(*state.framework);
    return dimension >= 0 && std::ranges::none_of(all, [&](int practice) {
               return element_at(state, practice).dimension == dimension && answer_to(state, practice) != nullptr;
           });
}

Place introduced(const State& state, int practice) {
    if (practice < 0) return page_of(Page::review);
    const int dimension = element_at(state, practice).dimension;
    if (!dimension_is_new(state, dimension)) return question_place(practice, Errand::none);
    Place place = page_of(Page::introduction);
    place.element = dimension;
    return place;
}

bool is_needed(const State& state, Page page) {
    switch (page) {
        case Page::framework:
            return state.setting.frameworks.size() > 1;
        case Page::profile:
            return !state.setting.profile_known && state.framework->profiles.size() > 1;
        case Page::organisation:
            return !state.setting.organisation_known;
        case Page::role:
            return !state.setting.role_known && state.framework->roles.size() > 1;
        default:
            return true;
    }
}

}  // namespace

void go(State& state, Place place) {
    state.trail.push_back(state.here);
    arrive(state, place);
}

void close(State& state) {
    while (!state.trail.empty()) {
        const Place place = state.trail.back();
        state.trail.pop_back();
        if (!still_there(state, place)) continue;
        arrive(state, place);
        return;
    }
}

void complain(State& state, std::string text) {
    state.complaint = std::move(text);
}

Place page_of(Page page) {
    Place place;
    place.page = page;
    return place;
}

Place question_place(int element, Errand errand) {
    Place place = page_of(Page::question);
    place.element = element;
    place.errand = errand;
    return place;
}

Place after_setup(const State& state, Page done) {
    for (const Page page : {Page::framework, Page::profile, Page::organisation, Page::role}) {
        if (page > done && is_needed(state, page)) return page_of(page);
    }
    return page_of(Page::welcome);
}

Place after_question(const State& state, Place from) {
    const auto any = [](int) { return true; };
    const auto open = [&](int practice) { return is_open(state, practice); };
    const auto bare = [&](int practice) { return is_bare_claim(state, practice); };
    int next = -1;
    switch (from.errand) {
        case Errand::none:
            return introduced(state, next_practice(state, from.element, any));
        case Errand::one:
            break;
        case Errand::unanswered:
            next = next_practice(state, from.element, open);
            if (next >= 0) return question_place(next, from.errand);
            break;
        case Errand::evidence:
            next = next_practice(state, from.element, bare);
            if (next >= 0) return Place{Page::evidence, next, -1, -1, -1, -1, from.errand};
            break;
    }
    return page_of(Page::review);
}

Place after_level(const State& state, Place from) {
    const Answer* answer = answer_to(state, from.element);
    if (answer == nullptr || answer->level < kFirstWithStepsBelow) return after_check(state, from);
    from.page = Page::check;
    return from;
}

Place after_check(const State& state, Place from) {
    if (!asks_for_evidence(state)) return after_question(state, from);
    from.page = Page::evidence;
    from.item = -1;
    return from;
}

Place first_open_place(const State& state) {
    const auto not_reached = [&](int practice) { return answer_to(state, practice) == nullptr; };
    return introduced(state, next_practice(state, -1, not_reached));
}

bool still_there(const State& state, const Place& place) {
    if (place.page >= Page::check && place.page <= Page::item_form && place.page != Page::reason) {
        const Answer* answer = answer_to(state, place.element);
        if (answer == nullptr || answer->state != AnswerState::level) return false;
        if (place.page == Page::check) return answer->level >= kFirstWithStepsBelow;
        return place.page == Page::evidence || place.item < static_cast<int>(answer->evidence.size());
    }
    if (place.row < 0) return true;
    const auto table = static_cast<std::size_t>(place.table);
    const bool is_record = state.framework->catalogue.tables[table].is_record;
    return is_record || place.row < static_cast<int>(state.draft.facts[table].rows.size()) ||
           !state.fresh.cells.empty();
}

}  // namespace waymark::interview
