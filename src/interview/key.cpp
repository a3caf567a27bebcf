#include "interview/key.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.hpp"

namespace waymark::interview {

namespace {

using Kind = Key::Kind;

constexpr char kEscape = '\x1b';
constexpr std::string_view kPasteEnd = "\x1b[201~";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLongestSequence = 32;

constexpr auto kControls = std::to_array<std::pair<char, Kind>>({
    {'\r', Kind::enter},
    {'\n', Kind::enter},
    {'\t', Kind::tab},
    {'\x7f', Kind::backspace},
    {'\x08', Kind::backspace},
    {'\x01', Kind::home},
    {'\x05', Kind::end},
    {'\x15', Kind::erase_line},
    {'\x17', Kind::erase_word},
    {'\x0f', Kind::editor},
    {'\x0c', Kind::redraw},
    {'\x03', Kind::interrupt},
    {'\x04', Kind::remove},
    {'\x1a', Kind::suspend},
});

// What follows ESC [ or ESC O, as xterm, the Linux console and their kin send it.
constexpr auto kSequences = std::to_array<std::pair<std::string_view, Kind>>({
    {"A", Kind::up},
    {"B", Kind::down},
    {"C", Kind::right},
    {"D", Kind::left},
    {"H", Kind::home},
    {"F", Kind::end},
    {"Z", Kind::shift_tab},
    {"1~", Kind::home},
    {"7~", Kind::home},
    {"4~", Kind::end},
    {"8~", Kind::end},
    {"3~", Kind::remove},
    {"5~", Kind::page_up},
    {"6~", Kind::page_down},
    {"M", Kind::enter},
});

Kind control(char c) {
    const auto* const found = std::ranges::find(kControls, c, &std::pair<char, Kind>::first);
    return found == kControls.end() ? Kind::unknown : found->second;
}

Kind sequence(std::string_view text) {
    const auto* const found = std::ranges::find(kSequences, text, &std::pair<std::string_view, Kind>::first);
    return found == kSequences.end() ? Kind::unknown : found->second;
}

std::size_t expected_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0xF8U) return 1;
    if (byte >= 0xF0U) return 4;
    if (byte >= 0xE0U) return 3;
    return byte >= 0xC0U ? 2 : 1;
}

bool is_final(char c) {
    return c >= 0x40 && c <= 0x7E;
}

}  // namespace

std::vector<Key> KeyReader::read(std::string_view bytes) {
    pending_ += bytes;
    std::vector<Key> keys;
    while (!pending_.empty() && (pasting_ ? take_paste(keys) : take_one(keys, false))) {
    }
    return keys;
}

bool KeyReader::waits_for_escape() const {
    return !pasting_ && !pending_.empty();
}

std::vector<Key> KeyReader::give_up_waiting() {
    std::vector<Key> keys;
    while (!pending_.empty() && (pasting_ ? take_paste(keys) : take_one(keys, true))) {
    }
    return keys;
}

// False if more bytes are needed.
bool KeyReader::take_one(std::vector<Key>& keys, bool complete) {
    const char first = pending_.front();
    if (first == kEscape) return take_escape(keys, complete);
    if (static_cast<unsigned char>(first) < 0x20U || first == '\x7f') {
        keys.push_back({control(first), ""});
        pending_.erase(0, 1);
        return true;
    }
    const CodePoint point = next_code_point(pending_, 0);
    if (!point.valid && !complete && pending_.size() < expected_length(first)) return false;
    keys.push_back({Kind::character, point.valid ? pending_.substr(0, point.length) : std::string(kReplacement)});
    pending_.erase(0, point.length);
    return true;
}

bool KeyReader::take_escape(std::vector<Key>& keys, bool complete) {
    if (pending_.size() == 1) {
        if (!complete) return false;
        keys.push_back({Kind::escape, ""});
        pending_.clear();
        return true;
    }
    if (pending_[1] != '[' && pending_[1] != 'O') {  // Alt with a key
        keys.push_back({pending_[1] == kEscape ? Kind::escape : Kind::unknown, ""});
        pending_.erase(0, pending_[1] == kEscape ? 1 : 2);
        return true;
    }
    const auto last = std::find_if(pending_.begin() + 2, pending_.end(), is_final);
    if (last == pending_.end()) {
        if (!complete && pending_.size() < kLongestSequence) return false;
        keys.push_back({Kind::unknown, ""});
        pending_.clear();
        return true;
    }
    const std::string body(pending_.begin() + 2, last + 1);
    pending_.erase(pending_.begin(), last + 1);
    if (body == "200~") {
        pasting_ = true;
    } else {
        keys.push_back({sequence(body), ""});
    }
    return true;
}

bool KeyReader::take_paste(std::vector<Key>& keys) {
    const auto end = pending_.find(kPasteEnd);
    const bool ended = end != std::string::npos;
    const std::size_t safe = ended ? end : pending_.size() - std::min(pending_.size(), kPasteEnd.size() - 1);
    pasted_.append(pending_, 0, std::min(safe, kLongestPaste - pasted_.size()));
    pending_.erase(0, ended ? end + kPasteEnd.size() : safe);
    if (!ended) return false;
    keys.push_back({Kind::paste, std::exchange(pasted_, {})});
    pasting_ = false;
    return true;
}

}  // namespace waymark::interview
