#include "property/reference_scorer.hpp"

#include <algorithm>

namespace reference {

namespace {

Wide greatest_common_divisor(Wide a, Wide b) {
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

enum class Which { claimed, evidenced };
enum class Unknowns { left_out, at_lowest, at_highest };
using Value = std::optional<Fraction>;

std::vector<Fraction> levels_given(const Tree& practice) {
    std::vector<Fraction> levels;
    for (const Answer& answer : practice.answers) {
        if (answer.said == Said::level) levels.push_back(answer.level);
    }
    std::sort(levels.begin(), levels.end(), less);
    return levels;
}

// Half up to four decimals.
Fraction rounded(Fraction value) {
    const Fraction shifted = plus(times(value, fraction(10000)), fraction(1, 2));
    Wide floor = shifted.top / shifted.bottom;
    if (shifted.top < 0 && floor * shifted.bottom != shifted.top) floor -= 1;
    return fraction(floor, 10000);
}

Value claimed(const Tree& practice, const Rules& rules) {
    if (practice.agreed) return practice.agreed;
    const std::vector<Fraction> levels = levels_given(practice);
    if (levels.empty()) return std::nullopt;
    const std::size_t middle = levels.size() / 2;
    if (rules.middle == Middle::mean) {
        Fraction sum;
        for (const Fraction level : levels) sum = plus(sum, level);
        return rounded(over(sum, fraction(static_cast<Wide>(levels.size()))));
    }
    if (levels.size() % 2 == 1) return levels[middle];
    return over(plus(levels[middle - 1], levels[middle]), fraction(2));
}

Value cap(const Tree& practice) {
    bool asked = false;
    Fraction highest = practice.none_supports;
    for (const Answer& answer : practice.answers) {
        asked = asked || answer.has_none || !answer.supported.empty();
        if (answer.said != Said::level) continue;
        for (const Fraction item : answer.supported) {
            const Fraction supports = less(answer.level, item) ? answer.level : item;
            if (less(highest, supports)) highest = supports;
        }
    }
    return asked ? Value(highest) : std::nullopt;
}

Value value_of_practice(const Tree& practice, const Rules& rules, Which which) {
    const Value level = claimed(practice, rules);
    if (which == Which::claimed || !level) return level;
    const Value supported = cap(practice);
    if (!supported) return std::nullopt;
    return less(*level, *supported) ? level : supported;
}

int how_many(const Tree& practice, Said said) {
    int n = 0;
    for (const Answer& answer : practice.answers) n += answer.said == said ? 1 : 0;
    return n;
}

std::string state_of_practice(const Tree& practice) {
    if (practice.agreed || how_many(practice, Said::level) > 0) return "scored";
    const int asked = static_cast<int>(practice.answers.size()) - how_many(practice, Said::not_asked);
    if (asked == 0) return "not asked";
    return 2 * how_many(practice, Said::not_applicable) >= asked ? "not applicable" : "unknown";
}

int in_scope(const Tree& tree) {
    if (tree.children.empty()) return state_of_practice(tree) == "not applicable" ? 0 : 1;
    int n = 0;
    for (const Tree& child : tree.children) n += in_scope(child);
    return n;
}

int known(const Tree& tree, const Rules& rules, Which which) {
    if (tree.children.empty()) {
        return in_scope(tree) == 1 && value_of_practice(tree, rules, which) ? 1 : 0;
    }
    int n = 0;
    for (const Tree& child : tree.children) n += known(child, rules, which);
    return n;
}

int last_stage(const Tree& tree) {
    int last = 0;
    for (const Tree& child : tree.children) last = std::max(last, child.stage);
    return last;
}

Fraction end_of(const Tree& tree, bool high) {
    if (tree.children.empty()) return high ? tree.values.back() : tree.values.front();
    if (tree.rule == Rule::staged) return fraction(high ? last_stage(tree) : 0);
    if (tree.rule != Rule::sum) return high ? tree.highest : tree.lowest;
    Fraction end;
    for (const Tree& child : tree.children) {
        if (in_scope(child) > 0) end = plus(end, times(child.weight, end_of(child, high)));
    }
    return end;
}

Fraction on_scale_of(const Tree& parent, const Tree& child, Fraction value) {
    const Fraction from = end_of(child, false);
    const Fraction share = over(minus(value, from), minus(end_of(child, true), from));
    return plus(end_of(parent, false), times(share, minus(end_of(parent, true), end_of(parent, false))));
}

Value rolled(const Tree& tree, const Rules& rules, Which which, Unknowns unknowns);

Value child_value(const Tree& child, const Rules& rules, Which which, Unknowns unknowns) {
    return in_scope(child) > 0 ? rolled(child, rules, which, unknowns) : std::nullopt;
}

Value staged(const Tree& tree, const Rules& rules, Which which, Unknowns unknowns) {
    int reached = 0;
    for (int stage = 1; stage <= last_stage(tree); ++stage) {
        for (const Tree& child : tree.children) {
            if (child.stage != stage || in_scope(child) == 0) continue;
            const bool is_unknown = child.children.empty() && known(child, rules, which) == 0;
            if (is_unknown && unknowns == Unknowns::at_highest) continue;
            const Value value = child_value(child, rules, which, unknowns);
            if (is_unknown || !value || less(*value, child.passes_at)) return fraction(reached);
        }
        reached = stage;
    }
    return fraction(reached);
}

// The roll-up of whatever has a value, with the practices that have none left out or filled in.
Value rolled(const Tree& tree, const Rules& rules, Which which, Unknowns unknowns) {
    if (tree.children.empty()) {
        const Value value = value_of_practice(tree, rules, which);
        if (value || unknowns == Unknowns::left_out) return value;
        return end_of(tree, unknowns == Unknowns::at_highest);
    }
    if (tree.rule == Rule::staged) return staged(tree, rules, which, unknowns);
    Fraction sum;
    Fraction weights;
    Value least;
    for (const Tree& child : tree.children) {
        const Value value = child_value(child, rules, which, unknowns);
        if (!value) continue;
        const Fraction here = tree.rule == Rule::sum ? *value : on_scale_of(tree, child, *value);
        sum = plus(sum, times(child.weight, here));
        weights = plus(weights, child.weight);
        if (!least || less(here, *least)) least = here;
    }
    if (!least) return std::nullopt;
    if (tree.rule == Rule::minimum) return least;
    return tree.rule == Rule::sum ? sum : over(sum, weights);
}

Side side(const Tree& tree, const Rules& rules, Which which);

bool withheld(const Tree& tree, const Rules& rules, Which which) {
    const int has = known(tree, rules, which);
    if (has == 0) return true;
    for (const Tree& child : tree.children) {
        if (child.children.empty() || in_scope(child) == 0) continue;
        const Side below = side(child, rules, which);
        if (below.withheld) return true;
        if (!below.point && tree.rule != Rule::sum) return true;
    }
    return tree.is_dimension && less(fraction(has, in_scope(tree)), rules.withhold_below);
}

Side side(const Tree& tree, const Rules& rules, Which which) {
    Side result;
    result.in_scope = in_scope(tree);
    if (result.in_scope == 0) return result;
    result.known = known(tree, rules, which);
    result.low = rolled(tree, rules, which, Unknowns::at_lowest);
    result.high = rolled(tree, rules, which, Unknowns::at_highest);
    result.withheld = !tree.children.empty() && withheld(tree, rules, which);
    const bool sum_with_a_gap = !tree.children.empty() && tree.rule == Rule::sum && result.known < result.in_scope;
    if (!result.withheld && !sum_with_a_gap) result.point = rolled(tree, rules, which, Unknowns::left_out);
    return result;
}

std::string state(const Tree& tree, const Rules& rules) {
    if (tree.children.empty()) return state_of_practice(tree);
    if (in_scope(tree) == 0) return "not applicable";
    return known(tree, rules, Which::claimed) > 0 ? "scored" : "unknown";
}

void append(std::vector<Result>& results, const Tree& tree, const Rules& rules) {
    results.push_back({state(tree, rules), side(tree, rules, Which::claimed), side(tree, rules, Which::evidenced),
                       end_of(tree, false), end_of(tree, true)});
    for (const Tree& child : tree.children) append(results, child, rules);
}

}  // namespace

Fraction fraction(Wide top, Wide bottom) {
    const Wide divisor = greatest_common_divisor(top, bottom) * (bottom < 0 ? -1 : 1);
    return {top / divisor, bottom / divisor};
}
Fraction plus(Fraction a, Fraction b) {
    return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}
Fraction minus(Fraction a, Fraction b) {
    return plus(a, {-b.top, b.bottom});
}
Fraction times(Fraction a, Fraction b) {
    return fraction(a.top * b.top, a.bottom * b.bottom);
}
Fraction over(Fraction a, Fraction b) {
    return fraction(a.top * b.bottom, a.bottom * b.top);
}
bool less(Fraction a, Fraction b) {
    return a.top * b.bottom < b.top * a.bottom;
}
bool same(Fraction a, Fraction b) {
    return a.top == b.top && a.bottom == b.bottom;
}

std::string to_text(Fraction a) {
    return std::to_string(static_cast<long long>(a.top)) + "/" + std::to_string(static_cast<long long>(a.bottom));
}

std::vector<Result> score(const Tree& tree, const Rules& rules) {
    std::vector<Result> results;
    append(results, tree, rules);
    return results;
}

}  // namespace reference
