#include "assessment/rewriting.hpp"

#include <algorithm>

#include "assessment/write.hpp"

namespace waymark {

namespace {

std::string indent_at(const std::string& text, std::size_t at) {
    const std::size_t line = line_begin(text, at);
    std::size_t end = line;
    while (end < text.size() && text[end] == ' ') ++end;
    return std::string(end - line, ' ');
}

std::string as_comment(const std::string& why, const std::string& lines, const std::string& indent) {
    std::string result = indent + "# " + why + "\n";
    for (std::size_t at = 0; at < lines.size(); at = next_line(lines, at)) {
        const std::string_view line = part(lines, at, line_end(lines, at));
        result += indent + "#" + (line.empty() ? "" : " ") + std::string(line) + "\n";
    }
    return result;
}

}  // namespace

std::string_view part(const std::string& text, std::size_t begin, std::size_t end) {
    return std::string_view(text).substr(begin, end - begin);
}

bool begins_line(const std::string& text, std::size_t at) {
    return line_begin(text, at) + indent_at(text, at).size() == at;
}

int column_of(const std::string& text, std::size_t at) {
    return static_cast<int>(at - line_begin(text, at));
}
bool is_forgotten(const Rewriting& work, const Remark& comment) {
    return std::ranges::any_of(work.forgotten, [&](const auto& bytes) {
        return comment.begin >= bytes.first && comment.begin < bytes.second;
    });
}

std::string comments_in(const Rewriting& work, std::size_t begin, std::size_t end, const std::string& indent) {
    std::string lines;
    for (const Remark& comment : work.layout->comments) {
        if (comment.begin < begin || comment.begin >= end || is_forgotten(work, comment)) continue;
        lines += indent + std::string(part(*work.text, comment.begin, comment.end)) + "\n";
    }
    return lines;
}

std::string tail_of(const Node& value, const Node& key, bool is_item, int column, int depth) {
    Node around = is_item ? sequence_node() : mapping_node();
    if (is_item) {
        around.items.push_back(value);
    } else {
        put(around, key.text, value);
    }
    const std::string written = yaml_members(around, column, depth);
    if (is_item) return written.substr(static_cast<std::size_t>(column) + 1);
    Node alone = mapping_node();
    put(alone, key.text, Node{});
    const std::string bare = yaml_members(alone, column, depth);  // the key, its colon and a line feed
    return written.substr(bare.size() - 1);
}

std::string kept_part(const KeptAsComment& kept, const Node& around, std::size_t i, const std::string& indent) {
    const bool is_member = i < around.keys.size();
    const Span& span = is_member ? around.keys[i].span : around.items[i].span;
    const auto found = kept.find({span.line, span.column});
    if (found == kept.end()) return "";
    Node alone = is_member ? mapping_node() : sequence_node();
    if (is_member) {
        put(alone, around.keys[i].text, around.items[i]);
    } else {
        alone.items.push_back(around.items[i]);
    }
    return as_comment(found->second, yaml_members(alone, 0, 1), indent);
}

std::string kept_members(const KeptAsComment& kept, const Node& node, const std::string& indent) {
    std::string result;
    for (std::size_t i = 0; i < node.items.size() && !kept.empty(); ++i) {
        const std::string own = kept_part(kept, node, i, indent);
        result += own.empty() ? kept_members(kept, node.items[i], indent) : own;
    }
    return result;
}
void replace_value(Rewriting& work, const Hook& hook, const Extent& old, const Node& key, const Node& before,
                   const Node& value) {
    const std::string& text = *work.text;
    std::string tail = tail_of(value, key, hook.is_item, column_of(text, hook.owner), hook.depth);
    tail.pop_back();
    const std::string indent = indent_at(text, hook.owner);
    const std::string inner =
        comments_in(work, hook.marker, old.end, indent) + kept_members(work.wishes->kept, before, indent);
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
                 kept_part(work.wishes->kept, before, i, indent_at(text, begin)));
    return true;
}

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

}  // namespace waymark
