#include "waymark/tally.hpp"

#include <algorithm>
#include <functional>

namespace waymark {

namespace {

// States other than `level` follow the levels of a leaf and role in this order.
constexpr std::size_t kOtherStates = 4;

std::size_t cell(const Tally& tally, int leaf, int role, int position) {
    const auto width = static_cast<std::size_t>(tally.levels) + kOtherStates;
    const auto group =
        static_cast<std::size_t>(leaf) * static_cast<std::size_t>(tally.roles) + static_cast<std::size_t>(role);
    return group * width + static_cast<std::size_t>(position);
}

int position_of(const Tally& tally, AnswerState state) {
    return tally.levels + static_cast<int>(state) - static_cast<int>(AnswerState::dont_know);
}

}  // namespace

std::int64_t& Tally::level_count(int leaf, int role, int level) {
    return counts[cell(*this, leaf, role, level)];
}

std::int64_t Tally::level_count(int leaf, int role, int level) const {
    return counts[cell(*this, leaf, role, level)];
}

std::int64_t& Tally::state_count(int leaf, int role, AnswerState state) {
    return counts[cell(*this, leaf, role, position_of(*this, state))];
}

std::int64_t Tally::state_count(int leaf, int role, AnswerState state) const {
    return counts[cell(*this, leaf, role, position_of(*this, state))];
}

std::int64_t Tally::respondents_in(int role) const {
    std::int64_t total = 0;
    for (const auto& [group, number] : respondents) {
        if (group.role == role) total += number;
    }
    return total;
}

std::int64_t Tally::all_respondents() const {
    std::int64_t total = 0;
    for (const auto& [group, number] : respondents) total += number;
    return total;
}

Tally empty_tally(const Plan& plan) {
    Tally tally;
    tally.leaves = static_cast<int>(plan.leaves.size());
    tally.roles = plan.roles;
    tally.levels = plan.widest_scale;
    const auto width = static_cast<std::size_t>(tally.levels) + kOtherStates;
    tally.counts.assign(plan.leaves.size() * static_cast<std::size_t>(tally.roles) * width, 0);
    tally.caps.assign(plan.leaves.size(), kUnknownCap);
    tally.agreed.assign(plan.leaves.size(), kUnknownCap);
    return tally;
}

void add(Tally& into, const Tally& other) {
    const auto larger = [](std::int64_t a, std::int64_t b) { return std::max(a, b); };
    std::ranges::transform(into.counts, other.counts, into.counts.begin(), std::plus<>());
    std::ranges::transform(into.caps, other.caps, into.caps.begin(), larger);
    std::ranges::transform(into.agreed, other.agreed, into.agreed.begin(), larger);
    for (const auto& [group, number] : other.respondents) into.respondents[group] += number;
}

}  // namespace waymark
