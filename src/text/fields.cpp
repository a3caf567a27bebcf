#include "text/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace waymark {

namespace {

std::string quoted(std::string_view key) {
    return fmt::format("'{}'", key);
}

const char* kind_in_words(Node::Kind kind) {
    return kind == Node::Kind::null ? "left empty" : kind == Node::Kind::sequence ? "a list" : "a single value";
}

}  // namespace

Fields::Fields(const Node& node, std::string what, Findings& findings)
    : node_(&node), what_(std::move(what)), findings_(&findings), usable_(node.kind == Node::Kind::mapping) {
    if (usable_) return;
    findings.report("S003", node.span,
                    fmt::format("{} must be a mapping of keys to values, but is {}", what_, kind_in_words(node.kind)),
                    "write 'key: value' pairs, one per line, or '{key: value}'");
}

// A key that is there without a value counts as absent everywhere but in find() and need().
const Node* Fields::find(std::string_view key) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    return usable_ ? node_->find(key) : nullptr;
}

const Node* Fields::need(std::string_view key) {
    const Node* node = find(key);
    if (node != nullptr && node->kind != Node::Kind::null) return node;
    if (!usable_) return nullptr;
    if (node != nullptr) {
        findings_->report("S010", node->span, fmt::format("'{}' has no value", key), "write one after the ':'");
    } else {
        findings_->report("S002", node_->span, fmt::format("{} needs the key '{}'", what_, key),
                          fmt::format("add '{}: …'", key));
    }
    return nullptr;
}

std::string Fields::text(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return "";
    return read_text(*node, quoted(key), *findings_).value_or("");
}

std::string Fields::need_text(std::string_view key) {
    const Node* node = need(key);
    if (node == nullptr) return "";
    auto text = read_text(*node, quoted(key), *findings_);
    if (!text) return "";
    if (text->find_first_not_of(" \t\n") == std::string::npos) {
        findings_->report("S010", node->span, fmt::format("'{}' is empty", key), "write a text");
        return "";
    }
    return std::move(*text);
}

std::string Fields::need_id(std::string_view key) {
    const Node* node = need(key);
    return node == nullptr ? "" : read_id(*node, quoted(key), *findings_).value_or("");
}

bool Fields::yes_no(std::string_view key, bool otherwise) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return otherwise;
    return read_yes_no(*node, quoted(key), *findings_).value_or(otherwise);
}

std::optional<Rational> Fields::decimal(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
    return read_decimal(*node, quoted(key), *findings_);
}

std::optional<int> Fields::whole(std::string_view key, int lowest, int highest) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
    return read_whole(*node, quoted(key), lowest, highest, *findings_);
}

std::optional<Date> Fields::date(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
    return read_date(*node, quoted(key), *findings_);
}

std::vector<std::string> Fields::texts(std::string_view key) {
    const Node* node = find(key);
    std::vector<std::string> result;
    if (node == nullptr || node->kind == Node::Kind::null) return result;
    if (node->kind != Node::Kind::sequence) {
        if (auto text = read_text(*node, quoted(key), *findings_)) result.push_back(std::move(*text));
        return result;
    }
    for (const Node& item : node->items) {
        auto text = read_text(item, fmt::format("an item of '{}'", key), *findings_);
        if (text) result.push_back(std::move(*text));
    }
    return result;
}

std::vector<const Node*> Fields::list(std::string_view key) {
    const Node* node = find(key);
    std::vector<const Node*> result;
    if (node == nullptr || node->kind == Node::Kind::null) return result;
    if (node->kind != Node::Kind::sequence) {
        findings_->report("S003", node->span, fmt::format("'{}' must be a list", key),
                          "begin each item with '- ', or write '[a, b]'");
        return result;
    }
    result.reserve(node->items.size());
    for (const Node& item : node->items) result.push_back(&item);
    return result;
}

const Node* Fields::mapping(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return nullptr;
    if (node->kind == Node::Kind::mapping) return node;
    findings_->report(
        "S003", node->span,
        fmt::format("'{}' must be a mapping of keys to values, but is {}", key, kind_in_words(node->kind)),
        "write 'key: value' pairs, one per line, or '{key: value}'");
    return nullptr;
}

void Fields::finish() {
    if (!usable_) return;
    for (const Node& key : node_->keys) {
        if (std::find(asked_.begin(), asked_.end(), key.text) != asked_.end()) continue;
        Suggestion near = suggest(key.text, asked_);
        // Two of a kind would be the next finding.
        near.sure = near.sure && node_->find(near.name) == nullptr;
        findings_->report("S001", key.span, fmt::format("'{}' is not a key of {}", key.text, what_), near);
    }
}

}  // namespace waymark
