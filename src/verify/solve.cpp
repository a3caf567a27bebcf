#include "verify/solve.hpp"

#include <algorithm>

namespace waymark {

namespace {

using Kind = Condition::Kind;

const std::vector<Limit> kOwnLimits;  // none: every bound has the value that its flag declares

const TableType& type_of(const Lore& lore, int table) {
    return lore.framework.catalogue.tables[static_cast<std::size_t>(table)];
}

// ---- What a branch is about

struct Parts {
    std::map<int, Branch> records, tables;
    Branch answers;
    bool other = false;  // something that nothing here looks into
};

Parts parts_of(const Lore& lore, const Branch& branch) {
    Parts parts;
    for (const Literal& literal : branch) {
        const int table = table_of(literal);
        if (literal.condition->kind == Kind::record) {
            parts.records[table].push_back(literal);
        } else if (is_about_answers(literal, lore.framework.catalogue)) {
            parts.answers.push_back(literal);
            // Dimensions have a table of scores that are not looked into one by one.
            parts.other = parts.other || (table >= 0 && type_of(lore, table).id == "dimensions");
        } else if (table >= 0 && (!type_of(lore, table).is_computed || type_of(lore, table).id == "respondents" ||
                                  type_of(lore, table).id == "evidence")) {
            parts.tables[table].push_back(literal);
        } else {
            parts.other = true;
        }
    }
    return parts;
}

void fields_read(const Test& test, std::set<std::pair<int, int>>& fields) {
    for (const Test& part : test.parts) fields_read(part, fields);
    for (const CellTest& cell : test.cells) {
        for (const Operand& operand : cell.operands) {
            if (operand.kind == Operand::Kind::record_field) fields.emplace(operand.table, operand.column);
        }
    }
}

std::set<std::pair<int, int>> fields_read(const Branch& literals) {
    std::set<std::pair<int, int>> fields;
    for (const Literal& literal : literals) {
        const Condition& condition = *literal.condition;
        for (const Test* test :
             {condition.where.get(), condition.that.get(), condition.measure ? condition.measure->where.get() : nullptr,
              condition.measure ? condition.measure->among.get() : nullptr}) {
            if (test != nullptr) fields_read(*test, fields);
        }
    }
    return fields;
}

// ---- Records

World world_of(const Lore& lore) {
    World world;
    world.catalogue = &lore.framework.catalogue;
    world.tables.assign(lore.framework.catalogue.tables.size(), nullptr);
    world.assessed = lore.dates.assessed;
    world.previous = lore.dates.previous;
    world.withhold_below = lore.framework.scoring.withhold_below;
    return world;
}

// What is certain of the record about the assessment itself.
Row fixed_cells(const Lore& lore, int table, int profile) {
    const TableType& type = type_of(lore, table);
    Row row{std::vector<Cell>(type.columns.size()), 1, -1};
    if (!type.is_computed) return row;
    const auto set = [&](std::string_view id, Cell cell) {
        if (const auto column = type.column(id)) row.cells[static_cast<std::size_t>(*column)] = std::move(cell);
    };
    set("profile", ChosenIndex{profile});
    set("date", lore.dates.assessed);
    set("withheld", ChosenIndex{0});
    set("coverage", Rational(1));
    set("evidence_collected", ChosenIndex{lore.framework.evidence.strengths.empty() ? 0 : 1});
    return row;
}

bool says_not_first(const Lore& lore, int table, const Row& row) {
    const TableType& type = type_of(lore, table);
    const auto column = type.column("first");
    if (!type.is_computed || !column) return false;
    const auto* chosen = std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(*column)]);
    return chosen != nullptr && chosen->index == 0;
}

using Outcome = Solved::Outcome;

Outcome solve_records(const Lore& lore, int profile, const Parts& parts, World& world, WitnessWish& wish) {
    Outcome outcome = Outcome::found;
    for (const auto& [table, literals] : parts.records) {
        std::vector<WantedTest> wanted;
        for (const Literal& literal : literals)
            wanted.push_back({literal.condition->where.get(), literal.holds ? Truth::yes : Truth::no});
        const Scene scene{&world, &kOwnLimits};
        FoundRow found = row_with(table, wanted, fixed_cells(lore, table, profile), scene);
        if (!found.row) {
            if (found.exact) return Outcome::impossible;
            outcome = Outcome::open;
            continue;
        }
        wish.previous = wish.previous || says_not_first(lore, table, *found.row);
        wish.tables[table] = Table{Table::State::given, {std::move(*found.row)}};
    }
    return outcome;
}

Cell likely(const ColumnType& type, const Lore& lore) {
    if (type.kind == ColumnType::Kind::date) return plus(lore.dates.assessed, {120, Duration::Unit::months});
    if (!type.choices.empty())
        return type.kind == ColumnType::Kind::some_of ? Cell{ChosenSet{1}} : Cell{ChosenIndex{0}};
    if (type.kind == ColumnType::Kind::duration) return Duration{12, Duration::Unit::months};
    if (type.kind == ColumnType::Kind::text || type.kind == ColumnType::Kind::row_of) return {};
    return Rational(1);
}

// Tables are compared with facts of records that nothing else is asked of: any value will do to begin with.
void fill_fields(const Lore& lore, const Parts& parts, WitnessWish& wish) {
    for (const auto& [table, literals] : parts.tables) {
        for (const auto& [record, column] : fields_read(literals)) {
            if (type_of(lore, record).is_computed) continue;
            Table& rows = wish.tables[record];
            rows.state = Table::State::given;
            if (rows.rows.empty())
                rows.rows.push_back({std::vector<Cell>(type_of(lore, record).columns.size()), 1, -1});
            Cell& cell = rows.rows.front().cells[static_cast<std::size_t>(column)];
            if (cell.index() == 0)
                cell = likely(type_of(lore, record).columns[static_cast<std::size_t>(column)].type, lore);
        }
    }
}

// ---- Tables

BranchKey key_of(const Branch& literals) {
    BranchKey key;
    for (const Literal& literal : literals) key.emplace_back(literal.condition, literal.holds, literal.bound);
    return key;
}

std::optional<TableGoal> known_goal(const Lore& lore, const BranchKey& key) {
    const std::lock_guard lock(lore.tables.guard);
    const auto known = lore.tables.goals.find(key);
    return known == lore.tables.goals.end() ? std::nullopt : std::optional(known->second);
}

TableGoal solve_one_table(const Lore& lore, int table, const Branch& literals, const World& world) {
    const bool by_itself = fields_read(literals).empty();
    const BranchKey key = key_of(literals);
    if (by_itself) {
        if (auto known = known_goal(lore, key)) return std::move(*known);
    }
    TableGoal goal = solve_table(table, literals, Scene{&world, &kOwnLimits});
    if (by_itself) {
        const std::lock_guard lock(lore.tables.guard);
        lore.tables.goals.emplace(key, goal);
    } else if (goal.outcome == TableGoal::Outcome::impossible) {
        // For these facts of the record; and for any?
        const World nothing = world_of(lore);
        if (solve_table(table, literals, Scene{&nothing, &kOwnLimits}).outcome != TableGoal::Outcome::impossible)
            goal = {};
    }
    return goal;
}

Outcome solve_tables(const Lore& lore, const Parts& parts, const World& world, WitnessWish& wish) {
    Outcome outcome = Outcome::found;
    for (const auto& [table, literals] : parts.tables) {
        TableGoal goal = solve_one_table(lore, table, literals, world);
        if (goal.outcome == TableGoal::Outcome::impossible) return Outcome::impossible;
        if (goal.outcome == TableGoal::Outcome::open) outcome = Outcome::open;
        if (goal.outcome == TableGoal::Outcome::found) wish.tables[table] = std::move(goal.table);
    }
    return outcome;
}

void add_nodes(const Lore& lore, int node, std::set<int>& into) {
    into.insert(-1 - node);
    for (const int child : lore.framework.elements[static_cast<std::size_t>(node)].children)
        add_nodes(lore, child, into);
}

void add_nodes(const Lore& lore, const Measure& measure, std::set<int>& into) {
    if (measure.of) add_nodes(lore, *measure.of, into);
    if (measure.less) add_nodes(lore, *measure.less, into);
    if (measure.kind == Measure::Kind::node) add_nodes(lore, std::max(0, measure.node.node), into);
}

// `answers`: what is left open of the answers, for choosing; empty if there is nothing left to spend.
Solved solve_all_but_answers(const Lore& lore, Budget& budget, int profile, const Parts& parts, AnswerGoal& answers) {
    if (--budget.solutions < 0) return {};
    Solved solved;
    World world = world_of(lore);
    const Outcome records = solve_records(lore, profile, parts, world, solved.wish);
    if (records == Outcome::impossible) return {Outcome::impossible, {}};
    const AnswerSpace& space = lore.spaces[static_cast<std::size_t>(profile)];
    answers = narrow(space, parts.answers, kOwnLimits);
    if (answers.impossible) return {Outcome::impossible, {}};
    fill_fields(lore, parts, solved.wish);
    for (const auto& [table, rows] : solved.wish.tables) world.tables[static_cast<std::size_t>(table)] = &rows;
    const Outcome tables = solve_tables(lore, parts, world, solved.wish);
    if (tables == Outcome::impossible) return {Outcome::impossible, {}};
    solved.outcome = records == Outcome::found && tables == Outcome::found ? Outcome::found : Outcome::open;
    return solved;
}

}  // namespace

Lore::Lore(const Framework& of) : framework(of) {
    for (std::size_t i = 0; i < framework.profiles.size(); ++i)
        plans.push_back(make_plan(framework, static_cast<int>(i)));
    for (const Plan& plan : plans) spaces.push_back(answer_space(framework, plan));
}

Budget share_of_budget(std::size_t questions) {
    constexpr int kLeast = 25;
    Budget budget;
    budget.solutions = std::max(kLeast, budget.solutions / std::max(static_cast<int>(questions), 1));
    return budget;
}

Solved solve(const Lore& lore, Budget& budget, int profile, const Branch& branch) {
    const Parts parts = parts_of(lore, branch);
    AnswerGoal answers;
    Solved solved = solve_all_but_answers(lore, budget, profile, parts, answers);
    if (solved.outcome == Outcome::impossible || answers.choices.empty()) return solved;
    const AnswerSpace& space = lore.spaces[static_cast<std::size_t>(profile)];
    solved.wish.answers = choose(space, answers, parts.answers, kOwnLimits);
    return solved;
}

Solved solve_facts(const Lore& lore, Budget& budget, int profile, const Branch& branch) {
    AnswerGoal answers;
    return solve_all_but_answers(lore, budget, profile, parts_of(lore, branch), answers);
}

bool cannot_hold(const Lore& lore, Budget& budget, int profile, const Branch& branch) {
    return solve_facts(lore, budget, profile, branch).outcome == Outcome::impossible;
}

std::set<int> footprint(const Lore& lore, const Branch& branch) {
    std::set<int> found;
    for (const Literal& literal : branch) {
        const int table = table_of(literal);
        if (table >= 0) found.insert(table);
        if (literal.condition->measure && table < 0) add_nodes(lore, *literal.condition->measure, found);
        if (is_about_answers(literal, lore.framework.catalogue) && table >= 0) add_nodes(lore, 0, found);
        for (const auto& [record, column] : fields_read(Branch{literal})) found.insert(record);
    }
    return found;
}

std::optional<Branches> ways_to_raise(const Flag& flag) {
    auto ways = branches_of(flag.when, true);
    if (ways && flag.applies) {
        const auto applies = branches_of(*flag.applies, true);
        ways = applies ? both(*ways, *applies) : std::nullopt;
    }
    if (ways && flag.too_early_when) {
        const auto late = branches_of(*flag.too_early_when, false);
        if (!late) return std::nullopt;
        // Of facts that are recorded it is known; scores can be unknown even then, where a practice does not apply.
        const bool facts = std::all_of(late->begin(), late->end(), [](const Branch& branch) {
            return std::all_of(branch.begin(), branch.end(),
                               [](const Literal& literal) { return literal.condition->kind == Kind::record; });
        });
        if (facts) ways = both(*ways, *late);
    }
    return ways;
}

std::optional<Branches> ways_to_clear(const Flag& flag) {
    auto ways = branches_of(flag.when, false);
    if (!ways || !flag.applies) return ways;
    const auto applies = branches_of(*flag.applies, true);
    return applies ? both(*ways, *applies) : std::nullopt;
}

}  // namespace waymark
