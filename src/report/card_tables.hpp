// A scorecard as tables: what spreadsheets and CSV are made of. Small roles stay hidden, and what people wrote is in
// them only if asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/data_table.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

// scores, practices, roles, flags, evidence, facts, outcomes, next-steps
const std::vector<std::string>& card_table_ids();

// nullopt if there is no table of this id.
std::optional<DataTable> card_table(const Scorecard& card, const std::string& id, bool with_notes);

DataTable scores_table(const Scorecard& card);  // a row for the whole, each dimension, group and practice
DataTable practices_table(const Scorecard& card, bool with_notes);
DataTable roles_table(const Scorecard& card);  // a row for each practice and role
DataTable flags_table(const Scorecard& card);
DataTable evidence_table(const Scorecard& card, bool with_notes);
DataTable facts_table(const Scorecard& card);  // a row for each cell
DataTable outcomes_table(const Scorecard& card);
DataTable next_steps_table(const Scorecard& card);

// One table of facts with columns of its own.
DataTable one_fact_table(const CardFacts& facts);

}  // namespace waymark
