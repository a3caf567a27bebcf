// What `waymark score` gives out, whichever way the scorecards came: rows as they come in, documents at the end.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/row_stream.hpp"
#include "cli/scorecard_folder.hpp"
#include "cohort/gather.hpp"
#include "report/cohort_report.hpp"
#include "waymark/page.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

class ScoreOutput {
  public:
    ScoreOutput(const ScoreOptions& options, Terminal& terminal);

    // For csv and jsonl nothing is kept of a card once its row has gone out, unless a cohort is asked for beside them.
    void add(const Scorecard& card);
    // A cohort that did not come from scorecards, told beside or instead of theirs.
    void add_group(Cohort cohort) { report_.groups.push_back(std::move(cohort)); }
    void account(ReadingAccount account) { report_.account = std::move(account); }
    // For rows that are no scorecards.
    RowStream& rows() { return rows_; }

    // Whether anything that is given out has sentences of single scorecards in it.
    bool shows_words() const { return !options_.scorecards.empty() || options_.format == "jsonl"; }

    bool failed() const { return failed_ || wrong_use_ || rows_.failed(); }  // adding more is of no use
    // kDone; kWrongUse if the cards cannot share a table; kOurFailure after a failed write. A file named by -o appears
    // here, whole, and not at all if this is not called or fails.
    int finish();

  private:
    bool gathers() const;
    void add_csv(const Scorecard& card);
    std::string rendered(const std::string& format, const TextStyle& style) const;
    int deliver_document(const std::string& format, const std::string& output);

    const ScoreOptions& options_;
    Terminal& terminal_;
    TextStyle style_;
    RowStream rows_;
    ScorecardFolder folder_;
    std::vector<Output> cohorts_;
    CohortGathering gathering_;
    CohortReport report_;
    HouseStyle house_;
    std::string head_;  // of the rows, as written with the first card
    bool failed_ = false;
    bool wrong_use_ = false;
};

// `--cohort FILE` or FORMAT=FILE: the format by its ending unless given. False and a sentence if it is none.
bool cohort_output(const std::string& written, Output& output, std::string& problem);

}  // namespace waymark
