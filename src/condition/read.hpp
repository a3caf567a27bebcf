// Conditions from YAML, typed against a catalogue. Every mistake is a finding with a place and a help.
#pragma once

#include <optional>
#include <vector>

#include "text/yaml.hpp"
#include "waymark/condition.hpp"

namespace waymark {

struct ConditionScope {
    const Catalogue* catalogue = nullptr;
    const std::vector<Limit>* limits = nullptr;  // of the flag being read; null: none
    bool may_name_flags = false;                 // `raised` and the computed table "flags": severity and verdict only
};

std::optional<Condition> read_condition(const Node& node, const ConditionScope& scope, Findings& findings);

// The computed tables and records every framework has (semantics: practices, dimensions, answers,
// respondents, evidence, flags, the record assessment), for these nodes, roles and words. `indicators` gets
// its computed columns when the declared table of that name exists.
struct CatalogueWords {
    std::vector<NodeName> nodes;
    std::vector<Choice> roles;
    std::vector<Choice> profiles;
    std::vector<Choice> tags;
    std::vector<Choice> strengths;  // weakest first
    std::vector<Choice> producers;
    std::vector<Choice> forms;
    std::vector<Choice> flags;
};
std::vector<TableType> computed_tables(const CatalogueWords& words);
// Columns added to the declared table "indicators": reading, readings, change, pace, equity, lag_over.
std::vector<Column> computed_indicator_columns();
// Whether a column is one of these: it stands in a table of facts, but nobody records it.
bool is_worked_out(const TableType& type, const Column& column);

}  // namespace waymark
