#include "unit/report/hostile.hpp"

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "report/scorecard_fields.hpp"
#include "unit/report/cards.hpp"

namespace waymark::test {
namespace {

// Walks every field of a card as the file format names it and hands texts, one after the other, to a function.
template <class OnText, class OnField>
class Walk {
  public:
    Walk(OnText on_text, OnField on_field) : on_text_(on_text), on_field_(on_field) {}

    template <class Value>
    void need(std::string_view key, Value& value) {
        on_field_(key, false);
        visit(key, value);
    }
    template <class Value>
    void may(std::string_view key, Value& value) {
        on_field_(key, is_empty(value));
        visit(key, value);
    }
    void need_word(std::string_view, std::string&, Words) {}
    void may_word(std::string_view key, std::string& word, Words) { on_field_(key, word.empty()); }
    void need_date(std::string_view, std::string&) {}
    void may_date(std::string_view key, std::string& date) { on_field_(key, date.empty()); }
    template <class Function>
    void inside(std::string_view, Function function) {
        function(*this);
    }

  private:
    template <class Value>
    static bool is_empty(const Value& value) {
        return value == Value();
    }
    template <class Item>
    static bool is_empty(const std::vector<Item>& list) {
        return list.empty();
    }
    void visit(std::string_view key, std::string& text) { on_text_(key, text); }
    void visit(std::string_view, bool) {}
    void visit(std::string_view, int) {}
    void visit(std::string_view, std::int64_t) {}
    void visit(std::string_view, Rational&) {}
    template <class Value>
    void visit(std::string_view, std::optional<Value>&) {}
    template <class Item>
    void visit(std::string_view key, std::vector<Item>& list) {
        for (Item& item : list) visit(key, item);
    }
    template <class Struct>
    void visit(std::string_view, Struct& record) {
        fields(*this, record);
    }

    OnText on_text_;
    OnField on_field_;
};

bool names_something(std::string_view key) {
    constexpr std::array kKeys = {"id", "parent", "dimension", "node", "practice", "weakest"};
    for (const std::string_view each : kKeys) {
        if (key == each) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> hostile_texts() {
    return {
        "\x1b[31mred\x1b[0m \x1b]0;title\x07",
        "<script>alert(1)</script> <b>bold</b> &amp; &lt;",
        "a | b | c `code` ```fence``` *stars* _lines_ [link](http://example.org) ![image](x)",
        std::string(200, 'x'),
        "\xE2\x80\xAEright to left\xE2\x80\xAC \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
        "漢字かな交じり文は一文字が二桁を占めるので幅を測るのが難しい文章になりますがそれでも折り返さねばなりません",
        "# heading\n- list\n1. number\n> quote\n\n    code\n---\n| a | b |",
        "e\xCC\x81\xCC\x82\xCC\x83 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC \xF0\x9F\x87\xA9\xF0\x9F\x87\xB0",
        "bad \xFF\xC3 bytes and a \x80 control",
        "$x$ and ^y^ and ~~z~~ \\ backslash \\",
        "\r\n\ttabs\tand\rreturns",
        "=cmd|' /C calc'!A0"};
}

Scorecard hostile_card() {
    Scorecard card = rich_card();
    const std::vector<std::string> texts = hostile_texts();
    std::size_t next = 0;
    const auto replace = [&](std::string_view key, std::string& text) {
        if (!names_something(key)) text = texts[next++ % texts.size()];
    };
    Walk walk(replace, [](std::string_view, bool) {});
    fields(walk, card);
    return card;
}

std::vector<std::string> unused_keys(Scorecard card) {
    std::map<std::string, bool, std::less<>> used;
    Walk walk([](std::string_view, std::string&) {},
              [&](std::string_view key, bool empty) { used[std::string(key)] |= !empty; });
    fields(walk, card);
    std::vector<std::string> unused;
    for (const auto& [key, is_used] : used) {
        if (!is_used) unused.push_back(key);
    }
    return unused;
}

}  // namespace waymark::test
