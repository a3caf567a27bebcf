#include "text/comments.hpp"

#include <algorithm>

namespace waymark {

namespace {

constexpr std::string_view kBlanks = " \t";

void collect_quoted(const Node& node, const Source& source, std::vector<std::size_t>& starts) {
    if (node.kind == Node::Kind::scalar && node.quoted) {
        if (const auto bytes = source.bytes_of({node.span.line, node.span.column, 0})) starts.push_back(bytes->first);
    }
    for (const Node& key : node.keys) collect_quoted(key, source, starts);
    for (const Node& item : node.items) collect_quoted(item, source, starts);
}

// Behind the closing quote.
std::size_t end_of_quoted(std::string_view text, std::size_t start) {
    const char quote = text[start];
    for (std::size_t i = start + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 == text.size() || text[i + 1] != quote) return i + 1;
            ++i;  // a doubled single quote stands for one
        }
    }
    return text.size();
}

std::size_t end_of_line(std::string_view text, std::size_t from) {
    return std::min(text.find('\n', from), text.size());
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Lines of a block text are indented more than what the block hangs on: a key, or the dash of a list.
std::size_t least_indent(std::string_view before_header) {
    const std::size_t key = before_header.find_first_not_of(" -");
    if (key != std::string_view::npos) return key + 1;
    const std::size_t dash = before_header.rfind('-');
    return dash == std::string_view::npos ? 0 : dash + 1;
}

// Where the line begins that follows a block text, given its '|' or '>'.
std::size_t end_of_block(std::string_view text, std::size_t header) {
    const std::size_t newline = header == 0 ? std::string_view::npos : text.rfind('\n', header - 1);
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    const std::size_t least = least_indent(text.substr(line_start, header - line_start));
    std::size_t position = std::min(end_of_line(text, header) + 1, text.size());
    while (position < text.size()) {
        const std::size_t end = end_of_line(text, position);
        const std::string_view line = text.substr(position, end - position);
        if (!is_blank(line) && indent_of(line) < least) break;
        position = std::min(end + 1, text.size());
    }
    return position;
}

YamlComment comment_at(std::size_t begin, std::string_view text) {
    const std::size_t newline = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view before = text.substr(line_start, begin - line_start);
    const std::size_t last = before.find_last_not_of(kBlanks);
    YamlComment comment;
    comment.begin = begin;
    comment.text = text.substr(begin, end_of_line(text, begin) - begin);
    if (comment.text.ends_with('\r')) comment.text.remove_suffix(1);
    comment.alone = last == std::string_view::npos;
    comment.before = before.size() - (comment.alone ? 0 : last + 1);
    return comment;
}

void number_lines(std::string_view text, std::vector<YamlComment>& comments) {
    int line = 1;
    std::size_t counted = 0;
    for (YamlComment& comment : comments) {
        const std::string_view between = text.substr(counted, comment.begin - counted);
        line += static_cast<int>(std::count(between.begin(), between.end(), '\n'));
        counted = comment.begin;
        comment.line = line;
    }
}

}  // namespace

std::vector<YamlComment> comments_in(const Source& source, const Node& root) {
    std::vector<std::size_t> quoted;
    collect_quoted(root, source, quoted);
    std::sort(quoted.begin(), quoted.end());
    const std::string_view text = source.text;
    std::vector<YamlComment> comments;
    std::size_t block = std::string_view::npos;  // the '|' or '>' of a block that begins behind this line
    auto next = quoted.begin();
    for (std::size_t i = 0; i < text.size();) {
        while (next != quoted.end() && *next < i) ++next;
        const bool is_scalar = next != quoted.end() && *next == i;
        const bool may_begin = i == 0 || std::string_view(" \t\n").find(text[i - 1]) != std::string_view::npos;
        if (is_scalar && (text[i] == '"' || text[i] == '\'')) {
            i = end_of_quoted(text, i);
        } else if (text[i] == '#' && may_begin) {
            comments.push_back(comment_at(i, text));
            i += comments.back().text.size();
        } else if (text[i] == '\n' && block != std::string_view::npos) {
            i = end_of_block(text, block);
            block = std::string_view::npos;
        } else {
            if (is_scalar) block = i;
            ++i;  // and on to where something can begin or end
            const auto after = std::lower_bound(next, quoted.end(), i);
            const std::size_t scalar = after == quoted.end() ? text.size() : *after;
            const std::size_t stop = block == std::string_view::npos ? scalar : std::min(scalar, end_of_line(text, i));
            i = std::min(text.substr(0, stop).find('#', i), stop);
        }
    }
    number_lines(text, comments);
    return comments;
}

}  // namespace waymark
