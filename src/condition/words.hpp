// What a condition saw, in one sentence. All wording stands here and in the .cpp files of the same name.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "condition/evaluate.hpp"

namespace waymark {

using Rows = std::vector<const Row*>;

// Empty when nothing could be seen; starts with a capital letter; no full stop.
std::string sentence_of(const Condition& condition, const Scene& scene);

struct Fact {
    std::string text;    // "5 of 8 items (63%) are new"; empty if there is nothing to say
    std::string raised;  // "at 50%", "below 2"; empty where no limit is told
};

// words_rows.cpp
struct Subject {
    std::string one, many;  // "item", "items that are new"
};
Subject subject_of(int table, const Scene& scene);
Subject subject_that(int table, const Test& test, const Scene& scene);
// "5 of 8 items (Solar, Heat) …" for rows sorted by a test; `one` and `many` say what the test is.
struct Said {
    std::string one, many;
};
// `found`: rows that fit the test. Of several alternatives only those are then said that one of them shows.
Said said_of(const Test& test, int table, const Scene& scene, int but_for = -1, const Rows* found = nullptr);
std::string rows_text(const Sifted& rows, const Subject& subject, const Said& said, const std::string& names);
std::string some_of(std::int64_t yes, std::int64_t maybe, std::int64_t all);  // "between 3 and 5"
std::string part_of(std::int64_t yes, std::int64_t maybe, std::int64_t all, const Subject& subject);
std::string names_of(const Rows& rows, int table, const Scene& scene);  // " (A, B)" or ""
// The rows that fit `where`; a test of ids narrows the subject instead of being said. `as_found`: of several
// alternatives only those found; where a number of rows stands against a limit, all that would count are said.
std::string rows_that(int table, const Test* where, bool as_found, const Scene& scene);
std::string rows_every(const Condition& condition, const Scene& scene);

// words_cell.cpp: one cell's test as a verb phrase.
struct Phrasing {
    int table;
    bool one;  // said of one row, not of several
    const Scene& scene;
    const Rows* found = nullptr;  // as for said_of
    const std::string& currency() const { return scene.world->currency; }
};
std::string in_number(std::string phrase, const Phrasing& in);
bool is_bound(CellTest::Op op);
Bound::Op bound_of(CellTest::Op op);  // of those that are
std::string cell_phrase(const CellTest& test, int column, const Phrasing& in);

// words_test.cpp: verb phrases, all of which hold; in the plural unless `one`.
std::vector<std::string> predicates(const Test& test, const Phrasing& in, int but_for = -1);
std::string amount_phrase(Bound::Op op, const std::string& figure, bool is_score, bool is_whole);
std::string roles_text(const RoleSet& roles, const Scene& scene);  // "Leader and Manager", "all but Partner"

// words_measure.cpp; `negated`: inside a `not`, where a limit works the other way round
std::string raised_text(Bound::Op op, const std::string& figure, bool negated);  // "at 50%", "below 2"
using ToText = std::function<std::string(const Rational&)>;
std::string raised_at(const Measure& measure, bool negated, const Scene& scene, const ToText& to_text);
Fact measure_fact(const Measure& measure, bool negated, const Scene& scene);

// words_share.cpp
Fact share_fact(const Measure& measure, bool negated, const Scene& scene);
Fact largest_share_fact(const Measure& measure, bool negated, const Scene& scene);

// words_record.cpp
Fact record_fact(const Condition& condition, const Scene& scene);

}  // namespace waymark
