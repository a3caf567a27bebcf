// The families of commands, each in a file of its own, and what several of them share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/commands.hpp"

namespace waymark {

// What the chosen command will do; set while the arguments are parsed.
using Run = std::function<int(Terminal&)>;

// A command with its examples; `family`: the heading it stands under in the help.
CLI::App* command(CLI::App& app, const std::string& family, const std::string& name, const std::string& about,
                  const std::string& examples);
void add_framework_option(CLI::App* sub, FrameworkChoice& choice);
void add_gate_options(CLI::App* sub, GateOptions& gates);
void add_house_options(CLI::App* sub, HouseChoice& choice);

struct OneOptions {
    AssessOptions assess;
    NewOptions fresh;
    CheckOptions check;
    CombineOptions combine;
    ReportOptions report;
    CompareOptions compare;
    ExplainOptions explain;
};
// arguments_one.cpp: one organisation, its answers and what is made of them.
void add_commands(CLI::App& app, Run& run, OneOptions& options);

struct ManyOptions {
    SurveyOptions survey;
    InspectOptions inspect;
    NewMapOptions fresh_map;
    ScoreOptions score;
};
// arguments_many.cpp: surveys and groups.
void add_commands(CLI::App& app, Run& run, ManyOptions& options);

struct AuthorOptions {
    ShowOptions show;
    TestOptions test;
    DiffOptions diff;
    MigrateOptions migrate;
    SchemaOptions schema;
};
// arguments_authors.cpp: frameworks.
void add_commands(CLI::App& app, Run& run, AuthorOptions& options);

}  // namespace waymark
