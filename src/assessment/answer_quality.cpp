#include "assessment/answer_quality.hpp"

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

constexpr int kSmallestDimension = 3;  // with two practices, "no variation" is an even bet

}  // namespace

StraightLining::StraightLining(const Plan& plan)
    : rules_(&plan.rules.quality), counts_(static_cast<std::size_t>(plan.widest_scale) + 1) {
    const auto dimension_of = [&](std::size_t leaf) {
        return plan.nodes[static_cast<std::size_t>(plan.leaves[leaf])].dimension;
    };
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) leaves_.push_back(leaf);
    std::ranges::stable_sort(leaves_, {}, dimension_of);
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        const int dimension = dimension_of(leaves_[i]);
        if (i == 0 || dimension != dimension_of(leaves_[i - 1])) dimensions_.push_back({i, i, dimension >= 0});
        dimensions_.back().last = i + 1;
    }
}

bool StraightLining::mostly_one_level(int answered) const {
    if (answered == 0 || answered < rules_->at_least_questions) return false;
    const int most = *std::max_element(counts_.begin() + 1, counts_.end());
    const Rational& share = rules_->same_level_share;
    return most * share.denominator() >= answered * share.numerator();
}

// Whether it was answered whole and without variation; its levels are counted along the way. Who left out what is hard
// to foresee, so there is no branch on it: what is not a level is counted in front of the first.
bool StraightLining::is_flat(const Dimension& dimension, std::span<const LeafAnswer> answers, int& answered) {
    int levels = 0;
    int all = 0;           // bits that any level has,
    int common = ~int{0};  // and those that all have
    bool whole = true;
    int* const counts = counts_.data() + 1;
    for (std::size_t i = dimension.first; i < dimension.last; ++i) {
        const LeafAnswer& answer = answers[leaves_[i]];
        const bool is_level = answer.state == AnswerState::level;
        const int level = is_level ? answer.level : -1;
        ++counts[level];
        all |= is_level ? level : 0;
        common &= level;  // -1 has all bits
        whole &= is_level | (answer.state == AnswerState::not_applicable);
        levels += is_level ? 1 : 0;
    }
    answered += levels;
    return whole && all == common && levels >= kSmallestDimension && dimension.counts;
}

bool StraightLining::in(std::span<const LeafAnswer> answers) {
    std::ranges::fill(counts_, 0);
    int answered = 0;
    int flat = 0;
    for (const Dimension& dimension : dimensions_) flat += is_flat(dimension, answers, answered) ? 1 : 0;
    return mostly_one_level(answered) || (rules_->whole_dimensions > 0 && flat >= rules_->whole_dimensions);
}

bool straight_lining(const Plan& plan, std::span<const LeafAnswer> answers) {
    return StraightLining(plan).in(answers);
}

}  // namespace waymark
