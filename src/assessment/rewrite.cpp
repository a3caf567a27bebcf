#include "assessment/rewrite.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "assessment/extents.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

// Bytes [begin, end) of the old text that give way to new ones.
struct Piece {
    std::size_t begin = 0, end = 0;
    std::string text;
};

struct Rewriting {
    const std::string* text = nullptr;
    const Layout* layout = nullptr;
    const KeptAsComment* kept = nullptr;
    std::vector<Piece> pieces;
};

// One value with the place it hangs on: behind a colon or a dash.
struct Hook {
    std::size_t owner = 0;   // where the key or the dash begins
    std::size_t marker = 0;  // behind the ':' or '-'
    bool is_item = false;
    int depth = 0;  // of the mapping or list around it
};

std::string_view part(const std::string& text, std::size_t begin, std::size_t end) {
    return std::string_view(text).substr(begin, end - begin);
}

std::string indent_at(const std::string& text, std::size_t at) {
    const std::size_t line = line_begin(text, at);
    std::size_t end = line;
    while (end < text.size() && text[end] == ' ') ++end;
    return std::string(end - line, ' ');
}

// Whether only its indent stands before it on its line, so that the lines from there can be taken out.
bool begins_line(const std::string& text, std::size_t at) {
    return line_begin(text, at) + indent_at(text, at).size() == at;
}

int column_of(const std::string& text, std::size_t at) {
    return static_cast<int>(at - line_begin(text, at));
}

// The comments that begin in a stretch, as lines of their own.
std::string comments_in(const Rewriting& work, std::size_t begin, std::size_t end, const std::string& indent) {
    std::string lines;
    for (const Comment& comment : work.layout->comments) {
        if (comment.begin < begin || comment.begin >= end) continue;
        lines += indent + std::string(part(*work.text, comment.begin, comment.end)) + "\n";
    }
    return lines;
}

// What follows the colon or the dash when the value is written there: " value\n", or "\n" and lines.
std::string tail_of(const Node& value, const Node& key, bool is_item, int column, int depth) {
    Node around = is_item ? sequence_node() : mapping_node();
    if (is_item) {
        around.items.push_back(value);
    } else {
        put(around, key.text, value);
    }
    std::string written = yaml_members(around, column, depth);
    if (is_item) return written.substr(static_cast<std::size_t>(column) + 1);
    Node alone = mapping_node();
    put(alone, key.text, Node{});
    const std::string bare = yaml_members(alone, column, depth);  // the key, its colon and a line feed
    return written.substr(bare.size() - 1);
}

// "# why" and the member, every line of it as a comment; nothing for a member that need not be kept.
std::string kept_member(const KeptAsComment& kept, const Node& mapping, std::size_t i, const std::string& indent) {
    const auto found = kept.find({mapping.keys[i].span.line, mapping.keys[i].span.column});
    if (found == kept.end()) return "";
    Node member = mapping_node();
    put(member, mapping.keys[i].text, mapping.items[i]);
    const std::string lines = yaml_members(member, 0, 1);
    std::string result = indent + "# " + found->second + "\n";
    for (std::size_t at = 0; at < lines.size(); at = next_line(lines, at)) {
        const std::string_view line = part(lines, at, line_end(lines, at));
        result += indent + "#" + (line.empty() ? "" : " ") + std::string(line) + "\n";
    }
    return result;
}

// The same for everything in a value that is written anew.
std::string kept_members(const KeptAsComment& kept, const Node& node, const std::string& indent) {
    std::string result;
    for (std::size_t i = 0; i < node.items.size() && !kept.empty(); ++i) {
        const std::string own = i < node.keys.size() ? kept_member(kept, node, i, indent) : "";
        result += own.empty() ? kept_members(kept, node.items[i], indent) : own;
    }
    return result;
}

// Comments inside the old value move above it; one behind it stays on the line.
void replace_value(Rewriting& work, const Hook& hook, const Extent& old, const Node& key, const Node& before,
                   const Node& value) {
    const std::string& text = *work.text;
    std::string tail = tail_of(value, key, hook.is_item, column_of(text, hook.owner), hook.depth);
    tail.pop_back();
    const std::string indent = indent_at(text, hook.owner);
    const std::string inner =
        comments_in(work, hook.marker, old.end, indent) + kept_members(*work.kept, before, indent);
    if (!inner.empty()) {
        const std::size_t line = line_begin(text, hook.owner);
        work.pieces.push_back({line, line, inner});
    }
    const std::size_t feed = tail.find('\n');
    if (feed == std::string::npos) {
        work.pieces.push_back({hook.marker, old.end, tail});
        return;
    }
    const std::size_t stop = line_end(text, old.end);
    const std::string behind = comments_in(work, old.end, stop, "  ");
    tail.insert(feed, behind.substr(0, behind.find('\n')));
    work.pieces.push_back({hook.marker, stop, tail});
}

bool rewrite_inside(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth);

void rewrite_value(Rewriting& work, const Hook& hook, const Extent& extent, const Node& key, const Node& before,
                   const Node& after) {
    if (same_tree(before, after)) return;
    const std::size_t pieces = work.pieces.size();
    if (rewrite_inside(work, extent, before, after, hook.depth + 1)) return;
    work.pieces.resize(pieces);
    replace_value(work, hook, extent, key, before, after);
}

// Takes out the lines from `begin` to the end of the line of `end`, apart from comments in them.
void remove_lines(Rewriting& work, std::size_t begin, std::size_t end, const std::string& instead) {
    const std::string& text = *work.text;
    const std::size_t behind = next_line(text, end);
    const std::string comments = comments_in(work, begin, behind, indent_at(text, begin));
    work.pieces.push_back({line_begin(text, begin), behind, instead + comments});
}

bool remove_member(Rewriting& work, const Extent& extent, const Node& before, std::size_t i) {
    const std::string& text = *work.text;
    const std::size_t begin = extent.keys[i].begin;
    if (!begins_line(text, begin)) return false;
    remove_lines(work, begin, std::max(extent.items[i].end, extent.markers[i]),
                 kept_member(*work.kept, before, i, indent_at(text, begin)));
    return true;
}

// Puts lines behind the member or item `predecessor`, or before the first for -1.
bool insert_lines(Rewriting& work, const Extent& extent, int predecessor, std::string lines) {
    const std::string& text = *work.text;
    std::size_t at = 0;
    if (predecessor >= 0) {
        const auto i = static_cast<std::size_t>(predecessor);
        at = next_line(text, std::max(extent.items[i].end, extent.markers[i]));
    } else {
        if (!begins_line(text, extent.begin)) return false;
        at = line_begin(text, extent.begin);
    }
    work.pieces.push_back({at, at, std::move(lines)});
    return true;
}

int index_of(const Node& mapping, const std::string& key) {
    const auto found = std::ranges::find(mapping.keys, key, &Node::text);
    return found == mapping.keys.end() ? -1 : static_cast<int>(found - mapping.keys.begin());
}

bool rewrite_mapping(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth) {
    const int column = column_of(*work.text, extent.begin);
    for (std::size_t i = 0; i < before.keys.size(); ++i) {
        const Node* value = after.find(before.keys[i].text);
        if (value == nullptr) {
            if (!remove_member(work, extent, before, i)) return false;
            continue;
        }
        const Hook hook{extent.keys[i].begin, extent.markers[i], false, depth};
        rewrite_value(work, hook, extent.items[i], before.keys[i], before.items[i], *value);
    }
    int predecessor = -1;
    for (std::size_t i = 0; i < after.keys.size(); ++i) {
        const int known = index_of(before, after.keys[i].text);
        if (known >= 0) {
            predecessor = known;
            continue;
        }
        Node member = mapping_node();
        put(member, after.keys[i].text, after.items[i]);
        if (!insert_lines(work, extent, predecessor, yaml_members(member, column, depth))) return false;
    }
    return true;
}

// How many items at the end of both lists are the same, apart from the first `start`.
std::size_t same_at_end(const Node& before, const Node& after, std::size_t start) {
    const std::size_t most = std::min(before.items.size(), after.items.size()) - start;
    std::size_t count = 0;
    while (count < most &&
           same_tree(before.items[before.items.size() - 1 - count], after.items[after.items.size() - 1 - count])) {
        ++count;
    }
    return count;
}

bool rewrite_list(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth) {
    const std::string& text = *work.text;
    const int column = column_of(text, extent.begin);
    const auto [first, other] = std::ranges::mismatch(before.items, after.items, same_tree);
    const auto start = static_cast<std::size_t>(first - before.items.begin());
    const std::size_t tail = same_at_end(before, after, start);
    const std::size_t old_stop = before.items.size() - tail;
    const std::size_t new_stop = after.items.size() - tail;
    for (std::size_t i = start; i < old_stop; ++i) {
        const std::size_t dash = extent.markers[i] - 1;
        if (i < new_stop) {
            rewrite_value(work, {dash, extent.markers[i], true, depth}, extent.items[i], {}, before.items[i],
                          after.items[i]);
            continue;
        }
        if (!begins_line(text, dash)) return false;
        remove_lines(work, dash, std::max(extent.items[i].end, extent.markers[i]), "");
    }
    Node added = sequence_node();
    for (std::size_t i = old_stop; i < new_stop; ++i) added.items.push_back(after.items[i]);
    return added.items.empty() ||
           insert_lines(work, extent, static_cast<int>(old_stop) - 1, yaml_members(added, column, depth));
}

// False where the value has to be written anew: another kind, emptied, in brackets, or not on lines of its own.
bool rewrite_inside(Rewriting& work, const Extent& extent, const Node& before, const Node& after, int depth) {
    if (before.kind != after.kind || extent.is_flow || before.items.empty() || after.items.empty()) return false;
    if (before.kind == Node::Kind::mapping) return rewrite_mapping(work, extent, before, after, depth);
    return before.kind == Node::Kind::sequence && rewrite_list(work, extent, before, after, depth);
}

// Lines end as the first one does.
bool has_carriage_returns(const std::string& text) {
    const std::size_t feed = text.find('\n');
    return feed != std::string::npos && feed > 0 && text[feed - 1] == '\r';
}

// Insertions come before what replaces the text at the same place; apart from that the order is kept.
std::string put_together(const std::string& text, std::vector<Piece> pieces) {
    std::ranges::stable_sort(pieces, [](const Piece& a, const Piece& b) {
        return a.begin != b.begin ? a.begin<b.begin : (a.begin == a.end)>(b.begin == b.end);
    });
    const bool carriage_returns = has_carriage_returns(text);
    std::string result;
    std::size_t at = 0;
    for (const Piece& piece : pieces) {
        if (piece.begin > at) result += part(text, at, piece.begin);
        for (const char c : piece.text)
            result += c == '\n' && carriage_returns ? std::string("\r\n") : std::string(1, c);
        at = std::max(at, piece.end);
    }
    return result + text.substr(at);
}

std::optional<Node> parse_quietly(const Source& source) {
    Diagnostics unheard;
    Findings findings(source, unheard);
    return parse_yaml(findings);
}

std::multiset<std::string> comment_texts(const std::string& text, const Layout& layout) {
    std::multiset<std::string> texts;
    for (const Comment& comment : layout.comments) texts.emplace(part(text, comment.begin, comment.end));
    return texts;
}

// The proof: what was written reads as it should and has lost no comment.
bool is_right(const std::string& text, const Node& after, const std::multiset<std::string>& comments) {
    const Source source("", text);
    const auto root = parse_quietly(source);
    if (!root || !same_tree(*root, after)) return false;
    const auto layout = layout_of(source, *root);
    return layout && std::ranges::includes(comment_texts(text, *layout), comments);
}

std::string written_anew(const Rewriting& work, const Node& before, const Node& after) {
    const std::string comments = work.layout == nullptr ? "" : comments_in(work, 0, work.text->size(), "");
    return comments + kept_members(*work.kept, before, "") + yaml_of(after);
}

}  // namespace

Rewritten rewrite(const Source& source, const Node& before, const Node& after, const KeptAsComment& kept) {
    if (same_tree(before, after)) return {source.text, false};
    // A last line without an end would run into what is put behind it.
    const std::string line_end = has_carriage_returns(source.text) ? "\r\n" : "\n";
    const Source ended(source.name, source.text.ends_with('\n') ? source.text : source.text + line_end);
    const auto layout = layout_of(ended, before);
    Rewriting work{&ended.text, layout ? &*layout : nullptr, &kept, {}};
    if (layout && rewrite_inside(work, layout->root, before, after, 0)) {
        std::string text = put_together(ended.text, work.pieces);
        if (is_right(text, after, comment_texts(ended.text, *layout))) return {std::move(text), false};
    }
    return {written_anew(work, before, after), true};
}

}  // namespace waymark
