#include <algorithm>

#include "condition/evaluate.hpp"

namespace waymark {

namespace {

Truth test_cells(const Test& test, int table, const Row& row, const Scene& scene) {
    Truth result = Truth::yes;
    for (const auto& cell : test.cells) {
        result = both(result, test_cell(cell, table, test.column, row, scene));
        if (result == Truth::no) break;
    }
    return result;
}

Truth test_measure(const Test& test, const Row& row, const Scene& scene) {
    const Measured found = measured(*test.measure, &row, scene);
    return found.value ? within(*found.value, test.measure->bounds, scene) : Truth::unknown;
}

// The column `state` of practices and dimensions, where a row may say that it does not apply.
std::optional<int> applicability(const TableType& type) {
    return has_nodes(type) ? type.column("state") : std::nullopt;
}

bool does_not_apply(const Row& row, int state, const TableType& type) {
    const auto* chosen = std::get_if<ChosenIndex>(&cell_of(row, state));
    if (chosen == nullptr) return false;
    return type.columns[static_cast<std::size_t>(state)].type.choices[static_cast<std::size_t>(chosen->index)].id ==
           "not-applicable";
}

void sort_in(Sifted& sifted, const Row* row, Truth truth) {
    auto& rows = truth == Truth::yes ? sifted.yes : truth == Truth::no ? sifted.no : sifted.maybe;
    rows.push_back(row);
}

Missing not_given(int table) {
    return {Missing::Kind::table, table, -1, -1, -1};
}

}  // namespace

bool has_nodes(const TableType& table) {
    return table.is_computed && (table.id == "practices" || table.id == "dimensions");
}

Truth test_row(const Test& test, int table, const Row& row, const Scene& scene) {
    Truth result = test.kind == Test::Kind::any ? Truth::no : Truth::yes;
    switch (test.kind) {
        case Test::Kind::all:
            for (const auto& part : test.parts) {
                result = both(result, test_row(part, table, row, scene));
                if (result == Truth::no) break;
            }
            return result;
        case Test::Kind::any:
            for (const auto& part : test.parts) {
                result = either(result, test_row(part, table, row, scene));
                if (result == Truth::yes) break;
            }
            return result;
        case Test::Kind::no:
            return opposite(test_row(test.parts.front(), table, row, scene));
        case Test::Kind::cell:
            return test_cells(test, table, row, scene);
        case Test::Kind::measure:
            return test_measure(test, row, scene);
    }
    return result;
}

void why_row(const Test& test, int table, const Row& row, const Scene& scene, std::set<Missing>& why) {
    if (test_row(test, table, row, scene) == Truth::unknown) why_untold(test, table, row, scene, why);
}

void why_untold(const Test& test, int table, const Row& row, const Scene& scene, std::set<Missing>& why) {
    if (test.kind == Test::Kind::measure) {
        const Measured found = measured(*test.measure, &row, scene);
        why.insert(found.missing.begin(), found.missing.end());
    }
    for (const auto& cell : test.cells) {
        if (test_cell(cell, table, test.column, row, scene) != Truth::unknown) continue;
        why_cell(cell, table, test.column, row, scene, why);
    }
    for (const auto& part : test.parts) why_row(part, table, row, scene, why);
}

void columns_tested(const Test& test, std::set<int>& columns) {
    if (test.kind == Test::Kind::cell) columns.insert(test.column);
    for (const auto& cell : test.cells) {
        for (const auto& operand : cell.operands) {
            if (operand.kind == Operand::Kind::column) columns.insert(operand.column);
        }
    }
    for (const auto& part : test.parts) columns_tested(part, columns);
}

bool tests_column(const Test& test, int column) {
    if (test.kind == Test::Kind::cell && test.column == column) return true;
    const auto is_it = [&](const Operand& operand) {
        return operand.kind == Operand::Kind::column && operand.column == column;
    };
    return std::ranges::any_of(test.cells,
                               [&](const CellTest& cell) { return std::ranges::any_of(cell.operands, is_it); }) ||
           std::ranges::any_of(test.parts, [&](const Test& part) { return tests_column(part, column); });
}

std::vector<const Row*> rows_asked(int table, std::initializer_list<const Test*> tests, const Scene& scene) {
    std::vector<const Row*> rows;
    const Table* given = scene.table(table);
    if (given == nullptr) return rows;
    const TableType& type = scene.type(table);
    const auto state = applicability(type);
    const auto reads_state = [&](const Test* test) { return test != nullptr && tests_column(*test, *state); };
    const bool skips = state && std::ranges::none_of(tests, reads_state);
    rows.reserve(given->rows.size());
    for (const auto& row : given->rows) {
        if (!skips || !does_not_apply(row, *state, type)) rows.push_back(&row);
    }
    return rows;
}

std::int64_t rows_in(const std::vector<const Row*>& rows) {
    std::int64_t count = 0;
    for (const Row* row : rows) count += row->times;
    return count;
}

std::int64_t Sifted::all() const {
    return rows_in(yes) + rows_in(maybe) + rows_in(no);
}

Sifted sift(int table, const Test* where, const Scene& scene) {
    Sifted sifted;
    sifted.given = scene.table(table) != nullptr;
    if (!sifted.given) sifted.missing.insert(not_given(table));
    for (const Row* row : rows_asked(table, {where}, scene)) {
        const Truth truth = where == nullptr ? Truth::yes : test_row(*where, table, *row, scene);
        if (truth == Truth::unknown && scene.asks_why) why_untold(*where, table, *row, scene, sifted.missing);
        sort_in(sifted, row, truth);
    }
    return sifted;
}

Sifted sift_every(int table, const Test* where, const Test& that, const Scene& scene) {
    Sifted sifted;
    sifted.given = scene.table(table) != nullptr;
    bool any_surely = false;
    std::set<Missing> doubtful;
    for (const Row* row : rows_asked(table, {where, &that}, scene)) {
        const Truth about = where == nullptr ? Truth::yes : test_row(*where, table, *row, scene);
        if (about == Truth::no) continue;
        const Truth truth = test_row(that, table, *row, scene);
        if (about == Truth::unknown && scene.asks_why) why_row(*where, table, *row, scene, doubtful);
        if (about == Truth::unknown && truth == Truth::yes) continue;  // holds whether or not the row is meant
        any_surely = any_surely || about == Truth::yes;
        const Truth result = about == Truth::unknown ? Truth::unknown : truth;
        if (result == Truth::unknown && scene.asks_why) {
            if (where != nullptr) why_row(*where, table, *row, scene, sifted.missing);
            why_row(that, table, *row, scene, sifted.missing);
        }
        sort_in(sifted, row, result);
    }
    if (any_surely) return sifted;
    sifted.missing.insert(doubtful.begin(), doubtful.end());
    if (sifted.missing.empty()) sifted.missing.insert(not_given(table));
    return sifted;
}

}  // namespace waymark
