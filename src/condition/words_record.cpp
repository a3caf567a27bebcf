#include <fmt/format.h>

#include <algorithm>
#include <map>

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
        const bool beside_point =
            (test.kind == Test::Kind::all && whole == Truth::no && truth != Truth::no) ||
            (test.kind == Test::Kind::any && whole == Truth::yes && truth != Truth::yes);
        if (!beside_point) deciding(part, table, row, scene, columns);
    }
}

// "has no new money": how the field says its own value; empty if it has no words for it.
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
    const bool speaks =
        choice != nullptr && has_phrase(*choice) && column.type.kind != ColumnType::Kind::level;
    return speaks ? singular(choice->phrase) : "";
}

}  // namespace

std::vector<Fact> record_facts(const Condition& condition, const Scene& scene) {
    const Row* row = scene.record(condition.table);
    if (row == nullptr) return {};
    std::vector<int> columns;
    deciding(*condition.where, condition.table, *row, scene, columns);
    std::vector<std::string> phrases, values;
    for (const int index : columns) {
        const Column& column = scene.column(condition.table, index);
        const Cell& cell = cell_of(*row, index);
        if (column.type.is_private || cell.index() == 0) continue;
        const std::string phrase = verb_phrase(column, cell, scene);
        if (phrase.empty())
            values.push_back(fmt::format("{} is {}", quoted(lower_first(column.title)),
                                         cell_text(column, cell, scene.world->currency)));
        else
            phrases.push_back(phrase);
    }
    const std::string record = table_text(scene.type(condition.table));
    std::vector<Fact> facts;
    if (!phrases.empty()) facts.push_back({record + " " + join(phrases, "and"), ""});
    if (!values.empty()) facts.push_back({fmt::format("for {}, {}", record, join(values, "and")), ""});
    return facts;
}

}  // namespace waymark
