// A map: how a survey export is read. Plain data as the file says it, not yet held against a framework
// (docs/map-format.md is its reference for people).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "waymark/diagnostic.hpp"
#include "waymark/rational.hpp"

namespace waymark {

// A JSON Pointer (RFC 6901) with two extensions: `*` as a whole token stands for every element or member, and a
// leading whole number `N/…` starts N levels above the place it is read from. A literal `*` is written `~2`.
struct Pointer {
    struct Token {
        std::string name;
        bool every = false;  // `*`
    };
    int up = 0;  // levels above; only where `relative`
    bool relative = false;
    std::vector<Token> tokens;  // none: the thing itself
    std::string as_written;
    Span span;
};

// Where one fact about a record stands.
struct Selector {
    enum class Kind {
        pointer,  // `at`, from the record
        answer,   // {key: K}: the value of the answer with this key, found as answers are found
        entry     // {each: …, key: …, is: K, value: …}: one of a list of named entries
    };
    Kind kind = Kind::pointer;
    Pointer at;           // pointer, and `each` of an entry
    std::string key;      // answer: its key; entry: the name looked for (`is`)
    Pointer entry_key;    // entry: where an entry's name stands, from the entry
    Pointer entry_value;  // entry: where its value stands
    Span span;
};
using Selectors = std::vector<Selector>;  // the first that finds something non-empty wins

// What must hold of the value at a pointer. Values are compared as canonical text (survey/written_value.hpp).
struct RecordTest {
    enum class Kind { one_of, none_of, present, absent };  // `present`: there and not empty
    Kind kind = Kind::one_of;
    Pointer at;
    std::vector<std::string> values;
    Span span;
};

enum class Duplicates { latest, first, error, none };  // of records with the same id; `none`: not looked for
enum class Incomplete { keep, drop, error };
enum class Pass { nothing, number, number_in_label };
enum class Many { refuse, max, min, count, first };  // what several values for one question come to
enum class Split { never, space, comma, semicolon, json };

struct RecordFacts {
    Selectors id, organisation, role, respondent, submitted, language;
    std::vector<RecordTest> complete;  // empty: every record is complete
};

// One row of a value table, and what it says: a level by id or value, or a state. What the words mean is settled
// when the map meets a framework.
struct ValueEntry {
    std::string value;  // as in the export
    std::string means;  // "embedded", "3", "dont-know", "not-applicable", "skipped"; roles and strengths likewise
    Span span;          // of `means`
    Span value_span;
};

struct ValueTable {
    std::string id;
    std::vector<ValueEntry> entries;
    Pass pass = Pass::nothing;  // what is not among the entries and is a number is the level's value
    Rational offset;            // added to a passed number
    Span span;
};

struct AnswerPlace {
    std::string key;            // member name, or key of an entry; empty if `at` or `columns` is given
    std::optional<Pointer> at;  // from the record
    std::string row;            // second key: a matrix row; empty: none
    std::vector<std::pair<std::string, std::string>> columns;  // code -> name of the column that is ticked
    Many many = Many::refuse;
    Split split = Split::never;
    std::string values;  // id of a value table; "default" unless given, for evidence "evidence"
    Span values_span;
    Span span;
};

struct EvidenceMap {
    AnswerPlace place;                 // its values mean strengths, or "none", by their ids
    std::optional<AnswerPlace> dated;  // when it dates from; without it evidence counts as undated
};

struct QuestionMap {
    std::string practice;  // id in the framework
    Span practice_span;
    AnswerPlace place;
    std::optional<EvidenceMap> evidence;
};

struct AnswerShape {
    std::optional<Pointer> in;     // shape A: the object whose members are the answers
    std::optional<Pointer> each;   // shape B: the entries; exactly one of `in` and `each` is set
    std::vector<RecordTest> only;  // shape B: which entries count; pointers from the entry
    std::optional<Pointer> key;    // shape B: where an entry's key stands
    std::optional<Pointer> row;    // where an entry's matrix row stands
    std::vector<Pointer> value;    // where the value stands inside a member or entry, first that exists; empty: itself
    bool suffix_keys = false;      // shape A: a member's name ends with the key
    std::optional<Pointer> shown;  // list of the keys that were put to this respondent
    std::vector<std::string> chosen;  // values that mean "ticked" in one-column-per-option data
    std::string key_from;  // pattern of the keys of questions that are not listed: {id}, {code}, {dimension}, {group}
    Span key_from_span;
    Span span;
};

// Other names of one organisation.
struct OrganisationNames {
    std::string name;
    std::vector<std::string> aliases;
    Span span;
};

// What a map says to people about the exports it reads; the built-in maps are listed and guessed by it.
struct PlatformNotes {
    enum class Values { codes, labels, ids, numbers };
    std::string title;
    std::string about;              // what it cannot know or do, and what to mind
    Values values = Values::codes;  // what answers usually are
    std::vector<Pointer> known_by;  // from the record: where all of these are, it is probably this platform
};

struct SurveyMap {
    Pointer records;                // where the records are; an array is gone through, an object is one record
    std::optional<Pointer> expect;  // the platform's own count of records
    std::vector<Pointer> more;      // non-empty there: another page follows
    std::vector<RecordTest> where;  // records for which one of these does not hold are dropped
    RecordFacts record;
    Duplicates duplicates = Duplicates::latest;
    Incomplete incomplete = Incomplete::keep;
    AnswerShape answers;
    std::vector<ValueTable> values;
    std::vector<ValueEntry> roles;  // value in the export -> role id; a role's own id or title needs no entry
    std::vector<QuestionMap> questions;
    std::vector<OrganisationNames> organisations;
    std::string profile;  // id of the framework's profile; empty: its first
    Span profile_span;

    std::string framework;  // as in an assessment: id@version or a path; empty: not said
    Span framework_span;
    std::string platform;  // id of the built-in map that it extends; empty: none
    PlatformNotes notes;
    std::string file;
    std::string text;  // of the file, for findings that only the framework shows
    std::string sha256;
};

// Reads and checks a map by itself. A map that says `platform: NAME` takes from the built-in map what it leaves out.
// nullopt after any error.
std::optional<SurveyMap> read_map(std::string name, std::string text, Diagnostics& diagnostics);

struct PointerProblem {
    std::string message;  // what is wrong, without a full stop
    std::string help;
    std::string better;  // the pointer that was probably meant; may be empty
};

// A pointer as written in a map. Names without a leading `/` get help with the escaped form.
std::optional<Pointer> parse_pointer(std::string_view text, PointerProblem& problem);

// A member's name as one token of a pointer: `~`, `/` and a lone `*` escaped.
std::string escaped_token(std::string_view name);

}  // namespace waymark
