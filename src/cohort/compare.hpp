// Two or more scorecards of one organisation, held against each other: what rose, what fell, and on what new evidence.
// What a change of the framework or of the people who answered can explain is set apart. Everything that is printed of
// it is decided here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "waymark/scorecard.hpp"

namespace waymark {

struct ComparedCard {
    std::string date;
    std::string framework_version, framework_sha256;
    std::string profile;
    std::string verdict, verdict_title;
    int high = 0, medium = 0, low = 0;
    int told = 0, applicable = 0;
    std::int64_t respondents = 0;
    std::vector<CardRoleCount> roles;
    std::vector<CardInput> inputs;
    std::string waymark_version;
};

// One part's scores, a value for each card; none where it has no figure.
struct ScoreSeries {
    std::string id, code, title, kind;
    std::vector<std::optional<Rational>> claimed, evidenced;
    Rational lowest, highest;  // ends of its scale in the last card that has it
};

struct MovedPractice {
    std::string id, code, title, dimension;
    bool core = false;
    std::string direction;  // rise, fall
    std::string side;       // evidenced where both are known, else claimed
    Rational from, to;
    std::optional<Rational> claimed_from, claimed_to, evidenced_from, evidenced_to;
    bool evidence_told = false;             // both cards list their items of evidence
    std::vector<CardEvidence> dated_since;  // items dated after the card before
    std::vector<CardEvidence> first_shown;  // items that were not offered then, though dated earlier or not at all
    std::int64_t aged = 0;                  // items offered both times that count less now
    bool nothing_new = false;               // a rise without any item that is new
    std::string cause;                      // answers; framework, respondents: set apart
    std::string says;                       // one sentence
};

struct UncomparedPractice {
    std::string id, code, title;
    std::string before, after;  // scored, not-applicable, unknown, not-asked, absent (not in that framework)
};

struct SignChange {
    std::string id, code, title, kind;
    std::string change;                           // raised, cleared, graver, milder, told, untold, gained, lost
    std::string before, after;                    // states
    std::string severity_before, severity_after;  // of signs that warn
    std::string saw;                              // the facts that decide it now
};

// From one card to the next.
struct ComparisonStep {
    std::string from, to;                // dates
    std::vector<std::string> framework;  // sentences: what of the framework or profile is other than before
    std::vector<std::string> people;     // sentences: who answered, where that differs
    std::vector<std::string> notes;      // other sentences that a reader should know first
    std::vector<MovedPractice> rises, falls;
    std::vector<MovedPractice> claims;  // only what people say moved; what is shown stayed
    std::vector<MovedPractice> apart;   // what the framework or other people can explain
    std::vector<UncomparedPractice> uncompared;
    int unchanged = 0;
    std::vector<SignChange> signs;
};

struct AssessmentComparison {
    std::string organisation;
    std::string framework_id, framework_title;
    std::vector<ComparedCard> cards;    // at least two
    std::vector<ScoreSeries> scores;    // the whole, dimensions, groups and practices
    std::vector<ComparisonStep> steps;  // one less than cards
};

// nullopt and a sentence in `problem` if they are not about one organisation, or not by one framework and major version.
// Two are compared in the order given; more are put in the order of their dates.
std::optional<AssessmentComparison> compare(std::vector<Scorecard> cards, std::string& problem);

}  // namespace waymark
