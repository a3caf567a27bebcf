// All that is computed from an assessment, as pure data: every text and figure that any report prints is
// here, so that renderers compute nothing and a saved scorecard renders without its framework. Published as
// JSON with a schema (docs/schemas/scorecard-1.json); the same input gives the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "waymark/rational.hpp"
#include "waymark/truth.hpp"

namespace waymark {

// "2.6 of 4", or why there is no figure.
struct CardScore {
    std::optional<Rational> point;
    std::optional<Interval> range;
    bool withheld = false;
    int known = 0;
    int in_scope = 0;
};

struct CardRole {
    std::string role;  // id
    std::string title;
    std::int64_t answered = 0;  // levels given
    std::int64_t dont_know = 0;
    std::optional<Rational> mean;  // none when the group is smaller than the framework allows to be shown
    bool hidden = false;           // too small to show; then the counts are 0 too
};

struct CardLevel {
    std::string id;
    std::string title;
    Rational value;
};

// How a group's score came about, child by child.
struct CardTerm {
    std::string node;
    Rational weight;                  // share of the weights in scope, 0 to 1
    std::optional<Rational> claimed;  // on the parent's scale
    std::optional<Rational> evidenced;
};

struct CardNode {
    std::string id;
    std::string code;
    std::string title;
    std::string kind;       // overall, dimension, group, practice
    std::string parent;     // id; empty for overall
    std::string dimension;  // id; empty for overall
    int depth = 0;
    bool core = false;
    std::string state;   // scored, not-applicable, unknown, not-asked
    std::string rollup;  // groups: mean, sum, minimum, staged
    CardScore claimed;
    CardScore evidenced;
    std::optional<Rational> gap;
    Rational lowest, highest;  // ends of its scale
    std::string band;          // id; overall and dimensions
    std::string band_title;
    bool band_is_claimed = false;  // no evidence was collected: a "claimed band"
    std::vector<CardTerm> terms;   // groups
    // practices
    std::string ask;
    std::string level;  // title of the level that describes the claimed score (never above it)
    std::string evidenced_level;
    std::string anchor;  // what that level looks like
    std::string target;  // id of the level aimed at; empty: none
    std::optional<Rational> target_value;
    bool agreed = false;
    bool scope_disputed = false;
    std::int64_t respondents = 0;  // who gave a level
    std::int64_t dont_know = 0;
    std::optional<Rational> spread_lowest, spread_highest, lower_quartile, upper_quartile, agreement;
    std::vector<CardRole> roles;
    std::optional<Rational> role_gap;         // widest difference between two shown roles' means
    std::string role_gap_high, role_gap_low;  // their titles
    std::string strongest_evidence;           // title of the strongest effective strength; empty: unknown
    std::int64_t evidence_items = 0;
    std::optional<std::int64_t> new_evidence;  // items dated after the previous assessment
    std::vector<std::string> reasons;          // for "not applicable"; shown only on request
    std::vector<std::string> notes;            // shown only on request
    std::vector<std::string> evidence;         // what was offered, shown only on request
    std::optional<Rational> previous_claimed, previous_evidenced;
};

struct CardSource {
    std::string title;
    std::string url;  // may be empty
};

struct CardFlag {
    std::string id;
    std::string code;
    std::string kind;  // washing, real
    std::string title;
    std::string says;
    std::string state;                    // does-not-apply, cannot-tell, clear, too-early, raised
    std::string severity;                 // high, medium, low; empty for kind real
    std::string saw;                      // one sentence: the facts that decided it
    std::vector<std::string> would_tell;  // cannot-tell: what would let it tell
    std::string why;
    std::string action;
    std::vector<CardSource> sources;
};

struct CardVerdict {
    std::string id;
    std::string title;
    std::string says;
    bool unsafe = false;
    std::string unsafe_title;
    std::string unsafe_says;
    int told = 0;                       // washing signs that could be told …
    int applicable = 0;                 // … of those that apply
    int high = 0, medium = 0, low = 0;  // raised washing signs
    std::string settle_most;            // what, if supplied, would let most signs tell; empty if all could
    int settle_count = 0;
};

// What is missing, grouped: "11 signs need the portfolio".
struct CardMissing {
    std::string what;                  // "the portfolio"
    std::vector<std::string> columns;  // titles; for tables and records
    std::vector<std::string> flags;    // codes (or ids) of flags that it would help to tell
};

struct CardNextStep {
    std::string practice;  // id
    std::string code;
    std::string title;
    bool core = false;
    std::string from;  // level title; empty when unknown
    std::string step;
    std::string because;  // why this one comes now
};

struct CardReading {  // one reading of an indicator
    std::string date;
    Rational value;
    bool series_break = false;
    std::string note;
};

struct CardIndicator {
    std::string id;
    std::string name;
    std::string family;
    std::string family_title;
    std::string unit;
    bool higher_is_better = true;
    std::string reading;        // too-early, flat, improving, worsening, expected-dip, not-read
    std::string reading_title;  // for people: "too early to say"
    std::string says;           // sentences
    std::optional<Rational> baseline, latest, change, pace, target, noise;
    std::string baseline_date, target_due;  // empty: none
    std::string commitment;                 // id of how firm the target is; empty: not said
    std::string aim;                        // the target in words: "6% of homes by 31 December 2033 (aspirational)"
    std::string pace_note;                  // "target met", "target date has passed", "behind" …
    std::optional<Rational> required;       // yearly change that the target needs from now on
    std::optional<Rational> best_pace;      // the best yearly change on record in a comparable place
    std::optional<Rational> expected;       // where the way from the baseline to the target puts the latest reading
    bool by_waypoints = false;              // that way goes through stated waypoints, not straight
    std::optional<Rational> untouched;      // where the do-nothing trend puts the latest reading
    std::vector<std::string> course;        // sentences: against its course, doing nothing, the best pace, groups
    std::string equity;                     // widened, narrowed, not-narrowed, not-recorded; empty: not a headline
    std::string definition;                 // what is counted and what is left out
    std::string publisher;                  // who publishes the figures, and where
    std::string doubt;                      // what would make us doubt it
    std::string gaming;                     // how it could be made to look better than it is
    std::vector<CardReading> readings;
};

// One item of evidence. Whose it is stands nowhere.
struct CardEvidence {
    std::string practice;     // id
    std::string strength;     // title
    std::string counts_as;    // title of the strength it counts with: one less when old or undated
    std::string dated;        // empty: no date was given
    std::string produced_by;  // title; empty: not said
    std::string form;         // title; empty: not said
    std::string what;         // in the words of whoever offered it, shown only on request
};

struct CardColumn {
    std::string id;
    std::string title;
    std::string type;  // text, number, integer, money, share, date, duration, yes-no, one-of, some-of, level, row-of
    std::string unit;  // of money: the currency
};

// What was recorded beside the answers, without the columns that the framework calls private.
struct CardFacts {
    std::string id;
    std::string title;
    bool is_record = false;  // single facts: one row
    std::string state;       // given, none (there are none, it is said), not-given
    int private_columns = 0;
    std::vector<CardColumn> columns;             // of a table that is given
    std::vector<std::vector<std::string>> rows;  // as files write them; "" is not known
};

// A threshold that this run was asked to hold the scores to.
struct CardGate {
    std::string gate;  // as written: "implementing>=2"
    bool met = false;
    std::string says;  // one sentence
};

// One rung of the ladder of horizons, and what stands on it.
struct CardRung {
    std::string id;
    std::string title;
    std::string says;
    std::vector<std::string> shows;  // one line per indicator; empty: nothing is measured here
};

struct CardOutcomes {
    bool given = false;
    std::vector<CardIndicator> indicators;
    std::vector<CardRung> ladder;
    std::string ladder_says;
    std::string row, row_title;  // maturity × outcomes
    std::string column;
    std::string says;
    std::vector<std::string> caveats;
};

// A way in which the scores are uneven, and what that means.
struct CardShape {
    std::string id;
    std::string title;
    std::string says;
    std::string saw;  // one sentence: the figures that decided it
};

struct CardNote {
    std::string kind;  // "confidence", "change", "method", …
    std::string text;
};

struct CardRoleCount {
    std::string role;
    std::string title;
    std::int64_t respondents = 0;
};

struct CardInput {
    std::string name;
    std::string sha256;
};

struct Scorecard {
    std::string waymark_version;
    std::string framework_id, framework_version, framework_title, framework_sha256, framework_licence, framework_about;
    std::string organisation;
    std::string profile, profile_title;
    std::string date;
    std::string previous_date;  // empty: first assessment
    std::vector<CardInput> inputs;
    std::int64_t respondents = 0;
    std::vector<CardRoleCount> roles;
    bool first_look = false;  // a single respondent
    bool evidence_collected = false;
    std::vector<CardLevel> levels;  // the default scale
    CardVerdict verdict;
    std::vector<CardFlag> flags;       // in the framework's order
    std::vector<CardNode> nodes;       // preorder; [0] is the whole
    std::vector<CardShape> shapes;     // that the scores have
    std::string core_hold;             // sentence: "held at Developing until …"; empty: open
    std::vector<std::string> weakest;  // practice ids, weakest first
    std::vector<CardNextStep> next_steps;
    CardOutcomes outcomes;
    std::vector<CardEvidence> evidence;
    std::vector<CardFacts> facts;
    std::vector<CardGate> gates;       // in the order asked
    std::vector<CardMissing> missing;  // most useful first
    std::vector<CardNote> confidence;  // reasons for lower confidence, politely
    std::vector<CardNote> changes;     // since the previous assessment
    std::vector<std::string> method;   // sentences
    bool may_be_named = false;
};

}  // namespace waymark
