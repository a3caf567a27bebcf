#include "assessment/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "assessment/scalars.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

constexpr std::size_t kLineWidth = 110;

std::string spaces(int indent) {
    return std::string(static_cast<std::size_t>(indent), ' ');
}

bool is_leaf(const Node& node) {
    return node.kind == Node::Kind::scalar;
}

// "{level: embedded, evidence: none}" if everything in it is a short single value or a list of such.
std::optional<std::string> on_one_line(const Node& node) {
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (is_leaf(node)) {
        if (node.text.find('\n') != std::string::npos) return std::nullopt;
        return inline_scalar(node);
    }
    const bool mapping = node.kind == Node::Kind::mapping;
    std::string text = mapping ? "{" : "[";
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Node& item = node.items[i];
        if (!is_leaf(item) && (item.kind == Node::Kind::mapping || !std::ranges::all_of(item.items, is_leaf))) {
            return std::nullopt;
        }
        const auto value = on_one_line(item);
        if (!value) return std::nullopt;
        if (i > 0) text += ", ";
        if (mapping) text += inline_scalar(node.keys[i]) + ": ";
        text += *value;
        if (text.size() > kLineWidth) return std::nullopt;
    }
    return text + (mapping ? "}" : "]");
}

void write_members(std::string& out, const Node& node, int indent, int depth);

// What follows "key:" or "-". Mappings near the top, and the answers, are easier to read as blocks.
void write_value(std::string& out, const Node& node, int indent, int depth, bool block) {
    if (node.kind == Node::Kind::null) {
        out += "\n";
        return;
    }
    if (is_leaf(node)) {
        out += " " + scalar(node, indent) + "\n";
        return;
    }
    const auto line = block && !node.items.empty() ? std::nullopt : on_one_line(node);
    if (line && characters(*line) + static_cast<std::size_t>(indent) <= kLineWidth) {
        out += " " + *line + "\n";
        return;
    }
    out += "\n";
    write_members(out, node, indent, depth + 1);
}

void write_mapping(std::string& out, const Node& node, int indent, int depth) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const bool block = node.keys[i].text == "answers" || (depth == 0 && node.items[i].kind == Node::Kind::sequence);
        out += spaces(indent) + inline_scalar(node.keys[i]) + ":";
        write_value(out, node.items[i], indent + 2, depth, block);
    }
}

// A mapping in a list begins on the line of its dash.
void write_sequence(std::string& out, const Node& node, int indent, int depth) {
    for (const Node& item : node.items) {
        const auto line = on_one_line(item);
        const bool block_mapping = item.kind == Node::Kind::mapping && !item.keys.empty() && !line;
        out += spaces(indent) + "-";
        if (!block_mapping) {
            write_value(out, item, indent + 2, depth, false);
            continue;
        }
        std::string members;
        write_members(members, item, indent + 2, depth + 1);
        out += " " + members.substr(static_cast<std::size_t>(indent) + 2);
    }
}

void write_members(std::string& out, const Node& node, int indent, int depth) {
    if (node.kind == Node::Kind::mapping) {
        write_mapping(out, node, indent, depth);
    } else {
        write_sequence(out, node, indent, depth);
    }
}

bool same_members(const Node& a, const Node& b) {
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        const Node* other = b.find(a.keys[i].text);
        if (other == nullptr || !same_tree(a.items[i], *other)) return false;
    }
    return a.keys.size() == b.keys.size();
}

}  // namespace

std::string yaml_of(const Node& root) {
    return yaml_members(root, 0, 0);
}

std::string yaml_members(const Node& node, int indent, int depth) {
    std::string out;
    write_members(out, node, indent, depth);
    return out;
}

Node scalar_node(std::string text) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.text = std::move(text);
    return node;
}

Node mapping_node() {
    Node node;
    node.kind = Node::Kind::mapping;
    return node;
}

Node sequence_node() {
    Node node;
    node.kind = Node::Kind::sequence;
    return node;
}

void put(Node& mapping, const std::string& key, Node value) {
    mapping.keys.push_back(scalar_node(key));
    mapping.items.push_back(std::move(value));
}

Node* member(Node& mapping, std::string_view key) {
    const auto found = std::ranges::find(mapping.keys, key, &Node::text);
    return found == mapping.keys.end() ? nullptr
                                       : &mapping.items[static_cast<std::size_t>(found - mapping.keys.begin())];
}

void remove_member(Node& mapping, std::string_view key) {
    const auto found = std::ranges::find(mapping.keys, key, &Node::text);
    if (found == mapping.keys.end()) return;
    mapping.items.erase(mapping.items.begin() + (found - mapping.keys.begin()));
    mapping.keys.erase(found);
}

void set_member(Node& mapping, const std::string& key, Node value, std::span<const std::string_view> order) {
    if (Node* present = member(mapping, key)) {
        *present = std::move(value);
        return;
    }
    const auto own = std::ranges::find(order, key);
    std::size_t at = mapping.keys.size();
    if (own != order.end()) {
        const std::span<const std::string_view> before(order.begin(), own);
        while (at > 0 && std::ranges::find(before, mapping.keys[at - 1].text) == before.end()) --at;
    }
    mapping.keys.insert(mapping.keys.begin() + static_cast<std::ptrdiff_t>(at), scalar_node(key));
    mapping.items.insert(mapping.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(value));
}

bool same_tree(const Node& a, const Node& b) {
    if (a.kind != b.kind || a.items.size() != b.items.size()) return false;
    if (a.kind == Node::Kind::scalar) return a.text == b.text;
    if (a.kind == Node::Kind::mapping) return same_members(a, b);
    return std::ranges::equal(a.items, b.items, same_tree);
}

}  // namespace waymark
