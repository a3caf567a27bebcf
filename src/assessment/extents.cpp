#include "assessment/extents.hpp"

#include <algorithm>
#include <utility>

#include "text/comments.hpp"
#include "text/encoding.hpp"
#include "text/yaml_places.hpp"

namespace waymark {

namespace {

constexpr std::size_t kNowhere = std::string::npos;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_space(char c) {
    return is_blank(c) || c == '\n' || c == '\r';
}

// Thrown through the recursion where the text is not followed further; never leaves this file.
struct NotFollowed {};

struct Tracing {
    const Source* source = nullptr;
    const std::string* text = nullptr;
};

std::size_t byte_of(const Tracing& tracing, const Span& span) {
    const std::string_view line = tracing.source->line(span.line);
    if (line.data() == nullptr) throw NotFollowed{};
    std::size_t byte = 0;
    for (int character = 1; character < span.column && byte < line.size(); ++character) {
        ++byte;
        while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U) ++byte;
    }
    return static_cast<std::size_t>(line.data() - tracing.text->data()) + byte;
}

std::size_t skip_blanks(const std::string& text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

std::size_t column_of(const std::string& text, std::size_t at) {
    return at - line_begin(text, at);
}

// Lines fold into spaces and line feeds, so only what lies between them can be compared.
std::size_t end_of_plain(const std::string& text, std::size_t at, const std::string& value) {
    for (const char c : value) {
        if (is_space(c)) continue;
        while (at < text.size() && is_space(text[at])) ++at;
        if (at >= text.size() || text[at] != c) throw NotFollowed{};
        ++at;
    }
    return at;
}

struct BlockHeader {
    std::size_t indent = 0;  // said by a digit; 0: as the first line is
    bool keeps_blank_lines = false;
};

BlockHeader block_header(const std::string& text, std::size_t at) {
    BlockHeader header;
    for (++at; at < text.size() && !is_space(text[at]); ++at) {
        if (text[at] >= '1' && text[at] <= '9') header.indent = static_cast<std::size_t>(text[at] - '0');
        if (text[at] == '+') header.keeps_blank_lines = true;
    }
    return header;
}

// `parent`: the column of the block that the text is a value of.
std::size_t end_of_block(const std::string& text, std::size_t at, std::size_t parent) {
    const BlockHeader header = block_header(text, at);
    std::size_t indent = header.indent == 0 ? 0 : parent + header.indent;
    std::size_t end = line_end(text, at);
    for (std::size_t line = next_line(text, at); line < text.size(); line = next_line(text, line)) {
        const std::size_t stop = line_end(text, line);
        const std::size_t first = std::min(text.find_first_not_of(' ', line), stop);
        const bool blank = first == stop;
        if (!blank && indent == 0) indent = std::max(first - line, parent + 1);
        if (!blank && first - line < indent) break;
        if (!blank || header.keeps_blank_lines) end = stop;
    }
    return end;
}

Extent trace_scalar(Tracing& tracing, const Node& node, std::size_t parent) {
    const std::string& text = *tracing.text;
    Extent extent;
    extent.begin = byte_of(tracing, node.span);
    if (extent.begin >= text.size()) throw NotFollowed{};
    const char first = text[extent.begin];
    if (node.quoted && (first == '"' || first == '\'')) {
        const std::size_t quote = closing_quote(text, extent.begin + 1, first);
        if (quote == kNowhere) throw NotFollowed{};
        extent.end = quote + 1;
    } else if (node.quoted && (first == '|' || first == '>')) {
        extent.end = end_of_block(text, extent.begin, parent);
    } else {
        extent.end = end_of_plain(text, extent.begin, node.text);
    }
    return extent;
}

// `~`, `null`, or nothing at all.
Extent trace_null(const std::string& text, std::size_t marker) {
    const std::size_t at = skip_blanks(text, marker);
    Extent extent{marker, marker, false, {}, {}, {}};
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (text.compare(at, word.size(), word) == 0) extent = {at, at + word.size(), false, {}, {}, {}};
    }
    return extent;
}

Extent trace(Tracing& tracing, const Node& node, std::size_t parent);

std::size_t colon_after(const std::string& text, const Extent& key, bool is_flow) {
    std::size_t at = key.end;
    while (at < text.size() && (is_blank(text[at]) || (is_flow && is_space(text[at])))) ++at;
    if (at >= text.size() || text[at] != ':') throw NotFollowed{};
    return at + 1;
}

void trace_members(Tracing& tracing, const Node& node, std::size_t column, Extent& extent) {
    const std::string& text = *tracing.text;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        extent.keys.push_back(trace_scalar(tracing, node.keys[i], column));
        extent.markers.push_back(colon_after(text, extent.keys.back(), extent.is_flow));
        const bool null = node.items[i].kind == Node::Kind::null;
        extent.items.push_back(null ? trace_null(text, extent.markers.back()) : trace(tracing, node.items[i], column));
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

void trace_items(Tracing& tracing, const Node& node, std::size_t column, Extent& extent) {
    const std::string& text = *tracing.text;
    for (const Node& item : node.items) {
        if (!extent.is_flow) {
            const std::size_t dash =
                extent.items.empty() ? extent.begin : dash_from(text, next_line(text, extent.items.back().end), column);
            extent.markers.push_back(dash + 1);
        }
        if (item.kind == Node::Kind::null) {
            const std::size_t at = extent.is_flow ? byte_of(tracing, item.span) : extent.markers.back();
            extent.items.push_back(trace_null(text, at));
        } else {
            extent.items.push_back(trace(tracing, item, column));
        }
    }
}

// Behind the last item only blanks, commas, comments and the bracket are left.
std::size_t closing_bracket(const std::string& text, std::size_t at, char bracket) {
    for (; at < text.size(); ++at) {
        if (text[at] == bracket) return at + 1;
        if (text[at] == '#' && is_space(text[at - 1])) at = line_end(text, at);
    }
    throw NotFollowed{};
}

Extent trace(Tracing& tracing, const Node& node, std::size_t parent) {
    if (node.kind == Node::Kind::scalar) return trace_scalar(tracing, node, parent);
    const std::string& text = *tracing.text;
    const bool is_mapping = node.kind == Node::Kind::mapping;
    Extent extent;
    extent.begin = byte_of(tracing, node.span);
    if (extent.begin >= text.size()) throw NotFollowed{};
    extent.is_flow = text[extent.begin] == (is_mapping ? '{' : '[');
    const std::size_t column = extent.is_flow ? parent : column_of(text, extent.begin);
    if (is_mapping) {
        trace_members(tracing, node, column, extent);
    } else {
        trace_items(tracing, node, column, extent);
    }
    std::size_t end = extent.begin + 1;
    if (!extent.items.empty())
        end = std::max(extent.items.back().end, extent.markers.empty() ? 0 : extent.markers.back());
    extent.end = extent.is_flow ? closing_bracket(text, end, is_mapping ? '}' : ']') : end;
    return extent;
}

std::vector<Remark> remarks_in(const Source& source, const Node& root) {
    std::vector<Remark> remarks;
    for (const YamlComment& comment : comments_in(source, root)) {
        const std::size_t last = comment.text.find_last_not_of(" \t");  // at least its '#'
        remarks.push_back({comment.begin, comment.begin + last + 1});
    }
    return remarks;
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
    Tracing tracing;
    tracing.source = &source;
    tracing.text = &source.text;
    try {
        Layout layout;
        layout.root = trace(tracing, root, 0);
        layout.comments = remarks_in(source, root);
        return layout;
    } catch (const NotFollowed&) {
        return std::nullopt;
    }
}

}  // namespace waymark
