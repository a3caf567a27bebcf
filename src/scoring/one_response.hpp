// The scores of a single response, without allocating: the same roll-up as for an organisation (scoring/roll_up.hpp),
// with smaller numbers. What needs more than one respondent (spread, roles, signs, verdict) has no meaning here.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "assessment/answer_quality.hpp"
#include "waymark/plan.hpp"

namespace waymark {

// No score: unknown, withheld, or not applicable.
inline constexpr std::int32_t kNoThousandths = std::numeric_limits<std::int32_t>::min();

// By node of the plan. Scores are whole thousandths, rounded half away from zero.
struct ResponseScores {
    std::vector<std::int32_t> claimed, evidenced;
    int known = 0, in_scope = 0;  // practices of the whole with a level, of those that apply
};

class ResponseScorer {
  public:
    explicit ResponseScorer(const Plan& plan);
    ~ResponseScorer();
    ResponseScorer(ResponseScorer&&) noexcept;
    ResponseScorer& operator=(ResponseScorer&&) noexcept;

    // `caps`: per leaf what the evidence supports, or kUnknownCap; empty: no evidence was asked for. The result lives
    // until the next call.
    const ResponseScores& score(std::span<const LeafAnswer> answers, std::span<const std::int64_t> caps);

  private:
    struct Workspace;
    std::unique_ptr<Workspace> workspace_;
};

}  // namespace waymark
