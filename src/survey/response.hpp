// One record of an export as one person's response: what the map says of it, or why it is not counted.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/answer_quality.hpp"
#include "survey/account.hpp"
#include "survey/reading_plan.hpp"
#include "survey/record_values.hpp"
#include "waymark/date.hpp"

namespace waymark {

struct GivenEvidence {
    int leaf = -1;
    int strength = -1;  // -1: said that there is none
    std::optional<Date> dated;
};

struct Response {
    enum class End : std::uint8_t { scored, dropped, rejected };
    End end = End::scored;
    Drop drop = Drop::where;
    Reject reject = Reject::none;
    std::string_view pointer;  // rejected: where in the record; points into the plan
    std::string value;         // rejected: the value that is meant, as it stands in the export

    // Views into the record; empty: not said.
    std::string_view id, organisation, respondent, submitted;
    int role = -1;  // -1: not said
    bool complete = true;
    int unmapped = 0;                 // values let pass
    std::vector<LeafAnswer> answers;  // per leaf of the plan
    std::vector<GivenEvidence> evidence;
};

// Turns what stands in a record into a response. One for each thread; its memory is used again.
class ResponseReader {
  public:
    ResponseReader(const BoundMap& map, const ReadingPlan& plan, int leaves, bool let_unmapped_pass);

    // `values` are those of one record; `response` is overwritten.
    void read(RecordValues& values, Response& response);
    // Only what decides whether the record counts and which record it is a copy of.
    void read_identity(RecordValues& values, Response& response);

  private:
    // A value table with what it has said already.
    struct Table {
        const BoundTable* bound = nullptr;
        std::array<std::int16_t, 256> single{};  // what a text of one byte says, packed, or below 0
        std::array<std::int16_t, 256> level{};   // the level that it says, or below 0
        struct Known {
            std::string text;
            Outcome outcome;
        };
        std::vector<Known> known;  // hashed; empty texts are free places
        std::size_t used = 0;
    };
    struct Value {
        std::string_view text;  // canonical
        bool readable = true;   // false: an object where a value is expected
    };

    // A question whose answer is one value at one place, as most are.
    struct Usual {
        int leaf = -1;
        int slot = -1;  // -1: it is not of this kind
        int table = -1;
        const std::int16_t* level = nullptr;  // by a text of one byte, as in its table
        bool asks_evidence = false;
        const PlannedQuestion* question = nullptr;
    };

    int usual_level(const Usual& usual, const Found& found);
    bool unusual_answer(const Usual& usual, const RecordValues& values, Response& response);
    void put_entries(RecordValues& values);
    int role_of(std::string_view text);  // -1: unknown
    bool read_role(const RecordValues& values, Response& response);
    void read_answers(const RecordValues& values, Response& response);
    bool holds(const PlannedTest& test, const RecordValues& values, int instance);
    std::string_view canonical(const RecordValue& value);
    std::string_view fact(const PlannedFact& fact, const RecordValues& values, std::string& room);
    const Found* found_at(const std::vector<int>& slots, const RecordValues& values) const;
    bool gather(const PlannedPlace& place, const RecordValues& values);
    void gather_split(std::string_view text, Split split);
    void gather_columns(const PlannedPlace& place, const RecordValues& values);
    bool is_chosen(const RecordValue& value);
    std::optional<Outcome> look_up_known(std::size_t table, std::string_view text, bool padded);
    bool answer(const PlannedQuestion& question, const RecordValues& values, Response& response);
    bool settle(const PlannedQuestion& question, Response& response, Outcome& outcome);
    bool evidence(const PlannedQuestion& question, const RecordValues& values, Response& response);
    bool was_shown(const PlannedPlace& place, const RecordValues& values);
    bool refuse(Response& response, Reject reject, std::string_view pointer, std::string_view value);
    bool unmapped(Response& response, const PlannedPlace& place, std::string_view value);

    const BoundMap* map_;
    const ReadingPlan* plan_;
    std::size_t leaves_;
    bool let_pass_;
    std::vector<Table> tables_;  // their number never changes
    std::vector<Usual> usual_;   // as many as the plan's questions
    std::vector<std::pair<std::string_view, int>> usual_roles_;
    std::vector<Value> values_;  // of the answer at hand
    bool answer_is_there_ = false;
    std::string room_, number_room_, organisation_room_, id_room_, respondent_room_, submitted_room_;
    std::deque<std::string> json_room_;  // of lists written as text; views into it stay good while it grows
};

}  // namespace waymark
