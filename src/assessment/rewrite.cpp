#include "assessment/rewrite.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "assessment/rewriting.hpp"
#include "assessment/write.hpp"

namespace waymark {

namespace {

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

std::string with_line_ends(const std::string& lines, bool carriage_returns) {
    std::string result;
    for (const char c : lines) result += c == '\n' && carriage_returns ? std::string("\r\n") : std::string(1, c);
    return result;
}

// Insertions come before what replaces the text at the same place; apart from that the order is kept.
std::string put_together(const std::string& text, std::vector<TextPiece> pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].number = i;
    std::ranges::sort(pieces, {}, [](const TextPiece& piece) {
        return std::tuple(piece.begin, piece.begin != piece.end, piece.number);
    });
    const bool carriage_returns = has_carriage_returns(text);
    std::string result;
    std::size_t at = 0;
    for (const TextPiece& piece : pieces) {
        if (piece.begin > at) result += part(text, at, piece.begin);
        result += with_line_ends(piece.text, carriage_returns);
        at = std::max(at, piece.end);
    }
    return result + text.substr(at);
}

// An item of a block reaches to the end of its last line.
void mark_forgotten(Rewriting& work, const Extent& extent, const Node& node) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Span& span = node.items[i].span;
        const bool is_item = node.kind == Node::Kind::sequence;
        if (is_item && work.wishes->forgotten.contains({span.line, span.column})) {
            const std::size_t end = extent.items[i].end;
            work.forgotten.emplace_back(extent.items[i].begin, extent.is_flow ? end : next_line(*work.text, end));
        }
        mark_forgotten(work, extent.items[i], node.items[i]);
    }
}

std::optional<Node> parse_quietly(const Source& source) {
    Diagnostics unheard;
    Findings findings(source, unheard);
    return parse_yaml(findings);
}

// Those that are to stay.
std::multiset<std::string> comment_texts(const Rewriting& work) {
    std::multiset<std::string> texts;
    for (const Remark& comment : work.layout->comments) {
        if (!is_forgotten(work, comment)) texts.emplace(part(*work.text, comment.begin, comment.end));
    }
    return texts;
}

// The proof: what was written reads as it should and has lost no comment.
bool is_right(const std::string& text, const Node& after, const std::multiset<std::string>& comments) {
    const Source source("", text);
    const auto root = parse_quietly(source);
    if (!root || !same_tree(*root, after)) return false;
    const auto layout = layout_of(source, *root);
    return layout && std::ranges::includes(comment_texts({&text, &*layout, nullptr, {}, {}}), comments);
}

std::string written_anew(const Rewriting& work, const Node& before, const Node& after) {
    const std::string comments = work.layout == nullptr ? "" : comments_in(work, 0, work.text->size(), "");
    return with_line_ends(comments + kept_members(work.wishes->kept, before, "") + yaml_of(after),
                          has_carriage_returns(*work.text));
}

}  // namespace

void rewrite_value(Rewriting& work, const Hook& hook, const Extent& extent, const Node& key, const Node& before,
                   const Node& after) {
    if (same_tree(before, after)) return;
    const std::size_t pieces = work.pieces.size();
    if (rewrite_inside(work, extent, before, after, hook.depth + 1)) return;
    work.pieces.resize(pieces);
    replace_value(work, hook, extent, key, before, after);
}

Rewritten rewrite(const Source& source, const Node& before, const Node& after, const RewriteWishes& wishes) {
    if (same_tree(before, after)) return {source.text, false};
    // A last line without an end would run into what is put behind it.
    const std::string line_end = has_carriage_returns(source.text) ? "\r\n" : "\n";
    const Source ended(source.name, source.text.ends_with('\n') ? source.text : source.text + line_end);
    const auto layout = layout_of(ended, before);
    Rewriting work{&ended.text, layout ? &*layout : nullptr, &wishes, {}, {}};
    if (layout) mark_forgotten(work, layout->root, before);
    if (layout && rewrite_inside(work, layout->root, before, after, 0)) {
        std::string text = put_together(ended.text, work.pieces);
        if (is_right(text, after, comment_texts(work))) return {std::move(text), false};
    }
    return {written_anew(work, before, after), true};
}

}  // namespace waymark
