// The YAML tree that all readers work on, built from yaml-cpp's events so that every node has a place and
// nothing that yaml-cpp lets pass (duplicate keys, unterminated quotes, second documents …) passes here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/source.hpp"

namespace waymark {

struct Node;

struct Node {
    enum class Kind { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    Span span;                // a null value has its key's span
    std::string text;         // scalar
    bool quoted = false;      // scalar written in quotes or as a block
    std::vector<Node> items;  // sequence
    std::vector<Node> keys;   // mapping: scalars, as many as `items`, which hold the values

    bool operator==(const Node&) const = default;
    const Node* find(std::string_view key) const;      // mapping: the value; null if absent
    const Node* find_key(std::string_view key) const;  // mapping: the key's node
};

struct YamlLimits {
    std::size_t bytes = 4U << 20U;  // of the file
    int depth = 32;
    std::size_t nodes = 400000;
    // Bytes. Longer files are read in parts, two at a time, with the same outcome; below, a thread costs more than it
    // saves.
    std::size_t whole_below = 32U << 10U;
};

// nullopt after any error: half a tree would raise findings that are not there.
std::optional<Node> parse_yaml(Findings& findings, const YamlLimits& limits = {});

}  // namespace waymark
