#include "assessment/answer_quality.hpp"

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

constexpr int kSmallestDimension = 3;  // with two practices, "no variation" is an even bet

using Pattern = StraightLiningRoom::Dimension;

bool mostly_one_level(const Plan& plan, std::span<const LeafAnswer> answers, std::vector<int>& counts) {
    counts.assign(static_cast<std::size_t>(plan.widest_scale), 0);
    int answered = 0;
    for (const LeafAnswer& answer : answers) {
        if (answer.state != AnswerState::level) continue;
        ++answered;
        ++counts[static_cast<std::size_t>(answer.level)];
    }
    if (answered == 0 || answered < plan.rules.quality.at_least_questions) return false;
    const int most = *std::ranges::max_element(counts);
    const Rational& share = plan.rules.quality.same_level_share;
    return most * share.denominator() >= answered * share.numerator();
}

void see(Pattern& pattern, const LeafAnswer& answer) {
    if (answer.state == AnswerState::not_applicable) return;
    if (answer.state != AnswerState::level) {
        pattern.whole = false;
        return;
    }
    if (pattern.levels == 0) pattern.first = answer.level;
    pattern.varies = pattern.varies || answer.level != pattern.first;
    ++pattern.levels;
}

int flat_dimensions(const Plan& plan, std::span<const LeafAnswer> answers, std::vector<Pattern>& patterns) {
    patterns.assign(plan.nodes.size(), Pattern{});
    for (std::size_t leaf = 0; leaf < answers.size(); ++leaf) {
        const PlanNode& node = plan.nodes[static_cast<std::size_t>(plan.leaves[leaf])];
        if (node.dimension >= 0) see(patterns[static_cast<std::size_t>(node.dimension)], answers[leaf]);
    }
    return static_cast<int>(std::ranges::count_if(patterns, [](const Pattern& pattern) {
        return pattern.whole && !pattern.varies && pattern.levels >= kSmallestDimension;
    }));
}

}  // namespace

bool straight_lining(const Plan& plan, std::span<const LeafAnswer> answers) {
    StraightLiningRoom room;
    return straight_lining(plan, answers, room);
}

bool straight_lining(const Plan& plan, std::span<const LeafAnswer> answers, StraightLiningRoom& room) {
    if (mostly_one_level(plan, answers, room.counts)) return true;
    const int needed = plan.rules.quality.whole_dimensions;
    return needed > 0 && flat_dimensions(plan, answers, room.dimensions) >= needed;
}

}  // namespace waymark
