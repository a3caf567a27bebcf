// What the records of an export hold: each key with how often it is filled and which values it has. What may point to
// a person is counted and never shown.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "survey/json_places.hpp"

namespace waymark {

struct KeySummary {
    enum class Kind { answer, fact };  // fact: beside the answers
    Kind kind = Kind::answer;
    std::string key;  // as a map names it: a name, or a pointer where `is_pointer`
    std::string row;  // of a matrix
    bool is_pointer = false;
    bool personal = false;    // by its name or by what it holds: nothing of it is shown
    std::int64_t filled = 0;  // records with something there
    std::int64_t values_seen = 0;
    std::map<std::string, std::int64_t> values;  // none where `personal`; at most kMostValues
    bool more_values = false;

    // Codes and labels; free text and ids are as good as a person's name.
    bool may_be_shown() const;
    bool repeats() const;  // some value stands in more than one record
    std::vector<std::pair<std::string, std::int64_t>> most_frequent() const;
};

inline constexpr std::size_t kMostValues = 40;
inline constexpr std::size_t kMostKeys = 2000;

class KeySummaries {
  public:
    // `map` says where the answers of a record are.
    explicit KeySummaries(const SurveyMap& map) : map_(&map) {}

    void add(const Json& record);
    const std::vector<KeySummary>& keys() const { return keys_; }  // in the order in which they were met
    bool more_keys() const { return more_keys_; }

  private:
    struct Id {
        KeySummary::Kind kind;
        std::string key, row;
        bool is_pointer;
        friend auto operator<=>(const Id&, const Id&) = default;
    };
    void add_members(const Json& answers);
    void add_entries(const Json& record);
    void add_facts(const Json& record);
    void flatten(const Json& value, const std::string& at, KeySummary::Kind kind, int depth);
    void count(const Id& id, const Json& value);
    KeySummary* summary(const Id& id);

    const SurveyMap* map_;
    std::vector<KeySummary> keys_;
    std::map<Id, std::size_t> places_;
    bool more_keys_ = false;
};

}  // namespace waymark
