// A map held against a framework: every word in it settled to an index, so that reading an export compares texts and
// looks up nothing by name.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "survey/map.hpp"
#include "waymark/framework.hpp"

namespace waymark {

// What a value in an export says.
struct Outcome {
    enum class Kind {
        level,
        dont_know,
        not_applicable,
        skipped,
        not_asked,
        strength,    // evidence of this strength is offered
        no_evidence  // said: we have none
    };
    Kind kind = Kind::skipped;
    int index = -1;  // of the level in its scale, or of the strength
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// A value table for one scale, or for strengths: the same table means other levels on another scale.
struct BoundTable {
    int table = -1;              // in SurveyMap::values
    int scale = -1;              // in Framework::scales; -1: strengths
    ByText<Outcome> exact;       // by canonical text
    ByText<Outcome> normalised;  // by normalised text; only what has one meaning
    Pass pass = Pass::nothing;
    Rational offset;
    std::vector<Rational> level_values;  // what a passed number is looked for among; empty: nothing passes
};

// By canonical text, then by normalised text, then as a passed number. nullopt: the map does not say.
std::optional<Outcome> look_up(const BoundTable& table, std::string_view canonical, std::string& room);

struct BoundEvidence {
    AnswerPlace place;
    int table = -1;                    // in BoundMap::tables
    std::optional<AnswerPlace> dated;  // a date as YYYY-MM-DD, alone or with a time behind it
};

struct BoundQuestion {
    int element = -1;  // in Framework::elements
    int leaf = -1;     // in Plan::leaves
    AnswerPlace place;
    int table = -1;                      // in BoundMap::tables
    bool may_be_not_applicable = false;  // in the map's profile
    std::optional<BoundEvidence> evidence;
};

struct BoundMap {
    SurveyMap map;
    int profile = 0;                       // in Framework::profiles
    std::vector<BoundQuestion> questions;  // rising by leaf, each leaf at most once
    std::vector<BoundTable> tables;
    ByText<int> roles_exact;  // canonical text -> role: the map's table, then the framework's ids and titles
    ByText<int> roles_normalised;
    ByText<int> organisations;  // normalised name or alias -> SurveyMap::organisations
};

std::optional<int> role_named(const BoundMap& map, std::string_view canonical, std::string& room);

// The name under which an organisation is known: that of the map if it lists it, else the text as it stands.
std::string_view organisation_named(const BoundMap& map, std::string_view text, std::string& room);

// Reports every word of the map that the framework does not have, what it leaves unmapped, and what contradicts
// itself. nullopt after any error.
std::optional<BoundMap> bind_map(SurveyMap map, const Framework& framework, Diagnostics& diagnostics);

// All findings about a map in one go: what can be read of it is held against the framework even after an error.
// nullptr: the map by itself.
void check_map(std::string name, std::string text, const Framework* framework, Diagnostics& diagnostics);

}  // namespace waymark
