// From answers to tallies: counts of levels and states, and what the evidence supports.
#include <algorithm>

#include "assessment/answer_quality.hpp"
#include "assessment/evidence_kinds.hpp"
#include "waymark/assessment.hpp"

namespace waymark {

namespace {

int leaf_of(const Plan& plan, int element) {
    return plan.nodes[static_cast<std::size_t>(element)].leaf;
}

std::int64_t value_of(const Plan& plan, int element, int level) {
    return plan.nodes[static_cast<std::size_t>(element)].level_values[static_cast<std::size_t>(level)];
}

// The highest value an item supports for a practice; nothing beyond what no evidence supports if the strength
// names no level of the practice's scale.
std::int64_t supported(const Plan& plan, const Framework& framework, int element, int strength) {
    const auto scale = static_cast<std::size_t>(framework.elements[static_cast<std::size_t>(element)].scale);
    const auto base = plan.base_supports[static_cast<std::size_t>(leaf_of(plan, element))];
    const Strength& rule = framework.evidence.strengths[static_cast<std::size_t>(strength)];
    const int level = scale < rule.supports.size() ? rule.supports[scale] : -1;
    return level < 0 ? base : value_of(plan, element, level);
}

void raise_cap(Tally& tally, const Plan& plan, const Framework& framework, const Answer& answer, Date date) {
    if (answer.state != AnswerState::level || answer.evidence_state == EvidenceState::not_asked) return;
    const auto leaf = static_cast<std::size_t>(leaf_of(plan, answer.element));
    std::int64_t cap = plan.base_supports[leaf];
    for (const EvidenceItem& item : answer.evidence) {
        const int strength = effective_strength(item, framework.evidence, date);
        cap = std::max(cap, supported_value(plan, framework, answer.element, answer.level, strength));
    }
    tally.caps[leaf] = std::max(tally.caps[leaf], cap);
}

std::vector<LeafAnswer> answers_by_leaf(const Plan& plan, const Respondent& respondent) {
    std::vector<LeafAnswer> answers(plan.leaves.size());
    for (const Answer& answer : respondent.answers) {
        answers[static_cast<std::size_t>(leaf_of(plan, answer.element))] = {answer.state, answer.level};
    }
    return answers;
}

}  // namespace

int effective_strength(int strength, const std::optional<Date>& dated, const EvidenceRules& rules, Date date) {
    const bool weaker = !dated || plus(*dated, rules.weaker_after) < date;
    return weaker ? std::max(0, strength - 1) : strength;
}

int effective_strength(const EvidenceItem& item, const EvidenceRules& rules, Date date) {
    return effective_strength(item.strength, item.dated, rules, date);
}

// An item lifts a practice no higher than the level it was offered for: an audit under a low answer cannot vouch for
// somebody else's high one.
std::int64_t supported_value(const Plan& plan, const Framework& framework, int element, int level, int strength) {
    return std::min(value_of(plan, element, level), supported(plan, framework, element, strength));
}

void count(Tally& tally, const Plan& plan, const Framework& framework, const Respondent& respondent, Date date) {
    const std::vector<LeafAnswer> answers = answers_by_leaf(plan, respondent);
    RespondentGroup group;
    group.role = respondent.role;
    for (std::size_t leaf = 0; leaf < answers.size(); ++leaf) {
        const LeafAnswer& answer = answers[leaf];
        if (answer.state == AnswerState::level) {
            ++tally.level_count(static_cast<int>(leaf), respondent.role, answer.level);
            ++group.answered;
        } else {
            ++tally.state_count(static_cast<int>(leaf), respondent.role, answer.state);
        }
    }
    if (!framework.evidence.strengths.empty()) {
        for (const Answer& answer : respondent.answers) raise_cap(tally, plan, framework, answer, date);
    }
    group.straight_lining = straight_lining(plan, answers);
    ++tally.respondents[group];
}

Tally tally_of(const Assessment& assessment, const Framework& framework, const Plan& plan) {
    Tally tally = empty_tally(plan);
    for (const Respondent& respondent : assessment.respondents) {
        count(tally, plan, framework, respondent, assessment.date);
    }
    for (const auto& [element, level] : assessment.agreed) {
        tally.agreed[static_cast<std::size_t>(leaf_of(plan, element))] = value_of(plan, element, level);
    }
    return tally;
}

}  // namespace waymark
