#include <fmt/format.h>

#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

std::vector<std::string> words_for(const TableType& table) {
    std::vector<std::string> words = {"all", "any", "not"};
    for (const auto& column : table.columns) words.push_back(column.id);
    if (has_nodes(table)) words.insert(words.end(), {"claimed", "evidenced", "gap", "mean", "difference"});
    return words;
}

// 'claimed', 'evidenced' and 'gap' are columns as well: they are a measure when they say whose, by whom or
// when.
bool means_measure(const Node& key, const Node& value, const TableType& table) {
    if (!has_nodes(table) || !is_node_measure(key.text)) return false;
    if (!table.column(key.text)) return true;
    if (value.kind != Node::Kind::mapping) return false;
    return value.find("of") != nullptr || value.find("by") != nullptr || value.find("at") != nullptr;
}

Test read_list(Test::Kind kind, const Node& key, const Node& list, int table, const Reader& reader) {
    Test test;
    test.kind = kind;
    test.span = key.span;
    if (list.kind != Node::Kind::sequence || list.items.empty()) {
        reader.findings->report("C001", key.span, fmt::format("'{}' needs a list of tests", key.text),
                                "write it like 'any: [{column: value}, {other: value}]'");
        return test;
    }
    for (const auto& item : list.items) test.parts.push_back(read_test(item, table, reader));
    return test;
}

Test read_entry(const Node& key, const Node& value, int table, const Reader& reader) {
    if (key.text == "all") return read_list(Test::Kind::all, key, value, table, reader);
    if (key.text == "any") return read_list(Test::Kind::any, key, value, table, reader);
    Test test;
    test.span = key.span;
    if (key.text == "not") {
        test.kind = Test::Kind::no;
        test.parts.push_back(read_test(value, table, reader));
        return test;
    }
    const auto& type = reader.table(table);
    if (means_measure(key, value, type)) {
        test.kind = Test::Kind::measure;
        test.measure = read_measure(key, value, MeasurePlace::row, table, reader);
        return test;
    }
    test.kind = Test::Kind::cell;
    if (!type.column(key.text)) {
        Suggestion help = suggest(key.text, words_for(type));
        if (is_measure(key.text) && !is_node_measure(key.text)) {
            help = {"measures of tables stand outside 'where'", "", "", false};
        }
        reader.findings->report(
            "C002", key.span,
            fmt::format("'{}' has no {} called '{}'", type.id, type.is_record ? "field" : "column", key.text), help);
        return test;
    }
    test.column = read_column_name(key, table, reader);
    if (test.column >= 0) test.cells = read_cell(value, table, test.column, reader);
    return test;
}

}  // namespace

Test read_test(const Node& node, int table, const Reader& reader) {
    Test test;
    test.span = node.span;
    if (table < 0) return test;
    if (node.kind != Node::Kind::mapping || node.keys.empty()) {
        reader.findings->report("C001", node.span, "a test of rows is expected here",
                                "write it like '{column: value}'; all that is named must hold");
        return test;
    }
    if (node.keys.size() == 1) return read_entry(node.keys[0], node.items[0], table, reader);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        test.parts.push_back(read_entry(node.keys[i], node.items[i], table, reader));
    }
    return test;
}

std::unique_ptr<Test> read_optional_test(const Node* node, int table, const Reader& reader) {
    if (node == nullptr) return nullptr;
    return std::make_unique<Test>(read_test(*node, table, reader));
}

}  // namespace waymark
