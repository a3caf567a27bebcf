// The commands of those who ask many: survey, inspect, map, score.
#include "cli/argument_families.hpp"

namespace waymark {

namespace {

constexpr const char* kFamily = "Many organisations";

void add_export_options(CLI::App* sub, ExportOptions& exports) {
    const std::string group = "Survey exports";
    sub->add_option("--map", exports.map, "How the exports are read: a map file")->group(group);
    sub->add_option("--platform", exports.platform, "The survey platform they come from: kobo, limesurvey, qualtrics …")
        ->group(group);
    sub->add_option("--profile", exports.profile, "The framework's profile, instead of the map's")->group(group);
    sub->add_option("--date", exports.date, "The assessment's date; that of the latest response unless given")
        ->group(group);
    sub->add_option("--organisation,--organization", exports.organisation, "All responses are this organisation's")
        ->group(group);
    sub->add_flag("--organisation-from-filename,--organization-from-filename", exports.organisation_from_filename,
                  "Each file is one organisation's, and named after it")
        ->group(group);
    sub->add_option("--unmapped", exports.unmapped,
                    "Values that the map does not know: reject the response (as a rule), or warn and leave them out")
        ->check(CLI::IsMember({"reject", "warn"}))
        ->group(group);
    sub->add_option("--duplicates", exports.duplicates, "Responses with the same id, instead of what the map says")
        ->check(CLI::IsMember({"latest", "first", "error", "none"}))
        ->group(group);
    sub->add_flag("--one-per-respondent", exports.one_per_respondent,
                  "Of each person in an organisation only the latest response counts; the map names 'respondent'")
        ->group(group);
    sub->add_option("--rejects", exports.rejects, "List rejected responses in this file (CSV)")->group(group);
    sub->add_option("--only-rejects", exports.only_rejects, "Read only the responses listed in such a file")
        ->group(group);
    sub->add_option("--facts", exports.facts,
                    "A folder with one CSV for each table of facts, with a column 'organisation'")
        ->group(group);
    sub->add_option("--currency", exports.currency, "Of the amounts in --facts: GBP, EUR …")->group(group);
    sub->add_option_function<std::string>(
           "--per", [&exports](const std::string& what) { exports.per_response = what == "response"; },
           "One row for each organisation (as a rule), or response: its scores alone, without signs")
        ->check(CLI::IsMember({"organisation", "response"}))
        ->group(group);
    sub->add_option("--threads", exports.threads, "How many threads read; one for each processor unless given")
        ->check(CLI::Range(1, 256))
        ->group(group);
    sub->add_flag("--quiet", exports.quiet, "No progress bar")->group(group);
}

void add_survey(CLI::App& app, Run& run, SurveyOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "survey", "Write a questionnaire, or a table to fill in, with the map that reads it back",
                "  waymark survey --to markdown -o form.md   to print, or to copy into a form builder\n"
                "  waymark survey --to csv -o form.csv       one row per person\n"
                "  waymark survey my-framework.yaml --to csv -o form.csv --map my.map.yaml");
    sub->add_option("framework,--framework", options.choice.framework,
                    "A framework file, or the id of a built-in framework");
    sub->add_option("--to", options.to, "markdown or csv")->required()->check(CLI::IsMember({"markdown", "csv"}));
    sub->add_option("-o,--output", options.output,
                    "Write to this file, which must not exist, instead of standard output");
    auto* map = sub->add_option("--map", options.map, "Write the map to this file; beside the output unless given");
    sub->add_flag("--no-map", options.no_map, "Write no map")->excludes(map);
    sub->add_option("--profile", options.profile, "The framework's profile");
    sub->callback([&] { run = [&](Terminal& terminal) { return run_survey(options, terminal); }; });
}

void add_inspect(CLI::App& app, Run& run, InspectOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "inspect", "Look into survey exports: records, keys, values, platform; begin a map",
                "  waymark inspect export.json\n  waymark inspect exports -o my.map.yaml\n"
                "  waymark inspect export.csv.gz --map my.map.yaml");
    sub->add_option("exports", options.exports, "Exports (JSON, JSON lines, CSV; also .gz and .zst), folders, or -")
        ->required();
    sub->add_option("--map", options.map, "Look with this map instead of a guess");
    sub->add_option("-o,--output", options.output, "Write a map to fill in to this file, which must not exist");
    sub->add_option("--profile", options.profile, "The framework's profile, for the map");
    add_framework_option(sub, options.choice);
    sub->callback([&] { run = [&](Terminal& terminal) { return run_inspect(options, terminal); }; });
}

void add_map(CLI::App& app, Run& run, NewMapOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "map", "Write a map of a survey export to fill in; list the platforms that are known",
                "  waymark map list\n  waymark map new --platform kobo -o kobo.map.yaml\n"
                "  waymark check kobo.map.yaml               what is still to be filled in");
    sub->require_subcommand(1);
    CLI::App* fresh = command(*sub, "Commands", "new", "Write a map to fill in: everything but your keys and values",
                              "  waymark map new --platform limesurvey --framework my-framework.yaml -o my.map.yaml");
    fresh->add_option("--platform", options.platform, "The survey platform; 'waymark map list' names them")->required();
    fresh->add_option("-o,--output", options.output,
                      "Write to this file, which must not exist, instead of standard output");
    fresh->add_option("--profile", options.profile, "The framework's profile");
    add_framework_option(fresh, options.choice);
    fresh->callback([&] { run = [&](Terminal& terminal) { return run_new_map(options, terminal); }; });
    CLI::App* list = command(*sub, "Commands", "list",
                             "The platforms whose exports are known, and what to mind with each", "  waymark map list");
    list->callback([&] { run = [](Terminal& terminal) { return run_map_list(terminal); }; });
}

void add_score(CLI::App& app, Run& run, ScoreOptions& options) {
    CLI::App* sub = command(
        app, kFamily, "score", "Score several assessments, or survey exports, one row each, and read them together",
        "  waymark score teams/*.yaml\n  waymark score teams/*.yaml -f csv -o teams.csv\n"
        "  waymark score teams/*.yaml -f html -o cohort.html     the group, without a row for each\n"
        "  waymark score teams/*.yaml -f csv -o teams.csv --cohort cohort.md\n"
        "  waymark score teams/*.yaml --scorecards cards\n"
        "  waymark score exports/ --map mission.map.yaml -f csv -o teams.csv\n"
        "  waymark score exports/ --map mission.map.yaml --rejects rejects.csv\n"
        "  waymark score exports/ --map mission.map.yaml --only-rejects rejects.csv\n"
        "  waymark score exports/ --map mission.map.yaml --per response -f csv -o responses.csv");
    sub->add_option("inputs", options.inputs,
                    "Assessments or scorecards; with --map or --platform survey exports: files, folders, or - for "
                    "standard input")
        ->required();
    add_export_options(sub, options.exports);
    add_framework_option(sub, options.choice);
    sub->add_option("-f,--format", options.format,
                    "text (rows and a short summary); csv or jsonl (rows); md, html, xlsx or json (the group together)")
        ->check(CLI::IsMember({"text", "csv", "jsonl", "json", "md", "html", "xlsx"}));
    sub->add_option("-o,--output", options.output, "Write to this file instead of standard output");
    sub->add_option("--cohort", options.cohorts,
                    "Also write the group together to FILE (.md, .html, .xlsx, .csv, .json, .txt) or FORMAT=FILE")
        ->allow_extra_args(false);
    sub->add_option("--scorecards", options.scorecards, "Also write one scorecard file for each into this folder");
    sub->add_option("--min-cell", options.min_cell, "The smallest count shown of a group, 5 or more")
        ->check(CLI::Range(5, 1000000));
    sub->add_flag("--with-rows", options.with_rows, "md, html, xlsx, json: also a row for each organisation");
    sub->add_flag("--dictionary", options.dictionary,
                  "csv: what each column means, of the rows and of a --cohort and --rejects in CSV, instead of them");
    add_house_options(sub, options.house);
    sub->add_option("--limit", options.limits, "Change a sign's limit: FLAG.name=value (may be repeated)");
    add_gate_options(sub, options.gates);
    sub->callback([&] {
        run = [&](Terminal& terminal) {
            return options.exports.named() ? run_score_exports(options, terminal) : run_score(options, terminal);
        };
    });
}

}  // namespace

void add_commands(CLI::App& app, Run& run, ManyOptions& options) {
    add_survey(app, run, options.survey);
    add_inspect(app, run, options.inspect);
    add_map(app, run, options.fresh_map);
    add_score(app, run, options.score);
}

}  // namespace waymark
