#include "verify/witness.hpp"

#include <algorithm>

#include "condition/read.hpp"

namespace waymark {

namespace {

constexpr std::size_t kEnoughToDiffer = 8;

const TableType& type_of(const Framework& framework, int table) {
    return framework.catalogue.tables[static_cast<std::size_t>(table)];
}

// ---- People

struct Crowd {
    std::vector<int> roles;  // one per person
    bool alike = false;      // everybody answers the same
};

int role_in(const Framework& framework, const TableType& type, const Row& row) {
    const auto column = type.column("role");
    if (!column) return 0;
    const auto* chosen = std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(*column)]);
    return chosen == nullptr ? 0 : std::min(chosen->index, static_cast<int>(framework.roles.size()) - 1);
}

bool straight(const TableType& type, const Row& row) {
    const auto column = type.column("straight_lining");
    const auto* chosen = column ? std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(*column)]) : nullptr;
    return chosen != nullptr && chosen->index == 1;
}

// Enough of every role to be shown, and an even number, so that a median can lie between two levels.
Crowd usual_crowd(const AnswerSpace& space) {
    Crowd crowd;
    for (int role = 0; role < static_cast<int>(space.framework->roles.size()); ++role) {
        crowd.roles.insert(crowd.roles.end(), static_cast<std::size_t>(std::min(space.plan->rules.role_min, 20)), role);
    }
    if (crowd.roles.size() % 2 == 1) crowd.roles.push_back(0);
    return crowd;
}

Crowd crowd_for(const AnswerSpace& space, const WitnessWish& wish) {
    const auto table = space.framework->catalogue.table("respondents");
    const auto wanted = table ? wish.tables.find(*table) : wish.tables.end();
    if (wanted == wish.tables.end()) return usual_crowd(space);
    Crowd crowd;
    if (wanted->second.rows.empty()) crowd.roles.push_back(0);  // somebody has to answer
    for (const Row& row : wanted->second.rows) {
        crowd.roles.push_back(role_in(*space.framework, type_of(*space.framework, *table), row));
        crowd.alike = crowd.alike || straight(type_of(*space.framework, *table), row);
    }
    return crowd;
}

// ---- Answers

struct Drafting {
    const AnswerSpace& space;
    const WitnessWish& wish;
    const WitnessDates& dates;
    Crowd crowd;
    std::vector<Row> items;  // what evidence is to be like, in turn

    int levels(std::size_t leaf) const {
        const auto node = static_cast<std::size_t>(space.plan->leaves[leaf]);
        return static_cast<int>(space.plan->nodes[node].level_values.size());
    }
};

// People do not all say the same: three of them differ, other three for the next practice, and the median stays.
int own_level(const Drafting& draft, std::size_t leaf, std::size_t person, int level) {
    const std::size_t people = draft.crowd.roles.size();
    const bool may_differ = people >= kEnoughToDiffer && !draft.crowd.alike && draft.wish.answers.leaning.empty() &&
                            draft.space.plan->rules.respondents == RespondentStatistic::median;
    if (!may_differ || (person + people - 2 * leaf % people) % people > 2) return level;
    return level > 0 ? level - 1 : level + 1;
}

int level_of(const Drafting& draft, std::size_t leaf, std::size_t person, const PracticeCase& one) {
    const auto lean = draft.wish.answers.leaning.find(draft.crowd.roles[person]);
    if (lean != draft.wish.answers.leaning.end()) return lean->second > 0 ? draft.levels(leaf) - 1 : 0;
    if (one.low != one.high) return person % 2 == 0 ? one.low : one.high;
    return own_level(draft, leaf, person, one.low);
}

template <class Value>
const Value* cell(const TableType& type, const Row& row, std::string_view column) {
    const auto index = type.column(column);
    return index ? std::get_if<Value>(&row.cells[static_cast<std::size_t>(*index)]) : nullptr;
}

// The kind of item that is wanted for this practice, if evidence is wanted in a particular way.
const Row* item_wanted(const Drafting& draft, const TableType& type, std::size_t leaf) {
    const std::string& id =
        draft.space.framework->elements[static_cast<std::size_t>(draft.space.plan->leaves[leaf])].id;
    std::vector<const Row*> fitting;
    for (const Row& row : draft.items) {
        const auto* practice = cell<ChosenIndex>(type, row, "practice");
        const auto column = type.column("practice");
        const bool fits = practice == nullptr || !column ||
                          type.columns[static_cast<std::size_t>(*column)]
                                  .type.choices[static_cast<std::size_t>(practice->index)]
                                  .id == id;
        if (fits) fitting.push_back(&row);
    }
    return fitting.empty() ? nullptr : fitting[leaf % fitting.size()];
}

EvidenceItem item_for(const Drafting& draft, std::size_t leaf, const PracticeCase& one) {
    const Framework& framework = *draft.space.framework;
    EvidenceItem item;
    item.strength = one.strength;
    item.what = "Made up by waymark";
    item.dated = minus(draft.wish.previous ? draft.dates.previous : draft.dates.assessed, {1, Duration::Unit::months});
    if (!framework.evidence.producers.empty())
        item.produced_by = static_cast<int>(framework.evidence.producers.size()) - 1;
    if (!framework.evidence.forms.empty()) item.form = static_cast<int>(framework.evidence.forms.size()) - 1;
    const auto table = framework.catalogue.table("evidence");
    if (!table || draft.items.empty()) return item;
    const TableType& type = type_of(framework, *table);
    const Row* wanted = item_wanted(draft, type, leaf);
    if (wanted == nullptr) return item;
    if (const auto* strength = cell<ChosenIndex>(type, *wanted, "strength")) item.strength = strength->index;
    if (const auto* dated = cell<Date>(type, *wanted, "dated")) item.dated = *dated;
    if (const auto* producer = cell<ChosenIndex>(type, *wanted, "produced_by")) item.produced_by = producer->index;
    if (const auto* form = cell<ChosenIndex>(type, *wanted, "form")) item.form = form->index;
    return item;
}

bool carries(const Drafting& draft, std::size_t leaf, const PracticeCase& one, std::size_t person) {
    for (std::size_t i = 0; i < draft.crowd.roles.size(); ++i) {
        if (level_of(draft, leaf, i, one) == one.under) return i == person;
    }
    return person + 1 == draft.crowd.roles.size();
}

Answer answer_for(const Drafting& draft, std::size_t leaf, std::size_t person) {
    const PracticeCase& one = draft.space.practices[leaf][static_cast<std::size_t>(draft.wish.answers.chosen[leaf])];
    Answer answer;
    answer.element = draft.space.plan->leaves[leaf];
    if (!one.applies) {
        answer.state = AnswerState::not_applicable;
        answer.reason = "Made up by waymark";
        return answer;
    }
    answer.state = AnswerState::level;
    answer.level = level_of(draft, leaf, person, one);
    if (!one.evidenced || !carries(draft, leaf, one, person)) return answer;
    if (one.strength > 0) answer.level = one.under;
    const bool described = !draft.items.empty();
    answer.evidence_state = one.strength > 0 || described ? EvidenceState::items : EvidenceState::none;
    if (answer.evidence_state == EvidenceState::items) answer.evidence.push_back(item_for(draft, leaf, one));
    return answer;
}

void add_people(const Drafting& draft, Assessment& assessment) {
    assessment.respondents.reserve(draft.crowd.roles.size());
    for (std::size_t person = 0; person < draft.crowd.roles.size(); ++person) {
        Respondent respondent;
        respondent.id = "r" + std::to_string(person + 1);
        respondent.role = draft.crowd.roles[person];
        respondent.answers.reserve(draft.space.practices.size());
        for (std::size_t leaf = 0; leaf < draft.space.practices.size(); ++leaf) {
            respondent.answers.push_back(answer_for(draft, leaf, person));
        }
        assessment.respondents.push_back(std::move(respondent));
    }
    // One "don't know" among many, so that the answers do not look too smooth.
    if (draft.crowd.roles.size() < kEnoughToDiffer || draft.crowd.alike) return;
    for (Answer& answer : assessment.respondents.back().answers) {
        if (answer.state != AnswerState::level || answer.evidence_state != EvidenceState::not_asked) continue;
        const auto& one =
            draft.space.practices[static_cast<std::size_t>(&answer - assessment.respondents.back().answers.data())];
        const auto chosen =
            draft.wish.answers.chosen[static_cast<std::size_t>(&answer - assessment.respondents.back().answers.data())];
        const PracticeCase& which = one[static_cast<std::size_t>(chosen)];
        if (which.low != which.high) continue;
        answer.state = AnswerState::dont_know;
        answer.level = -1;
        return;
    }
}

// ---- Facts

Cell something(const ColumnType& type, int number) {
    using Kind = ColumnType::Kind;
    switch (type.kind) {
        case Kind::text:
            return "Row " + std::to_string(number + 1);
        case Kind::row_of:
            return "#1";
        case Kind::number:
        case Kind::integer:
        case Kind::money:
            return Rational(1);
        case Kind::share:
            return Rational::fraction(1, 2);
        case Kind::date:
            return Date{2025, 1, 31};
        case Kind::duration:
            return Duration{12, Duration::Unit::months};
        case Kind::some_of:
            return ChosenSet{1};
        case Kind::yes_no:
        case Kind::one_of:
        case Kind::level:
            break;
    }
    return ChosenIndex{0};
}

// Columns that may not be left blank. The first column of a table names its rows, so that each gets a name of its own.
void complete(const TableType& type, Table& table) {
    for (std::size_t number = 0; number < table.rows.size(); ++number) {
        auto& cells = table.rows[number].cells;
        cells.resize(type.columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Column& column = type.columns[i];
            const bool names = i == 0 && !type.is_record && column.type.kind == ColumnType::Kind::text;
            if (cells[i].index() != 0 || (column.type.may_be_blank && !names)) continue;
            if (is_worked_out(type, column)) continue;
            cells[i] = something(column.type, static_cast<int>(number));
        }
    }
}

std::string* placeholder(Cell& cell) {
    auto* text = std::get_if<std::string>(&cell);
    return text != nullptr && text->starts_with('#') ? text : nullptr;
}

// "#2" is the second row of the table that the column refers to, which gets as many rows as it needs.
void name_rows(const Framework& framework, std::map<int, Table>& tables) {
    const auto ids = [&] {
        std::vector<int> all;
        for (const auto& [table, rows] : tables) all.push_back(table);
        return all;
    }();
    for (const int table : ids) {
        const TableType& type = type_of(framework, table);
        for (std::size_t i = 0; i < type.columns.size(); ++i) {
            if (type.columns[i].type.kind != ColumnType::Kind::row_of) continue;
            const auto target = framework.catalogue.table(type.columns[i].type.table);
            if (!target) continue;
            for (std::size_t row = 0; row < tables[table].rows.size(); ++row) {
                const std::string* text = placeholder(tables[table].rows[row].cells[i]);
                if (text == nullptr) continue;
                const auto wanted = static_cast<std::size_t>(std::stoul(text->substr(1)));
                Table& named = tables[*target];
                named.state = Table::State::given;
                while (named.rows.size() < wanted) {
                    named.rows.push_back({std::vector<Cell>(type_of(framework, *target).columns.size()), 1, -1});
                    complete(type_of(framework, *target), named);
                }
                tables[table].rows[row].cells[i] = named.rows[wanted - 1].cells[0];
            }
        }
    }
}

void add_facts(const Framework& framework, const WitnessWish& wish, const WitnessDates& dates, Assessment& assessment) {
    std::map<int, Table> tables;
    for (const auto& [table, rows] : wish.tables) {
        if (!type_of(framework, table).is_computed) tables.emplace(table, rows);
    }
    for (auto& [table, rows] : tables) complete(type_of(framework, table), rows);
    add_readings(framework, dates, tables);
    for (auto& [table, rows] : tables) complete(type_of(framework, table), rows);
    name_rows(framework, tables);
    assessment.facts.resize(framework.catalogue.tables.size());
    for (auto& [table, rows] : tables) {
        rows.state = rows.rows.empty() ? Table::State::none : Table::State::given;
        assessment.facts[static_cast<std::size_t>(table)] = std::move(rows);
    }
}

bool needs_currency(const Framework& framework, const std::map<int, Table>& tables) {
    return std::any_of(tables.begin(), tables.end(), [&](const auto& entry) {
        const auto& columns = type_of(framework, entry.first).columns;
        return std::any_of(columns.begin(), columns.end(),
                           [](const Column& column) { return column.type.kind == ColumnType::Kind::money; });
    });
}

Assessment drafted(const AnswerSpace& space, const WitnessWish& wish, const WitnessDates& dates, Date date) {
    const Framework& framework = *space.framework;
    Assessment assessment;
    assessment.framework_id = framework.id;
    assessment.framework_version = framework.version;
    assessment.organisation = "Made up by waymark";
    assessment.profile = space.plan->profile;
    assessment.date = date;
    if (needs_currency(framework, wish.tables)) assessment.currency = "EUR";
    Drafting draft{space, wish, dates, crowd_for(space, wish), {}};
    const auto evidence = framework.catalogue.table("evidence");
    if (evidence && wish.tables.count(*evidence) > 0) draft.items = wish.tables.at(*evidence).rows;
    add_people(draft, assessment);
    return assessment;
}

// The same people a year earlier, all at one end of each scale.
WitnessWish before(const AnswerSpace& space, const WitnessWish& wish) {
    WitnessWish earlier;
    for (const auto& cases : space.practices) {
        int best = 0;
        for (std::size_t i = 1; i < cases.size(); ++i) {
            const PracticeCase& one = cases[i];
            const PracticeCase& kept = cases[static_cast<std::size_t>(best)];
            if (!one.applies || one.low != one.high) continue;
            const bool better = wish.answers.before > 0 ? one.claimed > kept.claimed : one.claimed < kept.claimed;
            if (better) best = static_cast<int>(i);
        }
        earlier.answers.chosen.push_back(best);
    }
    return earlier;
}

}  // namespace

Witness witness_for(const AnswerSpace& space, const WitnessWish& wish, const WitnessDates& dates) {
    Witness witness{drafted(space, wish, dates, dates.assessed), std::nullopt};
    add_facts(*space.framework, wish, dates, witness.assessment);
    if (wish.previous || wish.answers.before != 0) {
        witness.previous = drafted(space, before(space, wish), dates, dates.previous);
        witness.previous->facts.resize(space.framework->catalogue.tables.size());
    }
    return witness;
}

}  // namespace waymark
