// What `waymark score` gives out, whichever way the scorecards came: rows as they come in, documents at the end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/row_stream.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

// What became of everything that was read: read = scored + dropped + rejected.
struct ReadingAccount {
    struct Dropped {
        std::string rule;  // "incomplete", "an earlier response of the same person"
        std::int64_t count = 0;
    };
    std::int64_t read = 0;
    std::int64_t scored = 0;
    std::vector<Dropped> dropped;
    std::int64_t rejected = 0;
};

class ScoreOutput {
  public:
    ScoreOutput(const ScoreOptions& options, Terminal& terminal);

    // For csv and jsonl nothing is kept of a card once its row has gone out.
    void add(const Scorecard& card);
    bool failed() const { return failed_ || rows_.failed(); }  // adding more is of no use
    // kDone; kWrongUse if the cards cannot share a table; kOurFailure after a failed write. A file named by -o appears
    // here, whole, and not at all if this is not called or fails.
    int finish();

  private:
    void add_csv(const Scorecard& card);

    const ScoreOptions& options_;
    TextStyle style_;
    Terminal& terminal_;
    RowStream rows_;
    std::vector<std::string> columns_;  // csv: of the first card
    bool first_ = true;
    bool failed_ = false;
};

}  // namespace waymark
