#include "batch/single_scores.hpp"

#include <algorithm>

#include "assessment/evidence_kinds.hpp"
#include "survey/instant.hpp"
#include "waymark/tally.hpp"

namespace waymark {

static_assert(kNoThousandths == kNoScore);

namespace {

constexpr std::size_t kCountedTogether = 64;  // responses

}  // namespace

SingleScores::SingleScores(const Framework& framework, const Plan& plan, const ResponseRows& rows, bool with_evidence,
                           std::optional<Date> date)
    : framework_(&framework),
      plan_(&plan),
      rows_(&rows),
      with_evidence_(with_evidence),
      date_(date),
      scorer_(plan),
      straight_lining_(plan),
      caps_(with_evidence ? plan.leaves.size() : 0),
      tally_(plan) {
    claimed_.reserve(kCountedTogether * plan.nodes.size());
    if (with_evidence) evidenced_.reserve(kCountedTogether * plan.nodes.size());
}

void SingleScores::set_caps(const Response& response) {
    std::ranges::fill(caps_, kUnknownCap);
    std::optional<Date> date = date_;
    for (const GivenEvidence& given : response.evidence) {
        const auto leaf = static_cast<std::size_t>(given.leaf);
        const LeafAnswer& answer = response.answers[leaf];
        if (answer.state != AnswerState::level) continue;  // it supports nothing
        std::int64_t cap = plan_->base_supports[leaf];
        if (given.strength >= 0) {
            if (given.dated && !date) {
                const auto sent = parse_instant(response.submitted);
                if (sent) date = sent->date;
            }
            // Without a date to count from, an item counts as undated.
            const std::optional<Date> dated = date ? given.dated : std::nullopt;
            const int strength = effective_strength(given.strength, dated, framework_->evidence, date.value_or(Date{}));
            cap = std::max(cap, supported_value(*plan_, *framework_, plan_->leaves[leaf], answer.level, strength));
        }
        caps_[leaf] = std::max(caps_[leaf], cap);
    }
}

void SingleScores::count() {
    tally_.add(claimed_, evidenced_);
    claimed_.clear();
    evidenced_.clear();
}

const ScoreTally& SingleScores::tally() {
    count();
    return tally_;
}

void SingleScores::take(const Response& response, std::string_view organisation, std::string& rows) {
    if (with_evidence_) set_caps(response);
    const ResponseScores& scores = scorer_.score(response.answers, caps_);
    claimed_.insert(claimed_.end(), scores.claimed.begin(), scores.claimed.end());
    if (with_evidence_) evidenced_.insert(evidenced_.end(), scores.evidenced.begin(), scores.evidenced.end());
    if (claimed_.size() >= kCountedTogether * scores.claimed.size()) count();
    rows_->append(rows, response, organisation, scores, straight_lining_.in(response.answers));
}

}  // namespace waymark
