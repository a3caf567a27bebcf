#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

using Type = ColumnType::Kind;

struct Target {
    const Node& node;
    const TableType& table;
    int column;
    const Reader& reader;
    const Column& definition() const { return table.columns[static_cast<std::size_t>(column)]; }
    const ColumnType& type() const { return definition().type; }
};

void wrong_value(const Target& target, std::string help) {
    target.reader.findings->report("C007", target.node.span,
                                   fmt::format("'{}' does not fit '{}', which holds {}", target.node.text,
                                               target.definition().id, kind_in_words(target.type())),
                                   std::move(help));
}

bool same_choices(const ColumnType& a, const ColumnType& b) {
    return std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(),
                      [](const Choice& x, const Choice& y) { return x.id == y.id && x.value == y.value; });
}

bool is_plain_number(Type type) {
    return type == Type::number || type == Type::integer;
}
bool is_plain_text(Type type) {
    return type == Type::text || type == Type::row_of;
}

bool comparable(const ColumnType& a, const ColumnType& b) {
    if (is_plain_number(a.kind) && is_plain_number(b.kind)) return true;
    if (is_plain_text(a.kind) && is_plain_text(b.kind)) return true;
    return a.kind == b.kind && a.kind != Type::some_of && same_choices(a, b);
}

void read_reference(Operand& operand, const Target& target) {
    const Node& name = target.node.items[0];
    const ColumnType* other = nullptr;
    if (target.node.keys[0].text == "column") {
        operand.kind = Operand::Kind::column;
        operand.column = read_column_name(name, *target.reader.catalogue().table(target.table.id), target.reader);
        if (operand.column < 0) return;
        other = &target.table.columns[static_cast<std::size_t>(operand.column)].type;
    } else {
        operand.kind = Operand::Kind::record_field;
        const RecordField field = read_record_field(name, target.reader);
        operand.table = field.table;
        operand.column = field.column;
        if (field.table < 0 || field.column < 0) return;
        other = &target.reader.table(field.table).columns[static_cast<std::size_t>(field.column)].type;
    }
    operand.as_written = name.text;
    if (comparable(target.type(), *other)) return;
    target.reader.findings->report(
        "C007", name.span,
        fmt::format("'{}' holds {} and cannot be compared with '{}', which holds {}", name.text, kind_in_words(*other),
                    target.definition().id, kind_in_words(target.type())),
        "compare two columns of the same type");
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// "assessed", "previous + 18 months"; false if the text is nothing of the kind.
bool read_relative_date(Operand& operand, std::string_view text) {
    using Word = std::pair<std::string_view, Operand::Kind>;
    for (const auto& [word, kind] :
         {Word{"assessed", Operand::Kind::assessed}, Word{"previous", Operand::Kind::previous}}) {
        if (text.substr(0, word.size()) != word) continue;
        const std::string_view rest = trimmed(text.substr(word.size()));
        operand.kind = kind;
        if (rest.empty()) return true;
        if (rest.front() != '+' && rest.front() != '-') return false;
        operand.shift_back = rest.front() == '-';
        operand.shift = parse_duration(trimmed(rest.substr(1)));
        return operand.shift.has_value();
    }
    return false;
}

void read_date_value(Operand& operand, const Target& target) {
    if (const auto date = parse_date(target.node.text))
        operand.value = *date;
    else if (!read_relative_date(operand, target.node.text)) {
        wrong_value(target, "write a date like 2026-11-20, 'assessed - 12 months' or 'previous'");
    }
}

void read_number_value(Operand& operand, const Target& target, Range range) {
    range.whole = target.type().kind == Type::integer;
    auto number = read_amount(target.node.text, range.is_share);
    if (!number) {
        if (const Limit* limit = target.reader.limit(target.node.text)) {
            number = limit->value;
            operand.limit = limit->name;
        } else if (const Choice* level =
                       range.levels == nullptr ? nullptr : find_choice(*range.levels, target.node.text)) {
            number = level->value;
        }
    }
    if (!number) return wrong_value(target, "write a number, or the name of a limit of this flag");
    operand.value = *number;
    const std::string problem = out_of_range(*number, range);
    if (problem.empty()) return;
    target.reader.findings->report("C008", target.node.span,
                                   fmt::format("{} cannot be met: {}", target.node.text, problem),
                                   "choose a value that can occur");
}

std::vector<std::string> ids_of(const std::vector<Choice>& choices) {
    std::vector<std::string> ids;
    for (const auto& each : choices) ids.push_back(each.id);
    return ids;
}

// The choice of that id; of ordered choices also the one of that value.
std::optional<int> choice_index(const Target& target) {
    const auto& choices = target.type().choices;
    const auto value = target.type().kind == Type::level ? parse_decimal(target.node.text) : std::nullopt;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].id == target.node.text || (value && choices[i].value == *value)) return static_cast<int>(i);
    }
    return std::nullopt;
}

void read_choice_value(Operand& operand, const Target& target) {
    const auto index = choice_index(target);
    if (!index) {
        if (parse_decimal(target.node.text)) return wrong_value(target, suggest("", ids_of(target.type().choices)));
        target.reader.findings->report("C002", target.node.span,
                                       fmt::format("'{}' has no choice '{}'", target.definition().id, target.node.text),
                                       suggest(target.node.text, ids_of(target.type().choices)));
        return;
    }
    if (target.type().kind == Type::some_of)
        operand.value = ChosenSet{std::uint64_t{1} << static_cast<unsigned>(*index)};
    else
        operand.value = ChosenIndex{*index};
}

void read_value(Operand& operand, const Target& target) {
    const std::string& text = target.node.text;
    switch (target.type().kind) {
        case Type::text:
        case Type::row_of:
            operand.value = text;
            break;
        case Type::number:
        case Type::integer:
        case Type::money:
        case Type::share:
            read_number_value(operand, target, range_of_column(target.table, target.column, target.reader.catalogue()));
            break;
        case Type::date:
            read_date_value(operand, target);
            break;
        case Type::duration:
            if (const auto duration = parse_duration(text))
                operand.value = *duration;
            else
                wrong_value(target, "write it like '18 months' or '90 days'");
            break;
        case Type::yes_no:
            if (text == "yes" || text == "true")
                operand.value = ChosenIndex{1};
            else if (text == "no" || text == "false")
                operand.value = ChosenIndex{0};
            else
                wrong_value(target, "write 'yes' or 'no'");
            break;
        case Type::one_of:
        case Type::some_of:
        case Type::level:
            read_choice_value(operand, target);
            break;
    }
}

}  // namespace

std::string kind_in_words(const ColumnType& type) {
    switch (type.kind) {
        case Type::text:
            return "text";
        case Type::number:
            return "a number";
        case Type::integer:
            return "a whole number";
        case Type::money:
            return "an amount of money";
        case Type::share:
            return "a share";
        case Type::date:
            return "a date";
        case Type::duration:
            return "a duration";
        case Type::yes_no:
            return "yes or no";
        case Type::one_of:
            return "one of several words";
        case Type::some_of:
            return "a set of words";
        case Type::level:
            return "one of several ordered words";
        case Type::row_of:
            return fmt::format("the key of a row of '{}'", type.table);
    }
    return "";
}

Operand read_operand(const Node& node, int table, int column, const Reader& reader) {
    Operand operand;
    const Target target{node, reader.table(table), column, reader};
    if (node.kind == Node::Kind::mapping && node.keys.size() == 1 && target.type().kind != Type::some_of &&
        (node.keys[0].text == "column" || node.keys[0].text == "record")) {
        read_reference(operand, target);
        return operand;
    }
    if (node.kind != Node::Kind::scalar) {
        reader.findings->report("C007", node.span,
                                fmt::format("a single value of '{}' is expected here", target.definition().id),
                                fmt::format("it holds {}", kind_in_words(target.type())));
        return operand;
    }
    operand.as_written = node.text;
    read_value(operand, target);
    return operand;
}

}  // namespace waymark
