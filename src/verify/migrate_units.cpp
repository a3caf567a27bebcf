// What is set aside as a whole when something in it cannot be carried over.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/names.hpp"
#include "verify/migrating.hpp"

namespace waymark {

namespace {

bool is_at(const Node& node, const Span& span) {
    return node.span.line == span.line && node.span.column == span.column;
}

// The first match from the root down, or the last one below it: a mapping begins where its first key does.
bool find_path(const Node& node, const Span& span, bool deepest, TreePath& path) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool is_key = i < node.keys.size() && is_at(node.keys[i], span);
        const bool here = is_key || is_at(node.items[i], span);
        path.push_back(i);
        if (here && !deepest) return true;
        if (find_path(node.items[i], span, deepest, path) || here) return true;
        path.pop_back();
    }
    return false;
}

// Findings about something that is missing point at the whole that misses it.
bool is_about_a_whole(const Diagnostic& finding) {
    static constexpr std::array<std::string_view, 3> kCodes{"S002", "S003", "T105"};
    return std::find(kCodes.begin(), kCodes.end(), finding.code) != kCodes.end();
}

std::optional<TreePath> path_of(const Node& root, const Diagnostic& finding) {
    TreePath path;
    if (!find_path(root, finding.span, !is_about_a_whole(finding), path)) return std::nullopt;
    return path;
}

// The key at each step; items of lists have none.
std::vector<std::string> keys_along(const Node& root, const TreePath& path) {
    std::vector<std::string> keys;
    const Node* node = &root;
    for (const std::size_t step : path) {
        keys.push_back(node->kind == Node::Kind::mapping ? node->keys[step].text : "");
        node = &node->items[step];
    }
    return keys;
}

SetAside cut(const TreePath& path, std::size_t length, std::string what) {
    return {TreePath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(std::min(length, path.size()))),
            std::move(what)};
}

std::string respondent_at(const Node& root, const TreePath& path) {
    const Node* id = node_at(root, TreePath(path.begin(), path.begin() + 2)).find("id");
    return id ? in_quotes(id->text) : fmt::format("number {}", path[1] + 1);
}

std::optional<SetAside> unit_of_person(const Node& root, const TreePath& path, const std::vector<std::string>& keys) {
    if (path.size() < 2) return std::nullopt;
    const std::string person = respondent_at(root, path);
    if (path.size() < 4 || keys[2] != "answers") return cut(path, 2, fmt::format("all that {} said", person));
    const std::string practice = in_quotes(keys[3]);
    if (path.size() > 4 && keys[4] == "evidence") {
        if (path.size() == 5) return cut(path, 5, fmt::format("the evidence of {} for {}", person, practice));
        const bool may_lack = path.size() > 6 && (keys[6] == "produced_by" || keys[6] == "form");
        return cut(path, may_lack ? 7 : 6,
                   may_lack ? fmt::format("'{}' of an item of evidence of {} for {}", keys[6], person, practice)
                            : fmt::format("an item of evidence of {} for {}", person, practice));
    }
    return cut(path, 4, fmt::format("the answer of {} to {}", person, practice));
}

bool may_be_blank(const TableType& table, const std::string& column) {
    const auto index = table.column(column);
    return !index || table.columns[static_cast<std::size_t>(*index)].type.may_be_blank;
}

std::optional<SetAside> unit_of_facts(const TreePath& path, const std::vector<std::string>& keys,
                                      const Framework& framework) {
    if (path.size() < 2) return cut(path, 1, "the facts");
    const auto index = framework.catalogue.table(keys[1]);
    const TableType* table = index ? &framework.catalogue.tables[static_cast<std::size_t>(*index)] : nullptr;
    if (table && table->is_record && path.size() > 2) {
        return cut(path, 3, fmt::format("the field '{}.{}'", keys[1], keys[2]));
    }
    if (table && !table->is_record && path.size() > 3 && may_be_blank(*table, keys[3])) {
        return cut(path, 4, fmt::format("'{}' in row {} of '{}'", keys[3], path[2] + 1, keys[1]));
    }
    return cut(path, 2, fmt::format("the table '{}'", keys[1]));
}

// Without these an assessment is none.
bool is_indispensable(const std::string& key) {
    return key == "waymark" || key == "framework" || key == "organisation" || key == "date";
}

Node without_from(const Node& node, const std::map<TreePath, std::string>& removed, TreePath& path) {
    Node result = node;
    result.keys.clear();
    result.items.clear();
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        path.push_back(i);
        if (!removed.contains(path)) {
            if (i < node.keys.size()) result.keys.push_back(node.keys[i]);
            result.items.push_back(without_from(node.items[i], removed, path));
        }
        path.pop_back();
    }
    return result;
}

}  // namespace

const Node& node_at(const Node& root, const TreePath& path) {
    const Node* node = &root;
    for (const std::size_t step : path) node = &node->items[step];
    return *node;
}

std::string word_at(const Node& root, const Diagnostic& finding) {
    const auto path = path_of(root, finding);
    if (!path || path->empty()) return "";
    const Node& value = node_at(root, *path);
    const Node& around = node_at(root, TreePath(path->begin(), path->end() - 1));
    const bool is_key = around.kind == Node::Kind::mapping && is_at(around.keys[path->back()], finding.span);
    return is_key ? around.keys[path->back()].text : value.text;
}

std::optional<SetAside> unit_of(const Node& root, const Diagnostic& finding, const Framework& framework) {
    const auto path = path_of(root, finding);
    if (!path || path->empty()) return std::nullopt;
    const auto keys = keys_along(root, *path);
    if (is_indispensable(keys[0])) return std::nullopt;
    if (keys[0] == "respondents") return unit_of_person(root, *path, keys);
    if (keys[0] == "facts") return unit_of_facts(*path, keys, framework);
    if (path->size() > 1 && keys[0] == "agreed") {
        return cut(*path, 2, fmt::format("the agreed level of {}", in_quotes(keys[1])));
    }
    if (path->size() > 1 && keys[0] == "targets") {
        return cut(*path, 2, fmt::format("the target for {}", in_quotes(keys[1])));
    }
    return cut(*path, 1, fmt::format("'{}'", keys[0]));
}

Node without(const Node& root, const std::map<TreePath, std::string>& removed) {
    TreePath path;
    return without_from(root, removed, path);
}

}  // namespace waymark
