#include "condition/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "condition/figures.hpp"

namespace waymark {

namespace {

using Op = CellTest::Op;
using Type = ColumnType::Kind;

struct Context {
    int table;
    bool one;
    const Scene& scene;
    const std::string& currency() const { return scene.world->currency; }
};

std::string in_number(std::string phrase, const Context& in) {
    return in.one ? singular(std::move(phrase)) : phrase;
}

// Values of records may stand in a sentence, those of private fields never.
std::string record_field_text(const Operand& operand, const Context& in) {
    const Column& field = in.scene.column(operand.table, operand.column);
    const std::string name =
        fmt::format("{} of {}", title_text(field), table_text(in.scene.type(operand.table)));
    const Row* row = in.scene.record(operand.table);
    if (field.type.is_private || row == nullptr || cell_of(*row, operand.column).index() == 0) return name;
    return fmt::format("{} ({})", cell_text(field, cell_of(*row, operand.column), in.currency()), name);
}

std::string operand_text(const Operand& operand, const Column& column, const Context& in) {
    if (operand.kind == Operand::Kind::column) {
        const Column& other = in.scene.column(in.table, operand.column);
        const std::string title = title_text(other);
        return has_phrase({other.id, other.title, {}}) ? "the " + title : title;
    }
    if (operand.kind == Operand::Kind::record_field) return record_field_text(operand, in);
    const Cell value = resolve(operand, {}, in.scene);
    if (value.index() == 0) return operand.as_written;
    if (const auto* chosen = std::get_if<ChosenIndex>(&value)) {
        const Choice& choice = column.type.choices[static_cast<std::size_t>(chosen->index)];
        return has_phrase(choice) ? choice.phrase : in_words(choice.id);
    }
    return cell_text(column, value, in.currency());
}

std::vector<Choice> choices_of(const CellTest& test, const ColumnType& type) {
    std::vector<Choice> chosen;
    for (const auto& operand : test.operands) {
        if (const auto* index = std::get_if<ChosenIndex>(&operand.value)) {
            chosen.push_back(type.choices[static_cast<std::size_t>(index->index)]);
        }
        const auto* set = std::get_if<ChosenSet>(&operand.value);
        for (std::size_t i = 0; set != nullptr && i < type.choices.size() && i < 64; ++i) {
            if ((set->bits >> i & 1U) != 0) chosen.push_back(type.choices[i]);
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

std::string phrases_of(const std::vector<Choice>& choices, const Context& in) {
    std::vector<std::string> phrases;
    for (const auto& choice : choices) phrases.push_back(in_number(choice.phrase, in));
    return alternatives(std::move(phrases));
}

std::string labels_of(const std::vector<Choice>& choices, bool with_phrases) {
    std::vector<std::string> labels;
    for (const auto& choice : choices) {
        labels.push_back(with_phrases && has_phrase(choice) ? choice.phrase
                         : with_phrases                     ? in_words(choice.id)
                                                            : quoted(in_words(choice.id)));
    }
    return alternatives(std::move(labels));
}

std::string yes_no_phrase(bool yes, const Column& column, const Context& in) {
    const auto& choices = column.type.choices;
    const std::size_t index = yes ? 1 : 0;
    if (choices.size() == 2 && has_phrase(choices[index])) return in_number(choices[index].phrase, in);
    return in_number(fmt::format("are {}marked {}", yes ? "" : "not ", quoted(lower_first(column.title))),
                     in);
}

bool is_set_test(Op op) {
    return op == Op::has_any || op == Op::has_only;
}

std::string choice_phrase(const CellTest& test, const Column& column, const Context& in) {
    const auto choices = choices_of(test, column.type);
    const bool only = test.op == Op::has_only;
    const bool phrased =
        column.type.kind != Type::level && std::all_of(choices.begin(), choices.end(), has_phrase);
    if (test.op == Op::is_not) {
        if (column.says.empty())
            return in_number("have", in) +
                   fmt::format(" {} other than {}", title_text(column), labels_of(choices, false));
        return in_number(filled(column.says, "something other than " + labels_of(choices, true)), in);
    }
    if (!column.says.empty())
        return in_number(filled(column.says, (only ? "only " : "") + labels_of(choices, true)), in);
    if (phrased) return phrases_of(choices, in) + (only && choices.size() > 1 ? " and nothing else" : "");
    if (only)
        return in_number("have", in) +
               fmt::format(" only {} as {}", labels_of(choices, false), title_text(column));
    const auto* with = is_set_test(test.op) ? "with " : "";
    return in_number("have", in) +
           fmt::format(" {} {}{}", title_text(column), with, labels_of(choices, false));
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

std::string value_text(const CellTest& test, const Column& column, const Context& in) {
    std::vector<std::string> values;
    for (const auto& operand : test.operands) values.push_back(operand_text(operand, column, in));
    const std::string value = alternatives(std::move(values));
    if (column.type.kind == Type::date) return date_bound(test.op, value);
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
    return value == "0" && column.type.kind == Type::integer ? "no" : value;
}

std::string cell_phrase(const CellTest& test, const Column& column, const Context& in) {
    const std::string have = in_number("have", in);
    if (column.type.is_private) return in_number("fit a test of a private column", in);
    if (test.op == Op::empty) return fmt::format("{} no {} recorded", have, title_text(column));
    if (test.op == Op::not_empty) return fmt::format("{} {} recorded", have, title_text(column));
    const bool refers = !test.operands.empty() && test.operands.front().kind != Operand::Kind::value;
    if (column.type.kind == Type::yes_no && !refers && test.operands.size() == 1) {
        const auto* chosen = std::get_if<ChosenIndex>(&test.operands.front().value);
        const bool named = chosen != nullptr && chosen->index == 1;
        return yes_no_phrase(test.op == Op::is_not ? !named : named, column, in);
    }
    const bool chooses = column.type.kind == Type::one_of || column.type.kind == Type::some_of ||
                         column.type.kind == Type::level;
    if (chooses && !is_bound(test.op) && !refers) return choice_phrase(test, column, in);
    const std::string value = value_text(test, column, in);
    if (!column.says.empty()) return in_number(filled(column.says, value), in);
    const bool bare = column.type.kind == Type::date || column.type.kind == Type::text ||
                      column.type.kind == Type::row_of || column.type.kind == Type::level;
    return fmt::format("{} {} {}{}", have, title_text(column), bare ? "" : "of ", value);
}

std::string bounds_phrase(const Measure& measure, bool is_score, const Context& in) {
    std::vector<std::string> parts;
    for (const auto& bound : measure.bounds) {
        parts.push_back(amount_phrase(bound.op, number_text(value_of(bound, in.scene)), is_score, false));
    }
    return join(parts, "and");
}

std::string difference_phrase(const Measure& measure, const Context& in) {
    const std::string amount = bounds_phrase(measure, false, in);
    const NodeMeasure& one = measure.of->node;
    const NodeMeasure& other = measure.less->node;
    const bool nodes = measure.of->kind == Measure::Kind::node && measure.less->kind == Measure::Kind::node;
    if (nodes && one.kind == other.kind && one.by.everyone && other.by.everyone && other.at_previous &&
        !one.at_previous) {
        return fmt::format("rose by {} since the previous assessment", amount);
    }
    if (nodes && !one.by.everyone && !other.by.everyone) {
        return in_number(fmt::format("are rated {} higher by {} than by {}", amount,
                                     roles_text(one.by, in.scene), roles_text(other.by, in.scene)),
                         in);
    }
    return in_number(fmt::format("have a difference of {}", amount), in);
}

std::string measure_phrase(const Measure& measure, const Context& in) {
    if (measure.kind == Measure::Kind::difference) return difference_phrase(measure, in);
    const NodeMeasure& node = measure.node;
    const std::string amount = bounds_phrase(measure, true, in);
    if (node.kind == NodeMeasure::Kind::gap) return in_number("have a gap of " + amount, in);
    const auto* reading = node.kind == NodeMeasure::Kind::mean        ? "rated on average at"
                          : node.kind == NodeMeasure::Kind::evidenced ? "evidenced at"
                                                                      : "claimed at";
    std::string text = fmt::format("{} {} {}", node.at_previous ? "were" : "are", reading, amount);
    if (!node.by.everyone) text += " by " + roles_text(node.by, in.scene);
    if (node.at_previous) text += " in the previous assessment";
    return in_number(std::move(text), in);
}

// The contrary of a verb phrase, where English makes it plain.
std::string denied(const std::string& phrase, const Context& in) {
    const auto rest_after = [&](std::string_view verb) { return phrase.substr(verb.size()); };
    for (const std::string_view verb : {"are ", "is ", "were ", "was "}) {
        if (phrase.starts_with(verb)) return fmt::format("{}not {}", verb, rest_after(verb));
    }
    if (phrase.starts_with("have ")) return "do not have " + rest_after("have ");
    if (phrase.starts_with("has ")) return "does not have " + rest_after("has ");
    return fmt::format("{} not among those that {}", in_number("are", in), phrase);
}

void add_predicates(const Test& test, const Context& in, int but_for, std::vector<std::string>& phrases);

std::string whole_phrase(const Test& test, const Context& in, int but_for) {
    std::vector<std::string> parts;
    add_predicates(test, in, but_for, parts);
    return join(parts, "and");
}

void add_predicates(const Test& test, const Context& in, int but_for, std::vector<std::string>& phrases) {
    switch (test.kind) {
        case Test::Kind::all:
            for (const auto& part : test.parts) add_predicates(part, in, but_for, phrases);
            break;
        case Test::Kind::any: {
            std::vector<std::string> parts;
            for (const auto& part : test.parts) parts.push_back(whole_phrase(part, in, -1));
            phrases.push_back(join(parts, "or"));
            break;
        }
        case Test::Kind::no:
            phrases.push_back(denied(whole_phrase(test.parts.front(), in, -1), in));
            break;
        case Test::Kind::measure:
            phrases.push_back(measure_phrase(*test.measure, in));
            break;
        case Test::Kind::cell:
            if (test.column == but_for) break;
            for (const auto& cell : test.cells) {
                phrases.push_back(cell_phrase(cell, in.scene.column(in.table, test.column), in));
            }
            break;
    }
}

}  // namespace

std::string amount_phrase(Bound::Op op, const std::string& figure, bool is_score, bool is_whole) {
    switch (op) {
        case Bound::Op::at_least:
            return figure + (is_score ? " or above" : " or more");
        case Bound::Op::at_most:
            return figure + (is_score ? " or below" : is_whole ? " or fewer" : " or less");
        case Bound::Op::more_than:
            return "more than " + figure;
        case Bound::Op::less_than:
            return (is_whole ? "fewer than " : "less than ") + figure;
    }
    return figure;
}

std::string roles_text(const RoleSet& roles, const Scene& scene) {
    std::vector<std::string> titles;
    for (const int role : roles.roles)
        titles.push_back(scene.world->catalogue->role_titles[static_cast<std::size_t>(role)]);
    return (roles.complement ? "all but " : "") + join(titles, "and");
}

std::vector<std::string> predicates(const Test& test, int table, bool one, const Scene& scene, int but_for) {
    std::vector<std::string> phrases;
    add_predicates(test, {table, one, scene}, but_for, phrases);
    return phrases;
}

}  // namespace waymark
