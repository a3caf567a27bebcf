// The tables that waymark computes itself. Cells of one_of, level and some_of columns refer to the choices
// given here: `practices.id` has one choice per practice in the order of the catalogue, `dimensions.id` one
// per dimension. Titles, `says` and phrases exist for the sentences of src/condition/words.cpp; those of
// tables read in the plural.
#include <algorithm>
#include <utility>

#include "condition/figures.hpp"
#include "condition/read.hpp"

namespace waymark {

namespace {

using Kind = ColumnType::Kind;

struct Optional {
    bool blank = false;
};
constexpr Optional kMayBeBlank{true};

Column column(std::string id, std::string title, std::string says, Kind kind, Optional optional = {}) {
    Column result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.says = std::move(says);
    result.type.kind = kind;
    result.type.may_be_blank = optional.blank;
    return result;
}

Column choice(std::string id, std::string title, std::string says, std::vector<Choice> choices, Optional optional = {},
              Kind kind = Kind::one_of) {
    Column result = column(std::move(id), std::move(title), std::move(says), kind, optional);
    result.type.choices = std::move(choices);
    return result;
}

Column yes_no(std::string id, std::string title, std::string yes, std::string no, Optional optional = {}) {
    return choice(std::move(id), std::move(title), "", {{"no", std::move(no), 0}, {"yes", std::move(yes), 1}}, optional,
                  Kind::yes_no);
}

using Word = std::pair<std::string, std::string>;  // id and phrase

std::vector<Choice> phrased(std::vector<Word> words) {
    std::vector<Choice> choices;
    for (auto& [id, phrase] : words) {
        choices.push_back({std::move(id), std::move(phrase), static_cast<int>(choices.size())});
    }
    return choices;
}

// Values rise by position, so that the first is the lowest.
std::vector<Choice> ordered(std::vector<Choice> choices) {
    int position = 0;
    for (auto& each : choices) each.value = Rational(position++);
    return choices;
}

std::vector<Choice> choices_of(const std::vector<NodeName>& nodes, NodeName::Kind kind) {
    std::vector<Choice> result;
    for (const auto& node : nodes) {
        if (node.kind == kind) result.push_back({node.id, node.title, static_cast<int>(result.size())});
    }
    return result;
}

// Titles of things that stand in the middle of a sentence; roles and profiles keep their capitals, as names do.
std::vector<Choice> in_sentences(std::vector<Choice> choices) {
    for (auto& each : choices) each.phrase = lower_first(std::move(each.phrase));
    return choices;
}

// A word list that a framework does not declare leaves its column out.
void add_unless_empty(std::vector<Column>& columns, Column added) {
    if (!added.type.choices.empty()) columns.push_back(std::move(added));
}

TableType table(std::string id, std::string title, std::string one, std::string many, std::vector<Column> columns) {
    TableType result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.one = std::move(one);
    result.many = std::move(many);
    result.is_computed = true;
    result.columns = std::move(columns);
    return result;
}

std::vector<Choice> practice_states() {
    return phrased({{"scored", "are scored"},
                    {"not-applicable", "were said not to apply"},
                    {"unknown", "could not be answered by anybody"},
                    {"not-asked", "were not asked"}});
}

std::vector<Column> scores() {
    return {choice("state", "state", "", practice_states()),
            column("claimed", "claimed score", "are claimed at {}", Kind::number, kMayBeBlank),
            column("evidenced", "evidenced score", "are evidenced at {}", Kind::number, kMayBeBlank),
            column("gap", "gap between claimed and evidenced", "have a gap of {}", Kind::number, kMayBeBlank)};
}

Column new_evidence() {
    return column("new_evidence", "evidence since the previous assessment", "have {} new items of evidence",
                  Kind::integer, kMayBeBlank);
}

TableType practices(const CatalogueWords& words) {
    constexpr std::size_t widest_set = 64;
    std::vector<Choice> tags = words.tags;
    if (tags.size() > widest_set) tags.resize(widest_set);
    std::vector<Column> columns = {
        choice("id", "practice", "are {}", choices_of(words.nodes, NodeName::Kind::practice)),
        choice("dimension", "dimension", "belong to {}", choices_of(words.nodes, NodeName::Kind::dimension)),
        yes_no("core", "core", "are core", "are not core")};
    add_unless_empty(columns, choice("tags", "tags", "are tagged {}", std::move(tags), {}, Kind::some_of));
    for (auto& each : scores()) columns.push_back(std::move(each));
    columns.push_back(column("agreement", "agreement", "have an agreement of {}", Kind::number, kMayBeBlank));
    columns.push_back(column("n", "levels given", "have {} levels given", Kind::integer));
    add_unless_empty(columns, choice("strength", "strength of evidence", "have evidence with a strength of {}",
                                     ordered(in_sentences(words.strengths)), kMayBeBlank, Kind::level));
    columns.push_back(new_evidence());
    return table("practices", "The practices", "practice", "practices", std::move(columns));
}

TableType dimensions(const CatalogueWords& words) {
    std::vector<Column> columns = {
        choice("id", "dimension", "are {}", choices_of(words.nodes, NodeName::Kind::dimension))};
    for (auto& each : scores()) columns.push_back(std::move(each));
    columns.push_back(column("coverage", "coverage", "have a coverage of {}", Kind::share, kMayBeBlank));
    columns.push_back(new_evidence());
    return table("dimensions", "The dimensions", "dimension", "dimensions", std::move(columns));
}

TableType answers(const CatalogueWords& words) {
    std::vector<Column> columns = {
        choice("practice", "practice", "are about {}", choices_of(words.nodes, NodeName::Kind::practice)),
        choice("dimension", "dimension", "are about {}", choices_of(words.nodes, NodeName::Kind::dimension)),
        yes_no("core", "core", "are about core practices", "are not about core practices")};
    add_unless_empty(columns, choice("role", "role", "come from {}", words.roles));
    columns.push_back(choice("state", "state", "",
                             phrased({{"level", "give a level"},
                                      {"dont-know", "are “don’t know”"},
                                      {"not-applicable", "are “not applicable”"},
                                      {"skipped", "were skipped"},
                                      {"not-asked", "were not asked for"}})));
    columns.push_back(column("level", "level", "give a level of {}", Kind::number, kMayBeBlank));
    return table("answers", "The answers", "answer", "answers", std::move(columns));
}

TableType respondents(const CatalogueWords& words) {
    std::vector<Column> columns;
    add_unless_empty(columns, choice("role", "role", "have the role {}", words.roles));
    columns.push_back(column("answered", "questions answered", "answered {} questions", Kind::integer));
    columns.push_back(
        yes_no("straight_lining", "straight-lining", "gave nearly the same level throughout", "gave different levels"));
    return table("respondents", "The respondents", "respondent", "respondents", std::move(columns));
}

TableType evidence(const CatalogueWords& words) {
    std::vector<Column> columns = {
        choice("practice", "practice", "are for {}", choices_of(words.nodes, NodeName::Kind::practice)),
        yes_no("core", "core", "are for core practices", "are not for core practices")};
    add_unless_empty(columns, choice("role", "role", "come from {}", words.roles));
    add_unless_empty(columns, choice("strength", "strength", "have a strength of {}",
                                     ordered(in_sentences(words.strengths)), {}, Kind::level));
    add_unless_empty(columns,
                     choice("effective_strength", "strength after ageing", "have a strength after ageing of {}",
                            ordered(in_sentences(words.strengths)), {}, Kind::level));
    columns.push_back(column("dated", "date of the evidence", "are dated {}", Kind::date, kMayBeBlank));
    add_unless_empty(columns, choice("produced_by", "produced by", "were produced by {}", in_sentences(words.producers),
                                     kMayBeBlank));
    add_unless_empty(columns, choice("form", "form", "have the form {}", in_sentences(words.forms), kMayBeBlank));
    return table("evidence", "The evidence", "item of evidence", "items of evidence", std::move(columns));
}

TableType flags(const CatalogueWords& words) {
    std::vector<Choice> severities = phrased(
        {{"low", "are of low severity"}, {"medium", "are of medium severity"}, {"high", "are of high severity"}});
    std::vector<Column> columns;
    add_unless_empty(columns, choice("id", "sign", "are {}", words.flags));
    columns.push_back(choice("kind", "kind", "", phrased({{"washing", "are warnings"}, {"real", "are encouraging"}})));
    columns.push_back(choice("severity", "severity", "", std::move(severities), kMayBeBlank, Kind::level));
    columns.push_back(choice("state", "state", "",
                             phrased({{"does-not-apply", "do not apply"},
                                      {"cannot-tell", "cannot be told"},
                                      {"clear", "are clear"},
                                      {"too-early", "are too early to count"},
                                      {"raised", "are raised"}})));
    return table("flags", "The signs", "sign", "signs", std::move(columns));
}

TableType assessment(const CatalogueWords& words) {
    std::vector<Column> columns = {
        column("date", "date", "is dated {}", Kind::date),
        choice("profile", "profile", "uses the profile {}", words.profiles),
        yes_no("first", "first assessment", "is the first", "follows a previous one"),
        column("respondents", "respondents", "has {} respondents", Kind::integer),
        column("roles", "roles", "has answers from {} roles", Kind::integer),
        column("coverage", "coverage", "covers {} of what applies", Kind::share, kMayBeBlank),
        yes_no("halo", "halo", "shows nearly the same score in every dimension", "shows different scores by dimension",
               kMayBeBlank),
        yes_no("evidence_collected", "evidence collected", "collected evidence", "did not collect evidence"),
        yes_no("withheld", "overall score withheld", "has too few answers for an overall score",
               "has enough answers for an overall score"),
        yes_no("unsafe", "unsafe answers", "rests on unsafe answers", "does not rest on unsafe answers", kMayBeBlank)};
    TableType result = table("assessment", "The assessment", "assessment", "assessments", std::move(columns));
    result.is_record = true;
    return result;
}

}  // namespace

std::vector<TableType> computed_tables(const CatalogueWords& words) {
    return {practices(words), dimensions(words), answers(words),   respondents(words),
            evidence(words),  flags(words),      assessment(words)};
}

std::vector<Column> computed_indicator_columns() {
    return {choice("reading", "reading", "",
                   phrased({{"too-early", "are too early to read"},
                            {"flat", "are flat"},
                            {"improving", "are improving"},
                            {"worsening", "are worsening"},
                            {"expected-dip", "are in an expected dip"},
                            {"not-read", "are self-rated and not read"}}),
                   kMayBeBlank),
            column("readings", "readings", "have {} readings", Kind::integer, kMayBeBlank),
            column("change", "change", "changed by {}", Kind::number, kMayBeBlank),
            column("pace", "pace", "have a pace of {}", Kind::number, kMayBeBlank),
            choice("equity", "equity", "",
                   phrased({{"not-recorded", "have no gap recorded"},
                            {"not-narrowed", "have a gap that has not narrowed"},
                            {"narrowed", "have a gap that narrowed"},
                            {"widened", "have a gap that widened"}}),
                   kMayBeBlank),
            yes_no("lag_over", "expected lag over", "are past their expected lag", "are within their expected lag",
                   kMayBeBlank)};
}

bool is_worked_out(const TableType& type, const Column& column) {
    static const std::vector<Column> worked_out = computed_indicator_columns();
    return type.id == "indicators" && !type.is_computed &&
           std::any_of(worked_out.begin(), worked_out.end(), [&](const Column& each) { return each.id == column.id; });
}

}  // namespace waymark
