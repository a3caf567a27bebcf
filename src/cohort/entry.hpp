// What a cohort keeps of one scorecard: a few hundred bytes, no texts of people.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark {

// Scores enter a cohort as whole thousandths, rounded half away from zero.
inline constexpr std::int32_t kNoScore = std::numeric_limits<std::int32_t>::min();
std::int32_t thousandths(const Rational& score);

// Position of a score on the ladder of levels: 0 not scored, 1 the lowest level. kOwnScale: its levels are not the default ones.
inline constexpr std::int8_t kOwnScale = -1;

enum class SignState : std::uint8_t { raised, cannot_tell, not_applying, clear };
inline constexpr std::size_t kSignStates = 4;

struct CohortEntry {
    std::string organisation, date;
    bool may_be_named = false;
    std::string verdict, outcome;  // titles; an empty outcome: none recorded
    std::int64_t respondents = 0, answers = 0, dont_know = 0;
    std::int64_t evidence_known = 0, in_scope = 0;
    bool one_person = false, straight_lining = false, halo = false, evidence_collected = false;
    // by node
    std::vector<std::int32_t> claimed, evidenced;
    std::vector<std::int8_t> claimed_level, evidenced_level;
    struct Band {
        std::int32_t node = 0;
        std::string title;
        friend auto operator<=>(const Band&, const Band&) = default;
    };
    std::vector<Band> bands;       // of the nodes that have one; of what is claimed where no evidence was collected
    std::vector<SignState> signs;  // by flag
    std::vector<bool> roles;       // heard

    friend auto operator<=>(const CohortEntry&, const CohortEntry&) = default;
};

// A deque, because there may be very many and none is moved when more come.
using CohortEntries = std::deque<CohortEntry>;

CohortEntry entry_of(const Scorecard& card);
std::string_view band_at(const CohortEntry& entry, std::size_t node);  // its title; empty: none

// What cards of one framework and profile have in common.
struct CohortFrame {
    std::string framework_id, framework_version, framework_title, framework_sha256, profile, profile_title;
    std::vector<CardLevel> levels;
    std::vector<CardNode> nodes;  // names only
    std::vector<CardFlag> flags;  // names only
    std::vector<CardRoleCount> roles;

    // Cards with the same key may be read together.
    using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;
    Key key() const { return {framework_id, framework_version, profile, framework_sha256}; }
};

CohortFrame frame_of(const Scorecard& card);
CohortFrame::Key key_of(const Scorecard& card);  // that of its frame

}  // namespace waymark
