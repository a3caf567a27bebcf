// What conditions read, checked across flags: every limit is used, and nothing depends on itself.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "framework/draft.hpp"

namespace waymark {

namespace {

struct Seen {
    std::set<std::string> limits;
    std::vector<std::pair<int, Span>> raised;  // flags, and where they are read
};

void look(const Test& test, Seen& seen);

void look(const Measure& measure, Seen& seen) {
    for (const Bound& bound : measure.bounds) seen.limits.insert(bound.limit);
    if (measure.of) look(*measure.of, seen);
    if (measure.less) look(*measure.less, seen);
    if (measure.where) look(*measure.where, seen);
    if (measure.among) look(*measure.among, seen);
}

void look(const Test& test, Seen& seen) {
    for (const Test& part : test.parts) look(part, seen);
    for (const CellTest& cell : test.cells) {
        for (const Operand& operand : cell.operands) seen.limits.insert(operand.limit);
    }
    if (test.measure) look(*test.measure, seen);
}

void look(const Condition& condition, Seen& seen) {
    for (const Condition& part : condition.parts) look(part, seen);
    if (condition.kind == Condition::Kind::raised) seen.raised.emplace_back(condition.flag, condition.span);
    if (condition.where) look(*condition.where, seen);
    if (condition.that) look(*condition.that, seen);
    if (condition.measure) look(*condition.measure, seen);
}

Seen severities_of(const Flag& flag) {
    Seen seen;
    for (const SeverityCase& one : flag.severity) {
        if (one.when) look(*one.when, seen);
    }
    return seen;
}

void check_limits(Draft& draft, const Flag& flag) {
    Seen seen = severities_of(flag);
    look(flag.when, seen);
    if (flag.applies) look(*flag.applies, seen);
    if (flag.too_early_when) look(*flag.too_early_when, seen);
    for (const Limit& limit : flag.limits) {
        if (seen.limits.count(limit.name) > 0) continue;
        draft.report("F051", limit.span, fmt::format("no condition of '{}' reads the limit '{}'", flag.id, limit.name),
                     fmt::format("write it in place of a number, as in 'at_least: {}', or remove it", limit.name));
    }
}

using Graph = std::vector<std::vector<std::pair<int, Span>>>;  // flag -> flags its severity reads

// The shortest way from a flag back to itself through flags that stand after it, so that each cycle is found
// once; empty if there is none.
std::vector<int> way_back(const Graph& graph, int start) {
    std::vector<int> came_from(graph.size(), -1);
    std::vector<int> queue{start};
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const int flag = queue[next];
        for (const auto& [read, span] : graph[static_cast<std::size_t>(flag)]) {
            if (read == start) {
                std::vector<int> way{start};
                for (int back = flag; back != start; back = came_from[static_cast<std::size_t>(back)])
                    way.push_back(back);
                way.push_back(start);
                std::reverse(way.begin(), way.end());
                return way;
            }
            if (read < start || came_from[static_cast<std::size_t>(read)] >= 0) continue;
            came_from[static_cast<std::size_t>(read)] = flag;
            queue.push_back(read);
        }
    }
    return {};
}

void check_cycle(Draft& draft, const Graph& graph, int start) {
    const auto way = way_back(graph, start);
    if (way.empty()) return;
    const auto id = [&](int flag) { return draft.framework.flags[static_cast<std::size_t>(flag)].id; };
    std::string message = fmt::format("the severity of '{}' depends on itself: it reads", id(start));
    for (std::size_t i = 1; i < way.size(); ++i) {
        message += fmt::format("{} '{}'", i == 1 ? "" : ", which reads", id(way[i]));
    }
    const auto& reads = graph[static_cast<std::size_t>(start)];
    const auto place = std::find_if(reads.begin(), reads.end(), [&](const auto& read) { return read.first == way[1]; });
    draft.report("F050", place->second, message, "remove one of these conditions");
}

void check_cycles(Draft& draft) {
    const auto& flags = draft.framework.flags;
    Graph graph;
    for (const Flag& flag : flags) graph.push_back(severities_of(flag).raised);
    for (std::size_t i = 0; i < flags.size(); ++i) check_cycle(draft, graph, static_cast<int>(i));
}

bool reads_column(const Draft& draft, const Condition& condition, std::string_view table, std::string_view column) {
    const Catalogue& catalogue = draft.framework.catalogue;
    const auto t = catalogue.table(table);
    const auto c = t ? catalogue.tables[static_cast<std::size_t>(*t)].column(column) : std::nullopt;
    return c && reads_of(condition, catalogue).columns.count({*t, *c}) > 0;
}

// Severities are settled before whether answers are safe, and both before the verdict.
void check_severity_order(Draft& draft) {
    for (const Flag& flag : draft.framework.flags) {
        for (const SeverityCase& one : flag.severity) {
            if (!one.when || !reads_column(draft, *one.when, "flags", "severity")) continue;
            draft.report("F050", one.when->span,
                         fmt::format("the severity of '{}' reads the severity of flags, its own among them", flag.id),
                         "a severity may read which flags are raised; only the verdict may read how severe they are");
        }
    }
}

// Flags themselves may not read it either, which is found when their conditions are read.
void check_unsafe(Draft& draft) {
    const auto check = [&](const std::optional<Condition>& condition, const std::string& reader) {
        if (!condition || !reads_column(draft, *condition, "assessment", "unsafe")) return;
        draft.report("F050", condition->span, fmt::format("{} reads 'unsafe', which is settled later", reader),
                     "only the readings of the verdict may ask whether answers are unsafe");
    };
    const Framework& framework = draft.framework;
    check(framework.verdict.unsafe, "what makes answers unsafe");
    for (const Flag& flag : framework.flags) {
        for (const SeverityCase& one : flag.severity) check(one.when, fmt::format("the severity of '{}'", flag.id));
    }
}

}  // namespace

void check_reads(Draft& draft) {
    for (const Flag& flag : draft.framework.flags) {
        if (draft.unjudged_flags.count(flag.id) == 0) check_limits(draft, flag);
    }
    check_cycles(draft);
    check_severity_order(draft);
    check_unsafe(draft);
}

}  // namespace waymark
