#include "text/comments.hpp"

#include <algorithm>
#include <utility>

namespace waymark {

namespace {

constexpr std::string_view kBlanks = " \t\r";

using Bytes = std::pair<std::size_t, std::size_t>;

std::size_t end_of_line(std::string_view text, std::size_t from) {
    return std::min(text.find('\n', from), text.size());
}

// Where a '#' is no comment: the texts themselves. The line that opens a block may end in one.
void collect_texts(const Node& node, std::string_view text, std::vector<Bytes>& texts) {
    if (node.kind == Node::Kind::scalar && node.begin < node.end) {
        const bool is_block = node.quoted && (text[node.begin] == '|' || text[node.begin] == '>');
        texts.emplace_back(is_block ? std::min(end_of_line(text, node.begin), node.end) : node.begin, node.end);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i < node.keys.size()) collect_texts(node.keys[i], text, texts);
        collect_texts(node.items[i], text, texts);
    }
}

YamlComment comment_at(std::size_t begin, std::string_view text) {
    const std::size_t newline = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view before = text.substr(line_start, begin - line_start);
    const std::size_t last = before.find_last_not_of(kBlanks);
    YamlComment comment;
    comment.begin = begin;
    comment.text = text.substr(begin, end_of_line(text, begin) - begin);
    comment.text = comment.text.substr(0, comment.text.find_last_not_of(kBlanks) + 1);
    comment.alone = last == std::string_view::npos;
    comment.before = before.size() - (comment.alone ? 0 : last + 1);
    return comment;
}

void find_between(std::string_view text, std::size_t begin, std::size_t end, std::vector<YamlComment>& comments) {
    for (std::size_t at = begin; at < end; ++at) {
        at = text.substr(0, end).find('#', at);
        if (at == std::string_view::npos) return;
        if (at > 0 && std::string_view(" \t\n").find(text[at - 1]) == std::string_view::npos) continue;
        comments.push_back(comment_at(at, text));
        at = end_of_line(text, at);
    }
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
    std::vector<Bytes> texts;
    collect_texts(root, source.text, texts);
    std::vector<YamlComment> comments;
    std::size_t behind = 0;
    for (const auto& [begin, end] : texts) {
        find_between(source.text, behind, begin, comments);
        behind = end;
    }
    find_between(source.text, behind, source.text.size(), comments);
    number_lines(source.text, comments);
    return comments;
}

}  // namespace waymark
