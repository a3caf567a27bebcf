// F: frameworks. Every bad example is a whole file, put together from the pieces below and the mistake
// itself.
#include "text/codes.hpp"

// Macros, because only literals can be joined before the program runs.
#define NAMED "waymark: framework/1\nid: example\nversion: 1.0.0\ntitle: Example\n"
#define SCALE "scales:\n  quality: [{id: low, title: Low}, {id: high, title: High}]\n"
#define PRACTICE "title: A plan, ask: 'Is there a plan?', levels: {low: None, high: One}"
#define DIMENSION "dimensions:\n  - id: work\n    title: Work\n"
#define TREE DIMENSION "    practices:\n      - {id: plan, " PRACTICE "}\n"
#define GROUP NAMED SCALE DIMENSION
#define WHOLE NAMED SCALE TREE
#define INDICATORS                                                                                           \
    "  indicators:\n    columns:\n      {id: text, name: text, family: [headline, equity], unit: text,\n"    \
    "       better: [higher, lower], noise: number, lag: duration, target: number, target_due: date,\n"      \
    "       may_worsen_first: yes-no, gap_of: {one_of_table: indicators}, source: [official, self-rated],\n" \
    "       doubt: text}\n"                                                                                  \
    "  readings:\n    columns:\n      {indicator: {one_of_table: indicators}, date: date, value: number,\n"  \
    "       series_break: yes-no, note: text}\n"

namespace waymark {

namespace {

constexpr CodeSubject kSubject = CodeSubject::framework;

constexpr CodeInfo kCodes[] = {
    {"F001", Severity::error, kSubject, "A version is not of the form MAJOR.MINOR.PATCH",
     "Assessments name the version they were made with, and the same first number means that their answers "
     "still "
     "count. Write three whole numbers without leading zeros.",
     "waymark: framework/1\nid: example\nversion: '2'\ntitle: Example\n" SCALE TREE, "'2'", "2.0.0"},
    {"F002", Severity::error, kSubject, "Something is declared without its parts",
     "A scale needs at least two levels, a dimension at least one practice, a table at least one column: "
     "without "
     "them there is nothing to choose, ask or record.",
     NAMED "scales:\n  quality: [{id: low, title: Low}]\n"
           R"(dimensions:
  - id: work
    title: Work
    practices: [{id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None, high: One}}]
)",
     "[{id: low, title: Low}]", "[{id: low, title: Low}, {id: high, title: High}]"},
    {"F003", Severity::error, kSubject, "Too many, or too deep",
     "Bounds keep a framework to what people can answer and waymark can compute in no time: six tiers of "
     "practices, "
     "101 levels, 64 choices in a column, and the like. The message names the bound.",
     GROUP
     R"(    practices: [{id: a, title: A, practices: [{id: b, title: B, practices: [{id: c, title: C, practices: [
      {id: d, title: D, practices: [{id: e, title: E, practices: [{id: plan, )" PRACTICE "}]}]}]}]}]}]\n",
     "", WHOLE},
    {"F010", Severity::error, kSubject, "A name is declared twice",
     "Conditions, profiles and assessments refer to things by name, so that each name may stand for one "
     "thing only. "
     "Dimensions, groups and practices share one set of names, and so do all codes.",
     WHOLE "      - {id: plan, " PRACTICE "}\n", "One}}\n      - {id: plan", "One}}\n      - {id: plan-review"},
    {"F011", Severity::error, kSubject, "A name has a meaning of its own",
     "Some words mean something wherever they stand: 'overall' is the whole, 'previous' and 'assessed' are "
     "dates, "
     "'practices' and other words are tables that waymark computes, 'dont-know' is an answer. Choose another "
     "name.",
     WHOLE "      - {id: overall, " PRACTICE "}\n", "id: overall", "id: overall-plan"},
    {"F021", Severity::error, kSubject, "A name is not declared",
     "What is named here is declared nowhere in the framework. Often it is a slip of the pen, and the help "
     "gives the "
     "nearest name.",
     WHOLE "profiles:\n  - {id: large, weights: {paln: 2}}\n", "paln", "plan"},
    {"F022", Severity::error, kSubject, "A name of the wrong kind",
     "Only practices are asked, so that only they can be core or be said not to apply; the whole has no "
     "weight.",
     WHOLE "profiles:\n  - {id: large, not_applicable: {work: No work is done}}\n", "{work: No work is done}",
     "{plan: No work is done}"},
    {"F030", Severity::error, kSubject, "An ordered list does not rise",
     "Levels, bands and strengths of evidence are listed from lowest to highest, and each must be higher "
     "than the one "
     "before: scores are compared with them in this order.",
     NAMED "scales:\n  quality: [{id: low, title: Low, value: 2}, {id: high, title: High, value: 1}]\n" TREE,
     "value: 2}, {id: high, title: High, value: 1}", "value: 1}, {id: high, title: High, value: 2}"},
    {"F031", Severity::error, kSubject, "A list ends too early or not at all",
     "Bands, severities and readings of the verdict are gone through from the top, and the first that fits "
     "counts. "
     "The last must fit whatever is left, and only the last: after an entry that always fits, no other is "
     "reached.",
     WHOLE "scoring:\n  bands: [{id: low, below: 0.5}, {id: high, below: 1}]\n", "{id: high, below: 1}", "{id: high}"},
    {"F032", Severity::error, kSubject, "A number is out of range or too fine",
     "Scores are computed exactly, with whole numbers. Weights and values of levels may have four places "
     "after the "
     "point, and weights are not negative.",
     WHOLE "profiles:\n  - {id: large, weights: {plan: -1}}\n", "plan: -1", "plan: 2"},
    {"F033", Severity::error, kSubject, "Nothing in a group has weight",
     "A mean or sum of parts that all weigh nothing is no number.",
     GROUP "    practices:\n      - {id: plan, weight: 0, " PRACTICE "}\n", "weight: 0", "weight: 1"},
    {"F034", Severity::error, kSubject, "Weights are too fine to compute with exactly",
     "Scores are exact fractions of at most 128 bits, so that the same answers give the same report "
     "everywhere. Many "
     "groups whose weights have many digits need longer fractions. Round them: nobody's judgement has four "
     "digits.",
     NAMED SCALE R"(dimensions:
  - {id: a, title: A, weight: 999.9991, practices: [{id: a1, weight: 997.0003, )" PRACTICE
                 "}, {id: a2, weight: 0.0001, " PRACTICE R"(}]}
  - {id: b, title: B, weight: 999.9993, practices: [{id: b1, weight: 995.0001, )" PRACTICE
                 "}, {id: b2, weight: 0.0001, " PRACTICE R"(}]}
  - {id: c, title: C, weight: 999.9997, practices: [{id: c1, weight: 993.0007, )" PRACTICE
                 "}, {id: c2, weight: 0.0001, " PRACTICE R"(}]}
  - {id: d, title: D, weight: 999.9999, practices: [{id: d1, weight: 991.0009, )" PRACTICE
                 "}, {id: d2, weight: 0.0001, " PRACTICE "}]}\n",
     "", NAMED SCALE R"(dimensions:
  - {id: a, title: A, weight: 1000, practices: [{id: a1, weight: 997, )" PRACTICE "}, {id: a2, " PRACTICE R"(}]}
  - {id: b, title: B, weight: 1000, practices: [{id: b1, weight: 995, )" PRACTICE "}, {id: b2, " PRACTICE R"(}]}
  - {id: c, title: C, weight: 1000, practices: [{id: c1, weight: 993, )" PRACTICE "}, {id: c2, " PRACTICE R"(}]}
  - {id: d, title: D, weight: 1000, practices: [{id: d1, weight: 991, )" PRACTICE "}, {id: d2, " PRACTICE "}]}\n"},
    {"F040", Severity::error, kSubject, "A level has no description",
     "People choose between descriptions of what each level looks like, not between words such as 'good'. A "
     "practice "
     "describes every level of its scale.",
     GROUP "    practices:\n      - {id: plan, title: A plan, ask: 'Is there a plan?', levels: {low: None}}\n",
     "{low: None}", "{low: None, high: A plan that was used this year}"},
    {"F042", Severity::error, kSubject, "A core practice could be said not to apply",
     "A core practice is one without which the rest means little; leaving it out would hide the weakest "
     "spot. Let it "
     "not be core in the profile that may leave it out.",
     GROUP "    practices:\n      - {id: plan, core: yes, not_applicable: In small teams, " PRACTICE "}\n", "",
     GROUP
     "    practices:\n      - {id: plan, core: yes, " PRACTICE "}\n      - {id: review, " PRACTICE
     "}\nprofiles:\n  - {id: large}\n  - {id: small, not_core: [plan], not_applicable: {plan: In small teams}}\n"},
    {"F043", Severity::error, kSubject, "A key that means nothing here",
     "The key exists, but not on such a thing: a group is not asked, a sign of real change has no severity, "
     "a practice "
     "stands in a stage only under 'rollup: staged'.",
     GROUP "    ask: Is it done?\n    practices:\n      - {id: plan, " PRACTICE "}\n", "    ask: Is it done?\n", ""},
    {"F044", Severity::error, kSubject, "A key is missing that is needed here",
     "Some keys are needed only together with others: a warning flag needs a severity, a practice under "
     "'rollup: staged' its stage, a strength of evidence a level on every scale that practices use.",
     WHOLE R"(flags:
  - {id: unplanned, kind: washing, title: Unplanned, when: {claimed: {of: plan, at_most: low}}}
)",
     "kind: washing", "kind: washing, severity: medium"},
    {"F045", Severity::error, kSubject, "A stage without practices",
     "Stages are passed one after the other. One without practices would be passed by everybody who has come "
     "so far.",
     GROUP "    rollup: staged\n    practices:\n      - {id: plan, stage: 2, passes_at: high, " PRACTICE "}\n",
     "stage: 2", "stage: 1"},
    {"F046", Severity::error, kSubject, "A sum over different scales",
     "Points of one scale cannot be added to points of another. A mean brings them onto one scale first.",
     NAMED R"(scales:
  quality: [{id: low, title: Low}, {id: high, title: High}]
  reach: [{id: few, title: Few}, {id: some, title: Some}, {id: all, title: All}]
dimensions:
  - id: work
    title: Work
    rollup: sum
    practices:
      - {id: plan, )" PRACTICE R"(}
      - {id: use, title: Use, scale: reach, ask: 'Who uses it?', levels: {few: One, some: Many, all: All}}
)",
     "rollup: sum", "rollup: mean"},
    {"F050", Severity::error, kSubject, "Something depends on itself",
     "The severity of a flag may read whether others are raised, but not in a circle, and not how severe "
     "they are; "
     "whether answers are unsafe is known to the verdict only.",
     WHOLE R"(flags:
  - id: unplanned
    kind: washing
    title: Unplanned
    severity: [{level: high, if: {raised: unplanned}}, {level: low}]
    when: {claimed: {of: plan, at_most: low}}
)",
     "severity: [{level: high, if: {raised: unplanned}}, {level: low}]", "severity: low"},
    {"F051", Severity::warning, kSubject, "Something has no effect",
     "A limit that no condition reads, or a practice taken from the core that was never in it: perhaps a "
     "name was "
     "changed in one place only.",
     WHOLE R"(flags:
  - id: unplanned
    kind: washing
    severity: low
    title: Unplanned
    limits: {too-low: 0.5}
    when: {claimed: {of: plan, at_most: low}}
)",
     "at_most: low", "at_most: too-low"},
    {"F060", Severity::error, kSubject, "A column is not declared as a column can be",
     "A column is a type (text, number, integer, money, share, date, duration, yes-no), a list of choices, "
     "or a mapping "
     "with exactly one of 'type', 'one_of', 'some_of', 'level' and 'one_of_table'.",
     WHOLE "facts:\n  projects: {columns: {name: text, spend: euros}}\n", "euros", "money"},
    {"F061", Severity::error, kSubject, "A column refers to rows that cannot be named",
     "Rows are named by the first column of their table, so that it must hold text; a record has no rows.",
     WHOLE R"(facts:
  projects: {columns: {begun: date, name: text}}
  steps: {columns: {project: {one_of_table: projects}}}
)",
     "{begun: date, name: text}", "{name: text, begun: date}"},
    {"F070", Severity::error, kSubject, "Outcomes lack a table or column",
     "Outcomes are read from the tables 'indicators' and 'readings', whose columns have fixed names and "
     "types.",
     WHOLE "outcomes: {headline: headline}\n", "outcomes:", "facts:\n" INDICATORS "outcomes:"},
    {"F071", Severity::error, kSubject, "The start of the work is no date of a record",
     "Expected lags are counted from a date that the organisation records once, such as when its mission "
     "began.",
     WHOLE "facts:\n" INDICATORS
           "  mission: {fields: {name: text, begun: date}}\noutcomes: {headline: headline, started: mission.name}\n",
     "mission.name", "mission.begun"},
    {"F080", Severity::error, kSubject, "An earlier or retired name is in use",
     "'was' says under which name something stood in earlier versions, and 'retired' which names were given up, so "
     "that "
     "old answers can be carried over. A name that something has today cannot be either: an old answer would land on "
     "the wrong thing.",
     GROUP "    practices:\n      - {id: plan, was: review, " PRACTICE "}\n      - {id: review, " PRACTICE "}\n",
     "was: review", "was: old-plan"},
    {"F081", Severity::error, kSubject, "What became of a name is said twice",
     "Two things cannot both be what one name stood for, and nothing can be both renamed and retired: an old answer "
     "can "
     "go to one place only.",
     GROUP "    practices:\n      - {id: plan, was: paper, " PRACTICE "}\n      - {id: review, was: paper, " PRACTICE
           "}\n",
     "review, was: paper", "review"},
    {"F082", Severity::error, kSubject, "A retired name is not written in full",
     "Levels, columns and choices are named with what they stand in: SCALE.LEVEL, TABLE.COLUMN, TABLE.COLUMN.CHOICE. "
     "Where that was retired as a whole, its parts need no line of their own.",
     WHOLE "retired: {levels: [middling]}\n", "[middling]", "[quality.middling]"},
};

}  // namespace

std::span<const CodeInfo> framework_codes() {
    return kCodes;
}

}  // namespace waymark
