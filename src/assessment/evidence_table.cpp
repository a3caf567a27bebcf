// The computed table "evidence".
#include <algorithm>

#include "assessment/evidence_kinds.hpp"
#include "waymark/assessment.hpp"

namespace waymark {

namespace {

Cell chosen(const Column& column, const std::string& id) {
    const auto& choices = column.type.choices;
    const auto found = std::ranges::find(choices, id, &Choice::id);
    if (found == choices.end()) return {};
    return ChosenIndex{static_cast<int>(found - choices.begin())};
}

template <typename List>
std::string id_at(const List& list, int index) {
    return index < 0 || static_cast<std::size_t>(index) >= list.size() ? "" : list[static_cast<std::size_t>(index)].id;
}

bool is_core(const Framework& framework, int profile, int element) {
    const auto& exempt = framework.profiles[static_cast<std::size_t>(profile)].not_core;
    return framework.elements[static_cast<std::size_t>(element)].core &&
           std::ranges::find(exempt, element) == exempt.end();
}

// What a column of the table says about an item; a blank where it was not said.
Cell cell_of(const Column& column, const EvidenceKind& item, int profile, const Framework& framework) {
    const EvidenceRules& rules = framework.evidence;
    if (column.id == "practice") return chosen(column, id_at(framework.elements, item.element));
    if (column.id == "core") return ChosenIndex{is_core(framework, profile, item.element) ? 1 : 0};
    if (column.id == "role") return chosen(column, id_at(framework.roles, item.role));
    if (column.id == "strength") return chosen(column, id_at(rules.strengths, item.strength));
    if (column.id == "effective_strength") return chosen(column, id_at(rules.strengths, item.effective_strength));
    if (column.id == "dated") return item.dated ? Cell{*item.dated} : Cell{};
    if (column.id == "produced_by") return chosen(column, id_at(rules.producers, item.produced_by));
    if (column.id == "form") return chosen(column, id_at(rules.forms, item.form));
    return {};
}

struct Counted {
    bool asked = false;  // some answer carries items or says that there are none
    EvidenceCounts items;
};

void count_items(Counted& counted, const Answer& answer, int role, const EvidenceRules& rules, Date date) {
    if (answer.state != AnswerState::level || answer.evidence_state == EvidenceState::not_asked) return;
    counted.asked = true;
    for (const EvidenceItem& item : answer.evidence) {
        ++counted.items[{answer.element, role, item.strength, effective_strength(item, rules, date), item.dated,
                         item.produced_by, item.form}];
    }
}

}  // namespace

Table evidence_table(const Assessment& assessment, const Framework& framework) {
    Counted counted;
    for (const Respondent& respondent : assessment.respondents) {
        for (const Answer& answer : respondent.answers) {
            count_items(counted, answer, respondent.role, framework.evidence, assessment.date);
        }
    }
    return counted.asked ? evidence_table(counted.items, assessment.profile, framework) : Table{};
}

Table evidence_table(const EvidenceCounts& counted, int profile, const Framework& framework) {
    Table table;
    const auto index = framework.catalogue.table("evidence");
    if (!index) return table;
    table.state = counted.empty() ? Table::State::none : Table::State::given;
    const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(*index)];
    for (const auto& [item, times] : counted) {
        Row row;
        row.times = times;
        for (const Column& column : type.columns) {
            row.cells.push_back(cell_of(column, item, profile, framework));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace waymark
