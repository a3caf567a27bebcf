// One test over several values: `<name>` stands for a parameter's value wherever a text or a key may stand.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "verify/test_reader.hpp"

namespace waymark {

namespace {

// The values of one run, and which of them were asked for.
struct Values {
    const Node* row = nullptr;
    std::set<std::string, std::less<>>* used = nullptr;
    Findings* findings = nullptr;
};

bool is_name(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), allowed);
}

// The next `<name>` from `start` on: where it begins, and the name; npos if there is none.
std::pair<std::size_t, std::string_view> next_placeholder(std::string_view text, std::size_t start) {
    for (std::size_t open = text.find('<', start); open != std::string_view::npos; open = text.find('<', open + 1)) {
        const std::size_t close = text.find('>', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (is_name(name)) return {open, name};
    }
    return {std::string_view::npos, {}};
}

const Node* value_of(std::string_view name, const Span& span, const Values& values) {
    values.used->emplace(name);
    if (const Node* value = values.row->find(name)) return value;
    std::vector<std::string> known;
    for (const Node& key : values.row->keys) known.push_back(key.text);
    values.findings->report("X005", span, fmt::format("no parameter is called '{}'", name), suggest(name, known));
    return nullptr;
}

// Text around a placeholder needs a single value; a placeholder alone may stand for anything.
Node with_values(const Node& scalar, const Values& values) {
    auto [at, name] = next_placeholder(scalar.text, 0);
    if (at == std::string::npos) return scalar;
    if (name.size() + 2 == scalar.text.size()) {
        const Node* value = value_of(name, scalar.span, values);
        return value != nullptr ? *value : scalar;
    }
    Node result = scalar;
    result.text.clear();
    std::size_t copied = 0;
    for (; at != std::string::npos; std::tie(at, name) = next_placeholder(scalar.text, copied)) {
        result.text += scalar.text.substr(copied, at - copied);
        copied = at + name.size() + 2;
        const Node* value = value_of(name, scalar.span, values);
        if (value == nullptr) continue;
        if (value->kind != Node::Kind::scalar) {
            values.findings->report(
                "S003", value->span,
                fmt::format("the parameter '{}' must be a single value, as it stands inside a text", name));
        }
        result.text += value->text;
    }
    result.text += scalar.text.substr(copied);
    return result;
}

void fill(Node& node, const Values& values) {
    if (node.kind == Node::Kind::scalar) node = with_values(node, values);
    for (Node& key : node.keys) key = with_values(key, values);
    for (Node& item : node.items) fill(item, values);
}

std::string in_brackets(const Node& row) {
    std::string text;
    for (std::size_t i = 0; i < row.keys.size(); ++i) {
        text += fmt::format("{}{}: {}", i == 0 ? "" : ", ", row.keys[i].text,
                            row.items[i].kind == Node::Kind::scalar ? row.items[i].text : "…");
    }
    return text;
}

// A name without a placeholder would be that of every run.
void name_apart(Node& test, const std::string& before, const Node& row) {
    for (std::size_t i = 0; i < test.keys.size(); ++i) {
        if (test.keys[i].text == "name" && test.items[i].text == before) {
            test.items[i].text += fmt::format(" ({})", in_brackets(row));
        }
    }
}

std::optional<Node> taken_out(Node& test, std::string_view key) {
    for (std::size_t i = 0; i < test.keys.size(); ++i) {
        if (test.keys[i].text != key) continue;
        std::optional<Node> value = std::move(test.items[i]);
        test.keys.erase(test.keys.begin() + static_cast<std::ptrdiff_t>(i));
        test.items.erase(test.items.begin() + static_cast<std::ptrdiff_t>(i));
        return value;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Node> with_parameters(Node test, Findings& findings) {
    const auto rows = taken_out(test, "parameters");
    std::vector<Node> tests;
    if (!rows) {
        tests.push_back(std::move(test));
        return tests;
    }
    const bool is_list = rows->kind == Node::Kind::sequence && !rows->items.empty();
    if (!is_list) {
        findings.report("S003", rows->span, "'parameters' must be a list of mappings, one for each run of the test",
                        "for example parameters: [{spend: 49, state: clear}, {spend: 50, state: raised}]");
        return tests;
    }
    const Node* name = test.find("name");
    const std::string before = name != nullptr ? name->text : "";
    std::set<std::string, std::less<>> used;
    for (const Node& row : rows->items) {
        if (row.kind != Node::Kind::mapping) {
            findings.report("S003", row.span, "an item of 'parameters' must be a mapping of names to values",
                            "for example {spend: 49, state: clear}");
            continue;
        }
        Node run = test;
        const std::size_t errors_before = findings.errors();
        fill(run, {&row, &used, &findings});
        name_apart(run, before, row);
        if (findings.errors() == errors_before) tests.push_back(std::move(run));
    }
    for (const Node& key : rows->items.front().keys) {
        if (used.count(key.text) > 0) continue;
        findings.report("X006", key.span, fmt::format("nothing in the test uses the parameter '{}'", key.text),
                        fmt::format("write '<{}>' where its value belongs, or leave it out", key.text));
    }
    return tests;
}

}  // namespace waymark
