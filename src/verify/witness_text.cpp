// A made-up assessment as a file.
#include <fmt/format.h>

#include "assessment/edit.hpp"
#include "assessment/write.hpp"
#include "verify/witness.hpp"

namespace waymark {

namespace {

Node item_node(const EvidenceText& item) {
    Node node = mapping_node();
    put(node, "strength", scalar_node(item.strength));
    const std::pair<const char*, const std::string*> rest[] = {
        {"what", &item.what}, {"dated", &item.dated}, {"produced_by", &item.produced_by}, {"form", &item.form}};
    for (const auto& [key, value] : rest) {
        if (!value->empty()) put(node, key, scalar_node(*value));
    }
    return node;
}

Node answer_node(const AnswerText& answer) {
    if (answer.state == AnswerState::dont_know) return scalar_node("dont-know");
    if (answer.state == AnswerState::not_applicable) {
        Node node = mapping_node();
        put(node, "not-applicable", scalar_node(answer.reason));
        return node;
    }
    if (answer.evidence_state == EvidenceState::not_asked) return scalar_node(answer.level);
    Node node = mapping_node();
    put(node, "level", scalar_node(answer.level));
    if (answer.evidence_state == EvidenceState::none) {
        put(node, "evidence", scalar_node("none"));
        return node;
    }
    Node items = sequence_node();
    for (const EvidenceText& item : answer.evidence) items.items.push_back(item_node(item));
    put(node, "evidence", std::move(items));
    return node;
}

Node respondents_node(const Assessment& assessment, const Framework& framework) {
    Node people = sequence_node();
    for (const Respondent& respondent : assessment.respondents) {
        Node person = mapping_node();
        put(person, "id", scalar_node(respondent.id));
        put(person, "role", scalar_node(framework.roles[static_cast<std::size_t>(respondent.role)].id));
        Node answers = mapping_node();
        for (const Answer& answer : respondent.answers) {
            put(answers, framework.elements[static_cast<std::size_t>(answer.element)].id,
                answer_node(in_words(answer, framework)));
        }
        put(person, "answers", std::move(answers));
        people.items.push_back(std::move(person));
    }
    return people;
}

Node row_node(const std::vector<CellText>& cells) {
    Node row = mapping_node();
    for (const auto& [column, value] : cells) put(row, column, scalar_node(value));
    return row;
}

Node facts_node(const Assessment& assessment, const Framework& framework) {
    Node facts = mapping_node();
    for (std::size_t i = 0; i < assessment.facts.size(); ++i) {
        const TableType& type = framework.catalogue.tables[i];
        if (type.is_computed || assessment.facts[i].state == Table::State::not_given) continue;
        const Change change = table_change(assessment.facts[i], type);
        if (std::holds_alternative<MarkNone>(change)) put(facts, type.id, scalar_node("none"));
        const auto* set = std::get_if<SetTable>(&change);
        if (set == nullptr || set->rows.empty()) continue;
        if (type.is_record) {
            put(facts, type.id, row_node(set->rows.front()));
            continue;
        }
        Node rows = sequence_node();
        for (const auto& row : set->rows) rows.items.push_back(row_node(row));
        put(facts, type.id, std::move(rows));
    }
    return facts;
}

}  // namespace

std::string text_of(const Assessment& assessment, const Framework& framework, const std::string& remark,
                    const std::string& previous) {
    Node root = mapping_node();
    put(root, "waymark", scalar_node("assessment/1"));
    put(root, "framework", scalar_node(fmt::format("{}@{}", framework.id, framework.version)));
    put(root, "organisation", scalar_node(assessment.organisation));
    put(root, "profile", scalar_node(framework.profiles[static_cast<std::size_t>(assessment.profile)].id));
    put(root, "date", scalar_node(assessment.date.to_text()));
    if (!assessment.currency.empty()) put(root, "currency", scalar_node(assessment.currency));
    if (!previous.empty()) put(root, "previous", scalar_node(previous));
    put(root, "respondents", respondents_node(assessment, framework));
    Node facts = facts_node(assessment, framework);
    if (!facts.keys.empty()) put(root, "facts", std::move(facts));
    return "# " + remark + "\n" + yaml_of(root);
}

}  // namespace waymark
