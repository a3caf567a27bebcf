// Figures and sentences about a cohort that every format words alike.
#pragma once

#include <string>
#include <vector>

#include "waymark/cohort.hpp"

namespace waymark {

// "7", "fewer than 5", "5 or more", "not shown".
std::string count_text(const CohortCell& cell, std::int64_t least);
// "58%"; empty unless the count is told.
std::string share_text(const CohortCell& cell, std::int64_t all);

std::string units(const Cohort& cohort);          // "12 organisations", "1 response"
std::string cohort_title(const Cohort& cohort);   // "Mission maturity 1.0.0, Grand mission, 2026-01-31 to 2026-11-20"
std::string cohort_people(const Cohort& cohort);  // "12 organisations, 143 people"
std::string cohort_purpose();
std::vector<std::string> in_short(const Cohort& cohort);  // where the group stands, what most lack, who can help

std::string node_label(const CohortNode& node);  // "I2 Short feedback loops"
std::string flag_label(const CohortFlag& flag);
std::string steps_text(const CohortScores& scores);  // "Absent or Emerging 7; Developing 5"; "not shown"
std::string percentiles_text(
    const CohortScores& scores);  // "middle 1.5", "lower tenth 0.5, middle 1.5, upper tenth 2.8"
std::string figure_text(const std::optional<Rational>& value);  // "1.5"; empty
std::string nobody_text(const CohortNode& node);                // "nobody is evidenced above Developing"; empty
// "Embedded: A, B", the highest level first
std::vector<std::string> peer_lines(const Cohort& cohort, const CohortExchange& exchange);
std::vector<std::string> quality_lines(const Cohort& cohort);

// Practices by how little at least half of the group can show, as far as that is told.
std::vector<const CohortNode*> lacking_first(const Cohort& cohort);
std::vector<const CohortFlag*> raised_often(const Cohort& cohort);  // of kind washing, told to be raised by some
std::vector<const CohortFlag*> mostly_untold(const Cohort& cohort);

}  // namespace waymark
