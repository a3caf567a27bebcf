#include "framework/wording.hpp"

#include <fmt/format.h>

#include <optional>

#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostWords = 2000;

// "robust", or {robust: tested by others}: the word, and what to write instead.
std::optional<WordingRules::Banned> read_banned(const Node& node, Findings& findings) {
    const bool pair = node.kind == Node::Kind::mapping && node.keys.size() == 1;
    const auto word = read_text(pair ? node.keys[0] : node, "a word that is not wanted", findings);
    if (!word || word->empty()) return std::nullopt;
    return WordingRules::Banned{*word,
                                pair ? read_text(node.items[0], "what to write instead", findings).value_or("") : ""};
}

}  // namespace

WordingRules read_wording(const Node& node, Findings& findings) {
    WordingRules rules;
    Fields fields(node, "the rules of wording", findings);
    const auto items = fields.list("banned");
    if (items.size() > kMostWords) {
        findings.report("F003", items[kMostWords]->span, fmt::format("there are more than {} words", kMostWords),
                        "keep the list short");
    }
    for (std::size_t i = 0; i < items.size() && i < kMostWords; ++i) {
        if (auto banned = read_banned(*items[i], findings)) rules.banned.push_back(std::move(*banned));
    }
    rules.longest_anchor = fields.whole("longest_anchor", 1, 1000).value_or(rules.longest_anchor);
    fields.finish();
    return rules;
}

WordingRules wording_of(const Source& framework) {
    constexpr std::string_view kKey = "wording:";
    const std::string& text = framework.text;
    std::size_t begin = text.starts_with(kKey) ? 0 : text.find("\nwording:");
    if (begin == std::string::npos) return {};
    if (text[begin] == '\n') ++begin;
    // Up to the next line that begins at the margin with something other than a comment.
    std::size_t end = text.find('\n', begin);
    while (end != std::string::npos && end + 1 < text.size() &&
           std::string_view(" #\r\n-").find(text[end + 1]) != std::string_view::npos) {
        end = text.find('\n', end + 1);
    }
    const Source block(framework.name, text.substr(begin, end == std::string::npos ? end : end - begin + 1));
    Diagnostics unheard;
    Findings findings(block, unheard);
    const auto root = parse_yaml(findings);
    const Node* node = root ? root->find("wording") : nullptr;
    return node == nullptr ? WordingRules{} : read_wording(*node, findings);
}

}  // namespace waymark
