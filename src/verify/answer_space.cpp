#include "verify/answer_space.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

#include "scoring/tree.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostLevelsByHalves = 11;
constexpr std::size_t kMostCases = 3000;  // levels of all practices together that are looked at one by one

Rational from_unit(std::int64_t value) {
    return Rational::fraction(value, kValueUnit);
}

bool may_be_left_out(const AnswerSpace& space, int element) {
    const Profile& profile = space.framework->profiles[static_cast<std::size_t>(space.plan->profile)];
    return profile.not_applicable.count(element) > 0 ||
           space.framework->elements[static_cast<std::size_t>(element)].question.not_applicable.has_value();
}

// Levels, and the middle between any two of them: with an even number of respondents the median can lie there.
// Of very long scales, or very many practices, only the ends and the middle are kept.
std::vector<PracticeCase> claims(const PlanNode& node, bool all) {
    std::vector<PracticeCase> found;
    const auto add = [&](std::size_t low, std::size_t high) {
        PracticeCase one;
        one.claimed = (from_unit(node.level_values[low]) + from_unit(node.level_values[high])) / Rational(2);
        one.low = static_cast<int>(low);
        one.high = static_cast<int>(high);
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const PracticeCase& other) { return other.claimed == one.claimed; });
        if (!known) found.push_back(one);
    };
    const std::size_t levels = node.level_values.size();
    if (!all) {
        for (const std::size_t level : {std::size_t{0}, levels / 2, levels - 1}) add(level, level);
        return found;
    }
    for (std::size_t i = 0; i < levels; ++i) add(i, i);
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = i + 1; j < levels; ++j) add(i, j);
    }
    return found;
}

Rational support_of(const Framework& framework, const PlanNode& node, int element, int strength, Rational base) {
    const auto scale = static_cast<std::size_t>(framework.elements[static_cast<std::size_t>(element)].scale);
    const auto& supports = framework.evidence.strengths[static_cast<std::size_t>(strength)].supports;
    if (scale >= supports.size() || supports[scale] < 0) return base;
    return std::max(base, from_unit(node.level_values[static_cast<std::size_t>(supports[scale])]));
}

// Evidence supports no more than the level of the answer it stands under, and that can be any respondent's: under a low
// answer, strong evidence shows little.
void add_evidence(const AnswerSpace& space, const PlanNode& node, int leaf, const PracticeCase& claim, int strength,
                  std::vector<PracticeCase>& found) {
    const Rational base = from_unit(space.plan->base_supports[static_cast<std::size_t>(leaf)]);
    const int element = space.plan->leaves[static_cast<std::size_t>(leaf)];
    const Rational support = support_of(*space.framework, node, element, strength, base);
    const std::size_t first = found.size();
    const auto add = [&](std::size_t level) {
        PracticeCase one = claim;
        one.strength = strength;
        one.under = static_cast<int>(level);
        one.evidenced = std::min(one.claimed, std::max(base, std::min(from_unit(node.level_values[level]), support)));
        const bool known = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
                                       [&](const PracticeCase& other) { return other.evidenced == one.evidenced; });
        if (!known) found.push_back(one);
    };
    add(static_cast<std::size_t>(claim.high));
    for (std::size_t level = 0; space.all_levels && strength > 0 && level < node.level_values.size(); ++level)
        add(level);
}

// Values are whole levels, or lie midway between two: quarters suffice for the middle of two such values.
std::int64_t in_quarters(const Rational& value) {
    const Rational quarters = value * Rational::whole(4 * kValueUnit);
    return static_cast<std::int64_t>(quarters.numerator() / quarters.denominator());
}

void note_quarters(std::vector<PracticeCase>& cases) {
    for (PracticeCase& one : cases) {
        one.claims = in_quarters(one.claimed);
        one.shows = one.evidenced ? in_quarters(*one.evidenced) : one.claims;
    }
    std::int64_t low = cases.front().claims, high = low;
    for (const PracticeCase& one : cases) {
        if (!one.applies) continue;
        low = std::min(low, one.claims);
        high = std::max(high, one.claims);
    }
    for (PracticeCase& one : cases) {
        one.away = std::abs(one.claims - (low + high) / 2) + (one.low != one.high ? 2 * kValueUnit : 0);
    }
}

std::vector<PracticeCase> cases_of(const AnswerSpace& space, int leaf) {
    const int element = space.plan->leaves[static_cast<std::size_t>(leaf)];
    const PlanNode& node = space.plan->nodes[static_cast<std::size_t>(element)];
    const int strengths = static_cast<int>(space.framework->evidence.strengths.size());
    std::vector<PracticeCase> found;
    for (const PracticeCase& claim : claims(node, space.all_levels)) {
        if (strengths == 0) found.push_back(claim);
        for (int strength = 0; strength < strengths; ++strength)
            add_evidence(space, node, leaf, claim, strength, found);
    }
    if (may_be_left_out(space, element)) {
        PracticeCase none;
        none.applies = false;
        found.push_back(none);
    }
    note_quarters(found);
    return found;
}

// The first practice that has the same cases: one on the same scale, with the same rules. It may be this one.
std::size_t first_alike(const AnswerSpace& space, std::size_t leaf) {
    const Plan& plan = *space.plan;
    const auto has_same_cases = [&](std::size_t other) {
        const int one = plan.leaves[leaf];
        const int two = plan.leaves[other];
        const auto scale = [&](int element) {
            return space.framework->elements[static_cast<std::size_t>(element)].scale;
        };
        return scale(one) == scale(two) && plan.base_supports[leaf] == plan.base_supports[other] &&
               plan.nodes[static_cast<std::size_t>(one)].level_values ==
                   plan.nodes[static_cast<std::size_t>(two)].level_values &&
               may_be_left_out(space, one) == may_be_left_out(space, two);
    };
    std::size_t first = 0;
    while (!has_same_cases(first)) ++first;
    return first;
}

Cell choice_named(const Column& column, std::string_view id) {
    for (std::size_t i = 0; i < column.type.choices.size(); ++i) {
        if (column.type.choices[i].id == id) return ChosenIndex{static_cast<int>(i)};
    }
    return {};
}

Cell fixed_cell(const AnswerSpace& space, const Column& column, int node) {
    const Element& element = space.framework->elements[static_cast<std::size_t>(node)];
    if (column.id == "id") return choice_named(column, element.id);
    if (column.id == "dimension")
        return choice_named(column, space.framework->elements[static_cast<std::size_t>(element.dimension)].id);
    if (column.id == "core") return ChosenIndex{space.plan->nodes[static_cast<std::size_t>(node)].core ? 1 : 0};
    if (column.id != "tags") return {};
    ChosenSet set;
    for (std::size_t i = 0; i < column.type.choices.size(); ++i) {
        const auto& tags = element.question.tags;
        const bool has = std::find(tags.begin(), tags.end(), column.type.choices[i].id) != tags.end();
        set.bits |= has ? std::uint64_t{1} << i : 0;
    }
    return set;
}

void add_rows(AnswerSpace& space) {
    const auto table = space.framework->catalogue.table("practices");
    for (const int node : space.plan->leaves) {
        Row row;
        row.node = node;
        if (table) {
            for (const Column& column : space.framework->catalogue.tables[static_cast<std::size_t>(*table)].columns) {
                row.cells.push_back(fixed_cell(space, column, node));
            }
        }
        space.rows.push_back(std::move(row));
    }
}

void widen(std::optional<Interval>& interval, const Rational& value) {
    if (!interval) interval = Interval{value, value};
    interval->low = std::min(interval->low, value);
    interval->high = std::max(interval->high, value);
}

CaseExtent extent_of(const std::vector<PracticeCase>& cases, const std::vector<int>& open) {
    CaseExtent extent;
    for (const int index : open) {
        const PracticeCase& one = cases[static_cast<std::size_t>(index)];
        (one.applies ? extent.may_apply : extent.may_not_apply) = true;
        if (!one.applies) continue;
        widen(extent.claimed, one.claimed);
        if (one.evidenced) widen(extent.evidenced, *one.evidenced);
    }
    return extent;
}

// A whole level near the middle, and as much shown as claimed, by the strongest evidence.
int usual_case(const std::vector<PracticeCase>& cases, const CaseExtent& extent) {
    int best = 0;
    if (!extent.claimed) return best;
    const Rational middle = (extent.claimed->low + extent.claimed->high) / Rational(2);
    const auto rank = [&](const PracticeCase& one) {
        const Rational away = one.claimed < middle ? middle - one.claimed : one.claimed - middle;
        return std::tuple(one.applies, one.low == one.high, Rational(0) - away, one.evidenced.value_or(one.claimed),
                          one.strength);
    };
    for (std::size_t i = 1; i < cases.size(); ++i) {
        if (rank(cases[static_cast<std::size_t>(best)]) < rank(cases[i])) best = static_cast<int>(i);
    }
    return best;
}

void add_cases(AnswerSpace& space, std::size_t leaf) {
    const std::size_t alike = first_alike(space, leaf);
    if (alike < leaf) {
        space.practices.push_back(space.practices[alike]);
        space.every_case.push_back(space.every_case[alike]);
        space.extents.push_back(space.extents[alike]);
        space.usual.push_back(space.usual[alike]);
        return;
    }
    const auto& cases = space.practices.emplace_back(cases_of(space, static_cast<int>(leaf)));
    auto& open = space.every_case.emplace_back(cases.size());
    std::iota(open.begin(), open.end(), 0);
    space.extents.push_back(extent_of(cases, open));
    space.usual.push_back(usual_case(cases, space.extents.back()));
}

Score score_for(const std::optional<Interval>& range) {
    Score score;
    if (!range) return score;
    score.in_scope = 1;
    score.known = 1;
    score.range = range;
    score.point = range->low;
    return score;
}

std::vector<Score> scores_for(const AnswerSpace& space, const Ranges& leaves) {
    std::vector<Score> scores(space.plan->nodes.size());
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        scores[static_cast<std::size_t>(space.plan->leaves[leaf])] = score_for(leaves[leaf]);
    }
    return scores;
}

Ranges rolled(const AnswerSpace& space, const Ranges& leaves) {
    Ranges result;
    for (const Score& score : roll_up(*space.plan, scores_for(space, leaves)).scores) {
        result.push_back(score.in_scope > 0 ? score.range : std::nullopt);
    }
    return result;
}

// With practices that may be left out, a group's mean or minimum can be anything between its lowest and its highest
// child that may apply; a sum lacks what is left out; stages as if all were passed or none.
void allow_leaving_out(const AnswerSpace& space, const std::vector<bool>& optional, Ranges& ranges) {
    std::vector<bool> loose(space.plan->nodes.size(), false);
    for (std::size_t leaf = 0; leaf < optional.size(); ++leaf) {
        if (optional[leaf]) loose[static_cast<std::size_t>(space.plan->leaves[leaf])] = true;
    }
    for (std::size_t i = space.plan->nodes.size(); i-- > 0;) {
        const PlanNode& node = space.plan->nodes[i];
        const bool any = std::any_of(node.children.begin(), node.children.end(),
                                     [&](int child) { return loose[static_cast<std::size_t>(child)]; });
        if (!any || !ranges[i]) continue;
        loose[i] = true;
        std::optional<Interval> hull = ranges[i];
        if (node.rollup == Rollup::sum) {
            hull = Interval{0, 0};
            for (const int child : node.children) {
                const auto at = static_cast<std::size_t>(child);
                if (!ranges[at]) continue;
                const Rational weight = Rational::whole(space.plan->nodes[at].weight) * node.weight_unit;
                const Rational low = weight * ranges[at]->low;
                const Rational high = weight * ranges[at]->high;
                hull->low += loose[at] ? std::min(low, Rational(0)) : low;
                hull->high += loose[at] ? std::max(high, Rational(0)) : high;
            }
        } else if (node.rollup == Rollup::staged) {
            for (const int child : node.children) widen(hull, space.plan->nodes[static_cast<std::size_t>(child)].stage);
        } else {
            for (const int child : node.children) {
                const auto at = static_cast<std::size_t>(child);
                if (!ranges[at]) continue;
                const PlanNode& below = space.plan->nodes[at];
                const bool same =
                    below.lowest == node.lowest && below.highest == node.highest && below.rollup != Rollup::sum;
                widen(hull, same ? ranges[at]->low : node.lowest);
                widen(hull, same ? ranges[at]->high : node.highest);
            }
        }
        ranges[i] = hull;
    }
}

}  // namespace

AnswerSpace answer_space(const Framework& framework, const Plan& plan) {
    AnswerSpace space;
    space.framework = &framework;
    space.plan = &plan;
    std::size_t levels = 0;
    for (const int leaf : plan.leaves) levels += plan.nodes[static_cast<std::size_t>(leaf)].level_values.size();
    const auto widest = static_cast<std::size_t>(plan.widest_scale);
    space.all_levels = widest <= kMostLevelsByHalves && levels <= kMostCases;
    space.exact = space.all_levels && plan.rules.respondents == RespondentStatistic::median;
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) add_cases(space, leaf);
    add_rows(space);
    space.widest.claimed = ranges_of(space, space.every_case, ScoreSide::claimed);
    space.widest.evidenced = ranges_of(space, space.every_case, ScoreSide::evidenced);
    return space;
}

Ranges ranges_of(const AnswerSpace& space, const Choices& choices, ScoreSide side) {
    const Ranges& widest = side == ScoreSide::claimed ? space.widest.claimed : space.widest.evidenced;
    if (!widest.empty() && choices == space.every_case) return widest;
    Ranges leaves;
    std::vector<bool> optional;
    for (std::size_t leaf = 0; leaf < choices.size(); ++leaf) {
        const bool whole = choices[leaf].size() == space.practices[leaf].size();
        const CaseExtent extent = whole ? space.extents[leaf] : extent_of(space.practices[leaf], choices[leaf]);
        leaves.push_back(side == ScoreSide::claimed ? extent.claimed : extent.evidenced);
        optional.push_back(extent.may_apply && extent.may_not_apply);
    }
    Ranges ranges = rolled(space, leaves);
    if (std::ranges::find(optional, true) != optional.end()) allow_leaving_out(space, optional, ranges);
    return ranges;
}

Ranges scores_of(const AnswerSpace& space, const std::vector<int>& chosen, ScoreSide side) {
    Choices choices;
    for (const int one : chosen) choices.push_back({one});
    return ranges_of(space, choices, side);
}

}  // namespace waymark
