// Pages as plain lines and lines as answers.
#include "interview/plain.hpp"

#include "catch.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;

namespace {

// What a line does; empty if it was understood.
std::string say_line(Person& person, const std::string& line) {
    const Understood meant = understood(line, person.screen());
    if (meant.input) person.last = advance(person.state, *meant.input);
    return meant.complaint;
}

}  // namespace

TEST_CASE("a page is read from the top down, and says what may be typed") {
    const Person person = at_first_question();
    CHECK(described(person.screen(), {80, true}) ==
          "\n"
          "[1 of 3 · Aiming 1 of 2 · about 1 minute left]\n"
          "A1 A named aim (core)\n"
          "Is the mission named?\n"
          "  0. Nothing: No sentence.\n"
          "  1. Something: A sentence.\n"
          "  2. Much: A sentence with a date.\n"
          "  3. Everything: Others quote it.\n");
    CHECK(prompt_for(person.screen(), {80, true}) == "Your level (0 to 3, or ? for help): ");
    CHECK(described(person.screen(), {80, false}).find("1 of 3 * Aiming") != std::string::npos);
}

TEST_CASE("numbers answer, words and letters command") {
    Person person = at_first_question();
    CHECK(say_line(person, " 1 \r").empty());
    CHECK(person.answer("aim-named")->level == 1);
    CHECK(say_line(person, "back").empty());
    CHECK(person.page() == Page::question);
    CHECK(say_line(person, "unknown").empty());
    CHECK(person.answer("aim-named")->state == waymark::AnswerState::dont_know);
    CHECK(say_line(person, "b").empty());
    CHECK(say_line(person, "?").empty());
    CHECK(person.page() == Page::keys);
}

TEST_CASE("what is not understood changes nothing and is asked again") {
    Person person = at_first_question();
    CHECK(say_line(person, "4") == "type 0 to 3, or ? for help");
    CHECK(say_line(person, "yes please") == "type 0 to 3, or ? for help");
    CHECK(say_line(person, "") == "type 0 to 3, or ? for help");
    CHECK(say_line(person, "\x1b[A\xff") == "type 0 to 3, or ? for help");
    CHECK(person.answer("aim-named") == nullptr);
}

TEST_CASE("where text is typed only words that lead elsewhere are words") {
    Person person = at_first_question();
    say_line(person, "note");
    REQUIRE(person.page() == Page::note);
    CHECK(say_line(person, "unknown").empty());
    CHECK(person.answer("aim-named")->note == "unknown");
    say_line(person, "note");
    say_line(person, "back");
    CHECK(person.page() == Page::question);
    say_line(person, "note");
    say_line(person, "");  // keeps
    CHECK(person.answer("aim-named")->note == "unknown");
    say_line(person, "note");
    say_line(person, "clear");
    CHECK(person.answer("aim-named")->note.empty());
}

TEST_CASE("an empty line skips what may be left out") {
    Person person = at_first_question();
    say_line(person, "1");
    say_line(person, "2");
    REQUIRE(person.page() == Page::item_what);
    CHECK(say_line(person, "").empty());
    CHECK(person.page() == Page::item_date);
    CHECK(say_line(person, "").empty());
    CHECK(person.page() == Page::item_producer);
    CHECK_FALSE(say_line(person, "").empty());  // nothing is chosen for anybody
    CHECK(say_line(person, "skip").empty());
}

TEST_CASE("several numbers stand on one line") {
    Person person = at_first_question();
    person.say(Command::review).on().pick("2").pick("1").type("Grants").say(Command::skip).say(Command::skip);
    REQUIRE(person.screen().ask == Screen::Ask::several);
    CHECK_FALSE(say_line(person, "1 7").empty());
    CHECK(say_line(person, "2, 1").empty());
    const auto& rows =
        person.state.draft.facts.at(static_cast<std::size_t>(framework().catalogue.table("items").value())).rows;
    CHECK(std::get<waymark::ChosenSet>(rows.at(0).cells.at(3)).bits == 3);
}

TEST_CASE("a search takes letters, then a number") {
    Person person = at_first_question();
    say_line(person, "/");
    REQUIRE(person.page() == Page::jump);
    CHECK(say_line(person, "loops").empty());
    CHECK(person.screen().options.size() == 1);
    CHECK(say_line(person, "1").empty());
    CHECK(person.state.here.element == framework().element("loops").value());
}

TEST_CASE("what was given is marked and named") {
    Person person = at_first_question();
    person.pick("1").pick("0").back().back();
    const std::string page = described(person.screen(), {80, true});
    CHECK(mentions(page, "  1. Something: A sentence. [given so far]"));
    CHECK(mentions(page, "So far: 1 Something; we have no evidence"));
}
