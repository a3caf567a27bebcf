#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "condition/reader.hpp"

namespace waymark {

namespace {

using Kind = Measure::Kind;
using Type = ColumnType::Kind;

struct Arguments {
    Fields& fields;
    const Node& key;
    MeasurePlace place;
    int row_table;
    const Reader& reader;
};

NodeMeasure::Kind node_kind(std::string_view word) {
    if (word == "evidenced") return NodeMeasure::Kind::evidenced;
    if (word == "gap") return NodeMeasure::Kind::gap;
    if (word == "mean") return NodeMeasure::Kind::mean;
    return NodeMeasure::Kind::claimed;
}

Kind table_kind(std::string_view word) {
    static const std::vector<std::pair<std::string_view, Kind>> kinds = {
        {"count", Kind::count},   {"share", Kind::share},     {"largest_share", Kind::largest_share},
        {"sum", Kind::sum},       {"average", Kind::average}, {"median", Kind::median},
        {"lowest", Kind::lowest}, {"highest", Kind::highest}, {"distinct", Kind::distinct}};
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == word; });
    return found->second;
}

void read_node_of(NodeMeasure& measure, Arguments& in) {
    if (const Node* of = in.fields.find("of")) {
        measure.node = read_node_name(*of, in.reader);
        return;
    }
    if (in.row_table >= 0 && has_nodes(in.reader.table(in.row_table))) return;
    in.reader.findings->report("C004", in.key.span,
                               fmt::format("'{}' needs 'of:', the practice or dimension it reads", in.key.text),
                               "'of' may be left out only in tests of the rows of 'practices' and 'dimensions'");
}

void read_at(NodeMeasure& measure, Arguments& in) {
    const Node* at = in.fields.find("at");
    if (at == nullptr) return;
    measure.at_previous = true;
    if (at->kind == Node::Kind::scalar && at->text == "previous") return;
    in.reader.findings->report("C007", at->span, "'at' can only be 'previous'",
                               "leave it out to read the present assessment");
}

void check_mean(const NodeMeasure& measure, Arguments& in) {
    const auto& nodes = in.reader.catalogue().nodes;
    const bool group =
        measure.node >= 0 && nodes[static_cast<std::size_t>(measure.node)].kind != NodeName::Kind::practice;
    const bool row_is_group = measure.node < 0 && in.row_table >= 0 && in.reader.table(in.row_table).id == "dimensions";
    if (!group && !row_is_group) return;
    in.reader.findings->report("C007", in.key.span, "'mean' reads a single practice",
                               "for a dimension use 'claimed' with 'by'");
}

Range range_of(const NodeMeasure& measure, const Arguments& in) {
    Range range = range_of_node(measure.node, in.row_table, in.reader.catalogue());
    range.is_unknown = measure.node < 0 && in.row_table < 0;
    if (measure.kind != NodeMeasure::Kind::gap) return range;
    range.what = "a gap";
    range.levels = nullptr;
    if (range.highest) range.highest = *range.highest - *range.lowest;
    range.lowest = Rational(0);
    return range;
}

Range read_node_measure(Measure& measure, Arguments& in) {
    measure.kind = Kind::node;
    NodeMeasure& node = measure.node;
    node.kind = node_kind(in.key.text);
    read_node_of(node, in);
    const bool takes_roles = node.kind == NodeMeasure::Kind::claimed || node.kind == NodeMeasure::Kind::mean;
    if (takes_roles) {
        if (const Node* by = in.fields.find("by")) node.by = read_roles(*by, in.reader);
    }
    if (node.kind == NodeMeasure::Kind::mean) {
        if (node.by.everyone) {
            in.reader.findings->report("C004", in.key.span, "'mean' needs 'by:', the roles whose answers it averages",
                                       "for everyone's level use 'claimed'");
        }
        check_mean(node, in);
    } else if (node.kind != NodeMeasure::Kind::gap) {
        read_at(node, in);
    }
    return range_of(node, in);
}

std::unique_ptr<Measure> read_side(const char* word, Arguments& in) {
    const Node* side = in.fields.need(word);
    if (side == nullptr) return nullptr;
    if (side->kind != Node::Kind::mapping || side->keys.size() != 1 || !is_measure(side->keys[0].text) ||
        side->keys[0].text == "difference") {
        in.reader.findings->report("C001", side->span, fmt::format("'{}' needs one measure", word),
                                   "write it like 'of: {claimed: {of: …}}'");
        return nullptr;
    }
    return read_measure(side->keys[0], side->items[0], MeasurePlace::difference, in.row_table, in.reader);
}

Range read_difference(Measure& measure, Arguments& in) {
    measure.kind = Kind::difference;
    measure.of = read_side("of", in);
    measure.less = read_side("less", in);
    Range range;
    range.what = "this difference";
    const auto is_node = [](const auto& side) { return side != nullptr && side->kind == Kind::node; };
    if (!is_node(measure.of) || !is_node(measure.less)) return range;
    const Range one = range_of_node(measure.of->node.node, in.row_table, in.reader.catalogue());
    const Range other = range_of_node(measure.less->node.node, in.row_table, in.reader.catalogue());
    if (!one.highest || !other.highest) return range;
    range.lowest = *one.lowest - *other.highest;
    range.highest = *one.highest - *other.lowest;
    return range;
}

// A column that holds amounts; `allowed` says which kinds the measure can work with.
template <std::size_t N>
int read_amount_column(const char* word, const std::array<Type, N>& allowed, int table, Arguments& in, bool needed) {
    const Node* name = needed ? in.fields.need(word) : in.fields.find(word);
    if (name == nullptr) return -1;
    const int column = read_column_name(*name, table, in.reader);
    if (column < 0) return -1;
    const auto& type = in.reader.table(table).columns[static_cast<std::size_t>(column)].type;
    if (std::find(allowed.begin(), allowed.end(), type.kind) != allowed.end()) return column;
    in.reader.findings->report(
        "C006", name->span,
        fmt::format("'{}' works with amounts, and '{}' holds {}", in.key.text, name->text, kind_in_words(type)),
        "name a column of numbers");
    return -1;
}

constexpr std::array kWeights = {Type::number, Type::integer, Type::money, Type::share};
constexpr std::array kAmounts = {Type::number, Type::integer, Type::money, Type::share, Type::duration};
constexpr std::array kOrdered = {Type::number, Type::integer, Type::money, Type::share, Type::duration, Type::level};

Range read_statistic(Measure& measure, Arguments& in) {
    const bool adds = measure.kind == Kind::sum || measure.kind == Kind::average;
    measure.column = adds ? read_amount_column("column", kAmounts, measure.table, in, true)
                          : read_amount_column("column", kOrdered, measure.table, in, true);
    measure.where = read_optional_test(in.fields.find("where"), measure.table, in.reader);
    if (measure.column < 0) return {};
    Range range = range_of_column(in.reader.table(measure.table), measure.column, in.reader.catalogue());
    if (measure.kind == Kind::sum) range.lowest = range.highest = std::nullopt;
    return range;
}

Range counted(const char* what) {
    Range range;
    range.what = what;
    range.lowest = Rational(0);
    range.whole = true;
    return range;
}

Range a_share() {
    Range range;
    range.what = "a share";
    range.lowest = Rational(0);
    range.highest = Rational(1);
    range.is_share = true;
    return range;
}

Range read_share(Measure& measure, Arguments& in) {
    measure.where = read_optional_test(in.fields.need("where"), measure.table, in.reader);
    measure.among = read_optional_test(in.fields.find("among"), measure.table, in.reader);
    measure.by = read_amount_column("by", kWeights, measure.table, in, false);
    return a_share();
}

Range read_largest_share(Measure& measure, Arguments& in) {
    if (const Node* per = in.fields.need("per")) measure.per = read_column_name(*per, measure.table, in.reader);
    measure.by = read_amount_column("by", kWeights, measure.table, in, false);
    measure.top = in.fields.whole("top", 1, 1000).value_or(1);
    return a_share();
}

Range read_table_measure(Measure& measure, Arguments& in) {
    measure.kind = table_kind(in.key.text);
    if (const Node* of = in.fields.need("of")) measure.table = read_table_name(*of, in.reader);
    switch (measure.kind) {
        case Kind::share:
            return read_share(measure, in);
        case Kind::largest_share:
            return read_largest_share(measure, in);
        case Kind::count:
            measure.where = read_optional_test(in.fields.find("where"), measure.table, in.reader);
            return counted("a count");
        case Kind::distinct:
            if (const Node* column = in.fields.need("column")) {
                measure.column = read_column_name(*column, measure.table, in.reader);
            }
            measure.where = read_optional_test(in.fields.find("where"), measure.table, in.reader);
            return counted("a count");
        default:
            return read_statistic(measure, in);
    }
}

void check_bounds(std::size_t written, Arguments& in) {
    if (in.place == MeasurePlace::difference && written > 0) {
        in.reader.findings->report("C005", in.key.span,
                                   fmt::format("'{}' takes no bound inside a difference", in.key.text),
                                   "put the bound on 'difference' itself");
    }
    if (in.place != MeasurePlace::difference && written == 0) {
        in.reader.findings->report("C005", in.key.span,
                                   fmt::format("'{}' has no bound to be compared with", in.key.text),
                                   "add 'at_least', 'at_most', 'more_than' or 'less_than'");
    }
}

std::size_t bounds_written(const Node& arguments) {
    std::size_t written = 0;
    for (const char* word : {"at_least", "at_most", "more_than", "less_than"}) {
        if (arguments.find(word) != nullptr) ++written;
    }
    return written;
}

}  // namespace

bool is_node_measure(std::string_view word) {
    return word == "claimed" || word == "evidenced" || word == "gap" || word == "mean" || word == "difference";
}

const std::vector<std::string>& measure_words() {
    static const std::vector<std::string> words = {"claimed", "evidenced", "gap",           "mean",    "difference",
                                                   "count",   "share",     "largest_share", "sum",     "average",
                                                   "median",  "lowest",    "highest",       "distinct"};
    return words;
}

bool is_measure(std::string_view word) {
    const auto& words = measure_words();
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::unique_ptr<Measure> read_measure(const Node& key, const Node& arguments, MeasurePlace place, int row_table,
                                      const Reader& reader) {
    auto measure = std::make_unique<Measure>();
    measure->span = key.span;
    Fields fields(arguments, fmt::format("'{}'", key.text), *reader.findings);
    if (!fields.is_mapping()) return measure;
    Arguments in{fields, key, place, row_table, reader};
    Range range;
    if (key.text == "difference")
        range = read_difference(*measure, in);
    else if (is_node_measure(key.text))
        range = read_node_measure(*measure, in);
    else
        range = read_table_measure(*measure, in);
    measure->bounds = read_bounds(fields, range, reader);
    check_bounds(bounds_written(arguments), in);
    fields.finish();
    return measure;
}

}  // namespace waymark
