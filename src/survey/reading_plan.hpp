// Where a bound map finds everything, as slots of one path tree: made once, shared by all threads.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "survey/bound_map.hpp"
#include "survey/record_paths.hpp"

namespace waymark {

// Where the values of one answer are looked for.
struct PlannedPlace {
    std::vector<int> slots;  // of the record; the first that holds something counts
    struct Column {
        std::string code;
        std::vector<int> slots;
    };
    std::vector<Column> columns;  // instead of `slots`
    Many many = Many::refuse;
    Split split = Split::never;
    std::string key;      // as `shown` lists it; empty: it cannot be looked for there
    std::string pointer;  // for people
};

struct PlannedTest {
    RecordTest::Kind kind = RecordTest::Kind::one_of;
    PathTarget at;
    std::vector<std::string> values;
    std::string pointer;
};

struct PlannedFact {
    std::vector<int> slots;  // of the record; the first with something non-empty counts
    std::string pointer;
};

struct PlannedQuestion {
    int leaf = -1;
    int table = -1;
    bool may_be_not_applicable = false;
    PlannedPlace place;
    bool asks_evidence = false;
    int evidence_table = -1;
    PlannedPlace evidence;
    bool asks_date = false;
    PlannedPlace dated;
};

// Answers, or facts, that stand in a list of entries with a key each.
struct PlannedEntries {
    int scope = 0;
    std::vector<PlannedTest> only;
    PathTarget key;
    bool has_row = false;
    PathTarget row;
    std::vector<PathTarget> values;  // the first that is there
    struct Wanted {
        std::string row;  // normalised; empty: any
        int slot = -1;    // of the record: where the values are put
    };
    ByText<std::vector<Wanted>> wanted;  // by key
};

struct ReadingPlan {
    PathTree tree;
    std::vector<PlannedTest> where, complete;
    PlannedFact id, organisation, role, respondent, submitted, language;
    std::vector<PlannedQuestion> questions;
    std::vector<PlannedEntries> entries;
    int shown_slot = -1;
    std::vector<std::string> chosen;  // canonical texts that mean "ticked"
};

ReadingPlan plan_reading(const BoundMap& map);

}  // namespace waymark
