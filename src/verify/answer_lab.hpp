// What scores can still be while answers are open, as a world in which conditions about them are judged.
#pragma once

#include <optional>

#include "condition/evaluate.hpp"
#include "verify/answer_space.hpp"
#include "verify/branches.hpp"

namespace waymark {

// Knows of scores only what is left open, as intervals; holds on to the space and the choices.
struct ScoreLab {
    const AnswerSpace& space;
    const Choices& choices;
    mutable std::optional<Ranges> claimed, evidenced;  // when first asked for
    const PracticeCase* one = nullptr;                 // while a single case of `leaf` is looked at
    int leaf = -1;
    World world;

    ScoreLab(const AnswerSpace& of, const Choices& open);
    ScoreLab(const ScoreLab&) = delete;
    ScoreLab& operator=(const ScoreLab&) = delete;

    Measured measure(const NodeMeasure& wanted) const;
};

// The measure of a literal about scores; null if it is about something else.
const Measure* node_measure_of(const Literal& literal);

Truth wanted_of(const Literal& literal);
Truth opposite_of(const Literal& literal);

}  // namespace waymark
