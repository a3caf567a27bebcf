#include "verify/table_goal.hpp"

#include <algorithm>
#include <utility>

#include "verify/row_program.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostKinds = 64;

void drop_unknown_kinds(RowKinds& kinds) {
    RowKinds kept;
    kept.exact = kinds.exact;
    for (std::size_t i = 0; i < kinds.rows.size(); ++i) {
        const auto& truths = kinds.truths[i];
        if (std::find(truths.begin(), truths.end(), Truth::unknown) != truths.end()) continue;
        kept.rows.push_back(kinds.rows[i]);
        kept.truths.push_back(truths);
    }
    kinds = std::move(kept);
}

TableGoal solve(RowProgram& program, const Branch& literals) {
    RowKinds all = kinds_of_rows(program.table, program.tests, *program.scene);
    if (all.rows.size() > kMostKinds) {
        all.rows.resize(kMostKinds);
        all.truths.resize(kMostKinds);
        all.exact = false;
    }
    program.kinds = all;
    drop_unknown_kinds(program.kinds);
    set_up(program, literals);
    auto solution = std::optional<std::vector<Rational>>();
    if (!program.wishes.empty()) {
        std::vector<Inequality> all_wished = program.inequalities;
        all_wished.insert(all_wished.end(), program.wishes.begin(), program.wishes.end());
        solution = solution_of(variables(program), all_wished);
    }
    if (!solution) solution = solution_of(variables(program), program.inequalities);
    if (solution && !program.impossible) {
        if (auto table = built(program, literals, *solution)) return {TableGoal::Outcome::found, std::move(*table)};
        return {};
    }
    if (program.impossible) return {TableGoal::Outcome::impossible, {}};
    if (!all.exact || program.may_be_less) return {};
    if (all.rows.size() == program.kinds.rows.size()) return {TableGoal::Outcome::impossible, {}};
    program.kinds = std::move(all);
    program.generous = true;
    set_up(program, literals);
    const bool may = solution_of(variables(program), program.inequalities).has_value();
    return {may ? TableGoal::Outcome::open : TableGoal::Outcome::impossible, {}};
}

}  // namespace

int table_of(const Literal& literal) {
    const Condition& condition = *literal.condition;
    if (condition.table >= 0) return condition.table;
    return condition.measure && condition.measure->kind != Measure::Kind::node &&
                   condition.measure->kind != Measure::Kind::difference
               ? condition.measure->table
               : -1;
}

TableGoal solve_table(int table, const Branch& literals, const Scene& scene) {
    RowProgram program;
    program.scene = &scene;
    program.table = table;
    for (const Literal& literal : literals) collect(program, literal);
    try {
        return solve(program, literals);
    } catch (const RationalOverflow&) {
        return {};
    }
}

}  // namespace waymark
