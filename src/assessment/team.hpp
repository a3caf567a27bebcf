// One person's answers replaced or withdrawn in a combined assessment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/combine.hpp"

namespace waymark {

struct Replacement {
    std::string id;  // whom it replaces in the team's file; empty: everyone in `file`, by the ids they have there
    AssessmentFile file;
};

struct TeamChange {
    std::vector<std::string> withdraw;  // ids
    std::vector<Replacement> replace;
};

// The team's file with these changes, to be written to `output_name`; nullopt and findings if one cannot be made.
//
// - A withdrawn respondent goes with all answers, notes and the comments between them. Nothing else changes: agreed
//   levels stay, since the team settled on them.
// - A replaced respondent keeps the id and the place in the list. The new file must agree on framework, organisation and
//   profile. If it is dated later, the team's file takes that date (a note). Only the respondent is taken from it; what it
//   says beside that and the team's file does not is a note.
// - Comments elsewhere in the team's file stay.
std::optional<std::string> change_team(const AssessmentFile& team, const TeamChange& change,
                                       const std::string& output_name, Diagnostics& diagnostics);

}  // namespace waymark
