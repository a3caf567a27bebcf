// One organisation's answers, evidence and facts at one date (docs/assessment-format.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "waymark/date.hpp"
#include "waymark/diagnostic.hpp"
#include "waymark/framework.hpp"
#include "waymark/table.hpp"
#include "waymark/tally.hpp"

namespace waymark {

struct EvidenceItem {
    int strength = 0;  // index into EvidenceRules::strengths
    std::string what;
    std::optional<Date> dated;
    int produced_by = -1;  // index into EvidenceRules::producers; -1: not said
    int form = -1;
    Span span;
};

enum class EvidenceState {
    not_asked,  // no key: skipped, or never asked
    none,       // "we have none"
    items
};

struct Answer {
    int element = -1;  // a practice of the framework
    AnswerState state = AnswerState::not_asked;
    int level = -1;      // AnswerState::level
    std::string reason;  // AnswerState::not_applicable
    EvidenceState evidence_state = EvidenceState::not_asked;
    std::vector<EvidenceItem> evidence;
    std::string note;
    Span span;
};

struct Respondent {
    std::string id;
    int role = -1;
    std::vector<Answer> answers;  // at most one per practice; practices without one were not asked
    Span span;
};

struct Assessment {
    std::string framework_id;
    std::string framework_version;
    std::string organisation;
    int profile = 0;
    Date date;
    std::string currency;  // ISO 4217 code; empty if no money was given
    std::string note;
    std::vector<Respondent> respondents;
    std::map<int, int> agreed;          // element -> level, agreed by the team after discussion
    std::vector<Table> facts;           // index as in Catalogue::tables; computed tables stay empty
    std::map<int, int> targets;         // element -> level
    std::optional<int> default_target;  // level of the default scale
    bool may_be_named = false;          // publish.name
    std::string previous;               // path as written, relative to the file; empty: none

    std::string file;
    std::string sha256;                                           // of the file's bytes
    std::vector<std::pair<std::string, std::string>> read_files;  // CSV and previous: name, SHA-256
};

// Adds a respondent's answers to a tally: levels, states, evidence caps, straight-lining. Ages of evidence
// are counted to `date`.
void count(Tally& tally, const Plan& plan, const Framework& framework, const Respondent& respondent, Date date);

// All respondents and agreed levels.
Tally tally_of(const Assessment& assessment, const Framework& framework, const Plan& plan);

// An item's strength on `date`: one weaker when undated or older than the framework's limit, never below the
// first.
int effective_strength(const EvidenceItem& item, const EvidenceRules& rules, Date date);

// The computed table "evidence": one row per distinct item description, counted.
Table evidence_table(const Assessment& assessment, const Framework& framework);

}  // namespace waymark
