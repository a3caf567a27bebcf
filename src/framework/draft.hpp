// A framework while it is being read: what has been declared so far, under which names, and what is still to
// be checked once everything is known. Each part of the file has a function here; read.cpp calls them in
// order.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "framework/names.hpp"
#include "text/fields.hpp"
#include "text/source.hpp"
#include "text/yaml.hpp"
#include "waymark/framework.hpp"
#include "waymark/history.hpp"

namespace waymark {

// Generous bounds that keep a hostile file from costing more than it is worth.
inline constexpr int kDeepestTier = 6;  // dimensions are tier 1
inline constexpr std::size_t kMostNodes = 2000;
inline constexpr std::size_t kMostLevels = 101;
inline constexpr std::size_t kMostFlags = 1000;
inline constexpr std::size_t kMostTables = 200;
inline constexpr std::size_t kMostColumns = 200;
inline constexpr std::size_t kMostChoices = 64;

struct Mention {  // of a source, to be looked up when all sources are known
    std::string id;
    Span span;
};

struct Draft {
    explicit Draft(Findings& where) : findings(&where) {}

    Findings* findings;
    Framework framework;
    Names scales{"scale"};
    std::vector<Names> levels;  // per scale
    Names strengths{"strength"};
    Names roles{"role"};
    Names profiles{"profile"};
    Names nodes{"dimension or practice"};
    Names codes{"code"};
    Names tables{"table or record"};
    Names flags{"flag"};
    Names sources{"source"};
    std::vector<Mention> mentions;
    std::vector<FormerName> former_names;
    std::set<std::string, std::less<>> misdeclared;  // columns and limits that were declared, but wrongly
    std::set<std::string> unjudged_flags;            // flags with a condition that could not be read

    void report(std::string_view code, Span span, std::string message, std::string help = "") {
        findings->report(code, span, std::move(message), std::move(help));
    }
    // An index that stands for "named wrongly, and reported", where -1 is "not named". Never handed out.
    static constexpr int kNamedWrongly = -2;

    Element& element(int index) { return framework.elements[static_cast<std::size_t>(index)]; }
};

// Ids that conditions understand by themselves: the whole, the two dates, and the computed tables.
const std::vector<std::string>& reserved_words();  // catalogue.cpp

// Where a key's value stands; the mapping itself if the key is absent.
Span span_of(const Fields& fields, std::string_view key);
// Where the key itself stands.
Span span_of_key(const Fields& fields, std::string_view key);
// The texts under `sources`, noted for the check that each is listed.
std::vector<std::string> read_mentions(Draft& draft, Fields& fields);
// A condition, unless it names something that was itself declared wrongly: then the mistake is there, and
// whatever would be found here is only its echo.
std::optional<Condition> read_rule(Draft& draft, const Node& node, const std::vector<Limit>* limits,
                                   bool may_name_flags);
// "title" if given, else the id in words.
std::string title_or_id(Fields& fields, const std::string& id);
// A decimal of at most four places between two whole numbers, or a finding.
std::optional<Rational> read_figure(Draft& draft, const Node& node, std::string_view what, int lowest, int highest);
// Reports lists longer than `most` and cuts them.
void keep_to(Draft& draft, std::vector<const Node*>& items, std::size_t most, std::string_view what);

void read_scales(Draft& draft, Fields& top);                                                          // scales.cpp
void read_evidence(Draft& draft, Fields& top);                                                        // evidence.cpp
void read_roles(Draft& draft, Fields& top);                                                           // evidence.cpp
void read_tree(Draft& draft, Fields& top);                                                            // tree.cpp
Question read_question(Draft& draft, Fields& fields, int scale);                                      // question.cpp
void read_scoring(Draft& draft, Fields& top);                                                         // scoring.cpp
void read_profiles(Draft& draft, Fields& top);                                                        // profiles.cpp
void read_facts(Draft& draft, Fields& top);                                                           // facts.cpp
Column read_column(Draft& draft, const std::string& table, const std::string& id, const Node& node);  // columns.cpp
void declare_flags(Draft& draft, Fields& top);  // flags.cpp: ids and titles, for the catalogue
void build_catalogue(Draft& draft);             // catalogue.cpp
void read_flags(Draft& draft, Fields& top);     // flags.cpp
void read_verdict(Draft& draft, Fields& top);   // verdict.cpp
void read_shapes(Draft& draft, Fields& top);    // shapes.cpp
void read_outcomes(Draft& draft, Fields& top);  // outcomes.cpp
void read_ladder(Draft& draft, Fields& outcomes, const Names& families);  // ladder.cpp
void read_texts(Draft& draft, Fields& top);                               // texts.cpp: glossary, guides, sources

// Names of earlier versions: history.cpp. `now` is the present name of what carries the key `was`.
void note_was(Draft& draft, const Node* node, NameKind kind, const std::string& scope, const std::string& now);
void read_retired(Draft& draft, Fields& top);

// Checks over several parts.
void check_former_names(Draft& draft);    // history.cpp
void check_core_and_scope(Draft& draft);  // profiles.cpp: not applicable against core
void check_supports(Draft& draft);        // evidence.cpp: every scale in use is supported
void check_rollups(Draft& draft);         // rollups.cpp: weights, sums, stages
void check_exactness(Draft& draft);       // rollups.cpp
void check_reads(Draft& draft);           // reads.cpp: limits used, nothing reads itself
void check_mentions(Draft& draft);        // texts.cpp

}  // namespace waymark
