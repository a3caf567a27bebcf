#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

using Op = CellTest::Op;
using Type = ColumnType::Kind;

const std::vector<std::pair<std::string, Op>>& operators() {
    static const std::vector<std::pair<std::string, Op>> list = {
        {"is_not", Op::is_not},       {"empty", Op::empty},           {"has_any", Op::has_any},
        {"has_only", Op::has_only},   {"at_least", Op::at_least},     {"at_most", Op::at_most},
        {"more_than", Op::more_than}, {"less_than", Op::less_than},   {"before", Op::before},
        {"after", Op::after},         {"not_before", Op::not_before}, {"not_after", Op::not_after}};
    return list;
}

bool is_ordered(Type type) {
    return type == Type::number || type == Type::integer || type == Type::money || type == Type::share ||
           type == Type::duration || type == Type::level;
}

bool fits(Op op, Type type) {
    switch (op) {
        case Op::empty:
        case Op::not_empty:
            return true;
        case Op::has_any:
        case Op::has_only:
            return type == Type::some_of;
        case Op::at_least:
        case Op::at_most:
        case Op::more_than:
        case Op::less_than:
            return is_ordered(type);
        case Op::before:
        case Op::after:
        case Op::not_before:
        case Op::not_after:
            return type == Type::date;
        case Op::equal:
        case Op::one_of:
        case Op::is_not:
            return type != Type::some_of;
    }
    return false;
}

std::string fitting_operators(Type type) {
    if (type == Type::some_of) return "use 'has_any: […]' or 'has_only: […]'";
    if (type == Type::date) return "use 'before', 'after', 'not_before' or 'not_after'";
    if (is_ordered(type)) return "use 'at_least', 'at_most', 'more_than' or 'less_than', or give the value itself";
    return "give the value itself, a list of values, or 'is_not'";
}

struct Target {
    int table;
    int column;
    const Reader& reader;
    const Column& type() const { return reader.table(table).columns[static_cast<std::size_t>(column)]; }
};

bool check_fit(Op op, std::string_view word, const Span& span, const Target& target) {
    const Column& column = target.type();
    if (fits(op, column.type.kind)) return true;
    const std::string what = op == Op::equal || op == Op::one_of ? "a plain value" : fmt::format("'{}'", word);
    target.reader.findings->report(
        "C006", span, fmt::format("{} does not fit '{}', which holds {}", what, column.id, kind_in_words(column.type)),
        fitting_operators(column.type.kind));
    return false;
}

std::vector<Operand> read_list(const Node& list, const Target& target) {
    std::vector<Operand> operands;
    if (list.kind != Node::Kind::sequence || list.items.empty()) {
        target.reader.findings->report("C007", list.span, "a list of values is expected here",
                                       "write it like '[one, other]'");
        return operands;
    }
    for (const auto& item : list.items)
        operands.push_back(read_operand(item, target.table, target.column, target.reader));
    return operands;
}

// A set operator has one operand: the set of all members named.
std::vector<Operand> read_members(const Node& list, const Target& target) {
    Operand set;
    ChosenSet members;
    for (const auto& each : read_list(list, target)) {
        if (const auto* part = std::get_if<ChosenSet>(&each.value)) members.bits |= part->bits;
        set.as_written += (set.as_written.empty() ? "" : ", ") + each.as_written;
    }
    set.value = members;
    return {std::move(set)};
}

CellTest read_equal(const Node& node, const Target& target) {
    CellTest test;
    test.span = node.span;
    test.op = Op::equal;
    if (check_fit(test.op, "", node.span, target)) {
        test.operands.push_back(read_operand(node, target.table, target.column, target.reader));
    }
    return test;
}

CellTest read_operator(const Node& key, const Node& value, const Target& target) {
    CellTest test;
    test.span = key.span;
    const auto& list = operators();
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.first == key.text; });
    if (found == list.end()) {
        std::vector<std::string> known = {"column", "record"};
        for (const auto& each : list) known.push_back(each.first);
        target.reader.findings->report("C001", key.span, fmt::format("a cell cannot be tested with '{}'", key.text),
                                       suggest(key.text, known));
        return test;
    }
    test.op = found->second;
    if (!check_fit(test.op, key.text, key.span, target)) return test;
    if (test.op == Op::empty) {
        const auto empty = read_yes_no(value, "'empty'", *target.reader.findings);
        test.op = empty.value_or(true) ? Op::empty : Op::not_empty;
    } else if (test.op == Op::has_any || test.op == Op::has_only) {
        test.operands = read_members(value, target);
    } else {
        test.operands.push_back(read_operand(value, target.table, target.column, target.reader));
    }
    return test;
}

bool is_reference(const Node& node) {
    return node.kind == Node::Kind::mapping && node.keys.size() == 1 &&
           (node.keys[0].text == "column" || node.keys[0].text == "record");
}

}  // namespace

std::vector<CellTest> read_cell(const Node& node, int table, int column, const Reader& reader) {
    const Target target{table, column, reader};
    if (node.kind == Node::Kind::scalar || is_reference(node)) return {read_equal(node, target)};
    if (node.kind == Node::Kind::sequence) {
        CellTest test;
        test.op = Op::one_of;
        test.span = node.span;
        if (check_fit(test.op, "", node.span, target)) test.operands = read_list(node, target);
        return {std::move(test)};
    }
    if (node.kind == Node::Kind::null || node.keys.empty()) {
        reader.findings->report("C001", node.span, fmt::format("nothing is tested about '{}'", target.type().id),
                                "give a value; to test for a blank cell write '{empty: yes}'");
        return {};
    }
    std::vector<CellTest> tests;
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        tests.push_back(read_operator(node.keys[i], node.items[i], target));
    return tests;
}

}  // namespace waymark
