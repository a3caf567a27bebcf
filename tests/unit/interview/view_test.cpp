// Keys on a page of the full terminal, and the page as lines of any window.
#include "interview/view.hpp"

#include "catch.hpp"
#include "interview/frame.hpp"
#include "text/display.hpp"
#include "unit/interview/lab.hpp"

using namespace lab;

namespace {

struct Screenful {
    Person person;
    View view;

    Pressed press(const Key& key) {
        const Screen screen = person.screen();
        refresh(view, screen);
        Pressed pressed = waymark::interview::press(view, screen, key);
        if (pressed.input) person.last = advance(person.state, *pressed.input);
        return pressed;
    }
    void keys(const std::string& text) {
        for (const char c : text) press({Key::Kind::character, std::string(1, c)});
    }
    Frame frame(int columns = 80, int rows = 24) {
        refresh(view, person.screen());
        return compose(person.screen(), view, {columns, rows, false, true});
    }
    bool shows(const std::string& part) {
        const Frame shown = frame();
        return std::ranges::any_of(shown.lines, [&](const std::string& line) { return mentions(line, part); });
    }
};

}  // namespace

TEST_CASE("digits answer at once, Enter answers where the cursor stands, and nowhere at first") {
    Screenful one{at_first_question(), {}};
    one.press({Key::Kind::enter, ""});
    CHECK(one.person.answer("aim-named") == nullptr);
    one.keys("2");
    CHECK(one.person.answer("aim-named")->level == 2);
    Screenful other{at_first_question(), {}};
    other.keys("jjk");
    other.press({Key::Kind::down, ""});
    other.press({Key::Kind::enter, ""});
    CHECK(other.person.answer("aim-named")->level == 1);
}

TEST_CASE("the cursor's level marks what it includes, without colour") {
    Screenful one{at_first_question(), {}};
    one.keys("jjj");
    CHECK(one.shows("┃  1  Something"));
    CHECK(one.shows("❯  2  Much"));
    CHECK(one.shows("   0  Nothing"));
    CHECK(one.shows("   3  Everything"));
}

TEST_CASE("letters are commands, and text where one types") {
    Screenful one{at_first_question(), {}};
    one.keys("u");
    CHECK(one.person.answer("aim-named")->state == waymark::AnswerState::dont_know);
    one.keys("b");
    CHECK(one.person.state.here.element == framework().element("aim-named").value());
    one.keys("obus");
    one.press({Key::Kind::enter, ""});
    CHECK(one.person.answer("aim-named")->note == "bus");
    one.keys("ox");
    one.press({Key::Kind::escape, ""});
    CHECK(one.person.page() == Page::question);
    CHECK(one.person.answer("aim-named")->note == "bus");
}

TEST_CASE("typing finds, arrows choose") {
    Screenful one{at_first_question(), {}};
    one.keys("/o");
    CHECK(one.person.screen().options.size() >= 2);
    one.press({Key::Kind::down, ""});
    one.press({Key::Kind::down, ""});
    one.press({Key::Kind::enter, ""});
    CHECK(one.person.page() == Page::question);
}

TEST_CASE("several are ticked with digits or space and given with Enter") {
    Screenful one{at_first_question(), {}};
    one.person.say(Command::review).on().pick("2").pick("1").type("Grants").say(Command::skip).say(Command::skip);
    REQUIRE(one.person.screen().ask == Screen::Ask::several);
    one.keys("2j ");
    one.keys(" ");
    CHECK(one.shows("✓2  Blue"));
    one.press({Key::Kind::enter, ""});
    const auto& rows =
        one.person.state.draft.facts.at(static_cast<std::size_t>(framework().catalogue.table("items").value())).rows;
    CHECK(std::get<waymark::ChosenSet>(rows.at(0).cells.at(3)).bits == 2);
}

TEST_CASE("pasted text answers nothing where one chooses, and is text where one types") {
    Screenful one{at_first_question(), {}};
    one.press({Key::Kind::paste, "2\nu\n"});
    CHECK(one.person.answer("aim-named") == nullptr);
    CHECK(one.view.notice == "pasted text is no answer here");
    one.keys("o");
    one.press({Key::Kind::paste, std::string(1U << 20U, 'x')});
    CHECK(one.view.entry.text.size() == 8000);
    CHECK(mentions(one.view.notice, "8000"));
}

TEST_CASE("Ctrl-C, Ctrl-Z and the editor's key are for whoever owns the terminal") {
    Screenful one{at_first_question(), {}};
    CHECK(one.press({Key::Kind::interrupt, ""}).also == Pressed::Also::interrupt);
    CHECK(one.press({Key::Kind::suspend, ""}).also == Pressed::Also::suspend);
    CHECK(one.press({Key::Kind::editor, ""}).also == Pressed::Also::nothing);
    one.keys("o");
    CHECK(one.press({Key::Kind::editor, ""}).also == Pressed::Also::editor);
}

TEST_CASE("no window is ever filled to its last row or column") {
    for (const int columns : {20, 37, 60, 80, 200}) {
        for (const int rows : {2, 3, 5, 10, 20, 24, 60}) {
            for (Person person : {welcomed(), at_first_question(), at_first_question().say(Command::keys),
                                  at_first_question().say(Command::note), at_first_question().say(Command::review),
                                  at_first_question().say(Command::jump)}) {
                Screenful one{person, {}};
                one.press({Key::Kind::end, ""});
                const Frame frame = one.frame(columns, rows);
                INFO(columns << " by " << rows << ", page " << static_cast<int>(person.page()));
                CHECK(static_cast<int>(frame.lines.size()) <= std::max(1, rows - 1));
                for (const std::string& line : frame.lines)
                    CHECK(waymark::display_width(line) <= std::min(columns - 1, kWidestText));
                CHECK(frame.cursor_line < static_cast<int>(frame.lines.size()));
                CHECK(frame.cursor_column < columns);
            }
        }
    }
}

TEST_CASE("what does not fit is scrolled to, and it is said that there is more") {
    Screenful one{at_first_question(), {}};
    one.person.say(Command::keys);
    const Frame first = one.frame(60, 12);
    CHECK(std::ranges::any_of(first.lines, [](const std::string& line) { return mentions(line, "lines below"); }));
    for (int i = 0; i < 30; ++i) {
        one.keys(" ");
        one.frame(60, 12);
    }
    const Frame last = one.frame(60, 12);
    CHECK(std::ranges::any_of(last.lines, [](const std::string& line) { return mentions(line, "fg brings it back"); }));
    CHECK(std::ranges::none_of(last.lines, [](const std::string& line) { return mentions(line, "below"); }));
}

TEST_CASE("the option at the cursor is always in sight") {
    Screenful one{at_first_question(), {}};
    one.person.say(Command::review);
    for (int i = 0; i < 12; ++i) {
        one.keys("j");
        const Frame frame = one.frame(40, 10);
        CHECK(std::ranges::any_of(frame.lines, [](const std::string& line) { return line.starts_with("❯"); }));
    }
}

TEST_CASE("wide and combining characters keep lines within the window") {
    Person person = welcomed();
    person.state.draft.organisation = "日本語の組織 e\xcc\x81 👩‍🚒 " + std::string(200, 'w');
    person.say(Command::review);
    Screenful one{person, {}};
    for (const std::string& line : one.frame(60, 40).lines) CHECK(waymark::display_width(line) < 60);
}

TEST_CASE("in ASCII nothing else is drawn") {
    Screenful one{at_first_question(), {}};
    one.keys("jj");
    refresh(one.view, one.person.screen());
    const Frame frame = compose(one.person.screen(), one.view, {80, 24, false, false});
    for (const std::string& line : frame.lines) {
        CHECK(std::ranges::all_of(line, [](char c) { return c >= ' ' && c < '\x7f'; }));
    }
    CHECK(mentions(frame.lines.at(5), ">  1  Something"));
}

TEST_CASE("colour only repeats what is written") {
    Screenful one{at_first_question(), {}};
    one.keys("jj");
    const Frame plain = one.frame();
    const Frame coloured = compose(one.person.screen(), one.view, {80, 24, true, true});
    REQUIRE(plain.lines.size() == coloured.lines.size());
    for (std::size_t i = 0; i < plain.lines.size(); ++i) {
        std::string text;
        bool code = false;
        for (const char c : coloured.lines[i]) {
            if (c == '\x1b') code = true;
            if (!code) text += c;
            if (c == 'm') code = false;
        }
        text.erase(text.find_last_not_of(' ') + 1);
        CHECK(text == plain.lines[i]);
    }
}
