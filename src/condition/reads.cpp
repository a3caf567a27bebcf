// What conditions read, and what is missing in words.
#include <fmt/format.h>

#include <optional>

#include "condition/evaluate.hpp"
#include "condition/figures.hpp"

namespace waymark {

namespace {

struct Collector {
    const Catalogue& catalogue;
    Reads reads;

    const TableType& type(int table) const { return catalogue.tables[static_cast<std::size_t>(table)]; }
};

void collect(const Test& test, int table, Collector& in);
void collect(const Measure& measure, Collector& in);

void collect_roles(const RoleSet& set, Collector& in) {
    if (set.everyone) return;
    for (int role = 0; role < static_cast<int>(in.catalogue.roles.size()); ++role) {
        bool named = false;
        for (const int each : set.roles) named = named || each == role;
        if (named != set.complement) in.reads.roles.insert(role);
    }
}

void collect_node(const NodeMeasure& measure, Collector& in) {
    collect_roles(measure.by, in);
    in.reads.previous = in.reads.previous || measure.at_previous;
    if (measure.node < 0) {
        in.reads.practices_by_level = true;
        return;
    }
    const bool evidenced = measure.kind == NodeMeasure::Kind::evidenced || measure.kind == NodeMeasure::Kind::gap;
    if (evidenced) in.reads.evidenced.insert(measure.node);
    if (measure.kind != NodeMeasure::Kind::evidenced) in.reads.claimed.insert(measure.node);
}

void collect_table(int table, Collector& in) {
    in.reads.columns.insert({table, -1});
    if (has_nodes(in.type(table))) in.reads.practices_by_level = true;
}

void collect_column(int table, int column, Collector& in) {
    in.reads.columns.insert({table, column});
    const TableType& type = in.type(table);
    if (has_nodes(type) && type.columns[static_cast<std::size_t>(column)].id == "new_evidence")
        in.reads.previous = true;
}

void collect_operand(const Operand& operand, int table, Collector& in) {
    if (operand.kind == Operand::Kind::column) collect_column(table, operand.column, in);
    if (operand.kind == Operand::Kind::record_field) collect_column(operand.table, operand.column, in);
    if (operand.kind == Operand::Kind::previous) in.reads.previous = true;
}

void collect(const Test& test, int table, Collector& in) {
    if (test.kind == Test::Kind::cell) collect_column(table, test.column, in);
    for (const auto& cell : test.cells) {
        for (const auto& operand : cell.operands) collect_operand(operand, table, in);
    }
    if (test.measure) collect(*test.measure, in);
    for (const auto& part : test.parts) collect(part, table, in);
}

// The nodes that a test of `practices` or `dimensions` names by id.
void ids_named(const Test& test, int id_column, const TableType& type, const Catalogue& catalogue,
               std::set<int>& nodes) {
    if (test.kind == Test::Kind::cell && test.column == id_column) {
        const auto& choices = type.columns[static_cast<std::size_t>(id_column)].type.choices;
        for (const auto& cell : test.cells) {
            if (cell.op != CellTest::Op::equal && cell.op != CellTest::Op::one_of) continue;
            for (const auto& operand : cell.operands) {
                const auto* chosen = std::get_if<ChosenIndex>(&operand.value);
                if (chosen == nullptr) continue;
                if (const auto node = catalogue.node(choices[static_cast<std::size_t>(chosen->index)].id))
                    nodes.insert(*node);
            }
        }
    }
    for (const auto& part : test.parts) ids_named(part, id_column, type, catalogue, nodes);
}

// "count of these four practices evidenced at 1 or below" reads those four as surely as four measures would.
void collect_named_nodes(const Test& test, int table, Collector& in) {
    const TableType& type = in.type(table);
    const auto id = has_nodes(type) ? type.column("id") : std::nullopt;
    if (!id) return;
    std::set<int> nodes;
    ids_named(test, *id, type, in.catalogue, nodes);
    std::set<int> columns;
    columns_tested(test, columns);
    const auto reads = [&](const char* column) {
        const auto index = type.column(column);
        return index && columns.count(*index) > 0;
    };
    if (reads("claimed") || reads("gap")) in.reads.claimed.insert(nodes.begin(), nodes.end());
    if (reads("evidenced") || reads("gap")) in.reads.evidenced.insert(nodes.begin(), nodes.end());
}

void collect_optional(const Test* test, int table, Collector& in) {
    if (test == nullptr) return;
    collect(*test, table, in);
    collect_named_nodes(*test, table, in);
}

void collect(const Measure& measure, Collector& in) {
    if (measure.kind == Measure::Kind::node) return collect_node(measure.node, in);
    if (measure.kind == Measure::Kind::difference) {
        collect(*measure.of, in);
        return collect(*measure.less, in);
    }
    collect_table(measure.table, in);
    for (const int column : {measure.column, measure.by, measure.per}) {
        if (column >= 0) collect_column(measure.table, column, in);
    }
    collect_optional(measure.where.get(), measure.table, in);
    collect_optional(measure.among.get(), measure.table, in);
}

void collect(const Condition& condition, Collector& in) {
    for (const auto& part : condition.parts) collect(part, in);
    if (condition.kind == Condition::Kind::raised) in.reads.flags.insert(condition.flag);
    if (condition.table >= 0) collect_table(condition.table, in);
    collect_optional(condition.where.get(), condition.table, in);
    collect_optional(condition.that.get(), condition.table, in);
    if (condition.measure) collect(*condition.measure, in);
}

std::string node_title(int node, const Catalogue& catalogue) {
    if (node < 0) return "the practices";
    const NodeName& name = catalogue.nodes[static_cast<std::size_t>(node)];
    return name.kind == NodeName::Kind::overall ? "the assessment as a whole" : name.title;
}

std::string column_of(const Missing& missing, const Catalogue& catalogue, const char* what) {
    const TableType& type = catalogue.tables[static_cast<std::size_t>(missing.table)];
    const Column& column = type.columns[static_cast<std::size_t>(missing.column)];
    const std::string title = column.title.empty() ? id_in_words(column.id) : lower_first(column.title);
    return fmt::format("the {} {} of {}", what, quoted(title), table_text(type));
}

}  // namespace

Reads reads_of(const Condition& condition, const Catalogue& catalogue) {
    Collector collector{catalogue, {}};
    collect(condition, collector);
    return std::move(collector.reads);
}

std::string missing_to_text(const Missing& missing, const Catalogue& catalogue) {
    switch (missing.kind) {
        case Missing::Kind::table:
            return table_text(catalogue.tables[static_cast<std::size_t>(missing.table)]);
        case Missing::Kind::column:
            return column_of(missing, catalogue, "column");
        case Missing::Kind::record_field:
            return column_of(missing, catalogue, "field");
        case Missing::Kind::answers:
            return fmt::format("answers to {}", node_title(missing.node, catalogue));
        case Missing::Kind::evidence:
            return fmt::format("evidence for {}", node_title(missing.node, catalogue));
        case Missing::Kind::role:
            return fmt::format("enough answers from {}", catalogue.role_titles[static_cast<std::size_t>(missing.role)]);
        case Missing::Kind::previous:
            return "a previous assessment";
        case Missing::Kind::out_of_scope:
            return fmt::format("{}, which does not apply here", node_title(missing.node, catalogue));
    }
    return "";
}

}  // namespace waymark
