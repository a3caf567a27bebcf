// Responses scored one by one, each on its own: a row for each, and their scores counted together. One for each thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/answer_quality.hpp"
#include "batch/response_rows.hpp"
#include "cohort/gather.hpp"
#include "scoring/one_response.hpp"
#include "survey/response.hpp"
#include "waymark/framework.hpp"
#include "waymark/plan.hpp"

namespace waymark {

class SingleScores {
  public:
    // `date`: from which the age of evidence is counted; without one, from when each response was sent.
    SingleScores(const Framework& framework, const Plan& plan, const ResponseRows& rows, bool with_evidence,
                 std::optional<Date> date);

    void take(const Response& response, std::string_view organisation, std::string& rows);
    const ScoreTally& tally();

  private:
    void set_caps(const Response& response);
    void count();

    const Framework* framework_;
    const Plan* plan_;
    const ResponseRows* rows_;
    bool with_evidence_;
    std::optional<Date> date_;
    ResponseScorer scorer_;
    StraightLining straight_lining_;
    std::vector<std::int64_t> caps_;
    std::vector<std::int32_t> claimed_, evidenced_;  // of responses that are not counted yet
    ScoreTally tally_;
};

}  // namespace waymark
