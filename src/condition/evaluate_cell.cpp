#include <algorithm>

#include "condition/evaluate.hpp"

namespace waymark {

namespace {

using Op = CellTest::Op;

// -1, 0 or 1; levels by their value, so that columns of one scale can be compared with each other.
std::optional<int> order(const ColumnType& type, const Cell& left, const Cell& right) {
    if (const auto* date = std::get_if<Date>(&left)) {
        const auto* other = std::get_if<Date>(&right);
        if (other == nullptr) return std::nullopt;
        return *date < *other ? -1 : *other < *date ? 1 : 0;
    }
    const auto one = amount_of(type, left);
    const auto other = amount_of(type, right);
    if (!one || !other) return std::nullopt;
    return *one < *other ? -1 : *other < *one ? 1 : 0;
}

bool same(const ColumnType& type, const Cell& left, const Cell& right) {
    if (type.kind == ColumnType::Kind::duration) return amount_of(type, left) == amount_of(type, right);
    return left == right;
}

bool holds(Op op, int order) {
    switch (op) {
        case Op::at_least:
        case Op::not_before:
            return order >= 0;
        case Op::at_most:
        case Op::not_after:
            return order <= 0;
        case Op::more_than:
        case Op::after:
            return order > 0;
        case Op::less_than:
        case Op::before:
            return order < 0;
        default:
            return false;
    }
}

// An empty set has nothing, so it does not have "only" anything either.
Truth test_set(Op op, const ChosenSet& cell, const ChosenSet& asked) {
    if (op == Op::has_any) return truth_of((cell.bits & asked.bits) != 0);
    return truth_of(cell.bits != 0 && (cell.bits & ~asked.bits) == 0);
}

Truth compare(Op op, const ColumnType& type, const Cell& cell, const Cell& right) {
    if (right.index() == 0) return Truth::unknown;
    if (op == Op::equal || op == Op::one_of) return truth_of(same(type, cell, right));
    if (op == Op::is_not) return truth_of(!same(type, cell, right));
    if (op == Op::has_any || op == Op::has_only) {
        const auto* left = std::get_if<ChosenSet>(&cell);
        const auto* asked = std::get_if<ChosenSet>(&right);
        return left == nullptr || asked == nullptr ? Truth::unknown : test_set(op, *left, *asked);
    }
    const auto found = order(type, cell, right);
    return found ? truth_of(holds(op, *found)) : Truth::unknown;
}

void why_operand(const Operand& operand, int table, const Row& row, const Scene& scene, std::set<Missing>& why) {
    Cell held;
    if (resolve(operand, row, scene, held).index() != 0) return;
    if (operand.kind == Operand::Kind::column) why.insert(missing_cell(table, operand.column, row, scene));
    if (operand.kind == Operand::Kind::record_field) {
        why.insert({Missing::Kind::record_field, operand.table, operand.column, -1, -1});
    }
    if (operand.kind == Operand::Kind::previous) why.insert({Missing::Kind::previous, -1, -1, -1, -1});
}

Date shifted(Date date, const Operand& operand) {
    if (!operand.shift) return date;
    return operand.shift_back ? minus(date, *operand.shift) : plus(date, *operand.shift);
}

// Why a practice's or a dimension's row lacks a figure: there is more to say than the column's name.
Missing missing_figure(const std::string& column, const TableType& type, const Row& row, const Scene& scene) {
    const auto claimed = type.column("claimed");
    const bool answered = claimed && cell_of(row, *claimed).index() != 0;
    const bool of_evidence =
        column == "evidenced" || column == "gap" || column == "strength" || column == "new_evidence";
    if (column == "new_evidence" && !scene.world->previous) return {Missing::Kind::previous, -1, -1, -1, -1};
    const auto kind = of_evidence && answered ? Missing::Kind::evidence : Missing::Kind::answers;
    return {kind, -1, -1, row.node, -1};
}

}  // namespace

const Table* Scene::table(int index) const {
    const auto position = static_cast<std::size_t>(index);
    if (index < 0 || position >= world->tables.size()) return nullptr;
    const Table* found = world->tables[position];
    return found == nullptr || found->state == Table::State::not_given ? nullptr : found;
}

const Row* Scene::record(int index) const {
    const Table* found = table(index);
    return found == nullptr || found->rows.empty() ? nullptr : &found->rows.front();
}

std::optional<Rational> Scene::limit(const std::string& name) const {
    if (name.empty() || limits == nullptr) return std::nullopt;
    for (const auto& each : *limits) {
        if (each.name == name) return each.value;
    }
    return std::nullopt;
}

Rational days_of(Duration duration) {
    if (duration.unit == Duration::Unit::days) return duration.count;
    return Rational(duration.count) * Rational::fraction(487, 16);
}

std::optional<Rational> amount_of(const ColumnType& type, const Cell& cell) {
    if (const auto* number = std::get_if<Rational>(&cell)) return *number;
    if (const auto* duration = std::get_if<Duration>(&cell)) return days_of(*duration);
    const auto* chosen = std::get_if<ChosenIndex>(&cell);
    if (chosen == nullptr || type.kind != ColumnType::Kind::level) return std::nullopt;
    return type.choices[static_cast<std::size_t>(chosen->index)].value;
}

const Cell& cell_of(const Row& row, int column) {
    static const Cell blank;
    const auto position = static_cast<std::size_t>(column);
    return column < 0 || position >= row.cells.size() ? blank : row.cells[position];
}

const Cell& resolve(const Operand& operand, const Row& row, const Scene& scene, Cell& held) {
    switch (operand.kind) {
        case Operand::Kind::value:
            if (const auto limit = scene.limit(operand.limit)) return held = *limit;
            return operand.value;
        case Operand::Kind::column:
            return cell_of(row, operand.column);
        case Operand::Kind::record_field:
            if (const Row* record = scene.record(operand.table)) return cell_of(*record, operand.column);
            break;
        case Operand::Kind::assessed:
            return held = shifted(scene.world->assessed, operand);
        case Operand::Kind::previous:
            if (scene.world->previous) return held = shifted(*scene.world->previous, operand);
            break;
    }
    return held = Cell();
}

Truth test_cell(const CellTest& test, int table, int column, const Row& row, const Scene& scene) {
    const Cell& cell = cell_of(row, column);
    const bool blank = cell.index() == 0;
    if (test.op == Op::empty) return truth_of(blank);
    if (test.op == Op::not_empty) return truth_of(!blank);
    if (blank) return Truth::unknown;
    const ColumnType& type = scene.column(table, column).type;
    Truth result = Truth::no;
    Cell held;
    for (const auto& operand : test.operands) {
        result = either(result, compare(test.op, type, cell, resolve(operand, row, scene, held)));
        if (result == Truth::yes) break;
    }
    return result;
}

void why_cell(const CellTest& test, int table, int column, const Row& row, const Scene& scene, std::set<Missing>& why) {
    if (cell_of(row, column).index() == 0) why.insert(missing_cell(table, column, row, scene));
    for (const auto& operand : test.operands) why_operand(operand, table, row, scene, why);
}

Missing missing_cell(int table, int column, const Row& row, const Scene& scene) {
    const TableType& type = scene.type(table);
    if (type.is_record) return {Missing::Kind::record_field, table, column, -1, -1};
    if (type.is_computed && row.node >= 0) return missing_figure(scene.column(table, column).id, type, row, scene);
    return {Missing::Kind::column, table, column, -1, -1};
}

}  // namespace waymark
