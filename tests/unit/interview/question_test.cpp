// Questions: levels, the check of what a level includes, the four other answers, the way on and back.
#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;
using waymark::AnswerState;

TEST_CASE("a question shows where one is, every anchor, and no answer") {
    Person person = at_first_question();
    const Screen screen = person.screen();
    CHECK(screen.progress == "1 of 3 · Aiming 1 of 2 · about 1 minute left");
    CHECK(screen.title == "A1 A named aim (core)");
    CHECK(screen.question == "Is the mission named?");
    REQUIRE(screen.options.size() == 4);
    CHECK(screen.options[0].key == "0");
    CHECK(screen.options[3].text == "Others quote it.");
    for (const Option& option : screen.options) CHECK_FALSE(option.current);
    CHECK(screen.current.empty());
    CHECK_FALSE(screen.may_go_on);
    CHECK(person.on().page() == Page::question);
    CHECK(person.screen().complaint == "nothing is chosen yet");
    CHECK(person.answer("aim-named") == nullptr);
}

TEST_CASE("a level is saved at once and its check shows what it includes") {
    Person person = at_first_question();
    person.pick("3");
    CHECK(kept_answer(person).practice == "aim-named");
    CHECK(kept_answer(person).answer.level == "all");
    CHECK(person.last.record == std::vector<std::string>{"A1 A named aim: 3 Everything"});
    REQUIRE(person.page() == Page::check);
    const std::string text = passages_of(person.screen());
    CHECK(mentions(text, "1 Something: A sentence."));
    CHECK(mentions(text, "2 Much: A sentence with a date."));
    CHECK(mentions(text, "3 Everything: Others quote it."));
    CHECK_FALSE(mentions(text, "No sentence."));
    CHECK(mentions(text, "Half true means the lower level."));
    CHECK(person.back().page() == Page::question);
    CHECK(person.pick("2").page() == Page::check);
    CHECK(person.answer("aim-named")->level == 2);
    CHECK(person.on().page() == Page::evidence);
}

TEST_CASE("the lowest levels include nothing to check") {
    for (const char* key : {"0", "1"}) CHECK(at_first_question().pick(key).page() == Page::evidence);
}

TEST_CASE("don't know, skipped and not applicable are answers of their own") {
    Person person = at_first_question();
    person.say(Command::dont_know);
    CHECK(kept_answer(person).answer.state == AnswerState::dont_know);
    CHECK(person.page() == Page::question);
    CHECK(person.state.here.element == framework().element("loops").value());
    person.say(Command::skip);
    CHECK(kept_answer(person).answer.state == AnswerState::skipped);
    REQUIRE(person.page() == Page::introduction);
    person.on().say(Command::not_applicable);
    REQUIRE(person.page() == Page::reason);
    CHECK(mentions(passages_of(person.screen()), "There is no money at all."));
    CHECK(person.type("  ").page() == Page::reason);
    CHECK(mentions(person.screen().complaint, "a reason is needed"));
    CHECK(person.answer("money") == nullptr);
    person.type("We have none");
    CHECK(kept_answer(person).answer.reason == "We have none");
    CHECK(person.page() == Page::review);
}

TEST_CASE("not applicable is refused where the framework and profile do not allow it") {
    Person person = at_first_question();
    CHECK(person.say(Command::not_applicable).page() == Page::question);
    CHECK(mentions(person.screen().complaint, "this always applies"));
    Person inner = newcomer();
    inner.pick("2").type("Team").pick("1").on().on().say(Command::skip);
    CHECK(inner.say(Command::not_applicable).page() == Page::reason);  // allowed in this profile only
    CHECK(mentions(passages_of(inner.screen()), "A house without users"));
}

TEST_CASE("skipping never takes an answer away") {
    Person person = at_first_question();
    person.pick("1").pick("0").back().back();
    REQUIRE(person.page() == Page::question);
    CHECK(person.screen().current == "1 Something; we have no evidence");
    person.say(Command::skip);
    CHECK(person.last.changes.empty());
    CHECK(person.answer("aim-named")->state == AnswerState::level);
}

TEST_CASE("Enter on an answered question keeps it and goes on") {
    Person person = at_first_question();
    person.pick("0").pick("0").back().back();
    REQUIRE(person.state.here.element == framework().element("aim-named").value());
    person.on();
    CHECK(person.last.changes.empty());
    CHECK(person.page() == Page::question);
    CHECK(person.state.here.element == framework().element("loops").value());
}

TEST_CASE("one can go back to the very first page and nothing is lost") {
    Person person = at_first_question();
    person.pick("2").on().pick("2").type("Minute 4").type("2026-01-02").pick("1").pick("1").on();
    person.say(Command::dont_know).on().pick("3").on().pick("0");
    REQUIRE(person.page() == Page::review);
    const auto before = person.state.draft.respondents.front();
    for (int i = 0; i < 40; ++i) {
        person.back();
        CHECK(person.last.changes.empty());
    }
    CHECK(person.page() == Page::profile);
    CHECK(person.screen().complaint == "this is the first page");
    const auto& after = person.state.draft.respondents.front();
    REQUIRE(after.answers.size() == before.answers.size());
    for (std::size_t i = 0; i < after.answers.size(); ++i) {
        CHECK(after.answers[i].state == before.answers[i].state);
        CHECK(after.answers[i].level == before.answers[i].level);
        CHECK(after.answers[i].evidence.size() == before.answers[i].evidence.size());
    }
}

TEST_CASE("what and why are shown on demand, and the next question is without them again") {
    Person person = at_first_question();
    CHECK(person.screen().below.empty());
    person.say(Command::more);
    REQUIRE(person.screen().below.size() == 3);
    CHECK(person.screen().below[0].text == "A sentence that anyone can check.");
    CHECK(person.screen().below[1].text == "Vague aims steer nothing.");
    CHECK(person.screen().below[2].text == "The published sentence.");
    CHECK(person.say(Command::dont_know).screen().below.empty());
}

TEST_CASE("no page before the end shows a score") {
    Person person = at_first_question();
    const auto says_score = [](const Screen& screen) {
        std::string all =
            screen.progress + screen.title + screen.question + screen.prompt + screen.current + passages_of(screen);
        for (const Option& option : screen.options) all += option.title + option.text;
        return mentions(all, "score") || mentions(all, "evidenced") || mentions(all, "claimed");
    };
    for (int i = 0; i < 12; ++i) {
        CHECK_FALSE(says_score(person.screen()));
        person.screen().ask == Screen::Ask::go_on ? person.on() : person.pick("0");
    }
}

TEST_CASE("leaving is possible everywhere and loses nothing") {
    Person person = at_first_question();
    person.pick("2");
    CHECK(person.say(Command::leave).last.left);
    CHECK_FALSE(person.last.finished);
    CHECK(person.answer("aim-named")->level == 2);
}
