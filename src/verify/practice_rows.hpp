// Conditions about the rows of the computed table of practices: what each way in which a practice can come out contributes.
#pragma once

#include <optional>
#include <vector>

#include "verify/answer_lab.hpp"

namespace waymark {

// Where its columns stand.
struct PracticeRows {
    int table = -1;
    int state = -1, claimed = -1, evidenced = -1, gap = -1, strength = -1;
    const TableType* type = nullptr;
    Cell scored, not_applicable;
};

std::optional<PracticeRows> practice_rows(const Catalogue& catalogue);
bool about_practices(const Literal& literal, const std::optional<PracticeRows>& rows);

enum class Says { yes, no, either, nothing };  // nothing: the row is not asked about

struct Contributions {
    std::vector<std::vector<Says>> cases;  // per leaf, per open case in order
    int yes_least = 0, yes_most = 0, no_least = 0, no_most = 0;
};

Contributions contributions(const AnswerSpace& space, const Literal& literal, const Choices& choices, ScoreLab& lab,
                            const std::vector<Limit>& limits, const PracticeRows& rows);

// Whether the literal cannot come out as stated.
bool rows_impossible(const Literal& literal, const Contributions& found, const Scene& scene);

}  // namespace waymark
