// Many scorecards read together, as pure data. What may be told of small groups has been decided here (docs/cohort.md):
// whatever is too small to show is not in it, so renderers cannot tell too much. Published as JSON with a schema
// (docs/schemas/cohort-1.json); the same scorecards give the same bytes in any order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "waymark/rational.hpp"

namespace waymark {

inline constexpr int kLeastCell = 5;

// What is told of one count.
enum class Told {
    exactly,  // `count`
    fewer,    // fewer than the smallest cell shown
    or_more,  // at least the smallest cell shown; kept back because another could be worked out from it
    nothing
};

struct CohortCell {
    std::string id;
    std::string title;
    Told told = Told::nothing;
    std::optional<std::int64_t> count;       // exactly
    std::int64_t at_least = 0, at_most = 0;  // what follows from all that is told of the table
};
using CohortCells = std::vector<CohortCell>;

struct CohortLevel {
    std::string id, title;
};

// Neighbouring levels that are counted together because one of them alone would be too small to show.
struct CohortStep {
    std::vector<std::string> levels;  // ids, rising; "not-scored" stands for those without a score
    std::string title;                // "Absent or Emerging"
    std::int64_t count = 0;
};

struct CohortScores {
    std::vector<CohortStep> steps;  // rising; their counts add up to the number of organisations; empty: not shown
    std::optional<Rational> p10, p50, p90;
};

struct CohortNode {
    std::string id, code, title;
    std::string kind;  // overall, dimension, practice
    std::string dimension;
    bool core = false;
    CohortScores claimed, evidenced;
    bool by_band = false;       // overall and dimensions: steps are bands, and stand on one side only
    CohortCells bands;          // where bands are not the levels of the scale: by band, without an order
    bool all_scored = false;    // every organisation has a claimed score here
    std::string highest;        // practices: title of the highest level that any organisation can show; empty: not told
    bool nobody_above = false;  // … and there are levels above it
    std::string half_below;     // practices: at least half cannot show more than this level; empty: not told
    std::int64_t half_count = 0;  // how many that are, at least
};

struct CohortFlag {
    std::string id, code, kind, title;
    std::string says;
    CohortCells states;  // raised, clear, cannot-tell, does-not-apply; "too early" counts as clear
    bool mostly_cannot_tell = false;
};

struct CohortPeer {
    std::string organisation;
    std::string level;  // title of the level that its evidence supports
};

// Who has evidence at a level that at least half cannot show. Only organisations that agreed to be named.
struct CohortExchange {
    std::string practice, code, title;
    std::vector<CohortPeer> peers;  // by name
};

struct CohortQuality {
    std::int64_t respondents = 0;
    std::optional<std::int64_t> respondents_middle;  // per organisation
    std::optional<Rational> evidence_known;          // share of practices in scope with known evidence, all together
    std::optional<Rational> dont_know;               // share of answers that are "don't know", all together
    struct Remark {
        std::string id, title;
        CohortCells cells;  // yes, no
    };
    std::vector<Remark> remarks;  // one person only, the same level throughout, no differences, roles heard …
};

struct Cohort {
    std::string framework_id, framework_version, framework_title, framework_sha256;
    std::string profile, profile_title;
    std::string unit = "organisation";  // or "response": what is counted
    std::int64_t organisations = 0;
    std::int64_t set_aside = 0;  // earlier assessments of an organisation that has a later one
    std::string first_date, last_date;
    std::int64_t least_cell = kLeastCell;
    bool too_few = false;             // fewer organisations than the smallest cell: nothing is told of them
    std::vector<CohortLevel> levels;  // of the default scale
    CohortCells verdicts;
    std::vector<CohortNode> nodes;  // overall, dimensions, practices in the framework's order
    std::vector<CohortFlag> flags;  // raised most first, as far as that is told
    CohortCells outcomes;           // the headline indicators' reading
    std::vector<CohortExchange> exchange;
    std::vector<std::string> named;  // organisations that agreed to be named, by name
    CohortQuality quality;
    std::vector<std::string> limits;  // sentences
};

}  // namespace waymark
