// Random frameworks with random answers, as the reference scorer and as the scorer under test want them.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "property/reference_scorer.hpp"
#include "waymark/scores.hpp"

namespace generated {

// The same numbers on every machine: the standard's distributions are not.
class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(n)); }
    bool one_in(int n) { return below(n) == 0; }

    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(static_cast<int>(i)))]);
        }
    }

  private:
    std::mt19937 engine_;
};

struct Survey {
    reference::Tree tree;
    reference::Rules rules;
    int roles = 1;
    std::vector<int> role_of;  // per respondent, who are numbered as the answers of every practice are
};

Survey random_survey(std::uint32_t seed);

waymark::Plan plan_of(const Survey& survey);
std::vector<int> ids_of(const Survey& survey);  // of the plan's nodes
waymark::Tally tally_of(const Survey& survey, const waymark::Plan& plan);
waymark::Tally tally_of(const Survey& survey, const waymark::Plan& plan, const std::vector<int>& respondents);

std::vector<reference::Tree*> practices_of(reference::Tree& tree);
waymark::Rational rational(reference::Fraction value);

}  // namespace generated
