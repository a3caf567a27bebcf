// C: conditions. Every bad example is a whole framework with one flag, put together from its parts below.
#include "text/codes.hpp"

// Macros, because only literals can be joined before the program runs.
#define FRAMEWORK                                                                                             \
    "waymark: framework/1\nid: example\nversion: 1.0.0\ntitle: Example\n"                                     \
    "scales:\n  quality: [{id: low, title: Low}, {id: high, title: High}]\n"                                  \
    "roles: [{id: leader, title: Leader}]\n"                                                                  \
    "dimensions:\n  - id: work\n    title: Work\n    practices:\n"                                            \
    "      - {id: plan, title: A plan, ask: \"Is there a plan?\", levels: {low: None, high: One}}\n"          \
    "facts:\n  portfolio:\n    title: The portfolio\n"                                                        \
    "    columns: {item: text, spend: money, origin: [existing, new], changed: {some_of: [goal, nothing]}}\n" \
    "  mission:\n    title: The mission\n    fields: {started: date}\n"
#define WHEN(condition)                                                                \
    FRAMEWORK                                                                          \
    "flags:\n  - id: sign\n    title: A sign\n    kind: washing\n    severity: high\n" \
    "    when:\n      " condition "\n"

namespace waymark {

namespace {

constexpr CodeSubject kSubject = CodeSubject::framework;

constexpr CodeInfo kCodes[] = {
    {"C001", Severity::error, kSubject, "Something is no condition",
     "A condition is one operator with its arguments: all, any, not, raised, record, some, none, every, or a measure "
     "with its bound. Two operators stand in a list under 'all' or 'any'. A test of rows names columns, and the tests "
     "of a cell are those listed in docs/conditions.md.",
     WHEN("cuont: {of: portfolio, at_least: 1}"), "cuont", "count"},
    {"C002", Severity::error, kSubject, "A condition names something that does not exist",
     "Tables, columns, choices, practices, roles, levels and flags must be declared in the framework, or be among the "
     "tables that waymark computes. Otherwise the condition could never be told.",
     WHEN("some: {of: portfolio, where: {orgin: new}}"), "orgin", "origin"},
    {"C003", Severity::error, kSubject, "A record is used as a table, or a table as a record",
     "A record holds single facts and is tested with 'record'. A table has rows, which are asked for with some, none, "
     "every, or counted and added up by a measure.",
     WHEN("some: {of: mission, where: {started: {before: assessed}}}"), "some: {of: mission", "record: {of: mission"},
    {"C004", Severity::error, kSubject, "A measure lacks a part",
     "A score is the score of something: 'of' names the practice or dimension, and may be left out only where the rows "
     "of 'practices' or 'dimensions' are tested. 'mean' averages the answers of the roles that 'by' names.",
     WHEN("claimed: {at_least: high}"), "{at_least: high}", "{of: plan, at_least: high}"},
    {"C005", Severity::error, kSubject, "A bound is missing, or stands where none can",
     "A measure becomes a condition by its bound: at_least, at_most, more_than or less_than. some, none and every "
     "compare nothing and take none; inside a difference the bound stands on the difference.",
     WHEN("count: {of: portfolio}"), "{of: portfolio}", "{of: portfolio, at_least: 5}"},
    {"C006", Severity::error, kSubject, "An operator does not fit the column",
     "Amounts and ordered words take bounds, dates take before and after, sets take has_any and has_only, and only "
     "columns of amounts can be added up. The message says what the column holds.",
     WHEN("some: {of: portfolio, where: {changed: nothing}}"), "changed: nothing", "changed: {has_only: [nothing]}"},
    {"C007", Severity::error, kSubject, "A value does not fit",
     "What a cell is compared with must be of the column's own type: one of its choices, a number, a date written like "
     "2026-11-20 or relative to 'assessed' or 'previous', or another column of the same type.",
     WHEN("some: {of: portfolio, where: {origin: 3}}"), "origin: 3", "origin: existing"},
    {"C008", Severity::error, kSubject, "A bound cannot be reached",
     "A share lies between 0 and 1, a count is a whole number and never negative, and a score lies on the scale of its "
     "practice. A bound beyond that is always met or never, which is hardly what was meant. Limits are checked too.",
     WHEN("share: {of: portfolio, where: {origin: new}, at_least: 50}"), "at_least: 50", "at_least: 0.5"},
    {"C009", Severity::error, kSubject, "Something is read before it is known",
     "Flags are decided one by one, and only then their severity and the verdict. So 'raised' and the table 'flags' "
     "can "
     "be read in a severity and in the verdict only, and so can the field 'unsafe' of the assessment.",
     WHEN("some: {of: flags, where: {state: raised}}"), R"(severity: high
    when:
      some: {of: flags, where: {state: raised}})",
     R"(severity: [{level: high, if: {raised: other-sign}}, {level: medium}]
    when:
      some: {of: portfolio, where: {origin: existing}}
  - id: other-sign
    title: Another sign
    kind: washing
    severity: low
    when:
      count: {of: portfolio, at_least: 5})"},
};

}  // namespace

std::span<const CodeInfo> condition_codes() {
    return kCodes;
}

}  // namespace waymark
