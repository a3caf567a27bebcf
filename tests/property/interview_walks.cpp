// Whatever keys are pressed, in whatever order: nothing crashes, no page is without a way on or back, the changes that
// were handed out make the draft that is shown, and going back loses nothing.
#include <map>
#include <random>

#include "catch.hpp"
#include "interview/frame.hpp"
#include "interview/plain.hpp"
#include "interview/view.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;
using waymark::Answer;

namespace {

using Kept = std::map<std::string, waymark::AnswerText>;

bool same(const waymark::EvidenceText& a, const waymark::EvidenceText& b) {
    return a.strength == b.strength && a.what == b.what && a.dated == b.dated && a.produced_by == b.produced_by &&
           a.form == b.form;
}

bool same(const waymark::AnswerText& a, const waymark::AnswerText& b) {
    return a.state == b.state && a.level == b.level && a.reason == b.reason && a.note == b.note &&
           a.evidence_state == b.evidence_state &&
           std::ranges::equal(a.evidence, b.evidence, [](const auto& x, const auto& y) { return same(x, y); });
}

Kept answers_of(const State& state) {
    Kept answers;
    for (const Answer& answer : state.draft.respondents.front().answers) {
        answers[framework().elements[static_cast<std::size_t>(answer.element)].id] = in_words(answer, framework());
    }
    return answers;
}

bool same(const Kept& a, const Kept& b) {
    return std::ranges::equal(
        a, b, [](const auto& x, const auto& y) { return x.first == y.first && same(x.second, y.second); });
}

void remember(Kept& kept, const Effects& effects) {
    for (const waymark::Change& change : effects.changes) {
        if (const auto* answer = std::get_if<waymark::SetAnswer>(&change)) kept[answer->practice] = answer->answer;
    }
}

std::string random_bytes(std::mt19937& random) {
    static const std::vector<std::string> likely{"0",
                                                 "1",
                                                 "2",
                                                 "3",
                                                 "\r",
                                                 "\r",
                                                 "b",
                                                 "s",
                                                 "u",
                                                 "n",
                                                 "e",
                                                 "o",
                                                 "w",
                                                 "g",
                                                 "/",
                                                 "v",
                                                 "?",
                                                 "x",
                                                 "j",
                                                 "k",
                                                 " ",
                                                 "\x1b[A",
                                                 "\x1b[B",
                                                 "\x1b[Z",
                                                 "\x1b[5~",
                                                 "\x7f",
                                                 "\x15",
                                                 "é",
                                                 "日",
                                                 "\xff",
                                                 "\x1b[200~p\n\x1b[201~",
                                                 "2026-01-02",
                                                 "\x1b[999z"};
    if (random() % 8 == 0) return std::string(1, static_cast<char>(random() % 256));
    return likely[random() % likely.size()];
}

}  // namespace

TEST_CASE("random keys never crash, and what was to be saved is what is shown") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        Person person = at_first_question();
        KeyReader reader;
        View view;
        Kept kept;
        for (int i = 0; i < 400; ++i) {
            auto keys = reader.read(random_bytes(random));
            if (random() % 4 == 0) {
                for (Key& key : reader.give_up_waiting()) keys.push_back(std::move(key));
            }
            for (const Key& key : keys) {
                const Screen screen = person.screen();
                refresh(view, screen);
                const Pressed pressed = press(view, screen, key);
                if (!pressed.input) continue;
                person.last = advance(person.state, *pressed.input);
                remember(kept, person.last);
                refresh(view, person.screen());
                const Frame frame = compose(person.screen(), view, {60, 20, false, true});
                REQUIRE(frame.lines.size() <= 19);
            }
        }
        CHECK(same(kept, answers_of(person.state)));
    }
}

TEST_CASE("after any walk, going back to the start loses nothing") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        Person person = at_first_question();
        for (int i = 0; i < 300; ++i) {
            const Screen screen = person.screen();
            const auto choice = random() % 4;
            if (choice < 2 && !screen.options.empty() && screen.ask != Screen::Ask::several) {
                person.pick(screen.options[random() % screen.options.size()].key);
            } else if (choice == 2) {
                person.type(random() % 2 == 0 ? "2026-01-02" : "some text");
            } else {
                const auto commands = all_commands();
                const Command command = commands[random() % commands.size()].id;
                if (command != Command::leave) person.say(command);
            }
        }
        const Kept before = answers_of(person.state);
        const auto rows = [&] {
            std::size_t count = 0;
            for (const waymark::Table& table : person.state.draft.facts) count += table.rows.size();
            return count;
        };
        const std::size_t rows_before = rows();
        for (int i = 0; i < 2000 && !person.state.trail.empty(); ++i) {
            person.back();
            REQUIRE(person.last.changes.empty());
        }
        CHECK(person.page() == Page::profile);
        CHECK(same(before, answers_of(person.state)));
        CHECK(rows() == rows_before);
    }
}

TEST_CASE("random lines never crash the plain interview") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        Person person = at_first_question();
        for (int i = 0; i < 300; ++i) {
            std::string line;
            for (auto n = random() % 4; n > 0; --n) line += random_bytes(random);
            const Screen screen = person.screen();
            REQUIRE_FALSE(described(screen, {60, true}).empty());
            const Understood meant = understood(line, screen);
            REQUIRE(meant.input.has_value() == meant.complaint.empty());
            if (meant.input) person.last = advance(person.state, *meant.input);
        }
    }
}
