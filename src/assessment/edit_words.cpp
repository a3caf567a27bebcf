// Answers and tables as structs, back in the words of a file.
#include "assessment/edit.hpp"

namespace waymark {

namespace {

template <typename List>
std::string id_at(const List& list, int index) {
    return index < 0 ? "" : list[static_cast<std::size_t>(index)].id;
}

// Shares may be written with four places as a decimal or as a percentage, and so have up to six.
std::string number_text(const Rational& value, ColumnType::Kind kind) {
    const std::string decimal = value.to_short(4);
    if (kind != ColumnType::Kind::share || parse_decimal(decimal) == value) return decimal;
    return (value * Rational(100)).to_short(4) + "%";
}

std::string set_text(ChosenSet chosen, const ColumnType& type) {
    std::string text;
    for (std::size_t i = 0; i < type.choices.size(); ++i) {
        if ((chosen.bits >> i & 1U) == 0) continue;
        text += (text.empty() ? "" : "|") + type.choices[i].id;
    }
    return text;
}

std::string cell_text(const Cell& cell, const ColumnType& type) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<Rational>(&cell)) return number_text(*number, type.kind);
    if (const auto* date = std::get_if<Date>(&cell)) return date->to_text();
    if (const auto* duration = std::get_if<Duration>(&cell)) return duration->to_text();
    if (const auto* chosen = std::get_if<ChosenIndex>(&cell)) return id_at(type.choices, chosen->index);
    if (const auto* chosen = std::get_if<ChosenSet>(&cell)) return set_text(*chosen, type);
    return "";
}

}  // namespace

AnswerText in_words(const Answer& answer, const Framework& framework) {
    AnswerText words;
    words.state = answer.state;
    if (answer.state == AnswerState::level)
        words.level = id_at(framework.scale_of(answer.element).levels, answer.level);
    words.reason = answer.reason;
    words.evidence_state = answer.evidence_state;
    words.note = answer.note;
    const EvidenceRules& rules = framework.evidence;
    for (const EvidenceItem& item : answer.evidence) {
        words.evidence.push_back({id_at(rules.strengths, item.strength), item.what,
                                  item.dated ? item.dated->to_text() : "", id_at(rules.producers, item.produced_by),
                                  id_at(rules.forms, item.form)});
    }
    return words;
}

Change table_change(const Table& table, const TableType& type) {
    if (table.state == Table::State::none) return MarkNone{type.id};
    if (table.state == Table::State::not_given) return ForgetTable{type.id};
    SetTable change{type.id, type.is_record, {}};
    for (const Row& row : table.rows) {
        auto& cells = change.rows.emplace_back();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            std::string text = cell_text(row.cells[i], type.columns[i].type);
            if (!text.empty()) cells.emplace_back(type.columns[i].id, std::move(text));
        }
    }
    return change;
}

}  // namespace waymark
