// A folder with one scorecard file for each organisation.
#pragma once

#include <set>
#include <string>

#include "waymark/scorecard.hpp"

namespace waymark {

class ScorecardFolder {
  public:
    explicit ScorecardFolder(std::string folder) : folder_(std::move(folder)) {}

    // Nothing where no folder was named. False and a sentence in `problem` if it cannot be written.
    bool add(const Scorecard& card, std::string& problem);

  private:
    std::string folder_;
    std::set<std::string> taken_;
};

// A file name of lower-case ASCII letters, digits and '-', whatever the texts: "warm-homes-team-2026-11-20".
std::string file_stem(const std::string& organisation, const std::string& date);

}  // namespace waymark
