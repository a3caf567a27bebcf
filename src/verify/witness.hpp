// Assessments made up to show that something is possible. They are ordinary ones: the real appraisal says what comes of
// them, and `waymark report` shows it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "verify/answer_goal.hpp"
#include "waymark/assessment.hpp"

namespace waymark {

struct WitnessDates {
    Date assessed{2026, 6, 30};
    Date previous{2025, 6, 30};
};

struct WitnessWish {
    AnswerPlan answers;
    std::map<int, Table> tables;  // by table: declared ones, records among them; respondents and evidence
    bool previous = false;        // there is an assessment before it
};

struct Witness {
    Assessment assessment;
    std::optional<Assessment> previous;
};

Witness witness_for(const AnswerSpace& space, const WitnessWish& wish, const WitnessDates& dates);

// Rows and readings for the columns of `indicators` that waymark fills itself; those cells are emptied.
void add_readings(const Framework& framework, const WitnessDates& dates, std::map<int, Table>& tables);

// The file, with the name of the file before it if there is one.
std::string text_of(const Assessment& assessment, const Framework& framework, const std::string& remark,
                    const std::string& previous);

}  // namespace waymark
