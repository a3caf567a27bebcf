// The commands: one option struct and one function each. Functions return an exit status.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/gates.hpp"
#include "cli/terminal.hpp"

namespace waymark {

// How a framework is chosen when the input does not name one, or to override what it names.
struct FrameworkChoice {
    std::string framework;  // a path or the id of a built-in one; empty: as the input says
};

// The looks of web pages.
struct HouseChoice {
    std::string accent;  // "#1f5fa8"; empty: none
    std::string logo;    // a file; empty: none
};

struct CheckOptions {
    std::vector<std::string> files;  // files, folders, or "-"
    FrameworkChoice choice;
    std::vector<std::string> formats;         // FORMAT or FORMAT=FILE; empty: github on GitHub, else text
    std::vector<std::string> select, ignore;  // codes and families, separated by commas
    std::string fail_on = "error";            // error, warning, note
    bool fix = false;
    std::string name = "<stdin>";  // what findings call standard input
    bool exit_zero = false;
    bool skip_others = false;            // YAML of other programs, also where it is named
    std::vector<std::string> witnesses;  // THING or THING=FILE, or all=FOLDER: write these, check nothing
};

struct TestOptions {
    std::vector<std::string> files;  // test files, folders, or "-"
    FrameworkChoice choice;
    std::vector<std::string> formats{"text"};  // text, junit, json; FORMAT=FILE writes to a file
    std::string filter;                        // part of a name; empty: all
    std::string min_coverage;                  // percent; empty: no matter
    std::string name = "<stdin>";
    bool coverage = false;
};

struct DiffOptions {
    std::vector<std::string> frameworks;  // the old and the new one; with `against` only the new one
    std::string against;                  // a revision of git
    std::vector<std::string> with;        // assessments
    std::vector<std::string> formats{"text"};
    bool rules = false;  // print the table of kinds of change instead
};

struct MigrateOptions {
    std::string input;
    std::string to;      // a framework
    std::string output;  // empty: standard output, unless in place
    bool in_place = false;
};

struct ReportOptions {
    std::string input;
    FrameworkChoice choice;
    std::string format = "text";  // text, md, html, json, csv, xlsx
    std::string output;           // empty: standard output
    HouseChoice house;            // html
    std::string table;            // csv: which; empty: the scores
    bool dictionary = false;      // csv: what the columns mean, instead of the rows
    std::string previous;
    std::vector<std::string> limits;  // FLAG.name=value
    bool with_notes = false;
    GateOptions gates;
};

// How survey exports are read; only where a map or a platform is named.
struct ExportOptions {
    std::string map;       // a map file
    std::string platform;  // or the id of a built-in one, which the map may extend
    int threads = 0;       // 0: as many as there are processors
    bool quiet = false;
    std::string unmapped = "reject";  // reject, warn
    bool one_per_respondent = false;
    std::string duplicates;    // latest, first, error, none; empty: as the map says
    std::string organisation;  // of all responses
    bool organisation_from_filename = false;
    std::string date;           // of the assessment; empty: of the latest response
    std::string rejects;        // file for the list of rejected records
    std::string only_rejects;   // such a file: only the records in it are read
    std::string profile;        // empty: as the map says
    std::string facts;          // a folder with one CSV for each table of facts
    std::string currency;       // of the amounts in them
    bool per_response = false;  // a row for each response instead of each organisation
    bool named() const { return !map.empty() || !platform.empty(); }
};

struct ScoreOptions {
    std::vector<std::string> inputs;
    FrameworkChoice choice;
    std::string format = "text";  // text, csv, jsonl, json, md, html, xlsx
    std::string output;
    std::vector<std::string> limits;
    std::vector<std::string> cohorts;  // FILE or FORMAT=FILE: the cohort, beside the rows
    std::string scorecards;            // a folder for one scorecard each; empty: none
    std::int64_t min_cell = 5;         // smallest count shown in a cohort
    bool with_rows = false;            // documents: each organisation too
    bool dictionary = false;           // what the columns of each CSV mean, instead of everything else
    GateOptions gates;
    HouseChoice house;
    ExportOptions exports;
};

struct CompareOptions {
    std::vector<std::string> inputs;
    FrameworkChoice choice;
    std::string format = "text";  // text, md, html, json
    std::string output;           // empty: standard output
    HouseChoice house;            // html
};

struct CombineOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::vector<std::string> replace;   // FILE, or ID=FILE
    std::vector<std::string> withdraw;  // ids
    bool take_over = false;             // the lock of a run on another machine
    FrameworkChoice choice;
};

struct AssessOptions {
    FrameworkChoice choice;
    std::string file;  // empty: the unfinished one in this folder, else a new one named after the organisation
    std::string profile, organisation, role, respondent, date;
    bool fresh = false;  // begin a new file even where there is an unfinished one
    bool plain = false;
    bool take_over = false;
};

struct ShowOptions {
    std::string framework;
    std::string output;
};

struct ExplainOptions {
    std::string thing;
    std::string assessment;  // with --score
    bool score = false;
    bool all = false;  // every code
    FrameworkChoice choice;
};

struct SchemaOptions {
    std::string kind;  // framework, assessment, test, scorecard; empty: list
};

struct NewOptions {
    std::string kind;    // assessment, framework, test
    std::string output;  // empty: standard output
    std::string profile;
    std::string tables;  // assessment: folder for CSV headings
    FrameworkChoice choice;
};

struct NewMapOptions {
    std::string platform;
    std::string output;  // empty: standard output
    std::string profile;
    FrameworkChoice choice;
};

struct InspectOptions {
    std::vector<std::string> exports;
    std::string map;     // empty: guessed
    std::string output;  // a map to fill in; empty: none
    std::string profile;
    FrameworkChoice choice;
};

struct SurveyOptions {
    std::string to;      // markdown, csv
    std::string output;  // empty: standard output
    std::string map;     // empty: beside the output
    bool no_map = false;
    std::string profile;
    FrameworkChoice choice;
};

int run_check(const CheckOptions& options, Terminal& terminal);
int write_witnesses(const CheckOptions& options, Terminal& terminal);
int run_tests(const TestOptions& options, Terminal& terminal);
int run_diff(const DiffOptions& options, Terminal& terminal);
int run_migrate(const MigrateOptions& options, Terminal& terminal);
int run_report(const ReportOptions& options, Terminal& terminal);
int run_score(const ScoreOptions& options, Terminal& terminal);
int run_compare(const CompareOptions& options, Terminal& terminal);
int run_score_exports(const ScoreOptions& options, Terminal& terminal);  // score --map, --platform
int run_combine(const CombineOptions& options, Terminal& terminal);
int run_change_team(const CombineOptions& options, Terminal& terminal);  // combine --replace, --withdraw
int run_assess(const AssessOptions& options, Terminal& terminal);
int run_show(const ShowOptions& options, Terminal& terminal);
int run_explain(const ExplainOptions& options, Terminal& terminal);
int run_schema(const SchemaOptions& options, Terminal& terminal);
int run_new(const NewOptions& options, Terminal& terminal);
int run_new_map(const NewMapOptions& options, Terminal& terminal);
int run_map_list(Terminal& terminal);
int run_inspect(const InspectOptions& options, Terminal& terminal);
int run_survey(const SurveyOptions& options, Terminal& terminal);

}  // namespace waymark
