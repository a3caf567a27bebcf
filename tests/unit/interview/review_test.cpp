// The overview, its errands, finding questions, notes, keys and words.
#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;
using waymark::AnswerState;

namespace {

// A1: 3 without evidence said, A2: skipped, B1: 1 with none.
Person at_review() {
    Person person = at_first_question();
    person.pick("3").on().say(Command::skip).say(Command::skip).on().pick("1").pick("0");
    return person;
}

std::vector<std::string> titles_in(const Screen& screen, const std::string& group) {
    std::vector<std::string> titles;
    for (const Option& option : screen.options) {
        if (option.group == group) titles.push_back(option.title);
    }
    return titles;
}

std::string key_of(const Person& person, const std::string& title) {
    const auto options = person.screen().options;
    const auto found =
        std::ranges::find_if(options, [&](const Option& option) { return option.title.starts_with(title); });
    return found == options.end() ? "missing" : found->key;
}

}  // namespace

TEST_CASE("the overview lists what is open, high claims without evidence, and all the rest once") {
    Person person = at_review();
    REQUIRE(person.page() == Page::review);
    const Screen screen = person.screen();
    CHECK(titles_in(screen, "Not answered") == std::vector<std::string>{"A2 Short loops"});
    CHECK(titles_in(screen, "High claims without evidence") == std::vector<std::string>{"A1 A named aim"});
    CHECK(titles_in(screen, "Answered") == std::vector<std::string>{"B1 Money moves"});
    CHECK(titles_in(screen, "What is left").size() == 2);
    CHECK(screen.progress == "2 of 3 answered");
}

TEST_CASE("a high claim is one above what no evidence supports, none said or not") {
    Person person = at_review();
    person.pick(key_of(person, "A1")).on();
    CHECK(person.page() == Page::review);
    person.pick(key_of(person, "Go through high claims")).pick("0");
    CHECK(titles_in(person.screen(), "High claims without evidence").size() == 1);  // said: none; still high
    person.pick(key_of(person, "A1")).pick("1").say(Command::skip);
    CHECK(titles_in(person.screen(), "High claims without evidence").empty());
}

TEST_CASE("errands from the overview lead back to it") {
    Person person = at_review();
    person.pick(key_of(person, "Go through what is not answered"));
    CHECK(person.state.here.element == framework().element("loops").value());
    person.pick("2").on().pick("0");
    CHECK(person.page() == Page::review);
    CHECK(titles_in(person.screen(), "Not answered").empty());
    person.pick(key_of(person, "B1")).say(Command::dont_know);
    CHECK(person.page() == Page::review);
    CHECK(person.answer("money")->state == AnswerState::dont_know);
}

TEST_CASE("the end follows the facts, and finishing is said") {
    Person person = at_review();
    REQUIRE(person.on().page() == Page::facts);
    REQUIRE(person.say(Command::skip).page() == Page::finish);
    CHECK(mentions(passages_of(person.screen()), "1 of 3 questions has no answer"));
    CHECK(mentions(passages_of(person.screen()), "1 high claim is without evidence"));
    CHECK(person.say(Command::review).page() == Page::review);
    CHECK(person.back().page() == Page::finish);
    CHECK(person.on().last.finished);
}

TEST_CASE("a few letters find a question") {
    Person person = at_first_question();
    REQUIRE(person.say(Command::jump).page() == Page::jump);
    CHECK(person.screen().options.size() == 3);
    person.type("MONEY", Input::Kind::search);
    REQUIRE(person.screen().options.size() == 1);
    CHECK(person.screen().options[0].title == "B1 Money moves");
    person.pick("1");
    CHECK(person.page() == Page::question);
    CHECK(person.state.here.element == framework().element("money").value());
    CHECK(person.back().page() == Page::question);  // the search itself is not on the way back
    CHECK(person.state.here.element == framework().element("aim-named").value());
    person.say(Command::jump).type("zzz", Input::Kind::search);
    CHECK(person.screen().options.empty());
    CHECK(mentions(passages_of(person.screen()), "No question"));
    CHECK(person.back().page() == Page::question);
}

TEST_CASE("a note stands beside the answer, and alone it leaves the question open") {
    Person person = at_first_question();
    person.say(Command::note).type("  two\nlines  ");
    CHECK(person.page() == Page::question);
    CHECK(kept_answer(person).answer.note == "two\nlines");
    CHECK(kept_answer(person).answer.state == AnswerState::skipped);
    person.pick("1");
    CHECK(kept_answer(person).answer.note == "two\nlines");
    person.say(Command::note);
    REQUIRE(person.page() == Page::note);
    CHECK(person.screen().entry == "two\nlines");
    person.on();
    CHECK(person.page() == Page::evidence);
    CHECK(person.last.changes.empty());
    person.say(Command::note).type("");
    CHECK(person.answer("aim-named")->note.empty());
}

TEST_CASE("texts are cleaned and cut, and it is said when they are") {
    Person person = at_first_question();
    person.say(Command::note).type("a\x1b[31mb\xff\xe2\x80\xaex");
    const std::string note = person.answer("aim-named")->note;
    CHECK(note.find('\x1b') == std::string::npos);
    CHECK(mentions(note, "\xEF\xBF\xBD"));
    person.say(Command::note).type(std::string(1U << 20U, 'x'));
    CHECK(person.answer("aim-named")->note.size() == 8000);
    CHECK(person.screen().complaint == "only the first 8000 characters were kept");
}

TEST_CASE("the glossary's words in a question are shown") {
    Person person = at_first_question();
    REQUIRE(person.say(Command::word).page() == Page::glossary);
    REQUIRE(person.screen().passages.size() == 1);
    CHECK(person.screen().passages[0].label == "Mission");
    CHECK(person.on().page() == Page::question);
    person.say(Command::dont_know).say(Command::word);
    CHECK(mentions(passages_of(person.screen()), "None of the glossary's words"));
}

TEST_CASE("the keys are listed and lead back") {
    Person person = at_first_question();
    REQUIRE(person.say(Command::keys).page() == Page::keys);
    CHECK(mentions(passages_of(person.screen()), "b or back"));
    CHECK(person.on().page() == Page::question);
}

TEST_CASE("what a page does not offer is refused with a word") {
    Person person = at_first_question();
    CHECK(person.pick("9").screen().complaint == "there is no such choice");
    CHECK(person.say(Command::clear).screen().complaint == "clear (x) is not possible here");
    CHECK(person.type("text").page() == Page::question);
    CHECK(person.tick({0, 1}).page() == Page::question);
    CHECK(person.answer("aim-named") == nullptr);
}
