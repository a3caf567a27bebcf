#include "text/yaml_prose.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace waymark {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kWorthIt = 12;  // bytes

// A line 'key: value', perhaps behind the dash of a list.
struct Entry {
    std::size_t key = 0, value = 0;  // columns
};

std::string_view line_at(std::string_view text, std::size_t start) {
    return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

std::size_t indent_of(std::string_view line) {
    return line.find_first_not_of(' ');
}

bool ends_in_blank(std::string_view line) {
    return std::string_view(" \t\r").find(line.back()) != kNone;
}

std::optional<Entry> entry_in(std::string_view line) {
    const std::size_t key = line.find_first_not_of(" -");
    if (key == kNone) return std::nullopt;
    const std::size_t colon = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-", key);
    if (colon == kNone || colon == key || !line.substr(colon).starts_with(": ")) return std::nullopt;
    return colon + 2 < line.size() ? std::optional(Entry{key, colon + 2}) : std::nullopt;
}

// Nothing in it can end a text or begin anything else.
bool is_prose(std::string_view value) {
    const char first = value.front();
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return letter && value.size() >= kWorthIt && !ends_in_blank(value) && value.find_first_of(":#\t\r") == kNone;
}

// Whether the next line that is not empty stands deeper than the key, and so goes on with its value.
bool goes_on(std::string_view text, std::size_t next, std::size_t key) {
    const std::size_t filled = text.find_first_not_of('\n', std::min(next, text.size()));
    if (filled == kNone) return false;
    const std::size_t indent = indent_of(line_at(text, filled));
    return indent == kNone || indent > key;
}

struct Block {
    std::size_t indent = 0, lines = 0, end = 0;  // end: where the line behind it begins
    std::string value;
};

// The folded block whose lines begin at `start`: none unless all are indented alike, deeper than the key, with empty lines
// only behind them.
std::optional<Block> block_at(std::string_view text, std::size_t start, std::size_t key) {
    Block block;
    block.indent = indent_of(line_at(text, start));
    if (block.indent == kNone || block.indent <= key) return std::nullopt;
    bool over = false;
    for (std::size_t at = start; at < text.size();) {
        const std::string_view line = line_at(text, at);
        at += line.size() + 1;
        over = over || line.empty();
        if (line.empty()) continue;
        const std::size_t indent = indent_of(line);
        if (indent < block.indent) break;
        if (over || indent != block.indent || line[indent] == '\t' || ends_in_blank(line)) return std::nullopt;
        if (block.lines++ > 0) block.value += ' ';
        block.value += line.substr(indent);
        block.end = std::min(at, text.size());
    }
    return block;
}

struct Abridging {
    std::string_view text;
    Abridged result;
    std::size_t at = 0;  // of the line that is next
    int line = 0;
    // The column of the key whose value goes on in the lines below, as long as they are indented deeper.
    std::size_t value_of = kNone;

    void keep(std::string_view kept, int lines) {
        result.text += kept;
        line += lines;
        at += kept.size();
    }

    bool take_block(std::string_view here, const Entry& entry) {
        if (here.substr(entry.value) != ">-" || at + here.size() >= text.size()) return false;
        auto block = block_at(text, at + here.size() + 1, entry.key);
        if (!block) return false;
        result.passages.push_back({line, static_cast<int>(entry.value), std::move(block->value)});
        result.text.append(here).append("\n").append(block->indent, ' ').append(kStandIn);
        result.text.append(block->lines - (text[block->end - 1] == '\n' ? 0 : 1), '\n');
        line += static_cast<int>(block->lines) + 1;
        at = block->end;
        return true;
    }

    bool take_line(std::string_view here, const Entry& entry) {
        const std::string_view value = here.substr(entry.value);
        if (!is_prose(value) || goes_on(text, at + here.size(), entry.key)) return false;
        result.passages.push_back({line, static_cast<int>(entry.value), std::string(value)});
        result.text.append(here.substr(0, entry.value)).append(kStandIn);
        at += here.size();
        return true;
    }

    void next() {
        const std::string_view here = line_at(text, at);
        const std::size_t indent = indent_of(here);
        const bool filled = indent != kNone && here[indent] != '#';
        if (filled && value_of != kNone && indent <= value_of) value_of = kNone;
        const auto entry = filled && value_of == kNone ? entry_in(here) : std::nullopt;
        if (entry && take_block(here, *entry)) return;
        const bool taken = entry && take_line(here, *entry);
        if (entry && !taken) value_of = entry->key;
        if (!taken) keep(here, 0);
        if (at < text.size()) keep("\n", 1);
    }
};

}  // namespace

Abridged without_prose(std::string_view text) {
    Abridging abridging{text, {}};
    abridging.result.text.reserve(text.size());
    while (abridging.at < text.size()) abridging.next();
    return std::move(abridging.result);
}

}  // namespace waymark
