// Trees written as YAML that a person can read and that reads back to the same tree.
#pragma once

#include <string>

#include "text/yaml.hpp"

namespace waymark {

// Rows and answers of few words on one line each, everything else in blocks; texts are quoted only where
// needed, and texts of several lines are written as blocks. Ends with a line feed.
std::string yaml_of(const Node& root);

// Making trees.
Node scalar_node(std::string text);
Node mapping_node();
Node sequence_node();
void put(Node& mapping, const std::string& key, Node value);

// The same kind, text and members; mappings in any order, quotes and places ignored.
bool same_tree(const Node& a, const Node& b);

}  // namespace waymark
