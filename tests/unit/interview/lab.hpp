// An interview on a small framework: three questions in two dimensions, four levels, facts and indicators.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "interview/flow.hpp"
#include "waymark/framework.hpp"

namespace lab {

inline constexpr const char* kFramework = R"(waymark: framework/1
id: lab
version: 1.0.0
title: Laboratory
scales:
  ladder:
    - {id: no, title: Nothing}
    - {id: some, title: Something}
    - {id: much, title: Much}
    - {id: all, title: Everything}
evidence:
  strengths:
    - {id: none, title: None offered, supports: some}
    - {id: plan, title: Plan, about: It shows an intention., supports: much}
    - {id: record, title: Record, about: It shows what happened., supports: all}
  ages: {after: 12 months, weaker_after: 24 months}
  produced_by: [{id: us, title: Ourselves}, {id: partner, title: A partner}]
  forms: [{id: minutes, title: Minutes}, {id: audit, title: Audit}]
roles: [{id: leader, title: Leaders}, {id: frontline, title: Frontline}]
profiles:
  - {id: wide, title: Wide mission, about: Across sectors}
  - {id: inner, title: Inner mission, about: One house, not_applicable: {loops: A house without users}}
scoring:
  bands: [{id: low, below: 1}, {id: high}]
dimensions:
  - id: aim
    title: Aiming
    about: Is there an aim?
    practices:
      - id: aim-named
        code: A1
        title: A named aim
        core: yes
        ask: Is the mission named?
        what: A sentence that anyone can check.
        why: Vague aims steer nothing.
        evidence: The published sentence.
        levels: {no: No sentence., some: A sentence., much: A sentence with a date., all: Others quote it.}
      - id: loops
        code: A2
        title: Short loops
        ask: How fast do we learn?
        levels: {no: Never., some: Yearly., much: Monthly., all: Weekly.}
  - id: doing
    title: Doing
    about: Does it happen?
    practices:
      - id: money
        code: B1
        title: Money moves
        ask: Does money follow the mission?
        not_applicable: There is no money at all.
        levels: {no: No., some: Once., much: Often., all: Always.}
facts:
  mission: {title: The mission, about: Single facts., fields: {started: "date?", public: "yes-no?"}}
  items:
    title: The items
    about: All work.
    row: [item, items]
    columns:
      name: text
      cost: "money?"
      kind: {one_of: [{old: are old}, {new: are new}], optional: yes}
      marks: {some_of: [red, blue], optional: yes}
  links:
    title: Links
    row: [link, links]
    columns: {share: "share?", item: {one_of_table: items}}
glossary:
  - {id: mission, term: Mission, means: A change for the world.}
  - {id: zebra, term: Zebra, means: Not in any question.}
flags:
  - {id: old, kind: washing, severity: high, title: Old, when: {some: {of: items, where: {kind: old}}}}
)";

inline waymark::Framework read_lab(const std::string& text) {
    waymark::Diagnostics diagnostics;
    auto read = waymark::read_framework("lab.yaml", text, diagnostics);
    if (!read) throw std::runtime_error(diagnostics.front().message);
    return std::move(*read);
}

inline const waymark::Framework& framework() {
    static const waymark::Framework read = read_lab(kFramework);
    return read;
}

using namespace waymark::interview;

inline waymark::Assessment empty_draft() {
    waymark::Assessment draft;
    draft.date = {2026, 11, 20};
    draft.respondents.emplace_back();
    draft.respondents.front().id = "r1";
    return draft;
}

// A person at work: what they do, and what came of it.
struct Person {
    State state;
    Effects last;

    Screen screen() const { return screen_of(state); }
    Page page() const { return state.here.page; }

    Person& say(Command command) {
        Input input;
        input.command = command;
        last = advance(state, input);
        return *this;
    }
    Person& on() { return say(Command::go_on); }
    Person& back() { return say(Command::back); }
    Person& pick(const std::string& key) {
        const auto options = screen().options;
        const auto found = std::ranges::find(options, key, &Option::key);
        Input input;
        input.kind = Input::Kind::choose;
        input.options = {found == options.end() ? -1 : static_cast<int>(found - options.begin())};
        last = advance(state, input);
        return *this;
    }
    Person& tick(std::vector<int> options) {
        Input input;
        input.kind = Input::Kind::several;
        input.options = std::move(options);
        last = advance(state, input);
        return *this;
    }
    Person& type(const std::string& text, Input::Kind kind = Input::Kind::text) {
        Input input;
        input.kind = kind;
        input.text = text;
        last = advance(state, input);
        return *this;
    }
    const waymark::Answer* answer(const std::string& practice) const {
        const int element = framework().element(practice).value();
        for (const waymark::Answer& answer : state.draft.respondents.front().answers) {
            if (answer.element == element) return &answer;
        }
        return nullptr;
    }
};

inline Person newcomer() {
    Setting setting;
    setting.frameworks = {&framework()};
    return {begin(std::move(setting), empty_draft(), nullptr, 0), {}};
}

// Past the setting up, on the page of welcome.
inline Person welcomed() {
    Person person = newcomer();
    person.pick("1").type("Test team").pick("1");
    return person;
}

// On the first question.
inline Person at_first_question() {
    Person person = welcomed();
    person.on().on();
    return person;
}

// The last change as an answer; throws if it is none.
inline const waymark::SetAnswer& kept_answer(const Person& person) {
    return std::get<waymark::SetAnswer>(person.last.changes.at(0));
}

inline std::string passages_of(const Screen& screen) {
    std::string text;
    for (const Passage& passage : screen.passages) text += passage.label + ": " + passage.text + "\n";
    return text;
}

inline bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace lab
