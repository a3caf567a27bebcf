#include "property/scoring_generator.hpp"

#include <algorithm>
#include <initializer_list>
#include <numeric>

namespace generated {

using reference::Answer;
using reference::Fraction;
using reference::fraction;
using reference::Rule;
using reference::Said;
using reference::Tree;
using waymark::Plan;
using waymark::PlanNode;
using waymark::Tally;

namespace {

// Weights as an author may write them, in halves: the smallest step that these tests use.
constexpr int kWeightSteps = 2;

std::vector<Fraction> random_scale(Random& random) {
    switch (random.below(5)) {
        case 0:
            return {fraction(0), fraction(1)};
        case 1:
            return {fraction(-2), fraction(0), fraction(1, 2), fraction(6)};
        default:
            return {fraction(0), fraction(1), fraction(2), fraction(3), fraction(4)};
    }
}

template <typename Value>
Value any_of(Random& random, const std::vector<Value>& values) {
    return values[static_cast<std::size_t>(random.below(static_cast<int>(values.size())))];
}

template <typename Value>
Value any_of(Random& random, std::initializer_list<Value> values) {
    return any_of(random, std::vector<Value>(values));
}

// How talkative the respondents are about one practice; without such moods hardly anything would be unknown
// to all or not applicable to most.
enum class Mood { mixed, rated, silent, out_of_scope };

Said random_said(Random& random, Mood mood) {
    const std::vector<Said> silent{Said::dont_know, Said::skipped, Said::not_asked};
    switch (mood) {
        case Mood::rated:
            return Said::level;
        case Mood::silent:
            return random.one_in(8) ? Said::not_applicable : any_of(random, silent);
        case Mood::out_of_scope:
            return random.one_in(4) ? any_of(random, silent) : Said::not_applicable;
        case Mood::mixed:
            break;
    }
    return any_of(random, {Said::level, Said::level, Said::level, Said::dont_know, Said::skipped, Said::not_asked,
                           Said::not_applicable});
}

void add_answers(Random& random, Tree& practice, int respondents, bool with_evidence) {
    const Mood mood = any_of(random, {Mood::mixed, Mood::rated, Mood::rated, Mood::rated, Mood::rated, Mood::rated,
                                      Mood::silent, Mood::out_of_scope});
    for (int i = 0; i < respondents; ++i) {
        Answer answer;
        answer.said = random_said(random, mood);
        if (answer.said == Said::level) answer.level = any_of(random, practice.values);
        const bool asked = answer.said != Said::not_asked && with_evidence;
        if (asked && random.one_in(3)) answer.has_none = true;
        if (asked && !answer.has_none && random.one_in(2)) {
            for (int items = 1 + random.below(2); items > 0; --items) {
                answer.supported.push_back(any_of(random, practice.values));
            }
        }
        practice.answers.push_back(answer);
    }
    if (random.one_in(25)) practice.agreed = any_of(random, practice.values);
}

struct Shape {
    int respondents = 1;
    bool with_evidence = true;
    bool plain = false;  // means on one scale throughout, as in most frameworks
    int next_id = 0;
};

std::vector<Fraction> plain_scale(Random& random) {
    if (random.one_in(2)) return {fraction(0), fraction(1, 2), fraction(3, 2), fraction(4)};
    return {fraction(0), fraction(1), fraction(2), fraction(3), fraction(4)};
}

Tree random_practice(Random& random, Shape& shape) {
    Tree practice;
    practice.id = shape.next_id++;
    practice.weight = fraction(1 + random.below(5), kWeightSteps);
    practice.values = shape.plain ? plain_scale(random) : random_scale(random);
    practice.none_supports = practice.values[static_cast<std::size_t>(random.below(2))];
    practice.stage = 1 + random.below(3);
    practice.passes_at = any_of(random, practice.values);
    add_answers(random, practice, shape.respondents, shape.with_evidence);
    return practice;
}

Tree random_group(Random& random, Shape& shape, int depth) {
    Tree group;
    group.id = shape.next_id++;
    group.is_dimension = depth == 1;
    group.weight = fraction(1 + random.below(5), kWeightSteps);
    group.rule = any_of(random, {Rule::mean, Rule::mean, Rule::mean, Rule::sum, Rule::minimum, Rule::staged});
    if (shape.plain || (depth == 0 && group.rule == Rule::staged)) group.rule = Rule::mean;
    group.lowest = fraction(0);
    group.highest = fraction(4);
    const int children = 1 + random.below(4);
    for (int i = 0; i < children; ++i) {
        const bool is_group = depth == 0 || (depth < 3 && group.rule != Rule::staged && random.one_in(4));
        group.children.push_back(is_group ? random_group(random, shape, depth + 1) : random_practice(random, shape));
    }
    return group;
}

int in_steps(Fraction weight) {
    return static_cast<int>(weight.top) * kWeightSteps / static_cast<int>(weight.bottom);
}

std::int64_t units(Fraction value) {
    return static_cast<std::int64_t>(value.top * waymark::kValueUnit / value.bottom);
}

void set_practice(Plan& plan, int index, const Tree& tree) {
    PlanNode& node = plan.nodes[static_cast<std::size_t>(index)];
    node.leaf = static_cast<int>(plan.leaves.size());
    node.lowest = rational(tree.values.front());
    node.highest = rational(tree.values.back());
    for (const Fraction value : tree.values) node.level_values.push_back(units(value));
    node.passes_at = units(tree.passes_at);
    plan.leaves.push_back(index);
    plan.base_supports.push_back(units(tree.none_supports));
    plan.widest_scale = std::max(plan.widest_scale, static_cast<int>(tree.values.size()));
}

waymark::Rollup rollup_of(Rule rule) {
    switch (rule) {
        case Rule::mean:
            return waymark::Rollup::mean;
        case Rule::sum:
            return waymark::Rollup::sum;
        case Rule::minimum:
            return waymark::Rollup::minimum;
        case Rule::staged:
            break;
    }
    return waymark::Rollup::staged;
}

void append(Plan& plan, const Tree& tree, int parent) {
    const int index = static_cast<int>(plan.nodes.size());
    plan.nodes.emplace_back();
    PlanNode& node = plan.nodes.back();
    node.parent = parent;
    node.stage = tree.stage;
    if (tree.children.empty()) {
        set_practice(plan, index, tree);
        return;
    }
    node.kind = parent < 0          ? waymark::NodeName::Kind::overall
                : tree.is_dimension ? waymark::NodeName::Kind::dimension
                                    : waymark::NodeName::Kind::group;
    node.rollup = rollup_of(tree.rule);
    node.lowest = rational(tree.lowest);
    node.highest = rational(tree.highest);
    int divisor = 0;
    for (const Tree& child : tree.children) divisor = std::gcd(divisor, in_steps(child.weight));
    node.weight_unit = waymark::Rational::fraction(divisor, kWeightSteps);
    for (const Tree& child : tree.children) {
        const int at = static_cast<int>(plan.nodes.size());
        plan.nodes[static_cast<std::size_t>(index)].children.push_back(at);
        append(plan, child, index);
        plan.nodes[static_cast<std::size_t>(at)].weight = in_steps(child.weight) / divisor;
    }
}

void append_ids(std::vector<int>& ids, const Tree& tree) {
    ids.push_back(tree.id);
    for (const Tree& child : tree.children) append_ids(ids, child);
}

waymark::AnswerState state_of(Said said) {
    switch (said) {
        case Said::level:
            break;
        case Said::dont_know:
            return waymark::AnswerState::dont_know;
        case Said::not_applicable:
            return waymark::AnswerState::not_applicable;
        case Said::skipped:
            return waymark::AnswerState::skipped;
        case Said::not_asked:
            return waymark::AnswerState::not_asked;
    }
    return waymark::AnswerState::level;
}

void count_evidence(std::int64_t& cap, const Tree& practice, const Answer& answer) {
    if (!answer.has_none && answer.supported.empty()) return;
    cap = std::max(cap, units(practice.none_supports));
    if (answer.said != Said::level) return;
    for (const Fraction item : answer.supported) {
        cap = std::max(cap, std::min(units(item), units(answer.level)));
    }
}

void count(Tally& tally, int leaf, int role, const Tree& practice, const Answer& answer) {
    count_evidence(tally.caps[static_cast<std::size_t>(leaf)], practice, answer);
    if (answer.said != Said::level) {
        ++tally.state_count(leaf, role, state_of(answer.said));
        return;
    }
    for (std::size_t i = 0; i < practice.values.size(); ++i) {
        if (same(practice.values[i], answer.level)) ++tally.level_count(leaf, role, static_cast<int>(i));
    }
}

}  // namespace

waymark::Rational rational(Fraction value) {
    return waymark::Rational::fraction(value.top, value.bottom);
}

Survey random_survey(std::uint32_t seed) {
    Random random(seed);
    Survey survey;
    survey.roles = 1 + random.below(3);
    Shape shape;
    shape.respondents = 1 + random.below(6);
    shape.with_evidence = !random.one_in(6);
    shape.plain = seed % 4 == 3;
    for (int i = 0; i < shape.respondents; ++i) survey.role_of.push_back(random.below(survey.roles));
    survey.rules.middle = random.one_in(3) ? reference::Middle::mean : reference::Middle::median;
    survey.rules.withhold_below = any_of(random, {fraction(2, 3), fraction(1, 2), fraction(3, 4)});
    survey.tree = random_group(random, shape, 0);
    return survey;
}

Plan plan_of(const Survey& survey) {
    Plan plan;
    plan.roles = survey.roles;
    plan.rules.withhold_below = rational(survey.rules.withhold_below);
    plan.rules.respondents = survey.rules.middle == reference::Middle::mean ? waymark::RespondentStatistic::mean
                                                                            : waymark::RespondentStatistic::median;
    plan.band_lowest = 0;
    plan.band_highest = 4;
    append(plan, survey.tree, -1);
    return plan;
}

std::vector<int> ids_of(const Survey& survey) {
    std::vector<int> ids;
    append_ids(ids, survey.tree);
    return ids;
}

Tally tally_of(const Survey& survey, const Plan& plan, const std::vector<int>& respondents) {
    Tally tally = empty_tally(plan);
    Survey copy = survey;
    const std::vector<Tree*> practices = practices_of(copy.tree);
    for (std::size_t leaf = 0; leaf < practices.size(); ++leaf) {
        const Tree& practice = *practices[leaf];
        if (practice.agreed) tally.agreed[leaf] = units(*practice.agreed);
        for (const int respondent : respondents) {
            const auto at = static_cast<std::size_t>(respondent);
            count(tally, static_cast<int>(leaf), survey.role_of[at], practice, practice.answers[at]);
        }
    }
    return tally;
}

Tally tally_of(const Survey& survey, const Plan& plan) {
    std::vector<int> everybody(survey.role_of.size());
    std::iota(everybody.begin(), everybody.end(), 0);
    return tally_of(survey, plan, everybody);
}

std::vector<Tree*> practices_of(Tree& tree) {
    if (tree.children.empty()) return {&tree};
    std::vector<Tree*> practices;
    for (Tree& child : tree.children) {
        for (Tree* practice : practices_of(child)) practices.push_back(practice);
    }
    return practices;
}

}  // namespace generated
