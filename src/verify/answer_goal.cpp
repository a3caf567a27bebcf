#include "verify/answer_goal.hpp"

#include <algorithm>
#include <functional>

#include "condition/evaluate.hpp"

namespace waymark {

namespace {

using Kind = Condition::Kind;
using Op = Bound::Op;

Measured known(const Rational& value) {
    return {Interval{value, value}, {}};
}

const Measure* node_measure_of(const Literal& literal) {
    const Measure* measure = literal.condition->measure.get();
    const bool scores = literal.condition->kind == Kind::measure &&
                        (measure->kind == Measure::Kind::node || measure->kind == Measure::Kind::difference);
    return scores ? measure : nullptr;
}

// A world that knows of scores only what is left open, as intervals.
struct Lab {
    const AnswerSpace& space;
    const Choices& choices;
    mutable std::optional<NodeRanges> found;  // when first asked for
    const PracticeCase* one = nullptr;        // while a single case of `leaf` is looked at
    int leaf = -1;
    World world;

    Lab(const AnswerSpace& of, const Choices& open) : space(of), choices(open) {
        world.catalogue = &space.framework->catalogue;
        world.tables.assign(world.catalogue->tables.size(), nullptr);
        world.withhold_below = space.plan->rules.withhold_below;
        world.measure = [this](const NodeMeasure& wanted) { return measure(wanted); };
    }
    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    Measured anything(int node) const {
        const NodeName& name = space.framework->catalogue.nodes[static_cast<std::size_t>(node)];
        return {Interval{name.lowest, name.highest}, {{Missing::Kind::answers, -1, -1, node, -1}}};
    }

    Measured of_case(NodeMeasure::Kind kind) const {
        if (!one->applies || (kind != NodeMeasure::Kind::claimed && !one->evidenced)) return {};
        if (kind == NodeMeasure::Kind::claimed) return known(one->claimed);
        return known(kind == NodeMeasure::Kind::evidenced ? *one->evidenced : one->claimed - *one->evidenced);
    }

    Measured measure(const NodeMeasure& wanted) const {
        const auto at = static_cast<std::size_t>(wanted.node);
        if (wanted.at_previous || !wanted.by.everyone || wanted.kind == NodeMeasure::Kind::mean)
            return anything(wanted.node);
        if (one != nullptr && space.plan->nodes[at].leaf == leaf) return of_case(wanted.kind);
        if (!found) found = ranges_of(space, choices);
        const auto& claimed = found->claimed[at];
        const auto& evidenced = found->evidenced[at];
        if (!claimed || (wanted.kind != NodeMeasure::Kind::claimed && !evidenced)) return {};
        if (wanted.kind == NodeMeasure::Kind::claimed) return {*claimed, {}};
        if (wanted.kind == NodeMeasure::Kind::evidenced) return {*evidenced, {}};
        return {Interval{std::max(Rational(0), claimed->low - evidenced->high), claimed->high - evidenced->low}, {}};
    }
};

Truth opposite_of(const Literal& literal) {
    return literal.holds ? Truth::no : Truth::yes;
}

Truth wanted_of(const Literal& literal) {
    return literal.holds ? Truth::yes : Truth::no;
}

// ---- One practice at a time

// The practice that a literal is about alone; -1 if it is about more, or about roles or the past.
int single_leaf(const AnswerSpace& space, const Literal& literal) {
    const Measure* measure = node_measure_of(literal);
    if (measure == nullptr || measure->kind != Measure::Kind::node) return -1;
    const NodeMeasure& node = measure->node;
    if (node.at_previous || !node.by.everyone || node.kind == NodeMeasure::Kind::mean || node.node < 0) return -1;
    return space.plan->nodes[static_cast<std::size_t>(node.node)].leaf;
}

void keep_fitting(const AnswerSpace& space, const Literal& literal, int leaf, Choices& choices, Lab& lab,
                  const std::vector<Limit>& limits) {
    const auto at = static_cast<std::size_t>(leaf);
    auto& open = choices[at];
    lab.leaf = leaf;
    const Scene scene{&lab.world, &limits};
    open.erase(std::remove_if(open.begin(), open.end(),
                              [&](int index) {
                                  lab.one = &space.practices[at][static_cast<std::size_t>(index)];
                                  return truth_of(*literal.condition, scene) != wanted_of(literal);
                              }),
               open.end());
    lab.one = nullptr;
}

// ---- The computed table of practices

struct PracticeRows {
    int table = -1;
    int state = -1, claimed = -1, evidenced = -1, gap = -1, strength = -1;
    const TableType* type = nullptr;
    Cell scored, not_applicable;
};

std::optional<PracticeRows> practice_rows(const Catalogue& catalogue) {
    const auto index = catalogue.table("practices");
    if (!index) return std::nullopt;
    const TableType& type = catalogue.tables[static_cast<std::size_t>(*index)];
    PracticeRows rows;
    rows.table = *index;
    rows.type = &type;
    for (auto [id, column] : {std::pair{"state", &rows.state},
                              {"claimed", &rows.claimed},
                              {"evidenced", &rows.evidenced},
                              {"gap", &rows.gap},
                              {"strength", &rows.strength}}) {
        *column = type.column(id).value_or(-1);
    }
    const auto& states = type.columns[static_cast<std::size_t>(rows.state)].type.choices;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i].id == "scored") rows.scored = ChosenIndex{static_cast<int>(i)};
        if (states[i].id == "not-applicable") rows.not_applicable = ChosenIndex{static_cast<int>(i)};
    }
    return rows;
}

void set_cell(Row& row, int column, Cell value) {
    if (column >= 0) row.cells[static_cast<std::size_t>(column)] = std::move(value);
}

// What stands in a practice's row in this case; agreement, levels given and new evidence could be anything.
void set_case(Row& row, const PracticeRows& rows, const PracticeCase& one) {
    const bool shown = one.applies && one.evidenced.has_value();
    set_cell(row, rows.state, one.applies ? rows.scored : rows.not_applicable);
    set_cell(row, rows.claimed, one.applies ? Cell{one.claimed} : Cell{});
    set_cell(row, rows.evidenced, shown ? Cell{*one.evidenced} : Cell{});
    set_cell(row, rows.gap, shown ? Cell{one.claimed - *one.evidenced} : Cell{});
    set_cell(row, rows.strength, shown ? Cell{ChosenIndex{one.strength}} : Cell{});
}

enum class Says { yes, no, either, nothing };  // nothing: the row is not asked about

struct Question {  // a literal about the rows of practices
    const Test* where = nullptr;
    const Test* that = nullptr;   // every
    const Test* among = nullptr;  // share
    bool reads_state = false;
    bool reads_scores = false;  // else every case in which a practice applies is alike
    bool measures = false;      // by measures of the row's node
};

bool measures_scores(const Measure& measure) {
    if (measure.kind == Measure::Kind::difference)
        return measures_scores(*measure.of) || measures_scores(*measure.less);
    return measure.node.by.everyone && !measure.node.at_previous && measure.node.kind != NodeMeasure::Kind::mean;
}

bool measures_scores(const Test& test) {
    return (test.measure && measures_scores(*test.measure)) ||
           std::any_of(test.parts.begin(), test.parts.end(), [](const Test& part) { return measures_scores(part); });
}

Question question_of(const Literal& literal, const PracticeRows& rows) {
    const Condition& condition = *literal.condition;
    Question question;
    if (condition.kind == Kind::measure) {
        question.where = condition.measure->where.get();
        question.among = condition.measure->among.get();
    } else {
        question.where = condition.where.get();
        question.that = condition.that.get();
    }
    std::set<int> columns;
    for (const Test* test : {question.where, question.that, question.among}) {
        if (test != nullptr) columns_tested(*test, columns);
    }
    question.reads_state = columns.count(rows.state) > 0;
    for (const int column : {rows.claimed, rows.evidenced, rows.gap, rows.strength}) {
        question.reads_scores = question.reads_scores || columns.count(column) > 0;
    }
    for (const Test* test : {question.where, question.that, question.among}) {
        question.measures = question.measures || (test != nullptr && measures_scores(*test));
    }
    question.reads_scores = question.reads_scores || question.measures;
    return question;
}

Truth truth_of_test(const Test* test, const PracticeRows& rows, const Row& row, const Scene& scene) {
    return test == nullptr ? Truth::yes : test_row(*test, rows.table, row, scene);
}

Says says(Truth about, Truth that) {
    if (about == Truth::no) return Says::nothing;
    if (about == Truth::unknown || that == Truth::unknown) return Says::either;
    return that == Truth::yes ? Says::yes : Says::no;
}

// What one case of a practice contributes.
Says contribution(const Question& question, const PracticeRows& rows, const Row& row, bool applies,
                  const Scene& scene) {
    if (!applies && !question.reads_state) return Says::nothing;
    if (question.that != nullptr)
        return says(truth_of_test(question.where, rows, row, scene), truth_of_test(question.that, rows, row, scene));
    return says(truth_of_test(question.among, rows, row, scene), truth_of_test(question.where, rows, row, scene));
}

struct Contributions {
    std::vector<std::vector<Says>> cases;  // per leaf, per open case in order
    int yes_least = 0, yes_most = 0, no_least = 0, no_most = 0;
};

Contributions contributions(const AnswerSpace& space, const Literal& literal, const Choices& choices, Lab& lab,
                            const std::vector<Limit>& limits, const PracticeRows& rows) {
    const Question question = question_of(literal, rows);
    Contributions result;
    const Scene scene{&lab.world, &limits};
    for (std::size_t leaf = 0; leaf < choices.size(); ++leaf) {
        auto& here = result.cases.emplace_back();
        bool always_yes = true, can_yes = false, always_no = true, can_no = false;
        Row row = space.rows[leaf];
        lab.leaf = static_cast<int>(leaf);
        std::optional<Says> applying;
        bool reads_scores = question.reads_scores;
        if (reads_scores && !question.measures) {  // its name or tags may already say enough
            set_cell(row, rows.state, rows.scored);
            const Says fixed = contribution(question, rows, row, true, scene);
            if (fixed != Says::either) {
                applying = fixed;
                reads_scores = false;
            }
        }
        for (const int index : choices[leaf]) {
            const PracticeCase& one = space.practices[leaf][static_cast<std::size_t>(index)];
            if (!applying || !one.applies || reads_scores) {
                lab.one = &one;
                set_case(row, rows, one);
                here.push_back(contribution(question, rows, row, one.applies, scene));
                if (one.applies) applying = here.back();
            } else {
                here.push_back(*applying);
            }
            always_yes = always_yes && here.back() == Says::yes;
            always_no = always_no && here.back() == Says::no;
            can_yes = can_yes || here.back() == Says::yes || here.back() == Says::either;
            can_no = can_no || here.back() == Says::no || here.back() == Says::either;
        }
        result.yes_least += always_yes ? 1 : 0;
        result.yes_most += can_yes ? 1 : 0;
        result.no_least += always_no ? 1 : 0;
        result.no_most += can_no ? 1 : 0;
    }
    lab.one = nullptr;
    return result;
}

std::optional<Interval> value_range(const Literal& literal, const Contributions& found) {
    const Measure& measure = *literal.condition->measure;
    if (measure.kind == Measure::Kind::count) return Interval{found.yes_least, found.yes_most};
    if (measure.kind != Measure::Kind::share || measure.by >= 0) return std::nullopt;
    const int least_all = found.yes_least + found.no_most;
    const int most_all = found.yes_most + found.no_least;
    if (most_all == 0) return std::nullopt;
    return Interval{least_all == 0 ? Rational(0) : Rational::fraction(found.yes_least, least_all),
                    Rational::fraction(found.yes_most, most_all)};
}

bool rows_impossible(const Literal& literal, const Contributions& found, const Scene& scene) {
    switch (literal.condition->kind) {
        case Kind::some:
        case Kind::none: {
            const bool some = (literal.condition->kind == Kind::some) == literal.holds;
            return some ? found.yes_most == 0 : found.yes_least > 0;
        }
        case Kind::every:
            return literal.holds ? found.no_least > 0 || found.yes_most == 0 : found.no_most == 0;
        case Kind::measure: {
            const auto range = value_range(literal, found);
            return range && within(*range, literal.condition->measure->bounds, scene) == opposite_of(literal);
        }
        default:
            return false;
    }
}

// ---- Which way a literal pulls

int pull_of(const Literal& literal) {
    const Measure* measure = literal.condition->measure.get();
    if (measure == nullptr || measure->bounds.empty()) return literal.holds ? 1 : -1;
    const auto at = literal.holds ? 0 : static_cast<std::size_t>(literal.bound);
    const Op op = measure->bounds[at].op;
    const bool up = op == Op::at_least || op == Op::more_than;
    return up == literal.holds ? 1 : -1;
}

struct Pulls {
    std::vector<int> claimed, evidenced;  // per leaf
    std::map<int, int> roles;
    int before = 0;
};

void pull_leaves(const AnswerSpace& space, int node, int claimed, int evidenced, Pulls& pulls) {
    const PlanNode& here = space.plan->nodes[static_cast<std::size_t>(node)];
    if (here.leaf >= 0) {
        pulls.claimed[static_cast<std::size_t>(here.leaf)] += claimed;
        pulls.evidenced[static_cast<std::size_t>(here.leaf)] += evidenced;
    }
    for (const int child : here.children) pull_leaves(space, child, claimed, evidenced, pulls);
}

void pull_roles(const AnswerSpace& space, const RoleSet& by, int sign, Pulls& pulls) {
    for (int role = 0; role < static_cast<int>(space.framework->roles.size()); ++role) {
        const bool named = std::find(by.roles.begin(), by.roles.end(), role) != by.roles.end();
        if (named != by.complement) pulls.roles[role] = sign;
    }
}

void pull(const AnswerSpace& space, const Measure& measure, int sign, int row_node, Pulls& pulls) {
    if (measure.kind == Measure::Kind::difference) {
        pull(space, *measure.of, sign, row_node, pulls);
        return pull(space, *measure.less, -sign, row_node, pulls);
    }
    if (measure.kind != Measure::Kind::node) return;
    const NodeMeasure& node = measure.node;
    const int about = node.node >= 0 ? node.node : row_node;
    if (node.at_previous) {
        pulls.before = sign;
    } else if (!node.by.everyone) {
        pull_roles(space, node.by, sign, pulls);
    } else if (about >= 0) {
        const bool claimed = node.kind != NodeMeasure::Kind::evidenced;
        const int evidenced = node.kind == NodeMeasure::Kind::gap ? -sign : sign;
        pull_leaves(space, about, claimed ? sign : 0, claimed && node.kind != NodeMeasure::Kind::gap ? 0 : evidenced,
                    pulls);
    }
}

void pull_by_tests(const AnswerSpace& space, const Test& test, int sign, Pulls& pulls) {
    for (const Test& part : test.parts) pull_by_tests(space, part, test.kind == Test::Kind::no ? -sign : sign, pulls);
    if (!test.measure || test.measure->bounds.empty()) return;
    const Op op = test.measure->bounds.front().op;
    const bool up = op == Op::at_least || op == Op::more_than;
    pull(space, *test.measure, up ? sign : -sign, 0, pulls);
}

Pulls pulls_of(const AnswerSpace& space, const Branch& literals) {
    Pulls pulls{std::vector<int>(space.practices.size()), std::vector<int>(space.practices.size()), {}, 0};
    for (const Literal& literal : literals) {
        if (const Measure* measure = node_measure_of(literal)) {
            pull(space, *measure, pull_of(literal), -1, pulls);
            continue;
        }
        const Condition& condition = *literal.condition;
        const int wants_rows = condition.kind == Kind::none ? -pull_of(literal) : pull_of(literal);
        for (const Test* test : {condition.where.get(), condition.that.get(),
                                 condition.measure ? condition.measure->where.get() : nullptr}) {
            if (test != nullptr && wants_rows > 0) pull_by_tests(space, *test, 1, pulls);
        }
    }
    return pulls;
}

// ---- Choosing

// Pulled as far as it goes; otherwise near the middle, and shown by evidence.
int choice_for(const std::vector<PracticeCase>& cases, const std::vector<int>& open, int claimed, int evidenced) {
    const auto rank = [&](const PracticeCase& one) {
        return std::tuple(one.applies, claimed * one.claims + evidenced * one.shows, -one.away, one.shows,
                          one.strength);
    };
    int best = open.front();
    auto best_rank = rank(cases[static_cast<std::size_t>(best)]);
    for (const int index : open) {
        const auto here = rank(cases[static_cast<std::size_t>(index)]);
        if (!(here > best_rank)) continue;
        best = index;
        best_rank = here;
    }
    return best;
}

std::vector<int> chosen_by(const AnswerSpace& space, const Choices& choices, const Pulls& pulls) {
    std::vector<int> chosen;
    for (std::size_t leaf = 0; leaf < choices.size(); ++leaf) {
        const bool untouched = pulls.claimed[leaf] == 0 && pulls.evidenced[leaf] == 0 &&
                               choices[leaf].size() == space.practices[leaf].size();
        if (untouched) {
            chosen.push_back(space.usual[leaf]);
            continue;
        }
        chosen.push_back(choice_for(space.practices[leaf], choices[leaf], pulls.claimed[leaf], pulls.evidenced[leaf]));
    }
    return chosen;
}

bool scores_do(const AnswerSpace& space, const std::vector<int>& chosen, const Branch& literals,
               const std::vector<Limit>& limits) {
    if (std::none_of(literals.begin(), literals.end(),
                     [](const Literal& one) { return node_measure_of(one) != nullptr; }))
        return true;
    Choices exactly;
    for (const int one : chosen) exactly.push_back({one});
    const Lab lab(space, exactly);
    const Scene scene{&lab.world, &limits};
    return std::all_of(literals.begin(), literals.end(), [&](const Literal& literal) {
        return node_measure_of(literal) == nullptr || truth_of(*literal.condition, scene) != opposite_of(literal);
    });
}

// Where pulling as far as it goes overshoots: from the lowest answers to the highest, practice by practice, until all
// literals about scores are met.
std::optional<std::vector<int>> walked(const AnswerSpace& space, const Choices& choices, const Branch& literals,
                                       const std::vector<Limit>& limits) {
    Pulls down{std::vector<int>(choices.size(), -1), std::vector<int>(choices.size(), -1), {}, 0};
    Pulls up{std::vector<int>(choices.size(), 1), std::vector<int>(choices.size(), 1), {}, 0};
    std::vector<int> chosen = chosen_by(space, choices, down);
    const std::vector<int> highest = chosen_by(space, choices, up);
    for (std::size_t leaf = 0; leaf <= chosen.size(); ++leaf) {
        if (scores_do(space, chosen, literals, limits)) return chosen;
        if (leaf < chosen.size()) chosen[leaf] = highest[leaf];
    }
    return std::nullopt;
}

void keep_cases(std::vector<int>& open, const std::vector<Says>& cases, bool (*wanted)(Says)) {
    std::vector<int> kept;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (wanted(cases[i])) kept.push_back(open[i]);
    }
    if (!kept.empty()) open = std::move(kept);
}

// As many practices as a literal about rows needs are settled to its liking, the others left open.
void settle_rows(const AnswerSpace& space, const Literal& literal, Choices& choices, Lab& lab,
                 const std::vector<Limit>& limits, const PracticeRows& rows) {
    const Contributions found = contributions(space, literal, choices, lab, limits, rows);
    const Condition& condition = *literal.condition;
    const bool every = condition.kind == Kind::every;
    const bool counts = condition.kind == Kind::measure;
    const bool many =
        every ? literal.holds
              : (condition.kind == Kind::none ? !literal.holds : (counts ? pull_of(literal) > 0 : literal.holds));
    int needed = static_cast<int>(choices.size());
    if (many && !every && !counts) needed = 1;
    if (many && counts && condition.measure->kind == Measure::Kind::count) {
        const Scene scene{&lab.world, &limits};
        const auto& bounds = condition.measure->bounds;
        const Rational bound = value_of(bounds[literal.holds ? 0 : static_cast<std::size_t>(literal.bound)], scene);
        needed = static_cast<int>(bound.numerator() / bound.denominator()) + 1;
    }
    if (every && !literal.holds) needed = 1;
    for (std::size_t leaf = 0; leaf < choices.size() && needed > 0; ++leaf) {
        const auto& cases = found.cases[leaf];
        if (many && !every) {
            if (std::find(cases.begin(), cases.end(), Says::yes) == cases.end()) continue;
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::yes; });
            --needed;
        } else if (every && !literal.holds) {
            if (std::find(cases.begin(), cases.end(), Says::no) == cases.end()) continue;
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::no; });
            --needed;
        } else if (every) {
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::yes || one == Says::nothing; });
        } else {
            keep_cases(choices[leaf], cases, [](Says one) { return one == Says::no || one == Says::nothing; });
        }
    }
}

bool about_practices(const Literal& literal, const std::optional<PracticeRows>& rows) {
    const Condition& condition = *literal.condition;
    const int table = condition.table >= 0 ? condition.table : condition.measure ? condition.measure->table : -1;
    return rows && table == rows->table;
}

}  // namespace

bool is_about_answers(const Literal& literal, const Catalogue& catalogue) {
    if (node_measure_of(literal) != nullptr) return true;
    const Condition& condition = *literal.condition;
    const int table = condition.table >= 0 ? condition.table : condition.measure ? condition.measure->table : -1;
    if (table < 0) return false;
    const TableType& type = catalogue.tables[static_cast<std::size_t>(table)];
    return has_nodes(type);
}

AnswerGoal narrow(const AnswerSpace& space, const Branch& literals, const std::vector<Limit>& limits) {
    AnswerGoal goal{false, space.every_case};
    if (literals.empty()) return goal;
    {
        Lab lab(space, goal.choices);
        for (const Literal& literal : literals) {
            const int leaf = single_leaf(space, literal);
            if (leaf < 0 || !space.exact) continue;
            keep_fitting(space, literal, leaf, goal.choices, lab, limits);
            goal.impossible = goal.impossible || goal.choices[static_cast<std::size_t>(leaf)].empty();
        }
    }
    if (goal.impossible) return goal;
    Lab lab(space, goal.choices);
    const Scene scene{&lab.world, &limits};
    const auto rows = practice_rows(space.framework->catalogue);
    for (const Literal& literal : literals) {
        if (node_measure_of(literal) != nullptr) {
            goal.impossible = goal.impossible || truth_of(*literal.condition, scene) == opposite_of(literal);
        } else if (about_practices(literal, rows) && space.exact) {
            goal.impossible =
                goal.impossible ||
                rows_impossible(literal, contributions(space, literal, goal.choices, lab, limits, *rows), scene);
        }
    }
    return goal;
}

AnswerPlan choose(const AnswerSpace& space, const AnswerGoal& goal, const Branch& literals,
                  const std::vector<Limit>& limits) {
    if (literals.empty()) return {space.usual, {}, 0};
    Choices choices = goal.choices;
    const auto rows = practice_rows(space.framework->catalogue);
    Lab lab(space, choices);
    for (const Literal& literal : literals) {
        if (about_practices(literal, rows)) settle_rows(space, literal, choices, lab, limits, *rows);
    }
    const Pulls pulls = pulls_of(space, literals);
    AnswerPlan plan{chosen_by(space, choices, pulls), pulls.roles, pulls.before};
    if (!scores_do(space, plan.chosen, literals, limits)) {
        if (auto other = walked(space, choices, literals, limits)) plan.chosen = std::move(*other);
    }
    return plan;
}

}  // namespace waymark
