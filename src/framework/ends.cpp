#include "framework/ends.hpp"

#include <algorithm>

namespace waymark {

namespace {

const Element& at(const Framework& framework, int element) {
    return framework.elements[static_cast<std::size_t>(element)];
}

Interval ends_of_scale(const Framework& framework, int scale) {
    const auto& levels = framework.scales[static_cast<std::size_t>(scale)].levels;
    if (levels.empty()) return {};
    return {levels.front().value, levels.back().value};
}

Interval unit_of_group(const Framework& framework, int index, const std::vector<Interval>& units) {
    const Element& group = at(framework, index);
    const Rollup rollup = rollup_of(framework, index);
    if (rollup == Rollup::staged) return {0, last_stage(framework, index)};
    const Interval standard = ends_of_scale(framework, 0);
    if (group.children.empty()) return standard;
    const Interval& first = units[static_cast<std::size_t>(group.children[0])];
    for (const int child : group.children) {
        // What a sum can reach depends on what applies, so that only another sum can take it as it is.
        const bool is_sum = !at(framework, child).children.empty() && rollup_of(framework, child) == Rollup::sum;
        const bool differs = !(units[static_cast<std::size_t>(child)] == first);
        if (differs || (is_sum && rollup != Rollup::sum)) return standard;
    }
    return first;
}

Interval widest_of_group(const Framework& framework, const Profile& profile, int index,
                         const std::vector<Interval>& ends, const Interval& unit) {
    if (rollup_of(framework, index) != Rollup::sum) return unit;
    Interval sum;
    for (const int child : at(framework, index).children) {
        const Rational weight = weight_of(framework, profile, child);
        sum.low += weight * ends[static_cast<std::size_t>(child)].low;
        sum.high += weight * ends[static_cast<std::size_t>(child)].high;
    }
    // Parts that do not apply leave the sum, down to nothing.
    return {std::min(sum.low, Rational(0)), std::max(sum.high, Rational(0))};
}

}  // namespace

Rollup rollup_of(const Framework& framework, int element) {
    const Element& group = at(framework, element);
    const Rollup rollup = group.rollup.value_or(framework.scoring.rollup);
    if (group.rollup || rollup != Rollup::staged) return rollup;
    const bool all_practices = std::all_of(group.children.begin(), group.children.end(), [&](int child) {
        return at(framework, child).kind == NodeName::Kind::practice;
    });
    return all_practices ? Rollup::staged : Rollup::minimum;
}

Rational weight_of(const Framework& framework, const Profile& profile, int element) {
    const auto own = profile.weights.find(element);
    return own == profile.weights.end() ? at(framework, element).weight : own->second;
}

int last_stage(const Framework& framework, int element) {
    int last = 0;
    for (const int child : at(framework, element).children) last = std::max(last, at(framework, child).stage);
    return last;
}

std::vector<Interval> unit_ends(const Framework& framework) {
    std::vector<Interval> units(framework.elements.size());
    for (std::size_t i = units.size(); i-- > 0;) {  // children stand after their parent
        const int index = static_cast<int>(i);
        const Element& element = framework.elements[i];
        units[i] = element.kind == NodeName::Kind::practice ? ends_of_scale(framework, element.scale)
                                                            : unit_of_group(framework, index, units);
    }
    return units;
}

std::vector<Interval> widest_ends(const Framework& framework) {
    const auto units = unit_ends(framework);
    std::vector<Interval> widest = units;
    bool first = true;
    for (const Profile& profile : framework.profiles) {
        std::vector<Interval> ends = units;
        for (std::size_t i = ends.size(); i-- > 0;) {
            if (framework.elements[i].children.empty()) continue;
            ends[i] = widest_of_group(framework, profile, static_cast<int>(i), ends, units[i]);
            widest[i] = first ? ends[i]
                              : Interval{std::min(widest[i].low, ends[i].low), std::max(widest[i].high, ends[i].high)};
        }
        first = false;
    }
    return widest;
}

std::vector<int> scales_of_nodes(const Framework& framework) {
    constexpr int kNoneYet = -1;
    std::vector<int> scales(framework.elements.size(), kNoneYet);
    for (std::size_t i = scales.size(); i-- > 0;) {
        const Element& element = framework.elements[i];
        if (element.kind == NodeName::Kind::practice) scales[i] = element.scale;
        if (scales[i] == kNoneYet) scales[i] = 0;
        if (element.parent < 0) continue;
        int& parent = scales[static_cast<std::size_t>(element.parent)];
        parent = parent == kNoneYet || parent == scales[i] ? scales[i] : 0;
    }
    return scales;
}

bool mixes_scales(const Framework& framework, const std::vector<Interval>& units, int element) {
    const auto& children = at(framework, element).children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
        return !(units[static_cast<std::size_t>(child)] == units[static_cast<std::size_t>(children[0])]);
    });
}

}  // namespace waymark
