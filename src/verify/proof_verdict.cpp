// Which readings of the verdict can be reached. Flags are counted by kind and severity; in how far they can be raised
// together is left open, which can only make more possible.
#include <fmt/format.h>

#include <algorithm>

#include "condition/evaluate.hpp"
#include "text/two_at_a_time.hpp"
#include "verify/prover.hpp"
#include "verify/simplex.hpp"

namespace waymark {

namespace {

struct State {
    std::string state, severity;
};

// What each flag can come out as, one variable each; all of them together are 1.
struct Counts {
    const Framework& framework;
    int table = -1;
    std::vector<Row> rows;                                     // per variable, of the computed table of flags
    std::vector<std::pair<std::size_t, std::size_t>> of_flag;  // first variable and how many
};

std::string word(FlagSeverity severity) {
    return severity == FlagSeverity::high ? "high" : severity == FlagSeverity::medium ? "medium" : "low";
}

std::vector<State> states_of(const Flag& flag, bool can_be_raised) {
    std::vector<State> states{{"clear", ""}, {"cannot-tell", ""}, {"does-not-apply", ""}};
    if (flag.too_early_when) states.push_back({"too-early", ""});
    if (!can_be_raised) states.resize(3);
    std::vector<State> with_severity;
    if (can_be_raised) states.push_back({"raised", ""});
    for (const State& state : states) {
        if (flag.severity.empty()) with_severity.push_back(state);
        for (const SeverityCase& one : flag.severity) with_severity.push_back({state.state, word(one.level)});
    }
    return with_severity;
}

Cell named(const Column& column, const std::string& id) {
    for (std::size_t i = 0; i < column.type.choices.size(); ++i) {
        if (column.type.choices[i].id == id) return ChosenIndex{static_cast<int>(i)};
    }
    return {};
}

Counts counts_of(const Prover& prover, int table) {
    const Framework& framework = prover.lore.framework;
    const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(table)];
    Counts counts{framework, table, {}, {}};
    for (std::size_t i = 0; i < framework.flags.size(); ++i) {
        const Flag& flag = framework.flags[i];
        const bool can = std::any_of(prover.flags.begin(), prover.flags.end(),
                                     [&](const auto& answers) { return answers[i] != Answer3::never; });
        const std::size_t first = counts.rows.size();
        for (const State& state : states_of(flag, can)) {
            Row row;
            for (const Column& column : type.columns) {
                const std::string word = column.id == "id"      ? flag.id
                                         : column.id == "kind"  ? (flag.kind == FlagKind::washing ? "washing" : "real")
                                         : column.id == "state" ? state.state
                                                                : state.severity;
                row.cells.push_back(named(column, word));
            }
            counts.rows.push_back(std::move(row));
        }
        counts.of_flag.emplace_back(first, counts.rows.size() - first);
    }
    return counts;
}

bool is_raised(const Counts& counts, std::size_t variable) {
    const TableType& type = counts.framework.catalogue.tables[static_cast<std::size_t>(counts.table)];
    const auto column = type.column("state");
    const auto& state = type.columns[static_cast<std::size_t>(*column)];
    return counts.rows[variable].cells[static_cast<std::size_t>(*column)] == named(state, "raised");
}

// How many flags are so that a test may hold for them, or that it surely does.
std::vector<Rational> factors(const Counts& counts, const Test* test, const Scene& scene, bool surely) {
    std::vector<Rational> result;
    for (const Row& row : counts.rows) {
        const Truth truth = test == nullptr ? Truth::yes : test_row(*test, counts.table, row, scene);
        result.emplace_back(truth == Truth::yes || (truth == Truth::unknown && !surely) ? 1 : 0);
    }
    return result;
}

using Inequalities = std::vector<Inequality>;

void at_most(Inequalities& into, std::vector<Rational> factors, const Rational& most, bool strict = false) {
    for (Rational& factor : factors) factor = Rational(0) - factor;
    into.push_back({std::move(factors), Rational(0) - most, strict});
}

// An `all of these flags` or `a share of these flags` with its bound, as long as it is of a kind that counts.
void add_measure(const Counts& counts, const Literal& literal, const Scene& scene, Inequalities& into) {
    const Measure& measure = *literal.condition->measure;
    const bool share = measure.kind == Measure::Kind::share && measure.by < 0;
    if (measure.kind != Measure::Kind::count && !share) return;
    for (std::size_t i = 0; i < measure.bounds.size(); ++i) {
        if (!literal.holds && static_cast<int>(i) != literal.bound) continue;
        const Bound& bound = measure.bounds[i];
        const bool up = (bound.op == Bound::Op::at_least || bound.op == Bound::Op::more_than) == literal.holds;
        const bool strict = (bound.op == Bound::Op::more_than || bound.op == Bound::Op::less_than) == literal.holds;
        std::vector<Rational> sum = factors(counts, measure.where.get(), scene, !up);
        Rational edge = value_of(bound, scene);
        if (share) {
            const std::vector<Rational> among = factors(counts, measure.among.get(), scene, up);
            const std::vector<Rational> widest = factors(counts, measure.among.get(), scene, !up);
            for (std::size_t k = 0; k < sum.size(); ++k) sum[k] = sum[k] * widest[k] - edge * among[k];
            edge = 0;
        }
        if (up) {
            into.push_back({std::move(sum), edge, strict});
        } else {
            at_most(into, std::move(sum), edge, strict);
        }
    }
}

void add_rows(const Counts& counts, const Literal& literal, const Scene& scene, Inequalities& into) {
    const Condition& condition = *literal.condition;
    if (condition.kind == Condition::Kind::every) return;
    const bool some = (condition.kind == Condition::Kind::some) == literal.holds;
    if (some) into.push_back({factors(counts, condition.where.get(), scene, false), 1, false});
    if (!some) at_most(into, factors(counts, condition.where.get(), scene, true), 0);
}

void add_raised(const Counts& counts, const Literal& literal, Inequalities& into) {
    std::vector<Rational> sum(counts.rows.size());
    const auto [first, count] = counts.of_flag[static_cast<std::size_t>(literal.condition->flag)];
    for (std::size_t i = first; i < first + count; ++i) sum[i] = is_raised(counts, i) ? 1 : 0;
    if (literal.holds)
        into.push_back({std::move(sum), 1, false});
    else
        at_most(into, std::move(sum), 0);
}

// Whether every flag can be in some state, or between states, so that all inequalities are met. Flags of which they all
// say the same are counted together, which makes a hundred sums a dozen.
bool some_states_do(const Counts& counts, const Inequalities& inequalities) {
    std::map<std::vector<Rational>, int> alike;  // factors, one inequality after the other; of how many flags
    for (const auto& [first, count] : counts.of_flag) {
        std::vector<Rational> factors;
        for (const Inequality& one : inequalities) {
            const auto from = one.factors.begin() + static_cast<std::ptrdiff_t>(first);
            factors.insert(factors.end(), from, from + static_cast<std::ptrdiff_t>(count));
        }
        ++alike[std::move(factors)];
    }
    Inequalities fewer;
    for (const Inequality& one : inequalities) fewer.push_back({{}, one.least, one.strict});
    std::size_t variables = 0;
    for (const auto& [factors, flags] : alike) {
        const std::size_t states = factors.size() / inequalities.size();
        for (std::size_t i = 0; i < factors.size(); ++i) fewer[i / states].factors.push_back(factors[i]);
        variables += states;
    }
    std::size_t first = 0;
    for (const auto& [factors, flags] : alike) {
        const std::size_t states = factors.size() / inequalities.size();
        std::vector<Rational> sum(variables);
        std::fill_n(sum.begin() + static_cast<std::ptrdiff_t>(first), states, Rational(1));
        fewer.push_back({sum, flags, false});
        at_most(fewer, std::move(sum), flags);
        first += states;
    }
    return solution_of(variables, fewer).has_value();
}

bool may_hold(const Counts& counts, const Branch& branch) {
    World world;
    world.catalogue = &counts.framework.catalogue;
    world.tables.assign(world.catalogue->tables.size(), nullptr);
    const std::vector<Limit> own;
    const Scene scene{&world, &own};
    Inequalities inequalities;
    Branch records;
    for (const Literal& literal : branch) {
        const int table = table_of(literal);
        if (literal.condition->kind == Condition::Kind::raised)
            add_raised(counts, literal, inequalities);
        else if (literal.condition->kind == Condition::Kind::record)
            records.push_back(literal);
        else if (table == counts.table && literal.condition->measure)
            add_measure(counts, literal, scene, inequalities);
        else if (table == counts.table)
            add_rows(counts, literal, scene, inequalities);
    }
    std::vector<WantedTest> wanted;
    std::set<int> tables;
    for (const Literal& literal : records) tables.insert(literal.condition->table);
    for (const int table : tables) {
        wanted.clear();
        for (const Literal& literal : records) {
            if (literal.condition->table == table)
                wanted.push_back({literal.condition->where.get(), literal.holds ? Truth::yes : Truth::no});
        }
        const FoundRow found = row_with(table, wanted, Row{}, scene);
        if (!found.row && found.exact) return false;
    }
    try {
        return inequalities.empty() || some_states_do(counts, inequalities);
    } catch (const RationalOverflow&) {
        return true;
    }
}

// ---- A quiet assessment

void put_beside(const Table& from, Table& into) {
    for (std::size_t i = 0; i < from.rows.size(); ++i) {
        if (i == into.rows.size()) into.rows.push_back({std::vector<Cell>(from.rows[i].cells.size()), 1, -1});
        for (std::size_t k = 0; k < from.rows[i].cells.size(); ++k) {
            Cell& cell = into.rows[i].cells[k];
            if (cell.index() == 0) cell = from.rows[i].cells[k];
        }
    }
    into.state = into.rows.empty() ? Table::State::none : Table::State::given;
}

// What one row was asked for, another row of the same table may have too.
void fill_blanks(Table& table) {
    for (Row& row : table.rows) {
        for (std::size_t k = 0; k < row.cells.size(); ++k) {
            for (const Row& other : table.rows) {
                if (row.cells[k].index() == 0) row.cells[k] = other.cells[k];
            }
        }
    }
}

// The facts that make a warning clear; none if none were found.
using Facts = std::map<int, Table>;
Facts facts_when_clear(const Prover& prover, Budget budget, int profile, const Flag& flag) {
    const auto ways = ways_to_clear(flag);
    if (flag.kind != FlagKind::washing || !ways) return {};
    for (const Branch& way : *ways) {
        Solved solved = solve_facts(prover.lore, budget, profile, way);
        if (solved.outcome == Solved::Outcome::found) return std::move(solved.wish.tables);
    }
    return {};
}

// They are put beside each other, under answers from the middle of every scale. Whether the warnings really are clear
// then is for the appraisal to say.
std::vector<WitnessWish> quiet(const Prover& prover) {
    const auto& flags = prover.lore.framework.flags;
    std::vector<Facts> clear(prover.lore.plans.size() * flags.size());
    const Budget budget = share_of_budget(clear.size());
    two_at_a_time(clear.size(), [&](std::size_t at) {
        clear[at] = facts_when_clear(prover, budget, static_cast<int>(at / flags.size()), flags[at % flags.size()]);
    });
    std::vector<WitnessWish> wishes;
    for (const AnswerSpace& space : prover.lore.spaces) {
        WitnessWish& wish = wishes.emplace_back();
        wish.answers = choose(space, narrow(space, {}, {}), {}, {});
        const std::size_t first = (wishes.size() - 1) * flags.size();
        for (std::size_t at = first; at < first + flags.size(); ++at) {
            for (const auto& [table, rows] : clear[at]) {
                const TableType& type = prover.lore.framework.catalogue.tables[static_cast<std::size_t>(table)];
                if (!type.is_computed) put_beside(rows, wish.tables[table]);
            }
        }
        for (auto& [table, rows] : wish.tables) fill_blanks(rows);
    }
    return wishes;
}

// Readings that ask for little to be wrong seldom turn up among what was made up to show flags raised.
void show_quiet(Prover& prover) {
    std::vector<Wanted> wanted;
    const auto respondents = prover.lore.framework.catalogue.table("respondents");
    std::vector<WitnessWish> wishes = quiet(prover);
    for (std::size_t profile = 0; profile < wishes.size(); ++profile) {
        WitnessWish without_facts;
        without_facts.answers = wishes[profile].answers;
        WitnessWish alone = without_facts;  // one respondent
        if (respondents) alone.tables[*respondents] = Table{Table::State::none, {}};
        for (WitnessWish* each : {&wishes[profile], &alone, &without_facts})
            wanted.push_back({static_cast<int>(profile), std::move(*each)});
    }
    show_all(prover, std::move(wanted));
}

bool reachable(const Counts& counts, std::size_t reading) {
    const auto& readings = counts.framework.verdict.readings;
    Branches ways{{}};
    for (std::size_t i = 0; i <= reading; ++i) {
        if (!readings[i].when) continue;
        const auto more = branches_of(*readings[i].when, i == reading);
        const auto together = more ? both(ways, *more) : std::nullopt;
        if (!together) return true;
        ways = *together;
    }
    return std::any_of(ways.begin(), ways.end(), [&](const Branch& way) { return may_hold(counts, way); });
}

void report_reading(Prover& prover, int table, std::size_t reading, Findings& findings) {
    const bool seen = std::any_of(prover.verdicts.begin(), prover.verdicts.end(),
                                  [&](const auto& answers) { return answers[reading] == Answer3::possible; });
    if (seen || reachable(counts_of(prover, table), reading)) return;
    for (auto& answers : prover.verdicts) answers[reading] = Answer3::never;
    const VerdictReading& never = prover.lore.framework.verdict.readings[reading];
    findings.report("P005", place_of(findings.source(), never.span, never.id),
                    fmt::format("no assessment gets the reading '{}'", never.id),
                    "the readings before it take all that it asks for, or flags cannot add up to it; change their "
                    "order or its bounds");
}

}  // namespace

void show_readings(Prover& prover) {
    const auto& readings = prover.lore.framework.verdict.readings;
    prover.verdicts.assign(prover.lore.plans.size(), std::vector<Answer3>(readings.size(), Answer3::undecided));
    if (readings.empty()) return;
    show_quiet(prover);
    for (const Shown& shown : prover.shown) {
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (readings[i].id == shown.states.verdict)
                prover.verdicts[static_cast<std::size_t>(shown.profile)][i] = Answer3::possible;
        }
    }
}

void reports_of_readings(Prover& prover, Reports& reports) {
    const std::size_t readings = prover.lore.framework.verdict.readings.size();
    const auto table = prover.lore.framework.catalogue.table("flags");
    for (std::size_t i = 0; table && i < readings; ++i)
        reports.emplace_back([&prover, table, i](Findings& findings) { report_reading(prover, *table, i, findings); });
}

}  // namespace waymark
