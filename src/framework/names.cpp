#include "framework/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/fields.hpp"

namespace waymark {

std::optional<int> Names::find(std::string_view id) const {
    const auto found = entries.find(id);
    if (found == entries.end()) return std::nullopt;
    return found->second.index;
}

std::vector<std::string> Names::known() const {
    std::vector<std::string> ids;
    for (const auto& [id, entry] : entries) ids.push_back(id);
    return ids;
}

bool declare(Names& names, const std::string& id, int index, Span span, Findings& findings) {
    if (id.empty()) return false;
    const auto [place, is_new] = names.entries.emplace(id, Names::Entry{index, span});
    if (is_new) return true;
    findings.report("F010", span, fmt::format("'{}' is declared twice as a {}", id, names.kind),
                    fmt::format("the first stands in line {}; give one of them another name", place->second.span.line));
    return false;
}

bool allowed(const std::string& id, std::string_view kind, const std::vector<std::string>& reserved, Span span,
             Findings& findings) {
    if (std::find(reserved.begin(), reserved.end(), id) == reserved.end()) return true;
    findings.report("F011", span, fmt::format("a {} cannot be called '{}', which has a meaning of its own", kind, id),
                    fmt::format("choose another name, such as 'our-{}'", id));
    return false;
}

std::optional<int> refer(const Names& names, const std::string& id, Span span, Findings& findings) {
    if (const auto index = names.find(id)) return index;
    findings.report("F021", span, fmt::format("no {} is called '{}'", names.kind, id), suggest_declared(names, id));
    return std::nullopt;
}

std::optional<int> refer(const Names& names, const Node& node, Findings& findings) {
    const auto id = read_text(node, fmt::format("the name of a {}", names.kind), findings);
    if (!id) return std::nullopt;
    return refer(names, *id, node.span, findings);
}

Suggestion suggest_declared(const Names& names, std::string_view word) {
    if (names.entries.empty()) return {fmt::format("this framework declares no {}", names.kind), "", "", false};
    const auto known = names.known();
    Suggestion near = suggest(word, known);
    if (!near.name.empty()) {
        near.help =
            fmt::format("did you mean '{}' (line {})?", near.name, names.entries.find(near.name)->second.span.line);
    }
    return near;
}

std::string in_words(std::string_view id) {
    std::string words(id);
    for (char& c : words) {
        if (c == '-' || c == '_') c = ' ';
    }
    return words;
}

std::string as_title(std::string_view id) {
    std::string title = in_words(id);
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

}  // namespace waymark
