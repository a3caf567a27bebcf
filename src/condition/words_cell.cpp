#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"
#include "condition/words.hpp"

namespace waymark {

namespace {

using Op = CellTest::Op;
using Type = ColumnType::Kind;

// A column's title as a name; where it only names, it need not fit the grammar of the sentence.
std::string name_of(const Column& column) {
    return quoted(column.title.empty() ? id_in_words(column.id) : lower_first(column.title));
}

// Values of records may stand in a sentence, those of private fields never.
std::string record_field_text(const Operand& operand, const Phrasing& in) {
    const Column& field = in.scene.column(operand.table, operand.column);
    const Row* row = in.scene.record(operand.table);
    if (field.type.is_private || row == nullptr || cell_of(*row, operand.column).index() == 0) return name_of(field);
    return fmt::format("{} ({})", cell_text(field, cell_of(*row, operand.column), in.currency()), name_of(field));
}

std::string operand_text(const Operand& operand, const Column& column, const Phrasing& in) {
    if (operand.kind == Operand::Kind::column) return name_of(in.scene.column(in.table, operand.column));
    if (operand.kind == Operand::Kind::record_field) return record_field_text(operand, in);
    Cell held;
    const Row nowhere;
    const Cell& value = resolve(operand, nowhere, in.scene, held);
    if (value.index() == 0) return operand.as_written;
    if (const auto* chosen = std::get_if<ChosenIndex>(&value)) {
        const Choice& choice = column.type.choices[static_cast<std::size_t>(chosen->index)];
        return has_phrase(choice) ? choice.phrase : id_in_words(choice.id);
    }
    return cell_text(column, value, in.currency());
}

bool has_choice(const Cell& cell, std::size_t choice) {
    if (const auto* index = std::get_if<ChosenIndex>(&cell)) return static_cast<std::size_t>(index->index) == choice;
    const auto* set = std::get_if<ChosenSet>(&cell);
    return set != nullptr && choice < 64 && (set->bits >> choice & 1U) != 0;
}

// One of several alternatives is said only if a row shows it.
bool is_found(const CellTest& test, int column, std::size_t choice, const Phrasing& in) {
    if (in.found == nullptr || (test.op != Op::one_of && test.op != Op::has_any)) return true;
    return std::any_of(in.found->begin(), in.found->end(),
                       [&](const Row* row) { return has_choice(cell_of(*row, column), choice); });
}

std::vector<Choice> choices_of(const CellTest& test, int column, const ColumnType& type, const Phrasing& in) {
    std::vector<Choice> chosen;
    for (const auto& operand : test.operands) {
        for (std::size_t i = 0; i < type.choices.size(); ++i) {
            if (has_choice(operand.value, i) && is_found(test, column, i, in)) chosen.push_back(type.choices[i]);
        }
    }
    return chosen;
}

// At most five by name, then how many more.
std::string alternatives(std::vector<std::string> names) {
    constexpr std::size_t most = 5;
    if (names.size() > most) {
        const auto more = names.size() - most;
        names.resize(most);
        names.push_back(fmt::format("{} more", more));
    }
    return join(names, "or");
}

std::string phrases_of(const std::vector<Choice>& choices, const Phrasing& in) {
    std::vector<std::string> phrases;
    for (const auto& choice : choices) phrases.push_back(in_number(choice.phrase, in));
    return alternatives(std::move(phrases));
}

std::string labels_of(const std::vector<Choice>& choices, bool with_phrases) {
    std::vector<std::string> labels;
    for (const auto& choice : choices) {
        labels.push_back(with_phrases && has_phrase(choice) ? choice.phrase
                         : with_phrases                     ? id_in_words(choice.id)
                                                            : quoted(id_in_words(choice.id)));
    }
    return alternatives(std::move(labels));
}

std::string yes_no_phrase(bool yes, const Column& column, const Phrasing& in) {
    const auto& choices = column.type.choices;
    const std::size_t index = yes ? 1 : 0;
    if (choices.size() == 2 && has_phrase(choices[index])) return in_number(choices[index].phrase, in);
    return in_number(fmt::format("are {}marked {}", yes ? "" : "not ", name_of(column)), in);
}

std::string choice_phrase(const CellTest& test, int index, const Phrasing& in) {
    const Column& column = in.scene.column(in.table, index);
    const auto choices = choices_of(test, index, column.type, in);
    const bool only = test.op == Op::has_only;
    const bool phrased = column.type.kind != Type::level && std::all_of(choices.begin(), choices.end(), has_phrase);
    const std::string have = in_number("have", in);
    const std::string named = labels_of(choices, !column.says.empty());
    if (test.op == Op::is_not) {
        const std::string other = "something other than " + named;
        return column.says.empty() ? fmt::format("{} {} as {}", have, other, name_of(column))
                                   : in_number(filled(column.says, other), in);
    }
    if (!column.says.empty()) return in_number(filled(column.says, (only ? "only " : "") + named), in);
    if (phrased) return phrases_of(choices, in) + (only && choices.size() > 1 ? " and nothing else" : "");
    return fmt::format("{} {}{} as {}", have, only ? "only " : "", named, name_of(column));
}

std::string level_bound(Op op, const std::string& level) {
    switch (op) {
        case Op::at_least:
            return fmt::format("at {} or above", level);
        case Op::at_most:
            return fmt::format("at {} or below", level);
        case Op::more_than:
            return fmt::format("above {}", level);
        default:
            return fmt::format("below {}", level);
    }
}

std::string date_bound(Op op, const std::string& date) {
    switch (op) {
        case Op::before:
            return "before " + date;
        case Op::after:
            return "after " + date;
        case Op::not_before:
            return "on or after " + date;
        case Op::not_after:
            return "on or before " + date;
        case Op::is_not:
            return "not on " + date;
        default:
            return "on " + date;
    }
}

// "no readings" rather than "0 readings" or "fewer than 1 readings".
bool nothing(const CellTest& test, const std::string& value, const Column& column) {
    if (column.type.kind != Type::integer || column.says.empty()) return false;
    if (test.op == Op::less_than) return value == "1";
    return value == "0" && (test.op == Op::equal || test.op == Op::at_most);
}

std::string value_text(const CellTest& test, const Column& column, const Phrasing& in) {
    std::vector<std::string> values;
    for (const auto& operand : test.operands) values.push_back(operand_text(operand, column, in));
    const std::string value = alternatives(std::move(values));
    if (column.type.kind == Type::date) return date_bound(test.op, value);
    if (nothing(test, value, column)) return "no";
    if (is_bound(test.op)) {
        const bool referring = test.operands.front().kind != Operand::Kind::value;
        if (column.type.kind == Type::level && column.says.empty()) return level_bound(test.op, value);
        const bool prefixed = column.type.kind == Type::level || referring;
        if (prefixed && test.op == Op::at_least) return "at least " + value;
        if (prefixed && test.op == Op::at_most) return "at most " + value;
        const bool is_score = column.id == "claimed" || column.id == "evidenced";
        return amount_phrase(bound_of(test.op), value, is_score, column.type.kind == Type::integer);
    }
    if (test.op == Op::is_not) return "other than " + value;
    if (test.op == Op::equal && test.operands.front().kind != Operand::Kind::value) return "the same as " + value;
    return value;
}

}  // namespace

Bound::Op bound_of(Op op) {
    switch (op) {
        case Op::at_least:
            return Bound::Op::at_least;
        case Op::at_most:
            return Bound::Op::at_most;
        case Op::more_than:
            return Bound::Op::more_than;
        default:
            return Bound::Op::less_than;
    }
}

bool is_bound(Op op) {
    return op == Op::at_least || op == Op::at_most || op == Op::more_than || op == Op::less_than;
}

std::string in_number(std::string phrase, const Phrasing& in) {
    return in.one ? singular(std::move(phrase)) : phrase;
}

std::string cell_phrase(const CellTest& test, int index, const Phrasing& in) {
    const Column& column = in.scene.column(in.table, index);
    const std::string have = in_number("have", in);
    if (column.type.is_private) return in_number("fit a test of a private column", in);
    if (test.op == Op::empty && !column.blank.empty()) return in_number(column.blank, in);
    if (test.op == Op::empty) return fmt::format("{} no {} recorded", have, name_of(column));
    if (test.op == Op::not_empty) return fmt::format("{} {} recorded", have, name_of(column));
    const bool refers = !test.operands.empty() && test.operands.front().kind != Operand::Kind::value;
    if (column.type.kind == Type::yes_no && !refers && test.operands.size() == 1) {
        const auto* chosen = std::get_if<ChosenIndex>(&test.operands.front().value);
        const bool named = chosen != nullptr && chosen->index == 1;
        return yes_no_phrase(test.op == Op::is_not ? !named : named, column, in);
    }
    const bool chooses =
        column.type.kind == Type::one_of || column.type.kind == Type::some_of || column.type.kind == Type::level;
    if (chooses && !is_bound(test.op) && !refers) return choice_phrase(test, index, in);
    const std::string value = value_text(test, column, in);
    if (!column.says.empty()) return in_number(filled(column.says, value), in);
    const bool bare = column.type.kind == Type::date || column.type.kind == Type::text ||
                      column.type.kind == Type::row_of || column.type.kind == Type::level;
    return fmt::format("{} {} {}{}", have, name_of(column), bare || refers ? "" : "of ", value);
}

}  // namespace waymark
