// Practices that hardly move the overall score, and profiles that change nothing.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "verify/proofs.hpp"
#include "waymark/plan.hpp"

namespace waymark {

namespace {

const PlanNode& node_at(const Plan& plan, int index) {
    return plan.nodes[static_cast<std::size_t>(index)];
}

// The part of the overall range that a practice can move: its share of the weight at each tier, as long as the tiers are
// means or sums. A minimum or stages can turn on a single practice.
std::optional<Rational> effect_of(const Plan& plan, int leaf) {
    Rational effect = 1;
    for (int node = leaf; node_at(plan, node).parent >= 0; node = node_at(plan, node).parent) {
        const PlanNode& parent = node_at(plan, node_at(plan, node).parent);
        if (parent.rollup != Rollup::mean && parent.rollup != Rollup::sum) return std::nullopt;
        Rational own, all;
        for (const int child : parent.children) {
            const PlanNode& part = node_at(plan, child);
            // In a sum, a child counts by how far it can move; in a mean, children are brought onto one scale first.
            const Rational length = parent.rollup == Rollup::sum ? part.highest - part.lowest : Rational(1);
            const Rational weight = Rational::whole(part.weight) * length;
            all += weight;
            if (child == node) own = weight;
        }
        if (all == Rational(0)) return std::nullopt;
        effect = effect * own / all;
    }
    return effect;
}

void prove_effects(const Framework& framework, const std::vector<Plan>& plans, Findings& findings) {
    const Rational least = Rational::fraction(1, 100);
    for (std::size_t leaf = 0; leaf < plans[0].leaves.size(); ++leaf) {
        const int node = plans[0].leaves[leaf];
        std::optional<Rational> largest;
        for (const Plan& plan : plans) {
            const auto effect = effect_of(plan, node);
            if (!effect) {
                largest.reset();
                break;
            }
            if (!largest || *effect > *largest) largest = effect;
        }
        if (!largest || *largest >= least) continue;
        const Element& element = framework.elements[static_cast<std::size_t>(node)];
        findings.report("P022", place_of(findings.source(), element.span, element.id),
                        fmt::format("the practice '{}' moves the overall score by {} % of its range at most",
                                    element.id, (*largest * Rational(100)).to_short(2)),
                        "give it or its group more weight, or ask fewer questions beside it");
    }
}

bool reads_profile(const Test& test, int column) {
    for (const Test& part : test.parts) {
        if (reads_profile(part, column)) return true;
    }
    return test.kind == Test::Kind::cell && test.column == column;
}

bool reads_profile(const Condition& condition, int table, int column) {
    for (const Condition& part : condition.parts) {
        if (reads_profile(part, table, column)) return true;
    }
    return condition.table == table && condition.where && reads_profile(*condition.where, column);
}

bool any_rule_reads_profile(const Framework& framework) {
    const auto table = framework.catalogue.table("assessment");
    if (!table) return false;
    const auto column = framework.catalogue.tables[static_cast<std::size_t>(*table)].column("profile");
    if (!column) return false;
    const auto reads = [&](const std::optional<Condition>& condition) {
        return condition && reads_profile(*condition, *table, *column);
    };
    for (const Flag& flag : framework.flags) {
        if (reads_profile(flag.when, *table, *column) || reads(flag.applies) || reads(flag.too_early_when)) return true;
        for (const SeverityCase& one : flag.severity) {
            if (reads(one.when)) return true;
        }
    }
    if (reads(framework.verdict.unsafe)) return true;
    return std::any_of(framework.verdict.readings.begin(), framework.verdict.readings.end(),
                       [&](const VerdictReading& reading) { return reads(reading.when); });
}

std::set<int> left_out(const Framework& framework, const Profile& profile) {
    std::set<int> nodes;
    for (std::size_t i = 0; i < framework.elements.size(); ++i) {
        const int index = static_cast<int>(i);
        if (framework.elements[i].question.not_applicable || profile.not_applicable.count(index) > 0)
            nodes.insert(index);
    }
    return nodes;
}

bool score_alike(const Plan& a, const Plan& b) {
    for (std::size_t i = 0; i < a.nodes.size(); ++i) {
        if (a.nodes[i].weight != b.nodes[i].weight || a.nodes[i].core != b.nodes[i].core) return false;
    }
    return true;
}

void prove_profiles(const Framework& framework, const std::vector<Plan>& plans, Findings& findings) {
    if (framework.profiles.size() < 2 || any_rule_reads_profile(framework)) return;
    for (std::size_t i = 1; i < plans.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Profile& one = framework.profiles[i];
            const Profile& other = framework.profiles[j];
            if (!score_alike(plans[i], plans[j]) || left_out(framework, one) != left_out(framework, other)) continue;
            findings.report("P023", place_of(findings.source(), one.span, one.id),
                            fmt::format("the profile '{}' changes nothing: it scores and flags exactly as '{}' does",
                                        one.id, other.id),
                            "give it weights, 'not_core' or 'not_applicable' of its own, or remove it");
            break;
        }
    }
}

}  // namespace

void prove_weights(const Framework& framework, Findings& findings) {
    std::vector<Plan> plans;
    for (std::size_t i = 0; i < framework.profiles.size(); ++i)
        plans.push_back(make_plan(framework, static_cast<int>(i)));
    prove_effects(framework, plans, findings);
    prove_profiles(framework, plans, findings);
}

}  // namespace waymark
