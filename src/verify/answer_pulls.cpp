#include "verify/answer_pulls.hpp"

#include <algorithm>

namespace waymark {

namespace {

using Op = Bound::Op;

void pull_leaves(const AnswerSpace& space, int node, int claimed, int evidenced, Pulls& pulls) {
    const PlanNode& here = space.plan->nodes[static_cast<std::size_t>(node)];
    if (here.leaf >= 0) {
        pulls.claimed[static_cast<std::size_t>(here.leaf)] += claimed;
        pulls.evidenced[static_cast<std::size_t>(here.leaf)] += evidenced;
    }
    for (const int child : here.children) pull_leaves(space, child, claimed, evidenced, pulls);
}

void pull_roles(const AnswerSpace& space, const RoleSet& by, int sign, Pulls& pulls) {
    for (int role = 0; role < static_cast<int>(space.framework->roles.size()); ++role) {
        const bool named = std::find(by.roles.begin(), by.roles.end(), role) != by.roles.end();
        if (named != by.complement) pulls.roles[role] = sign;
    }
}

void pull(const AnswerSpace& space, const Measure& measure, int sign, int row_node, Pulls& pulls) {
    if (measure.kind == Measure::Kind::difference) {
        pull(space, *measure.of, sign, row_node, pulls);
        return pull(space, *measure.less, -sign, row_node, pulls);
    }
    if (measure.kind != Measure::Kind::node) return;
    const NodeMeasure& node = measure.node;
    const int about = node.node >= 0 ? node.node : row_node;
    if (node.at_previous) {
        pulls.before = sign;
    } else if (!node.by.everyone) {
        pull_roles(space, node.by, sign, pulls);
    } else if (about >= 0) {
        const bool claimed = node.kind != NodeMeasure::Kind::evidenced;
        const int evidenced = node.kind == NodeMeasure::Kind::gap ? -sign : sign;
        pull_leaves(space, about, claimed ? sign : 0, claimed && node.kind != NodeMeasure::Kind::gap ? 0 : evidenced,
                    pulls);
    }
}

void pull_by_tests(const AnswerSpace& space, const Test& test, int sign, Pulls& pulls) {
    for (const Test& part : test.parts) pull_by_tests(space, part, test.kind == Test::Kind::no ? -sign : sign, pulls);
    if (!test.measure || test.measure->bounds.empty()) return;
    const Op op = test.measure->bounds.front().op;
    const bool up = op == Op::at_least || op == Op::more_than;
    pull(space, *test.measure, up ? sign : -sign, 0, pulls);
}

}  // namespace

int pull_of(const Literal& literal) {
    const Measure* measure = literal.condition->measure.get();
    if (measure == nullptr || measure->bounds.empty()) return literal.holds ? 1 : -1;
    const auto at = literal.holds ? 0 : static_cast<std::size_t>(literal.bound);
    const Op op = measure->bounds[at].op;
    const bool up = op == Op::at_least || op == Op::more_than;
    return up == literal.holds ? 1 : -1;
}

Pulls pulls_of(const AnswerSpace& space, const Branch& literals) {
    Pulls pulls{std::vector<int>(space.practices.size()), std::vector<int>(space.practices.size()), {}, 0};
    for (const Literal& literal : literals) {
        if (const Measure* measure = node_measure_of(literal)) {
            pull(space, *measure, pull_of(literal), -1, pulls);
            continue;
        }
        const Condition& condition = *literal.condition;
        const int wants_rows = condition.kind == Condition::Kind::none ? -pull_of(literal) : pull_of(literal);
        for (const Test* test : {condition.where.get(), condition.that.get(),
                                 condition.measure ? condition.measure->where.get() : nullptr}) {
            if (test != nullptr && wants_rows > 0) pull_by_tests(space, *test, 1, pulls);
        }
    }
    return pulls;
}

}  // namespace waymark
