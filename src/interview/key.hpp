// What a terminal sends, as keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::interview {

struct Key {
    enum class Kind {
        character,  // text: one code point; U+FFFD for what is not UTF-8
        paste,      // text: all of it, at most kLongestPaste bytes
        enter,
        tab,
        shift_tab,
        escape,
        backspace,
        remove,
        left,
        right,
        up,
        down,
        home,
        end,
        page_up,
        page_down,
        erase_line,  // Ctrl-U
        erase_word,  // Ctrl-W
        editor,      // Ctrl-O
        redraw,      // Ctrl-L
        interrupt,   // Ctrl-C
        suspend,     // Ctrl-Z
        unknown
    };
    Kind kind = Kind::unknown;
    std::string text;
    friend bool operator==(const Key&, const Key&) = default;
};

inline constexpr std::size_t kLongestPaste = 64U << 10U;

// Keys may arrive in pieces; what is not complete waits for the rest.
class KeyReader {
  public:
    std::vector<Key> read(std::string_view bytes);
    // An escape that nothing followed within a moment was the key itself.
    bool waits_for_escape() const;
    std::vector<Key> give_up_waiting();

  private:
    bool take_one(std::vector<Key>& keys, bool complete);
    bool take_escape(std::vector<Key>& keys, bool complete);
    bool take_paste(std::vector<Key>& keys);

    std::string pending_;
    std::string pasted_;
    bool pasting_ = false;
};

}  // namespace waymark::interview
