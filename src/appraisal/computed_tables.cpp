// The tables that waymark itself supplies to conditions.
#include <algorithm>

#include "appraisal/working.hpp"

namespace waymark {

RowWriter& RowWriter::set(std::string_view column, Cell value) {
    if (const auto index = type_->column(column)) row_.cells[static_cast<std::size_t>(*index)] = std::move(value);
    return *this;
}

RowWriter& RowWriter::choose(std::string_view column, std::string_view choice) {
    const auto index = type_->column(column);
    if (!index) return *this;
    const auto& choices = type_->columns[static_cast<std::size_t>(*index)].type.choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].id != choice) continue;
        row_.cells[static_cast<std::size_t>(*index)] = ChosenIndex{static_cast<int>(i)};
        break;
    }
    return *this;
}

RowWriter& RowWriter::number(std::string_view column, const std::optional<Rational>& value) {
    return value ? set(column, *value) : *this;
}

std::string node_state_id(NodeState state) {
    switch (state) {
        case NodeState::scored:
            return "scored";
        case NodeState::not_applicable:
            return "not-applicable";
        case NodeState::unknown:
            return "unknown";
        case NodeState::not_asked:
            break;
    }
    return "not-asked";
}

namespace {

struct Computed {
    const TableType* type;
    Table* table;
};

std::optional<Computed> computed(Working& working, std::string_view id) {
    const auto index = working.framework.catalogue.table(id);
    if (!index) return std::nullopt;
    Table& table = working.tables[static_cast<std::size_t>(*index)];
    table.state = Table::State::given;
    return Computed{&working.framework.catalogue.tables[static_cast<std::size_t>(*index)], &table};
}

const Element& element_at(const Working& working, int node) {
    return working.framework.elements[static_cast<std::size_t>(node)];
}

const NodeScore& score_at(const Working& working, int node) {
    return working.scores.nodes[static_cast<std::size_t>(node)];
}

// Rows of the evidence table that stand under one practice.
template <class Visit>
void for_evidence_of(const Working& working, int node, Visit visit) {
    const auto index = working.framework.catalogue.table("evidence");
    if (!index) return;
    const TableType& type = working.framework.catalogue.tables[static_cast<std::size_t>(*index)];
    const auto column = type.column("practice");
    if (!column) return;
    const auto& choices = type.columns[static_cast<std::size_t>(*column)].type.choices;
    const auto wanted = std::ranges::find(choices, element_at(working, node).id, &Choice::id) - choices.begin();
    for (const Row& row : working.tables[static_cast<std::size_t>(*index)].rows) {
        const auto* chosen = std::get_if<ChosenIndex>(&row.cells[static_cast<std::size_t>(*column)]);
        if (chosen != nullptr && chosen->index == wanted) visit(type, row);
    }
}

template <class Value>
const Value* cell(const TableType& type, const Row& row, std::string_view column) {
    const auto index = type.column(column);
    return index ? std::get_if<Value>(&row.cells[static_cast<std::size_t>(*index)]) : nullptr;
}

// The strongest effective strength offered; the first ("none") where people said they have none; nothing if
// not known.
std::optional<int> strongest(const Working& working, int node) {
    if (!score_at(working, node).evidence_known) return std::nullopt;
    int best = 0;
    for_evidence_of(working, node, [&](const TableType& type, const Row& row) {
        if (const auto* strength = cell<ChosenIndex>(type, row, "effective_strength")) {
            best = std::max(best, strength->index);
        }
    });
    return best;
}

ChosenSet tag_set(const TableType& type, const std::vector<std::string>& tags) {
    ChosenSet set;
    const auto column = type.column("tags");
    if (!column) return set;
    const auto& choices = type.columns[static_cast<std::size_t>(*column)].type.choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (std::find(tags.begin(), tags.end(), choices[i].id) != tags.end()) set.bits |= std::uint64_t{1} << i;
    }
    return set;
}

std::optional<Rational> whole(std::optional<std::int64_t> count) {
    return count ? std::optional(Rational::whole(*count)) : std::nullopt;
}

void fill_practices(Working& working) {
    const auto target = computed(working, "practices");
    if (!target) return;
    for (const int node : working.plan.leaves) {
        const Element& element = element_at(working, node);
        const NodeScore& score = score_at(working, node);
        RowWriter row(*target->type);
        row.node(node).choose("id", element.id).choose("state", node_state_id(score.state));
        row.choose("dimension", element_at(working, element.dimension).id);
        row.yes_no("core", working.plan.nodes[static_cast<std::size_t>(node)].core);
        row.set("tags", tag_set(*target->type, element.question.tags));
        row.number("claimed", score.claimed.point).number("evidenced", score.evidenced.point).number("gap", score.gap);
        if (score.spread) row.number("agreement", score.spread->agreement);
        row.set("n", Rational::whole(score.everyone.levels));
        if (const auto strength = strongest(working, node)) row.set("strength", ChosenIndex{*strength});
        row.number("new_evidence", whole(new_evidence(working, node)));
        target->table->rows.push_back(row.done());
    }
}

void fill_dimensions(Working& working) {
    const auto target = computed(working, "dimensions");
    if (!target) return;
    for (const int node : working.plan.nodes[0].children) {
        const NodeScore& score = score_at(working, node);
        RowWriter row(*target->type);
        row.node(node).choose("id", element_at(working, node).id).choose("state", node_state_id(score.state));
        row.number("claimed", score.claimed.point).number("evidenced", score.evidenced.point).number("gap", score.gap);
        if (score.claimed.in_scope > 0) {
            row.set("coverage", Rational::fraction(score.claimed.known, score.claimed.in_scope));
        }
        std::optional<std::int64_t> fresh;
        for (const int leaf : working.plan.leaves) {
            if (element_at(working, leaf).dimension != node) continue;
            if (const auto items = new_evidence(working, leaf)) fresh = fresh.value_or(0) + *items;
        }
        row.number("new_evidence", whole(fresh));
        target->table->rows.push_back(row.done());
    }
}

// One counted row per practice, role and state. Roles too small to stand alone have a blank role: not known
// to rules.
void fill_answers(Working& working) {
    const auto target = computed(working, "answers");
    if (!target) return;
    static constexpr std::pair<AnswerState, const char*> states[] = {{AnswerState::dont_know, "dont-know"},
                                                                     {AnswerState::not_applicable, "not-applicable"},
                                                                     {AnswerState::skipped, "skipped"},
                                                                     {AnswerState::not_asked, "not-asked"}};
    const Tally& tally = working.input.tally;
    for (int leaf = 0; leaf < tally.leaves; ++leaf) {
        const int node = working.plan.leaves[static_cast<std::size_t>(leaf)];
        const PlanNode& plan_node = working.plan.nodes[static_cast<std::size_t>(node)];
        RowWriter practice(*target->type);
        practice.node(node).choose("practice", element_at(working, node).id);
        practice.choose("dimension", element_at(working, plan_node.dimension).id).yes_no("core", plan_node.core);
        for (int role = 0; role < tally.roles; ++role) {
            if (tally.respondents_in(role) == 0) continue;
            RowWriter row = practice;
            if (role < working.plan.roles && tally.respondents_in(role) >= working.plan.rules.role_min) {
                row.choose("role", working.framework.roles[static_cast<std::size_t>(role)].id);
            }
            const auto push = [&](std::int64_t count, std::string_view state, std::optional<Rational> level) {
                if (count == 0) return;
                RowWriter counted = row;
                target->table->rows.push_back(
                    counted.choose("state", state).number("level", level).times(count).done());
            };
            for (std::size_t level = 0; level < plan_node.level_values.size(); ++level) {
                push(tally.level_count(leaf, role, static_cast<int>(level)), "level",
                     Rational::fraction(plan_node.level_values[level], kValueUnit));
            }
            for (const auto& [state, id] : states) push(tally.state_count(leaf, role, state), id, std::nullopt);
        }
    }
}

void fill_respondents(Working& working) {
    const auto target = computed(working, "respondents");
    if (!target) return;
    for (const auto& [group, count] : working.input.tally.respondents) {
        RowWriter row(*target->type);
        if (group.role < working.plan.roles) {
            row.choose("role", working.framework.roles[static_cast<std::size_t>(group.role)].id);
        }
        row.set("answered", Rational::whole(group.answered)).yes_no("straight_lining", group.straight_lining);
        target->table->rows.push_back(row.times(count).done());
    }
    if (target->table->rows.empty()) target->table->state = Table::State::none;
}

void fill_assessment(Working& working) {
    const auto target = computed(working, "assessment");
    if (!target) return;
    const NodeScore& overall = score_at(working, 0);
    RowWriter row(*target->type);
    row.set("date", working.input.date);
    row.choose("profile", working.framework.profiles[static_cast<std::size_t>(working.plan.profile)].id);
    row.yes_no("first", !working.input.previous.has_value());
    row.set("respondents", Rational::whole(working.input.tally.all_respondents()));
    row.set("roles", Rational(working.quality.roles_heard));
    if (overall.claimed.in_scope > 0) {
        row.set("coverage", Rational::fraction(overall.claimed.known, overall.claimed.in_scope));
    }
    row.yes_no("halo", working.quality.halo);
    row.yes_no("evidence_collected", working.scores.evidence_collected);
    row.yes_no("withheld", !overall.claimed.point.has_value());
    target->table->rows.push_back(row.done());
}

void fill_indicators(Working& working) {
    const auto index = working.framework.catalogue.table("indicators");
    if (!index || !working.framework.outcomes.declared) return;
    Table& table = working.tables[static_cast<std::size_t>(*index)];
    table = with_readings(working.framework, table, working.readings);
}

}  // namespace

std::int64_t evidence_items(const Working& working, int node) {
    std::int64_t items = 0;
    for_evidence_of(working, node, [&](const TableType&, const Row& row) { items += row.times; });
    return items;
}

std::optional<std::int64_t> new_evidence(const Working& working, int node) {
    if (!working.input.previous) return std::nullopt;
    std::int64_t fresh = 0;
    for_evidence_of(working, node, [&](const TableType& type, const Row& row) {
        const auto* dated = cell<Date>(type, row, "dated");
        if (dated != nullptr && *dated > working.input.previous->date) fresh += row.times;
    });
    return fresh;
}

void fill_computed_tables(Working& working) {
    fill_practices(working);
    fill_dimensions(working);
    fill_answers(working);
    fill_respondents(working);
    fill_assessment(working);
    fill_indicators(working);
}

void fill_flag_table(Working& working) {
    const auto target = computed(working, "flags");
    if (!target) return;
    for (std::size_t i = 0; i < working.flags.size(); ++i) {
        const Flag& flag = working.framework.flags[i];
        RowWriter row(*target->type);
        row.choose("id", flag.id).choose("kind", flag.kind == FlagKind::washing ? "washing" : "real");
        row.choose("state", flag_state_id(working.flags[i].state));
        if (working.flags[i].severity) row.choose("severity", severity_id(*working.flags[i].severity));
        target->table->rows.push_back(row.done());
    }
    if (target->table->rows.empty()) target->table->state = Table::State::none;
}

}  // namespace waymark
