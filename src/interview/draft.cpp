// The draft as the pages see and change it.
#include <algorithm>

#include "interview/pages.hpp"

namespace waymark::interview {

const Element& element_at(const State& state, int element) {
    return state.framework->elements[static_cast<std::size_t>(element)];
}

const std::vector<Level>& levels_of(const State& state, int element) {
    return state.framework->scale_of(element).levels;
}

const Respondent& self_of(const State& state) {
    return state.draft.respondents[state.self];
}

const Answer* answer_to(const State& state, int element) {
    const auto& answers = self_of(state).answers;
    const auto found = std::ranges::find(answers, element, &Answer::element);
    return found == answers.end() ? nullptr : &*found;
}

Answer& answer_for(State& state, int element) {
    auto& answers = state.draft.respondents[state.self].answers;
    const auto found = std::ranges::find(answers, element, &Answer::element);
    if (found != answers.end()) return *found;
    Answer answer;
    answer.element = element;
    answers.push_back(std::move(answer));
    return answers.back();
}

bool is_open(const State& state, int element) {
    const Answer* answer = answer_to(state, element);
    return answer == nullptr || answer->state == AnswerState::not_asked || answer->state == AnswerState::skipped;
}

bool asks_for_evidence(const State& state) {
    return !state.framework->evidence.strengths.empty();
}

bool is_bare_claim(const State& state, int element) {
    const Answer* answer = answer_to(state, element);
    if (answer == nullptr || answer->state != AnswerState::level || !asks_for_evidence(state)) return false;
    if (answer->evidence_state == EvidenceState::items) return false;
    const auto scale = static_cast<std::size_t>(element_at(state, element).scale);
    const auto& supports = state.framework->evidence.strengths.front().supports;
    return answer->level > (scale < supports.size() ? supports[scale] : 0);
}

std::vector<int> practices_of(const Framework& framework) {
    std::vector<int> found;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        if (framework.elements[i].kind == NodeName::Kind::practice) found.push_back(static_cast<int>(i));
    }
    return found;
}

int questions(const State& state) {
    return static_cast<int>(practices_of(*state.framework).size());
}

int answered(const State& state) {
    const auto all = practices_of(*state.framework);
    return static_cast<int>(std::ranges::count_if(all, [&](int element) { return !is_open(state, element); }));
}

void keep_answer(const State& state, Effects& effects, int element) {
    const Answer* answer = answer_to(state, element);
    if (answer == nullptr) return;
    effects.changes.emplace_back(
        SetAnswer{self_of(state).id, element_at(state, element).id, in_words(*answer, *state.framework)});
}

void keep_head(const State& state, Effects& effects, const std::string& key, const std::string& value) {
    if (state.begun) effects.changes.emplace_back(SetHead{key, value});
}

void keep_table(const State& state, Effects& effects, int table) {
    const auto index = static_cast<std::size_t>(table);
    effects.changes.push_back(table_change(state.draft.facts[index], state.framework->catalogue.tables[index]));
}

}  // namespace waymark::interview
