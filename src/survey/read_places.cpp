// Pointers, selectors and conditions.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/names.hpp"
#include "survey/map_reader.hpp"

namespace waymark {

namespace {

bool has_every(const Pointer& pointer) {
    return std::ranges::any_of(pointer.tokens, &Pointer::Token::every);
}

// {key: K}, or {each: …, key: …, is: K, value: …}.
std::optional<Selector> read_named(const Node& node, Findings& findings) {
    Fields fields(node, "a selector", findings);
    Selector selector;
    selector.span = node.span;
    const Node* each = with_value(fields.find("each"));
    if (each == nullptr) {
        selector.kind = Selector::Kind::answer;
        selector.key = fields.need_text("key");
        fields.finish();
        return selector.key.empty() ? std::nullopt : std::optional(selector);
    }
    selector.kind = Selector::Kind::entry;
    const auto at = read_pointer(*each, PointerRoot::record, findings);
    selector.key = fields.need_text("is");
    const Node* key = fields.need("key");
    const Node* value = fields.need("value");
    fields.finish();
    const auto entry_key = key == nullptr ? std::nullopt : read_pointer(*key, PointerRoot::entry, findings);
    const auto entry_value = value == nullptr ? std::nullopt : read_pointer(*value, PointerRoot::entry, findings);
    if (!at || !entry_key || !entry_value || selector.key.empty()) return std::nullopt;
    selector.at = *at;
    selector.entry_key = *entry_key;
    selector.entry_value = *entry_value;
    return selector;
}

std::optional<Selector> read_selector(const Node& node, Findings& findings) {
    if (node.kind == Node::Kind::mapping) return read_named(node, findings);
    if (node.kind != Node::Kind::scalar) {
        findings.report("M003", node.span, "this says no place where a fact about a record stands",
                        "write a pointer such as /id, {key: KEY} for an answer, or {each: /variables/*, key: /name, "
                        "is: NAME, value: /value}; or a list of these");
        return std::nullopt;
    }
    Selector selector;
    selector.span = node.span;
    const auto at = read_pointer(node, PointerRoot::record, findings);
    if (!at) return std::nullopt;
    selector.at = *at;
    return selector;
}

constexpr const char* kTestHelp =
    "write a value, a list of values, present, absent, or {not: …} around one of these; a value that is the word "
    "'present' or 'absent' stands in a list";

bool read_values(const Node& node, RecordTest& test, Findings& findings) {
    const bool list = node.kind == Node::Kind::sequence;
    const std::vector<Node> one{node};
    for (const Node& item : list ? node.items : one) {
        if (item.kind != Node::Kind::scalar) {
            findings.report("M013", item.span, "this is no condition on a value", kTestHelp);
            return false;
        }
        test.values.push_back(item.text);
    }
    if (!test.values.empty()) return true;
    findings.report("M013", node.span, "the list of values is empty", kTestHelp);
    return false;
}

bool read_condition(const Node& node, RecordTest& test, Findings& findings) {
    const Node* inner = node.kind == Node::Kind::mapping ? node.find("not") : &node;
    if (inner == nullptr || (inner != &node && node.items.size() != 1)) {
        findings.report("M013", node.span, "this is no condition on a value", kTestHelp);
        return false;
    }
    const bool negated = inner != &node;
    const bool word = inner->kind == Node::Kind::scalar && !inner->quoted;
    if (word && (inner->text == "present" || inner->text == "absent")) {
        const bool present = (inner->text == "present") != negated;
        test.kind = present ? RecordTest::Kind::present : RecordTest::Kind::absent;
        return true;
    }
    test.kind = negated ? RecordTest::Kind::none_of : RecordTest::Kind::one_of;
    return read_values(*inner, test, findings);
}

}  // namespace

std::optional<Pointer> read_pointer(const Node& node, PointerRoot root, Findings& findings) {
    const auto text = read_text(node, "a pointer", findings);
    if (!text) return std::nullopt;
    PointerProblem problem;
    auto pointer = parse_pointer(*text, problem);
    if (!pointer) {
        findings.report(
            "M001", node.span, problem.message, problem.help,
            problem.better.empty() ? std::nullopt : replacement(findings.source(), node.span, problem.better, false));
        return std::nullopt;
    }
    pointer->span = node.span;
    if (pointer->relative && root != PointerRoot::entry) {
        findings.report("M002", node.span, fmt::format("{} goes upwards from where nothing is above", in_quotes(*text)),
                        "only 'key', 'row', 'value' and 'only' of entries may begin with a number of levels; a member "
                        "whose name begins with a digit is written with a '/' in front");
        return std::nullopt;
    }
    if (root == PointerRoot::document && has_every(*pointer)) {
        findings.report("M002", node.span, fmt::format("{} names many places where one is meant", in_quotes(*text)),
                        "leave out the '*'");
        return std::nullopt;
    }
    return pointer;
}

std::vector<Pointer> read_pointers(const Node& node, PointerRoot root, Findings& findings) {
    std::vector<Pointer> pointers;
    const std::vector<Node> one{node};
    for (const Node& item : node.kind == Node::Kind::sequence ? node.items : one) {
        if (auto pointer = read_pointer(item, root, findings)) pointers.push_back(std::move(*pointer));
    }
    return pointers;
}

Selectors read_selectors(const Node& node, Findings& findings) {
    Selectors selectors;
    const std::vector<Node> one{node};
    for (const Node& item : node.kind == Node::Kind::sequence ? node.items : one) {
        if (auto selector = read_selector(item, findings)) selectors.push_back(std::move(*selector));
    }
    return selectors;
}

void read_tests(const Node& node, PointerRoot root, std::vector<RecordTest>& tests, Findings& findings) {
    if (node.kind != Node::Kind::mapping) {
        findings.report("M013", node.span, "conditions are written as pointers with what must hold there",
                        "write {/status: completed}, for example");
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        RecordTest test;
        const auto at = read_pointer(node.keys[i], root, findings);
        if (!at) continue;
        test.at = *at;
        test.span = node.items[i].span;
        std::erase_if(tests, [&](const RecordTest& other) { return other.at.as_written == at->as_written; });
        if (node.items[i].kind == Node::Kind::null) continue;
        if (read_condition(node.items[i], test, findings)) tests.push_back(std::move(test));
    }
}

}  // namespace waymark
