// Changes to an assessment file, made in its text: only the lines that a change touches change, and what a person wrote
// around them (comments, blank lines, order, quotes, line ends) stays.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "waymark/assessment.hpp"

namespace waymark {

// Everything is in the words of the file (ids, dates as 2026-11-20), so that no framework is needed to make a change.
// Whether an id exists is for read_assessment to say; the interview only offers those that do.

struct EvidenceText {
    std::string strength;
    std::string what, dated, produced_by, form;  // empty: not said
};

struct AnswerText {
    AnswerState state = AnswerState::not_asked;  // not_asked: the answer's key is removed from the file
    std::string level;                           // AnswerState::level
    std::string reason;                          // AnswerState::not_applicable; must not be blank
    EvidenceState evidence_state = EvidenceState::not_asked;
    std::vector<EvidenceText> evidence;  // EvidenceState::items: at least one
    std::string note;                    // empty: none
};

// An answer in the words of its framework.
AnswerText in_words(const Answer& answer, const Framework& framework);

// One of framework, organisation, profile, date, currency, note, previous. An empty value removes the key.
struct SetHead {
    std::string key, value;
};
// At the end of the list. Refused if the id is taken. An empty role is left out (frameworks with a single role).
struct AddRespondent {
    std::string id, role;
};
struct SetRole {
    std::string respondent, role;
};
struct RemoveRespondent {
    std::string respondent;
};
// Replaces the whole answer, evidence and note included.
struct SetAnswer {
    std::string respondent, practice;
    AnswerText answer;
};
// Takes an answer out of the count but not out of the file: it is kept as a comment with `why` above it ("the framework
// has no practice 'x' since 1.2.0").
struct RetireAnswer {
    std::string respondent, practice, why;
};
// Cells and fields are written as in a file: `1250000`, `yes`, `2026-11-20`, `goal|scope` for several.
using CellText = std::pair<std::string, std::string>;  // column or field, value; an empty value: left blank

// One field of a record. An empty value removes it; a record without fields is removed (not given).
struct SetField {
    std::string record, field, value;
};
// Rows of a table in place count from 0. AddRow makes a table of one that was absent, empty or `none`. Refused where
// the rows stand in a CSV file. A table whose last row is removed is removed too (not given).
struct AddRow {
    std::string table;
    std::vector<CellText> cells;
};
struct ReplaceRow {
    std::string table;
    int row = 0;
    std::vector<CellText> cells;
};
struct RemoveRow {
    std::string table;
    int row = 0;
};
// "There are none." Replaces whatever stood there, a CSV's name included (the CSV itself is not touched).
struct MarkNone {
    std::string table;
};
// Back to "not given".
struct ForgetTable {
    std::string table;
};
// A whole table or record at once; rows that stay the same keep their lines. Without rows it is removed (not given).
// Refused where the rows stand in a CSV file.
struct SetTable {
    std::string table;
    bool is_record = false;  // one row at most: its fields
    std::vector<std::vector<CellText>> rows;
};

using Change = std::variant<SetHead, AddRespondent, SetRole, RemoveRespondent, SetAnswer, RetireAnswer, SetField,
                            AddRow, ReplaceRow, RemoveRow, MarkNone, ForgetTable, SetTable>;

// The change that makes a table of the file what `table` is: MarkNone, ForgetTable or SetTable. Blank cells are left out.
Change table_change(const Table& table, const TableType& type);

struct Edited {
    std::optional<std::string> text;  // nullopt: a change cannot be made, and nothing was changed
    std::string problem;              // then: why, one sentence ("there is no respondent 'r7' in the file")
    bool whole = false;               // the file was laid out in a way that could not be kept, and was written anew
};

// The changes in order, all or none. Every result has been read back: it holds exactly the changed tree, and every
// comment of `text`. `whole` is the way out where that could not be had by touching single lines (JSON, and exotic YAML);
// comments then stand together at the top. Setting what is already so changes no byte.
Edited edit_assessment(const std::string& text, const std::vector<Change>& changes);

// Whether somebody else, in `theirs`, changed the very places that the changes set in `base`, and not to the same.
bool contradict(const std::string& base, const std::string& theirs, const std::vector<Change>& changes);

// The text of a new file without answers: head, `respondents: []`. `framework` is "id@version" or a path ending in
// .yaml; an empty profile is left out.
struct NewAssessment {
    std::string framework, organisation, profile, date;
};
std::string new_assessment(const NewAssessment& head);

}  // namespace waymark
