#include "condition/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace waymark {

namespace {

struct Scribe {
    const ConditionNames* names;
    bool sorted;  // for comparing: parts in an order of their own, numbers as fractions

    const TableType& table(int index) const { return names->catalogue->tables[static_cast<std::size_t>(index)]; }
    const Column& column(int of, int index) const { return table(of).columns[static_cast<std::size_t>(index)]; }
    std::string node(int index) const { return names->catalogue->nodes[static_cast<std::size_t>(index)].id; }
    std::string number(const Rational& value) const { return sorted ? value.to_fraction() : value.to_short(4); }
};

std::string join(std::vector<std::string> parts, std::string_view between, bool sorted) {
    if (sorted) std::sort(parts.begin(), parts.end());
    return fmt::format("{}", fmt::join(parts, between));
}

std::string in_brackets(std::vector<std::string> parts, const Scribe& scribe) {
    return "[" + join(std::move(parts), ", ", scribe.sorted) + "]";
}

std::string test_text(const Test& test, int table, bool inside, const Scribe& scribe);
std::string measure_text(const Measure& measure, int table, const Scribe& scribe);

// ---- bounds

const char* bound_word(Bound::Op op) {
    switch (op) {
        case Bound::Op::at_least:
            return "at least";
        case Bound::Op::at_most:
            return "at most";
        case Bound::Op::more_than:
            return "more than";
        case Bound::Op::less_than:
            break;
    }
    return "less than";
}

// A level stays a level, whatever its value.
std::string bound_value(const Bound& bound, const Scribe& scribe) {
    if (!bound.limit.empty()) return bound.limit;
    if (bound.duration) return bound.duration->to_text();
    const char first = bound.as_written.empty() ? '0' : bound.as_written.front();
    if (first < 'a' || first > 'z') return scribe.number(bound.value);
    const auto renamed = scribe.names->levels.find(bound.as_written);
    return renamed == scribe.names->levels.end() ? bound.as_written : renamed->second;
}

std::string bounds_text(const std::vector<Bound>& bounds, const Scribe& scribe) {
    std::vector<std::string> parts;
    for (const Bound& bound : bounds) {
        parts.push_back(fmt::format("{} {}", bound_word(bound.op), bound_value(bound, scribe)));
    }
    return parts.empty() ? "" : " is " + join(std::move(parts), " and ", scribe.sorted);
}

// ---- cells

std::string cell_value(const Operand& operand, const Column& column, const Scribe& scribe) {
    if (!operand.limit.empty()) return operand.limit;
    const auto& choices = column.type.choices;
    if (const auto* chosen = std::get_if<ChosenIndex>(&operand.value)) {
        return choices[static_cast<std::size_t>(chosen->index)].id;
    }
    if (const auto* set = std::get_if<ChosenSet>(&operand.value)) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if ((set->bits >> i & 1U) != 0) ids.push_back(choices[i].id);
        }
        return in_brackets(std::move(ids), scribe);
    }
    if (const auto* number = std::get_if<Rational>(&operand.value)) return scribe.number(*number);
    if (const auto* date = std::get_if<Date>(&operand.value)) return date->to_text();
    if (const auto* duration = std::get_if<Duration>(&operand.value)) return duration->to_text();
    if (const auto* text = std::get_if<std::string>(&operand.value)) return fmt::format("'{}'", *text);
    return operand.as_written;
}

std::string operand_text(const Operand& operand, int table, const Column& column, const Scribe& scribe) {
    std::string text;
    switch (operand.kind) {
        case Operand::Kind::value:
            return cell_value(operand, column, scribe);
        case Operand::Kind::column:
            return scribe.column(table, operand.column).id;
        case Operand::Kind::record_field:
            return fmt::format("{}.{}", scribe.table(operand.table).id,
                               scribe.column(operand.table, operand.column).id);
        case Operand::Kind::assessed:
            text = "assessed";
            break;
        case Operand::Kind::previous:
            text = "previous";
            break;
    }
    if (operand.shift) text += fmt::format(" {} {}", operand.shift_back ? '-' : '+', operand.shift->to_text());
    return text;
}

const char* cell_word(CellTest::Op op) {
    using Op = CellTest::Op;
    static constexpr std::pair<Op, const char*> kWords[] = {{Op::equal, "is"},
                                                            {Op::one_of, "is one of"},
                                                            {Op::is_not, "is not"},
                                                            {Op::empty, "is blank"},
                                                            {Op::not_empty, "is not blank"},
                                                            {Op::has_any, "has any of"},
                                                            {Op::has_only, "has only"},
                                                            {Op::at_least, "is at least"},
                                                            {Op::at_most, "is at most"},
                                                            {Op::more_than, "is more than"},
                                                            {Op::less_than, "is less than"},
                                                            {Op::before, "is before"},
                                                            {Op::after, "is after"},
                                                            {Op::not_before, "is not before"},
                                                            {Op::not_after, "is not after"}};
    for (const auto& [known, word] : kWords) {
        if (known == op) return word;
    }
    return "is";
}

std::string cells_text(const Test& test, int table, const Scribe& scribe) {
    const Column& column = scribe.column(table, test.column);
    std::vector<std::string> parts;
    for (const CellTest& cell : test.cells) {
        std::vector<std::string> operands;
        for (const Operand& operand : cell.operands) operands.push_back(operand_text(operand, table, column, scribe));
        std::string text = fmt::format("{} {}", column.id, cell_word(cell.op));
        if (cell.op == CellTest::Op::one_of) {
            text += " " + in_brackets(std::move(operands), scribe);
        } else if (!operands.empty()) {
            text += " " + join(std::move(operands), ", ", scribe.sorted);
        }
        parts.push_back(std::move(text));
    }
    return join(std::move(parts), " and ", scribe.sorted);
}

// ---- tests of rows

std::string parts_text(const std::vector<Test>& parts, int table, std::string_view between, bool inside,
                       const Scribe& scribe) {
    std::vector<std::string> texts;
    for (const Test& part : parts) texts.push_back(test_text(part, table, parts.size() > 1, scribe));
    std::string text = join(std::move(texts), between, scribe.sorted);
    return inside && parts.size() > 1 ? "(" + text + ")" : text;
}

std::string test_text(const Test& test, int table, bool inside, const Scribe& scribe) {
    switch (test.kind) {
        case Test::Kind::all:
            return parts_text(test.parts, table, " and ", inside, scribe);
        case Test::Kind::any:
            return parts_text(test.parts, table, " or ", inside, scribe);
        case Test::Kind::no:
            return "not (" + parts_text(test.parts, table, " and ", false, scribe) + ")";
        case Test::Kind::cell:
            return cells_text(test, table, scribe);
        case Test::Kind::measure:
            break;
    }
    return measure_text(*test.measure, table, scribe);
}

std::string where_text(const std::unique_ptr<Test>& test, int table, std::string_view word, const Scribe& scribe) {
    return test ? fmt::format(" {} {}", word, test_text(*test, table, false, scribe)) : "";
}

// ---- measures

std::string roles_text(const RoleSet& roles, const Scribe& scribe) {
    if (roles.everyone) return "";
    std::vector<std::string> ids;
    for (const int role : roles.roles) ids.push_back(scribe.names->catalogue->roles[static_cast<std::size_t>(role)]);
    return fmt::format(" by {}{}", roles.complement ? "all but " : "", in_brackets(std::move(ids), scribe));
}

std::string node_text(const NodeMeasure& measure, const Scribe& scribe) {
    static constexpr const char* kWords[] = {"claimed", "evidenced", "gap", "mean"};
    std::string text = kWords[static_cast<std::size_t>(measure.kind)];
    if (measure.node >= 0) text += " of " + scribe.node(measure.node);
    text += roles_text(measure.by, scribe);
    return measure.at_previous ? text + " at the previous assessment" : text;
}

const char* table_measure_word(Measure::Kind kind) {
    using Kind = Measure::Kind;
    static constexpr std::pair<Kind, const char*> kWords[] = {
        {Kind::count, "count"},   {Kind::share, "share"},     {Kind::largest_share, "largest share"},
        {Kind::sum, "sum"},       {Kind::average, "average"}, {Kind::median, "median"},
        {Kind::lowest, "lowest"}, {Kind::highest, "highest"}, {Kind::distinct, "number of different"}};
    for (const auto& [known, word] : kWords) {
        if (known == kind) return word;
    }
    return "measure";
}

std::string table_measure_text(const Measure& measure, const Scribe& scribe) {
    const int table = measure.table;
    std::string text = table_measure_word(measure.kind);
    if (measure.column >= 0) text += " " + scribe.column(table, measure.column).id;
    text += " of " + scribe.table(table).id;
    if (measure.per >= 0) text += " per " + scribe.column(table, measure.per).id;
    if (measure.top > 1) text += fmt::format(" of the top {}", measure.top);
    if (measure.by >= 0) text += " by " + scribe.column(table, measure.by).id;
    text += where_text(measure.among, table, "among those whose", scribe);
    return text + where_text(measure.where, table, "where", scribe);
}

std::string measure_text(const Measure& measure, int table, const Scribe& scribe) {
    std::string text;
    if (measure.kind == Measure::Kind::node) {
        text = node_text(measure.node, scribe);
    } else if (measure.kind == Measure::Kind::difference) {
        text = fmt::format("({}) less ({})", measure_text(*measure.of, table, scribe),
                           measure_text(*measure.less, table, scribe));
    } else {
        text = table_measure_text(measure, scribe);
    }
    const bool has_test = measure.where || measure.among;
    return (has_test && !measure.bounds.empty() ? "(" + text + ")" : text) + bounds_text(measure.bounds, scribe);
}

// ---- conditions

std::string condition_text(const Condition& condition, bool inside, const Scribe& scribe);

std::string parts_text(const std::vector<Condition>& parts, std::string_view between, bool inside,
                       const Scribe& scribe) {
    std::vector<std::string> texts;
    for (const Condition& part : parts) texts.push_back(condition_text(part, parts.size() > 1, scribe));
    std::string text = join(std::move(texts), between, scribe.sorted);
    return inside && parts.size() > 1 ? "(" + text + ")" : text;
}

// One that holds a test of rows, whose words would run into what follows.
std::string simple_text(const Condition& condition, const Scribe& scribe) {
    using Kind = Condition::Kind;
    const int table = condition.table;
    const std::string where = where_text(condition.where, table, "where", scribe);
    switch (condition.kind) {
        case Kind::record:
            return scribe.table(table).id + where_text(condition.where, table, "says:", scribe);
        case Kind::some:
            return "some of " + scribe.table(table).id + where;
        case Kind::none:
            return "none of " + scribe.table(table).id + where;
        case Kind::every:
            return "every one of " + scribe.table(table).id + where + where_text(condition.that, table, "has:", scribe);
        default:
            return measure_text(*condition.measure, -1, scribe);
    }
}

std::string condition_text(const Condition& condition, bool inside, const Scribe& scribe) {
    switch (condition.kind) {
        case Condition::Kind::all:
            return parts_text(condition.parts, " and ", inside, scribe);
        case Condition::Kind::any:
            return parts_text(condition.parts, " or ", inside, scribe);
        case Condition::Kind::no:
            return "not (" + parts_text(condition.parts, " and ", false, scribe) + ")";
        case Condition::Kind::raised:
            return scribe.names->catalogue->flags[static_cast<std::size_t>(condition.flag)] + " is raised";
        default:
            break;
    }
    const std::string text = simple_text(condition, scribe);
    return inside && (condition.where || condition.that) ? "(" + text + ")" : text;
}

}  // namespace

std::string describe(const Condition& condition, const ConditionNames& names) {
    return condition_text(condition, false, {&names, false});
}

std::string canonical(const Condition& condition, const ConditionNames& names) {
    return condition_text(condition, false, {&names, true});
}

}  // namespace waymark
