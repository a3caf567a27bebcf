// Rows of one table that make what a branch says of it come out as stated, or that there are none.
#pragma once

#include <optional>

#include "verify/branches.hpp"
#include "verify/row_kinds.hpp"

namespace waymark {

struct TableGoal {
    enum class Outcome { impossible, found, open };
    Outcome outcome = Outcome::open;
    Table table;  // found: untested columns are blank
};

// `literals` are all about `table`, which is declared, or is one of `respondents` and `evidence`.
TableGoal solve_table(int table, const Branch& literals, const Scene& scene);

// The table that a literal is about; -1: none, or more than one.
int table_of(const Literal& literal);

}  // namespace waymark
