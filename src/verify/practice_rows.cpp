#include "verify/practice_rows.hpp"

#include <algorithm>
#include <utility>

namespace waymark {

namespace {

using Kind = Condition::Kind;

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

struct RowQuestion {  // a literal about the rows of practices
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

RowQuestion question_of(const Literal& literal, const PracticeRows& rows) {
    const Condition& condition = *literal.condition;
    RowQuestion question;
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
Says contribution(const RowQuestion& question, const PracticeRows& rows, const Row& row, bool applies,
                  const Scene& scene) {
    if (!applies && !question.reads_state) return Says::nothing;
    if (question.that != nullptr)
        return says(truth_of_test(question.where, rows, row, scene), truth_of_test(question.that, rows, row, scene));
    return says(truth_of_test(question.among, rows, row, scene), truth_of_test(question.where, rows, row, scene));
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

}  // namespace

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

bool about_practices(const Literal& literal, const std::optional<PracticeRows>& rows) {
    const Condition& condition = *literal.condition;
    const int table = condition.table >= 0 ? condition.table : condition.measure ? condition.measure->table : -1;
    return rows && table == rows->table;
}

Contributions contributions(const AnswerSpace& space, const Literal& literal, const Choices& choices, ScoreLab& lab,
                            const std::vector<Limit>& limits, const PracticeRows& rows) {
    const RowQuestion question = question_of(literal, rows);
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

}  // namespace waymark
