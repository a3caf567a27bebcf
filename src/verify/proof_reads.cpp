// What no rule of a framework looks at, and what rules look at in vain: found in what conditions name, without solving
// anything.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "condition/read.hpp"
#include "text/english.hpp"
#include "verify/proofs.hpp"

namespace waymark {

namespace {

using Nodes = std::set<int>;

void add_below(const Framework& framework, int node, Nodes& nodes) {
    nodes.insert(node);
    for (const int child : framework.elements[static_cast<std::size_t>(node)].children)
        add_below(framework, child, nodes);
}

void names_in(const Test& test, const Framework& framework, Nodes& nodes);

void names_in(const Measure& measure, const Framework& framework, Nodes& nodes) {
    if (measure.kind == Measure::Kind::node && measure.node.node > 0) add_below(framework, measure.node.node, nodes);
    if (measure.of) names_in(*measure.of, framework, nodes);
    if (measure.less) names_in(*measure.less, framework, nodes);
    if (measure.where) names_in(*measure.where, framework, nodes);
    if (measure.among) names_in(*measure.among, framework, nodes);
}

void names_in(const Test& test, const Framework& framework, Nodes& nodes) {
    for (const Test& part : test.parts) names_in(part, framework, nodes);
    if (test.measure) names_in(*test.measure, framework, nodes);
}

// The practices and dimensions that a test of the rows of a computed table lets through, as far as it names them: by id,
// dimension, core or tags. Anything else could be so for any row.
bool may_pass(const Test& test, const TableType& type, const Framework& framework, int node) {
    const Element& element = framework.elements[static_cast<std::size_t>(node)];
    const auto part_passes = [&](const Test& part) { return may_pass(part, type, framework, node); };
    if (test.kind == Test::Kind::all) return std::all_of(test.parts.begin(), test.parts.end(), part_passes);
    if (test.kind == Test::Kind::any) return std::any_of(test.parts.begin(), test.parts.end(), part_passes);
    if (test.kind != Test::Kind::cell) return true;
    const Column& column = type.columns[static_cast<std::size_t>(test.column)];
    const bool is_name = column.id == "id" || column.id == "practice";
    for (const CellTest& cell : test.cells) {
        const bool positive = cell.op == CellTest::Op::equal || cell.op == CellTest::Op::one_of;
        if (column.id == "tags" && cell.op == CellTest::Op::has_any && !cell.operands.empty()) {
            const auto* asked = std::get_if<ChosenSet>(&cell.operands.front().value);
            bool has = asked == nullptr;
            for (std::size_t i = 0; asked != nullptr && i < column.type.choices.size(); ++i) {
                const auto& tags = element.question.tags;
                has = has || ((asked->bits >> i & 1) != 0 &&
                              std::find(tags.begin(), tags.end(), column.type.choices[i].id) != tags.end());
            }
            if (!has) return false;
            continue;
        }
        if (!positive || (!is_name && column.id != "dimension" && column.id != "core")) continue;
        const bool fits = std::any_of(cell.operands.begin(), cell.operands.end(), [&](const Operand& operand) {
            const auto* chosen = std::get_if<ChosenIndex>(&operand.value);
            if (chosen == nullptr || operand.kind != Operand::Kind::value) return true;
            if (column.id == "core") return element.core == (chosen->index == 1);
            const std::string& id = column.type.choices[static_cast<std::size_t>(chosen->index)].id;
            if (is_name) return id == element.id;
            return element.dimension >= 0 && framework.elements[static_cast<std::size_t>(element.dimension)].id == id;
        });
        if (!fits) return false;
    }
    return true;
}

bool has_rows_of_practices(const TableType& type) {
    return type.is_computed && (type.id == "practices" || type.id == "answers" || type.id == "evidence");
}

// A question about all practices alike looks at none of them in particular; one that names some looks at those.
void rows_in(int table, const std::vector<const Test*>& tests, const Framework& framework, Nodes& nodes) {
    if (table < 0) return;
    const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(table)];
    const bool dimensions = type.is_computed && type.id == "dimensions";
    if (!dimensions && !has_rows_of_practices(type)) return;
    Nodes passing;
    bool all = true;
    for (std::size_t i = 1; i < framework.elements.size(); ++i) {
        const auto kind = framework.elements[i].kind;
        if (kind != (dimensions ? NodeName::Kind::dimension : NodeName::Kind::practice)) continue;
        const bool passes = std::all_of(tests.begin(), tests.end(), [&](const Test* test) {
            return test == nullptr || may_pass(*test, type, framework, static_cast<int>(i));
        });
        all = all && passes;
        if (passes) passing.insert(static_cast<int>(i));
    }
    if (all) return;
    for (const int node : passing) add_below(framework, node, nodes);
}

void rows_in(const Measure& measure, const Framework& framework, Nodes& nodes) {
    if (measure.of) rows_in(*measure.of, framework, nodes);
    if (measure.less) rows_in(*measure.less, framework, nodes);
    rows_in(measure.table, {measure.where.get(), measure.among.get()}, framework, nodes);
}

void nodes_in(const Condition& condition, const Framework& framework, Nodes& nodes) {
    for (const Condition& part : condition.parts) nodes_in(part, framework, nodes);
    rows_in(condition.table, {condition.where.get(), condition.that.get()}, framework, nodes);
    for (const Test* test : {condition.where.get(), condition.that.get()}) {
        if (test != nullptr) names_in(*test, framework, nodes);
    }
    if (!condition.measure) return;
    names_in(*condition.measure, framework, nodes);
    rows_in(*condition.measure, framework, nodes);
}

// Practices that some flag looks at by name, by dimension, by tag or as core: not only through the overall score, nor
// only among all practices alike.
Nodes nodes_read(const Framework& framework) {
    Nodes nodes;
    for (const Flag& flag : framework.flags) {
        nodes_in(flag.when, framework, nodes);
        if (flag.applies) nodes_in(*flag.applies, framework, nodes);
        if (flag.too_early_when) nodes_in(*flag.too_early_when, framework, nodes);
        for (const SeverityCase& one : flag.severity) {
            if (one.when) nodes_in(*one.when, framework, nodes);
        }
    }
    return nodes;
}

Span place_of(const Framework& framework, int node, const Findings& findings) {
    const Element& element = framework.elements[static_cast<std::size_t>(node)];
    return waymark::place_of(findings.source(), element.span, element.id);
}

void report_unread(const Framework& framework, const Nodes& read, Findings& findings) {
    const std::vector<int>& dimensions = framework.elements[0].children;
    for (const int dimension : dimensions) {
        Nodes below;
        add_below(framework, dimension, below);
        const Element& element = framework.elements[static_cast<std::size_t>(dimension)];
        if (std::none_of(below.begin(), below.end(), [&](int node) { return read.count(node) > 0; })) {
            if (dimensions.size() == 1) continue;  // the only dimension is the whole
            findings.report(
                "P021", place_of(framework, dimension, findings),
                fmt::format("no flag looks at the dimension '{}' or at anything in it", element.id),
                "whatever is answered here moves nothing but averages; write a flag that reads one of its practices");
            continue;
        }
        for (const int node : below) {
            const Element& practice = framework.elements[static_cast<std::size_t>(node)];
            if (practice.kind != NodeName::Kind::practice || read.count(node) > 0) continue;
            findings.report("P020", place_of(framework, node, findings),
                            fmt::format("no flag looks at the practice '{}'", practice.id),
                            "it counts in averages only; write a flag that reads it, or leave it so and say why");
        }
    }
}

// Columns that waymark fills only where something else is declared.
std::string why_empty(const Framework& framework, const TableType& type, const Column& column) {
    const auto& rules = framework.evidence;
    if (is_worked_out(type, column)) {
        return framework.outcomes.declared ? "" : "declare 'outcomes', from which waymark reads indicators";
    }
    if (!type.is_computed || !rules.strengths.empty()) return "";
    const bool of_evidence =
        type.id == "evidence" ||
        ((type.id == "practices" || type.id == "dimensions") &&
         (column.id == "evidenced" || column.id == "gap" || column.id == "strength" || column.id == "new_evidence"));
    return of_evidence ? "declare 'evidence', so that respondents are asked for it" : "";
}

void report_unfilled(const Framework& framework, Findings& findings) {
    for (const Flag& flag : framework.flags) {
        std::set<std::string> said;
        for (const auto& [table, column] : flag.reads.columns) {
            if (column < 0) continue;
            const TableType& type = framework.catalogue.tables[static_cast<std::size_t>(table)];
            const Column& read = type.columns[static_cast<std::size_t>(column)];
            const std::string help = why_empty(framework, type, read);
            if (help.empty() || !said.insert(type.id + '.' + read.id).second) continue;
            findings.report("P016", waymark::place_of(findings.source(), flag.span, flag.id),
                            fmt::format("the flag '{}' reads the column '{}' of '{}', which nobody is asked to fill",
                                        flag.id, read.id, type.id),
                            help);
        }
        if (framework.evidence.strengths.empty() && !flag.reads.evidenced.empty()) {
            findings.report(
                "P016", waymark::place_of(findings.source(), flag.span, flag.id),
                fmt::format("the flag '{}' reads evidenced scores, and nobody is asked for evidence", flag.id),
                "declare 'evidence', so that respondents are asked for it");
        }
    }
}

}  // namespace

Span place_of(const Source& source, const Span& span, std::string_view id) {
    constexpr int kLines = 3;
    for (int line = span.line; line < span.line + kLines && !id.empty(); ++line) {
        const std::string_view text = source.line(line);
        const std::size_t key = text.find("id:");
        const std::size_t at = key == std::string_view::npos ? key : text.find(id, key + 3);
        if (at == std::string_view::npos) continue;
        const auto characters = [](std::string_view part) {
            return static_cast<int>(std::count_if(part.begin(), part.end(), [](char c) { return (c & 0xC0) != 0x80; }));
        };
        return {line, characters(text.substr(0, at)) + 1, characters(id)};
    }
    return span;
}

void prove_reads(const Framework& framework, Findings& findings) {
    if (framework.flags.empty()) return;
    report_unread(framework, nodes_read(framework), findings);
    report_unfilled(framework, findings);
}

}  // namespace waymark
