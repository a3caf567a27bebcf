// Trees written as YAML that a person can read and that reads back to the same tree.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/yaml.hpp"

namespace waymark {

// Rows and answers of few words on one line each, everything else in blocks; texts are quoted only where
// needed, and texts of several lines are written as blocks. Ends with a line feed.
std::string yaml_of(const Node& root);

// The members of a mapping or the items of a list at an indent, for putting into a text; `depth` is how many mappings
// and lists are around them.
std::string yaml_members(const Node& node, int indent, int depth);

// Making trees.
Node scalar_node(std::string text);
Node mapping_node();
Node sequence_node();
void put(Node& mapping, const std::string& key, Node value);

// Changing trees. A node that is no mapping has no members.
Node* member(Node& mapping, std::string_view key);  // null if absent
void remove_member(Node& mapping, std::string_view key);
// Replaces the value, or adds the key behind those that stand before it in `order`; at the end if it is not in there.
void set_member(Node& mapping, const std::string& key, Node value, std::span<const std::string_view> order = {});

// The same kind, text and members; mappings in any order, quotes and places ignored.
bool same_tree(const Node& a, const Node& b);

}  // namespace waymark
