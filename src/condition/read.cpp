#include "condition/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

Condition read_node(const Node& node, const Reader& reader);

std::vector<std::string> condition_words() {
    std::vector<std::string> words = {"all", "any", "not", "raised", "record", "some", "none", "every"};
    words.insert(words.end(), measure_words().begin(), measure_words().end());
    return words;
}

void read_parts(Condition& condition, const Node& key, const Node& list, const Reader& reader) {
    if (list.kind != Node::Kind::sequence || list.items.empty()) {
        reader.findings->report("C001", key.span, fmt::format("'{}' needs a list of conditions", key.text),
                                "write each condition on a line of its own that starts with '- '");
        return;
    }
    for (const auto& item : list.items) condition.parts.push_back(read_node(item, reader));
}

void read_raised(Condition& condition, const Node& key, const Node& name, const Reader& reader) {
    if (!reader.scope->may_name_flags) {
        reader.findings->report("C009", key.span, "'raised' can only be used in a severity or in the verdict",
                                "repeat what the other flag tests, or move this into 'severity'");
        return;
    }
    condition.flag = read_flag_name(name, reader);
}

void refuse_bounds(Fields& fields, const Node& key, const Reader& reader) {
    for (const char* word : {"at_least", "at_most", "more_than", "less_than"}) {
        if (fields.find(word) == nullptr) continue;
        reader.findings->report("C005", fields.node().find_key(word)->span,
                                fmt::format("'{}' takes no bound", key.text),
                                "use 'count' to compare how many rows there are");
    }
}

void read_record(Condition& condition, const Node& arguments, const Reader& reader) {
    Fields fields(arguments, "a test of a record", *reader.findings);
    if (const Node* of = fields.need("of")) condition.table = read_record_name(*of, reader);
    const Node* where = fields.need("where");
    condition.where = read_optional_test(where, condition.table, reader);
    fields.finish();
}

// some, none, every.
void read_rows(Condition& condition, const Node& key, const Node& arguments, const Reader& reader) {
    Fields fields(arguments, fmt::format("'{}'", key.text), *reader.findings);
    if (const Node* of = fields.need("of")) condition.table = read_table_name(*of, reader);
    condition.where = read_optional_test(fields.find("where"), condition.table, reader);
    if (condition.kind == Condition::Kind::every) {
        condition.that = read_optional_test(fields.need("that"), condition.table, reader);
    }
    refuse_bounds(fields, key, reader);
    fields.finish();
}

std::optional<Condition::Kind> kind_of(std::string_view word) {
    using Kind = Condition::Kind;
    static const std::vector<std::pair<std::string_view, Kind>> kinds = {
        {"all", Kind::all},       {"any", Kind::any},   {"not", Kind::no},    {"raised", Kind::raised},
        {"record", Kind::record}, {"some", Kind::some}, {"none", Kind::none}, {"every", Kind::every}};
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == word; });
    if (found != kinds.end()) return found->second;
    if (is_measure(word)) return Kind::measure;
    return std::nullopt;
}

Condition read_operator(const Node& key, const Node& value, const Reader& reader) {
    Condition condition;
    condition.span = key.span;
    const auto kind = kind_of(key.text);
    if (!kind) {
        reader.findings->report("C001", key.span, fmt::format("'{}' is no condition", key.text),
                                suggest(key.text, condition_words()));
        return condition;
    }
    condition.kind = *kind;
    switch (*kind) {
        case Condition::Kind::all:
        case Condition::Kind::any:
            read_parts(condition, key, value, reader);
            break;
        case Condition::Kind::no:
            condition.parts.push_back(read_node(value, reader));
            break;
        case Condition::Kind::raised:
            read_raised(condition, key, value, reader);
            break;
        case Condition::Kind::record:
            read_record(condition, value, reader);
            break;
        case Condition::Kind::some:
        case Condition::Kind::none:
        case Condition::Kind::every:
            read_rows(condition, key, value, reader);
            break;
        case Condition::Kind::measure:
            condition.measure = read_measure(key, value, MeasurePlace::condition, -1, reader);
            break;
    }
    return condition;
}

Condition read_node(const Node& node, const Reader& reader) {
    if (node.kind != Node::Kind::mapping || node.keys.empty()) {
        reader.findings->report("C001", node.span, "this is no condition",
                                "a condition starts with its operator, such as 'count: {of: …, at_least: 1}'");
        return {};
    }
    if (node.keys.size() > 1) {
        reader.findings->report("C001", node.keys[1].span,
                                fmt::format("a condition has one operator, and '{}' stands beside '{}'",
                                            node.keys[1].text, node.keys[0].text),
                                "write them as two items of a list under 'all:' or 'any:'");
    }
    return read_operator(node.keys[0], node.items[0], reader);
}

}  // namespace

const Limit* Reader::limit(std::string_view name) const {
    if (scope->limits == nullptr) return nullptr;
    const auto& limits = *scope->limits;
    const auto found = std::find_if(limits.begin(), limits.end(), [&](const Limit& each) { return each.name == name; });
    return found == limits.end() ? nullptr : &*found;
}

std::optional<Condition> read_condition(const Node& node, const ConditionScope& scope, Findings& findings) {
    const Reader reader{&scope, &findings};
    const std::size_t before = findings.errors();
    Condition condition = read_node(node, reader);
    if (findings.errors() != before) return std::nullopt;
    return condition;
}

}  // namespace waymark
