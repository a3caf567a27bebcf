// Words in an assessment that name something of the framework: practices, levels, roles, strengths …
// Each reports what is wrong, with the nearest known name, and returns nullopt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/yaml.hpp"
#include "waymark/framework.hpp"

namespace waymark {

// For messages: in single quotes, cut to a length that fits a line.
std::string in_quotes(std::string_view text);

// An element that carries answers. A group or a dimension is a finding that names the practices below it.
std::optional<int> read_practice(const Node& key, const Framework& framework, Findings& findings);

// Index into the scale's levels.
std::optional<int> read_level(const Node& node, const Scale& scale, Findings& findings);

// Index into `known`; `what` is "role", "strength" …
std::optional<int> read_name(const Node& node, std::string_view what, const std::vector<std::string>& known,
                             Findings& findings);

// The node, or null if it is absent or has no value.
inline const Node* filled(const Node* node) {
    return node == nullptr || node->kind == Node::Kind::null ? nullptr : node;
}

template <typename List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (const auto& entry : list) ids.push_back(entry.id);
    return ids;
}

}  // namespace waymark
