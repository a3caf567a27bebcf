#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

// The fields that decided: of a failed `all` those that failed, of a satisfied `any` those that held.
void deciding(const Test& test, int table, const Row& row, const Scene& scene, std::vector<int>& columns) {
    const auto add = [&](int column) {
        if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    };
    if (test.kind == Test::Kind::cell) {
        add(test.column);
        for (const auto& cell : test.cells) {
            for (const auto& operand : cell.operands) {
                if (operand.kind == Operand::Kind::column) add(operand.column);
            }
        }
    }
    const Truth whole = test_row(test, table, row, scene);
    for (const auto& part : test.parts) {
        const Truth truth = test_row(part, table, row, scene);
        const bool beside_point = (test.kind == Test::Kind::all && whole == Truth::no && truth != Truth::no) ||
                                  (test.kind == Test::Kind::any && whole == Truth::yes && truth != Truth::yes);
        if (!beside_point) deciding(part, table, row, scene, columns);
    }
}

// "has no respondents": how a field of a computed record says its own value; empty if it has no words for it.
std::string verb_phrase(const Column& column, const Cell& cell, const Scene& scene) {
    const auto* chosen = std::get_if<ChosenIndex>(&cell);
    const Choice* choice = chosen == nullptr || column.type.choices.empty()
                               ? nullptr
                               : &column.type.choices[static_cast<std::size_t>(chosen->index)];
    if (!column.says.empty()) {
        const bool by_phrase = choice != nullptr && has_phrase(*choice);
        const std::string value = by_phrase ? choice->phrase : cell_text(column, cell, scene.world->currency);
        return singular(filled(column.says, value));
    }
    const bool speaks = choice != nullptr && has_phrase(*choice) && column.type.kind != ColumnType::Kind::level;
    return speaks ? singular(choice->phrase) : "";
}

std::string spoken_value(const Column& column, const Cell& cell, const Scene& scene) {
    const auto* chosen = std::get_if<ChosenIndex>(&cell);
    const bool phrased = chosen != nullptr && column.type.kind != ColumnType::Kind::yes_no &&
                         has_phrase(column.type.choices[static_cast<std::size_t>(chosen->index)]);
    return phrased ? column.type.choices[static_cast<std::size_t>(chosen->index)].phrase
                   : cell_text(column, cell, scene.world->currency);
}

// The one bound that a test sets for a column; null if it sets none, or several.
const CellTest* bound_on(const Test& test, int column) {
    const CellTest* found = nullptr;
    int count = 0;
    const auto look = [&](const auto& self, const Test& part) -> void {
        for (const Test& inner : part.parts) self(self, inner);
        if (part.kind != Test::Kind::cell || part.column != column) return;
        for (const CellTest& cell : part.cells) {
            found = &cell;
            ++count;
        }
    };
    look(look, test);
    return count == 1 && is_bound(found->op) ? found : nullptr;
}

// "above 30%", where one figure alone decided.
std::string raised_by(const Condition& condition, const std::vector<int>& columns, const Row& row, const Scene& scene) {
    if (columns.size() != 1) return "";
    const CellTest* test = bound_on(*condition.where, columns.front());
    if (test == nullptr || test->operands.front().kind != Operand::Kind::value) return "";
    const Column& column = scene.column(condition.table, columns.front());
    Cell held;
    const Cell& limit = resolve(test->operands.front(), row, scene, held);
    return raised_text(bound_of(test->op), cell_text(column, limit, scene.world->currency), false);
}

}  // namespace

// Fields that a framework declares are read out, "new money: no"; the computed record has verbs of its own.
Fact record_fact(const Condition& condition, const Scene& scene) {
    const Row* row = scene.record(condition.table);
    if (row == nullptr) return {};
    const TableType& type = scene.type(condition.table);
    std::vector<int> columns;
    deciding(*condition.where, condition.table, *row, scene, columns);
    std::vector<std::string> parts;
    for (const int index : columns) {
        const Column& column = scene.column(condition.table, index);
        const Cell& cell = cell_of(*row, index);
        if (column.type.is_private || cell.index() == 0) continue;
        if (type.is_computed)
            parts.push_back(verb_phrase(column, cell, scene));
        else
            parts.push_back(fmt::format("{}: {}", lower_first(column.title), spoken_value(column, cell, scene)));
    }
    if (parts.empty()) return {};
    if (type.is_computed) return {table_text(type) + " " + join(parts, "and"), ""};
    return {fmt::format("{}", fmt::join(parts, ", ")), raised_by(condition, columns, *row, scene)};
}

}  // namespace waymark
