// From what was counted of each organisation, and its facts, to its scorecard.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/facts_of_many.hpp"
#include "batch/organisation_tallies.hpp"
#include "cli/commands.hpp"
#include "cli/load_map.hpp"
#include "waymark/appraisal.hpp"

namespace waymark {

class OrganisationCards {
  public:
    OrganisationCards(const ScoreOptions& options, const LoadedMap& loaded) : options_(&options), loaded_(&loaded) {}

    // The folder of facts, if one is named. False after any error.
    bool read_facts(Diagnostics& diagnostics);
    // Whether every --limit fits; asked before anything is read.
    bool limits_fit(Diagnostics& diagnostics);
    // What the answers were read from.
    void set_exports(CardInput exports) { exports_ = std::move(exports); }
    // Names in the facts that none of these organisations bears.
    std::vector<std::string> facts_without_responses(const std::vector<OrganisationTally*>& counted) const;

    enum class Wanted { whole, figures };  // figures: what a row or a cohort shows, without sentences
    Scorecard card_of(const OrganisationTally& counted, Date date, bool date_given, Wanted wanted) const;

  private:
    const ScoreOptions* options_;
    const LoadedMap* loaded_;
    std::map<std::string, OrganisationFacts> facts_;  // by comparable name
    std::vector<CardInput> inputs_;                   // files of facts
    std::optional<CardInput> exports_;
    std::vector<LimitOverride> limits_;
};

// A name as it is compared.
std::string comparable(std::string_view name);

}  // namespace waymark
