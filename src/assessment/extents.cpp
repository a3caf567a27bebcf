#include "assessment/extents.hpp"

#include <algorithm>

namespace waymark {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kNowhere = std::string::npos;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_space(char c) {
    return is_blank(c) || c == '\n' || c == '\r';
}

// Thrown through the recursion where the text is not followed further; never leaves this file.
struct NotFollowed {};

std::size_t column_of(const std::string& text, std::size_t at) {
    return at - line_begin(text, at);
}

Extent trace(const std::string& text, const Node& node);

Extent as_written(const Node& node) {
    return {node.begin, node.end, node.is_flow, {}, {}, {}};
}

std::size_t colon_after(const std::string& text, const Extent& key, bool is_flow) {
    std::size_t at = key.end;
    while (at < text.size() && (is_blank(text[at]) || (is_flow && is_space(text[at])))) ++at;
    if (at >= text.size() || text[at] != ':') throw NotFollowed{};
    return at + 1;
}

void trace_members(const std::string& text, const Node& node, Extent& extent) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        extent.keys.push_back(as_written(node.keys[i]));
        extent.markers.push_back(colon_after(text, extent.keys.back(), extent.is_flow));
        extent.items.push_back(trace(text, node.items[i]));
    }
}

// The dash of an item in a block: the first one at the column of the list behind the item before.
std::size_t dash_from(const std::string& text, std::size_t at, std::size_t column) {
    for (; at < text.size(); at = next_line(text, at)) {
        const std::size_t first = text.find_first_not_of(' ', at);
        if (first == at + column && text[first] == '-') return first;
    }
    throw NotFollowed{};
}

void trace_items(const std::string& text, const Node& node, Extent& extent) {
    const std::size_t column = column_of(text, node.begin);
    for (const Node& item : node.items) {
        if (!extent.is_flow) {
            const std::size_t dash =
                extent.items.empty() ? extent.begin : dash_from(text, next_line(text, extent.items.back().end), column);
            extent.markers.push_back(dash + 1);
        }
        extent.items.push_back(trace(text, item));
    }
}

Extent trace(const std::string& text, const Node& node) {
    Extent extent = as_written(node);
    if (node.kind == Node::Kind::mapping) trace_members(text, node, extent);
    if (node.kind == Node::Kind::sequence) trace_items(text, node, extent);
    return extent;
}

}  // namespace

std::size_t line_begin(const std::string& text, std::size_t at) {
    const std::size_t feed = at == 0 ? kNowhere : text.rfind('\n', at - 1);
    if (feed != kNowhere) return feed + 1;
    const std::size_t start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    return std::min(start, at);
}

std::size_t line_end(const std::string& text, std::size_t at) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    return feed > at && feed < text.size() && text[feed - 1] == '\r' ? feed - 1 : feed;
}

std::size_t next_line(const std::string& text, std::size_t at) {
    const std::size_t feed = text.find('\n', at);
    return feed == kNowhere ? text.size() : feed + 1;
}

bool has_comments(const std::string& text) {
    const Source source("", text);
    Diagnostics unheard;
    Findings findings(source, unheard);
    const auto root = parse_yaml(findings);
    return root && !comments_in(source, *root).empty();
}

std::optional<Layout> layout_of(const Source& source, const Node& root) {
    try {
        return Layout{trace(source.text, root), comments_in(source, root)};
    } catch (const NotFollowed&) {
        return std::nullopt;
    }
}

}  // namespace waymark
