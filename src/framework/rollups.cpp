// What groups make of their parts, checked across the tree: weights, sums, stages, and that scores stay
// exact.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "framework/draft.hpp"
#include "framework/ends.hpp"
#include "framework/exactness.hpp"

namespace waymark {

namespace {

void check_weights(Draft& draft, int index, std::set<int>& reported) {
    const Element& group = draft.element(index);
    const Rollup rollup = rollup_of(draft.framework, index);
    if (rollup == Rollup::minimum || rollup == Rollup::staged) return;  // which use no weights
    for (const Profile& profile : draft.framework.profiles) {
        const bool all_zero = std::all_of(group.children.begin(), group.children.end(), [&](int child) {
            return weight_of(draft.framework, profile, child) == Rational(0);
        });
        if (!all_zero || !reported.insert(index).second) continue;
        draft.report("F033", group.span,
                     fmt::format("every part of '{}' has the weight 0 in the profile '{}'", group.id, profile.id),
                     "give at least one part a weight above 0");
    }
}

void check_sum(Draft& draft, int index, const std::vector<Interval>& units) {
    if (rollup_of(draft.framework, index) != Rollup::sum || !mixes_scales(draft.framework, units, index)) return;
    draft.report("F046", draft.element(index).span,
                 fmt::format("'{}' is a sum over different scales", draft.element(index).id),
                 "use 'rollup: mean', which brings scales onto one, or give all parts the same scale");
}

// The stages named run from 1 to the last without a hole.
void check_holes(Draft& draft, int index, const std::set<int>& stages) {
    if (stages.empty()) return;
    for (int stage = 1; stage < *stages.rbegin(); ++stage) {
        if (stages.count(stage) > 0) continue;
        draft.report("F045", draft.element(index).span,
                     fmt::format("no practice of '{}' stands in stage {}", draft.element(index).id, stage),
                     fmt::format("stages run from 1 to {} without a hole", *stages.rbegin()));
    }
}

void check_stages(Draft& draft, int index) {
    std::set<int> stages;
    for (const int child : draft.element(index).children) {
        const Element& practice = draft.element(child);
        if (practice.kind != NodeName::Kind::practice) {
            draft.report("F043", practice.span,
                         fmt::format("'{}' is a group under the staged '{}'", practice.id, draft.element(index).id),
                         "only practices stand in stages; stage the inner group and use another roll-up above it");
            return;
        }
        if (practice.stage == 0 || practice.passes_at == -1) {
            draft.report("F044", practice.span,
                         fmt::format("the practice '{}' does not say {}", practice.id,
                                     practice.stage == 0 ? "in which stage it stands" : "at which level it passes"),
                         "under 'rollup: staged' every practice needs 'stage: 1' and 'passes_at: LEVEL'");
        }
        if (practice.stage > 0) stages.insert(practice.stage);
    }
    check_holes(draft, index, stages);
}

// Stages say something only under a staged group.
void check_needless_stages(Draft& draft, int index) {
    for (const int child : draft.element(index).children) {
        const Element& practice = draft.element(child);
        if (practice.stage == 0 && practice.passes_at == -1) continue;
        draft.report("F043", practice.span,
                     fmt::format("the practice '{}' names a stage, but its group is not staged", practice.id),
                     "remove 'stage' and 'passes_at', or write 'rollup: staged' on the group");
    }
}

}  // namespace

void check_rollups(Draft& draft) {
    const auto units = unit_ends(draft.framework);
    std::set<int> reported;
    for (std::size_t i = 0; i < draft.framework.elements.size(); ++i) {
        const int index = static_cast<int>(i);
        if (draft.element(index).children.empty()) continue;
        check_weights(draft, index, reported);
        check_sum(draft, index, units);
        if (rollup_of(draft.framework, index) == Rollup::staged) {
            check_stages(draft, index);
        } else {
            check_needless_stages(draft, index);
        }
    }
}

void check_exactness(Draft& draft) {
    const auto& profiles = draft.framework.profiles;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        if (scores_stay_exact(make_plan(draft.framework, static_cast<int>(i)))) continue;
        const Span span = profiles[i].weights.empty() ? draft.element(1).span : profiles[i].span;
        draft.report("F034", span,
                     fmt::format("weights are too fine to compute with exactly in the profile '{}'", profiles[i].id),
                     "write weights with fewer digits: 1.5 instead of 1.4987");
        return;
    }
}

}  // namespace waymark
