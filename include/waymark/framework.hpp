// A framework: the definition that an organisation is assessed against, as read from YAML
// (docs/framework-format.md). waymark itself knows nothing of missions; everything about them stands in the
// framework.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "waymark/condition.hpp"
#include "waymark/date.hpp"
#include "waymark/diagnostic.hpp"
#include "waymark/rational.hpp"
#include "waymark/table.hpp"

namespace waymark {

struct Level {
    std::string id;
    std::string title;
    std::string means;
    Rational value;  // decimal of at most four places, |value| <= 1000; strictly rising within a scale
    Span span;
};

struct Scale {
    std::string id;
    std::vector<Level> levels;  // at least two
    Span span;
};

struct Strength {
    std::string id;
    std::string title;
    std::string about;
    std::vector<int> supports;  // per scale (index as in Framework::scales): highest level supported; -1: none named
    Span span;
};

struct Term {  // a word from a declared list: role, producer or form of evidence
    std::string id;
    std::string title;
    std::string about;
    Span span;
};

struct EvidenceRules {
    std::vector<Strength> strengths;  // weakest first; empty: the framework does not ask for evidence
    Duration ageing_after{12, Duration::Unit::months};
    Duration weaker_after{24, Duration::Unit::months};
    std::vector<Term> producers;  // who produced an item: `produced_by`
    std::vector<Term> forms;      // what kind of thing it is: `form`
};

enum class Rollup { mean, sum, minimum, staged };

// What a person is asked. Texts are plain; one string per level where the scale has levels.
struct Question {
    std::string ask;
    std::string what;
    std::string why;
    std::vector<std::string> anchors;           // per level
    std::string evidence;                       // what would persuade a sceptic
    std::vector<std::string> next;              // per level: the next step from there
    std::vector<int> best_known_by;             // roles; advice, never a filter
    std::optional<std::string> not_applicable;  // when it may be said; nullopt: never
    std::vector<std::string> tags;
};

// One node of the tree. Element 0 is the whole ("overall"); children follow their parent (preorder).
struct Element {
    NodeName::Kind kind = NodeName::Kind::practice;
    std::string id;
    std::string code;
    std::string title;
    std::string about;
    int parent = -1;
    int dimension = -1;  // the dimension it belongs to; itself for dimensions; -1 for overall
    std::vector<int> children;
    bool core = false;
    Rational weight = 1;           // >= 0, at most four places, <= 1000
    std::optional<Rollup> rollup;  // its own, else the framework's
    int scale = 0;                 // practices
    int stage = 0;                 // under a staged parent: 1…S
    int passes_at = -1;            // under a staged parent: level index
    Question question;             // practices
    std::vector<std::string> sources;
    Span span;
};

struct Profile {
    std::string id;
    std::string title;
    std::string about;
    std::map<int, Rational> weights;  // element -> weight, replacing its own
    std::vector<int> not_core;
    std::map<int, std::string> not_applicable;  // element -> when it may be said, in this profile only
    Span span;
};

struct Band {
    std::string id;
    std::string title;
    std::string says;
    std::optional<Rational> below;  // upper edge, exclusive: the edge itself belongs to the band above; last: open
    Span span;
};

struct CoreGate {
    Rational at_most;  // closed by a core practice at or below this value
    int caps_band_at;  // band index
};

// Thresholds of the answer-quality checks (docs/scoring.md, "Confidence").
struct QualityRules {
    Rational same_level_share = Rational::fraction(9, 10);
    int at_least_questions = 10;
    int whole_dimensions = 2;
    Rational halo_within = Rational::fraction(1, 5);
    Rational too_good_above = 3;
    Rational score_jump = Rational::fraction(3, 4);
};

enum class RespondentStatistic { median, mean };

struct ScoringRules {
    RespondentStatistic respondents = RespondentStatistic::median;
    Rollup rollup = Rollup::mean;
    Rational withhold_below = Rational::fraction(2, 3);
    std::vector<Band> bands;
    std::optional<CoreGate> core;
    QualityRules quality;
    int role_min = 3;    // privacy: smaller role groups are not shown
    int next_steps = 5;  // how many the report lists
};

enum class FlagKind { washing, real };
enum class FlagSeverity { low, medium, high };

struct SeverityCase {
    FlagSeverity level = FlagSeverity::medium;
    std::optional<Condition> when;  // nullopt: always
};

struct Flag {
    std::string id;
    std::string code;
    std::string title;
    FlagKind kind = FlagKind::washing;
    std::vector<SeverityCase> severity;  // first whose condition is true; empty for kind real
    std::string says;
    std::string why;
    std::string action;  // key `do`
    std::vector<std::string> sources;
    std::vector<Limit> limits;
    std::optional<Condition> applies;
    Condition when;
    std::optional<Condition> too_early_when;
    Reads reads;  // of all its conditions
    Span span;
};

struct VerdictReading {
    std::string id;
    std::string title;
    std::string says;
    std::optional<Condition> when;  // nullopt: always (the last)
    Span span;
};

struct VerdictRules {
    std::optional<Condition> unsafe;  // when the answers themselves cannot carry a reading
    std::string unsafe_title;
    std::string unsafe_says;
    std::vector<VerdictReading> readings;  // first match
};

// One rung of the ladder of horizons: what should show by when.
struct Rung {
    std::string id;
    std::string title;
    std::string says;
    std::vector<std::string> families;  // of indicators that belong here
    bool targets = false;               // lists what they aim at instead of how they read
};

// A way in which scores can be uneven, and what that means: strong here and weak there.
struct Shape {
    std::string id;
    std::string title;
    std::string says;
    Condition when;
    std::vector<std::string> sources;
    Span span;
};

struct OutcomeRules {
    bool declared = false;
    int started_table = -1, started_column = -1;  // record field from which lags are counted
    std::string headline;                         // family whose readings are read with maturity
    struct Row {
        std::string id;
        std::string title;
        std::optional<Rational> below;            // of the evidenced overall
        std::map<std::string, std::string> says;  // worsening, flat, improving, unknown
    };
    std::vector<Row> matrix;   // lowest first
    std::vector<Rung> ladder;  // shortest horizon first
    std::string ladder_says;
    std::vector<std::string> caveats;
};

struct GlossaryEntry {
    std::string id;
    std::string term;
    std::string means;
    std::vector<std::string> sources;
    Span span;
};

struct Guide {  // a longer text: the leader's primer
    std::string id;
    std::string title;
    std::string text;  // paragraphs separated by blank lines
    Span span;
};

struct SourceEntry {
    std::string id;
    std::string title;
    std::string url;
    std::string note;
    Span span;
};

struct Framework {
    std::string id;
    std::string version;  // semantic: MAJOR.MINOR.PATCH
    std::string title;
    std::string language;
    std::string licence;
    std::string about;
    std::vector<Scale> scales;  // the first is the default
    EvidenceRules evidence;
    std::vector<Term> roles;
    std::vector<Profile> profiles;  // never empty: without any declared there is one called "default"
    ScoringRules scoring;
    std::vector<Element> elements;
    Catalogue catalogue;  // computed and declared tables, nodes, roles, flags
    std::vector<Flag> flags;
    VerdictRules verdict;
    std::vector<Shape> shapes;
    OutcomeRules outcomes;
    std::vector<GlossaryEntry> glossary;
    std::vector<Guide> guides;
    std::vector<SourceEntry> sources;

    std::string file;    // name it was read from
    std::string sha256;  // of the file's bytes, lower-case hexadecimal

    std::optional<int> element(std::string_view id) const;
    const Scale& scale_of(int element) const {
        return scales[static_cast<std::size_t>(elements[static_cast<std::size_t>(element)].scale)];
    }
    int major_version() const;
};

// Reads and checks a framework. Findings go to `diagnostics`; nullopt if any of them is an error.
// `name` is what findings call the file.
std::optional<Framework> read_framework(std::string name, std::string text, Diagnostics& diagnostics);

}  // namespace waymark
