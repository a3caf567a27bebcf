// Bytes of a terminal as keys, whole or in pieces; hostile bytes; the line being typed.
#include "interview/key.hpp"

#include "catch.hpp"
#include "interview/line_edit.hpp"
#include "text/display.hpp"

using namespace waymark::interview;
using Kind = Key::Kind;

namespace {

std::vector<Kind> kinds(const std::vector<Key>& keys) {
    std::vector<Kind> found;
    for (const Key& key : keys) found.push_back(key.kind);
    return found;
}

std::vector<Key> read(std::string_view bytes) {
    KeyReader reader;
    return reader.read(bytes);
}

LineEdit typed(std::string_view bytes) {
    LineEdit line;
    for (const Key& key : read(bytes)) edit(line, key, 100);
    return line;
}

}  // namespace

TEST_CASE("keys of common terminals are known") {
    CHECK(kinds(read("\x1b[A\x1b[B\x1bOC\x1bOD")) == std::vector<Kind>{Kind::up, Kind::down, Kind::right, Kind::left});
    CHECK(kinds(read("\x1b[5~\x1b[6~\x1b[1~\x1b[4~\x1b[H\x1b[F")) ==
          std::vector<Kind>{Kind::page_up, Kind::page_down, Kind::home, Kind::end, Kind::home, Kind::end});
    CHECK(kinds(read("\r\n\t\x1b[Z\x7f\x08")) ==
          std::vector<Kind>{Kind::enter, Kind::enter, Kind::tab, Kind::shift_tab, Kind::backspace, Kind::backspace});
    CHECK(kinds(read("\x03\x1a")) == std::vector<Kind>{Kind::interrupt, Kind::suspend});
}

TEST_CASE("a key that comes in pieces is one key") {
    KeyReader reader;
    CHECK(reader.read("\x1b").empty());
    CHECK(reader.waits_for_escape());
    CHECK(reader.read("[").empty());
    CHECK(kinds(reader.read("A")) == std::vector<Kind>{Kind::up});
    CHECK_FALSE(reader.waits_for_escape());
    CHECK(reader.read("\xe6\x97").empty());
    const auto keys = reader.read("\xa5");
    REQUIRE(keys.size() == 1);
    CHECK(keys[0].text == "日");
}

TEST_CASE("an escape that nothing follows is the key Escape") {
    KeyReader reader;
    reader.read("\x1b");
    CHECK(kinds(reader.give_up_waiting()) == std::vector<Kind>{Kind::escape});
    CHECK(kinds(read("\x1b\x1b[A")) == std::vector<Kind>{Kind::escape, Kind::up});
}

TEST_CASE("pasted text is one key, whatever it holds, and is cut") {
    const auto keys = read("\x1b[200~2\n3\x03\x1b[A\x1b[201~x");
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].kind == Kind::paste);
    CHECK(keys[0].text == "2\n3\x03\x1b[A");
    CHECK(keys[1].text == "x");
    KeyReader reader;
    reader.read("\x1b[200~");
    const std::string piece(1000, 'y');
    for (int i = 0; i < 1049; ++i) CHECK(reader.read(piece).empty());
    const auto end = reader.read("\x1b[201~");
    REQUIRE(end.size() == 1);
    CHECK(end[0].text.size() == kLongestPaste);
}

TEST_CASE("what is no key and no text is passed over") {
    CHECK(kinds(read("\x1b[99;99q\x1bx\x01")) == std::vector<Kind>{Kind::unknown, Kind::unknown, Kind::home});
    const auto keys = read("\xff\xc3(");
    REQUIRE(keys.size() == 3);
    CHECK(keys[0].text == "\xEF\xBF\xBD");
    CHECK(keys[2].text == "(");
    CHECK(kinds(read(std::string("\x1b[") + std::string(100, '1'))).front() == Kind::unknown);
}

TEST_CASE("a line is edited by user-perceived characters") {
    CHECK(typed("ab\x7f").text == "a");
    CHECK(typed("e\xcc\x81x\x7f\x7f").text.empty());  // e with a combining accent goes as one
    CHECK(typed("ab\x1b[DX").text == "aXb");
    CHECK(typed("ab\x1b[H\x1b[3~").text == "b");
    CHECK(typed("one two\x17").text == "one ");
    CHECK(typed("one\x15two").text == "two");
    CHECK(typed("\x1b[200~a\x1b[31m\tb\x1b[201~").text == "a\xEF\xBF\xBD[31m\tb");
}

TEST_CASE("a line takes no more than fits") {
    LineEdit line;
    CHECK(insert(line, "日本語", 3));
    CHECK_FALSE(insert(line, "xy", 4));
    CHECK(line.text == "日本語x");
}

TEST_CASE("a long line is shown around the cursor and never wider than asked") {
    LineEdit line = line_with("日本語日本語日本語end");
    for (std::size_t i = 0; i < 12; ++i) {
        const LineWindow window = window_of(line, 9);
        CHECK(waymark::display_width(window.text) <= 8);
        CHECK(window.cursor <= 8);
        edit(line, {Kind::left, ""}, 100);
    }
    CHECK(line.cursor == 0);
    CHECK(window_of(line, 9).text == "日本語日");
}
