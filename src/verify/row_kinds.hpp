// Rows of a table that stand for all rows there can be, as far as some tests can tell them apart.
#pragma once

#include <vector>

#include "condition/evaluate.hpp"

namespace waymark {

struct RowKinds {
    std::vector<Row> rows;
    std::vector<std::vector<Truth>> truths;  // per row, of each test
    bool exact = true;                       // false: there can be rows that behave like none of these
};

// Columns that no test reads are left blank. Tests may read facts of records: those that `scene` has.
RowKinds kinds_of_rows(int table, const std::vector<const Test*>& tests, const Scene& scene);

// One row for which every test comes out as wanted; `kept` restricts the columns given to their cell. None if there is
// none, or none was found; then `exact` says which.
struct FoundRow {
    std::optional<Row> row;
    bool exact = true;
};
struct WantedTest {
    const Test* test = nullptr;
    Truth truth = Truth::yes;
};
FoundRow row_with(int table, const std::vector<WantedTest>& wanted, const Row& kept, const Scene& scene);

}  // namespace waymark
