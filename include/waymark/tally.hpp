// What scoring needs of any number of respondents. Tallies add by + and max only and hold no respondent, so a
// million responses cost what one does, in any order and in any number of parts.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

#include "waymark/plan.hpp"

namespace waymark {

enum class AnswerState { level, dont_know, not_applicable, skipped, not_asked };

inline constexpr std::int64_t kUnknownCap = std::numeric_limits<std::int64_t>::min();

// How many respondents of one role gave how many levels, and whether they straight-lined.
struct RespondentGroup {
    int role = -1;
    int answered = 0;  // levels given
    bool straight_lining = false;
    friend auto operator<=>(const RespondentGroup&, const RespondentGroup&) = default;
};

struct Tally {
    int leaves = 0;
    int roles = 0;
    int levels = 0;                    // width for levels; the four other states follow them
    std::vector<std::int64_t> counts;  // [leaf][role][level 0…levels-1, dont_know, not_applicable, skipped, not_asked]
    std::vector<std::int64_t> caps;    // per leaf: highest supported value in kValueUnit; kUnknownCap: not known
    std::vector<std::int64_t> agreed;  // per leaf: the agreed level's value; kUnknownCap: none
    std::map<RespondentGroup, std::int64_t> respondents;

    std::int64_t& level_count(int leaf, int role, int level);
    std::int64_t level_count(int leaf, int role, int level) const;
    std::int64_t& state_count(int leaf, int role, AnswerState state);  // any state but `level`
    std::int64_t state_count(int leaf, int role, AnswerState state) const;
    std::int64_t respondents_in(int role) const;
    std::int64_t all_respondents() const;
};

Tally empty_tally(const Plan& plan);
void add(Tally& into, const Tally& other);  // same plan

}  // namespace waymark
