#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "text/fields.hpp"

namespace waymark {

namespace {

constexpr const char* kAbout =
    "waymark tells an organisation how far it really is on the journey to mission-driven working:\n"
    "what it claims beside what it can show, the patterns of mission-washing with the facts that\n"
    "decided them, and what to do next. It never uses the network.";

constexpr const char* kFooter =
    "Examples:\n"
    "  waymark assess                            answer the questions here, one by one\n"
    "  waymark new assessment -o team.yaml       a file to fill in instead\n"
    "  waymark check team.yaml                   what is wrong in it, line by line\n"
    "  waymark report team.yaml                  the report\n"
    "  waymark report team.yaml -f html -o team.html\n"
    "  waymark explain mission-washing           what a word, sign, practice or code means\n"
    "\n"
    "Exit status: 0 done; 1 findings, or a bad file among several; 2 wrong use, or the only\n"
    "input unreadable; 3 a failure of waymark itself, a failed write included.";

using Run = std::function<int(Terminal&)>;

struct Shared {
    std::string colour = "auto";
    bool ascii = false;
    int width = 0;
    Run run;
};

CLI::App* command(CLI::App& app, const std::string& name, const std::string& about, const std::string& examples) {
    CLI::App* sub = app.add_subcommand(name, about);
    sub->footer("Examples:\n" + examples);
    sub->fallthrough();
    return sub;
}

void add_framework_option(CLI::App* sub, FrameworkChoice& choice) {
    sub->add_option("--framework", choice.framework, "A framework file, or the id of a built-in framework");
}

void add_gate_options(CLI::App* sub, GateOptions& gates) {
    sub->add_option("--min", gates.minimums,
                    "Exit with 1 unless a score is at least this: 'implementing>=2', 'overall.claimed>=2.5' "
                    "(evidenced unless it says otherwise; may be repeated)")
        ->allow_extra_args(false);
    sub->add_option("--max-flags", gates.flag_limits,
                    "Exit with 1 if more signs than this are raised or cannot be told: high=0, all=3; "
                    "high.raised=0 counts raised ones only (may be repeated)")
        ->allow_extra_args(false);
    sub->add_option("--baseline", gates.baseline,
                    "Exit with 1 if anything is worse than in this assessment or scorecard of the same organisation");
}

void add_house_options(CLI::App* sub, HouseChoice& choice) {
    sub->add_option("--accent", choice.accent,
                    "html: a colour of your house, like '#1f5fa8'; shaded where nobody could read it");
    sub->add_option("--logo", choice.logo, "html: a PNG or JPEG of at most 64 kB, carried in the page");
}

void add_check(CLI::App& app, Shared& shared, CheckOptions& options) {
    CLI::App* sub =
        command(app, "check", "Find mistakes in frameworks, assessments, test files and maps",
                "  waymark check frameworks/*.yaml\n  waymark check team.yaml --framework my-framework.yaml\n"
                "  waymark check - --name team.yaml < team.yaml\n"
                "  waymark check team.yaml --fix\n  waymark check frameworks -f text -f sarif=findings.sarif\n"
                "  waymark check framework.yaml --witness words-outrun-evidence=shown.yaml");
    sub->add_option("files", options.files, "Files, folders, or - for standard input")->required();
    add_framework_option(sub, options.choice);
    sub->add_option("-f,--format", options.formats,
                    "text, json, sarif, github, gitlab or junit; FORMAT=FILE writes to a file; may be repeated "
                    "(text unless given; github on GitHub)")
        ->allow_extra_args(false);
    sub->add_option("--select", options.select, "Only these codes and families: F,X001")->allow_extra_args(false);
    sub->add_option("--ignore", options.ignore, "Not these codes and families")->allow_extra_args(false);
    sub->add_flag("--fix", options.fix,
                  "Mend what has only one sound mending, and leave the rest of the file as it is");
    sub->add_option("--fail-on", options.fail_on, "The least severity that fails: error, warning, note")
        ->check(CLI::IsMember({"error", "warning", "note"}));
    sub->add_option("--name", options.name, "What findings call standard input");
    sub->add_flag("--exit-zero", options.exit_zero, "Exit with 0 whatever is found");
    sub->add_option(
           "--witness", options.witnesses,
           "Write a made-up assessment that raises this flag, or leads to band:ID or verdict:ID, to =FILE or to "
           "standard output; all=FOLDER writes one for everything that is possible")
        ->allow_extra_args(false);
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_check(options, terminal); }; });
}

void add_test(CLI::App& app, Shared& shared, TestOptions& options) {
    CLI::App* sub = command(app, "test", "Run the tests that travel with a framework",
                            "  waymark test frameworks\n  waymark test my.test.yaml --filter 'W05 is raised'\n"
                            "  waymark test my.test.yaml --min-coverage 90 -f text -f junit=tests.xml");
    sub->add_option("files", options.files, "Test files, folders (every .test.yaml below), or - for standard input")
        ->required();
    add_framework_option(sub, options.choice);
    sub->add_option("-f,--format", options.formats,
                    "text, junit or json; FORMAT=FILE writes to a file; may be repeated")
        ->allow_extra_args(false);
    sub->add_option("--filter", options.filter, "Only tests whose name contains this, in upper or lower case");
    sub->add_flag("--coverage", options.coverage,
                  "Say which levels, profiles, flags, verdicts and limits the tests look at, and which not");
    sub->add_option("--min-coverage", options.min_coverage, "Fail if less than this percentage is looked at");
    sub->add_option("--name", options.name, "What findings call standard input");
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_tests(options, terminal); }; });
}

void add_diff(CLI::App& app, Shared& shared, DiffOptions& options) {
    CLI::App* sub =
        command(app, "diff", "What changed between two versions of a framework, and which step it asks for",
                "  waymark diff old.yaml new.yaml\n"
                "  waymark diff framework.yaml --against main       what changed since that revision of git\n"
                "  waymark diff mission-maturity my-framework.yaml  a built-in framework by its id\n"
                "  waymark diff old.yaml new.yaml -f text -f md=changes.md\n"
                "  waymark diff old.yaml new.yaml --with team/*.yaml    how their results would move");
    sub->add_option("frameworks", options.frameworks, "The old and the new one: files, or ids of built-in frameworks")
        ->expected(0, 2);
    sub->add_option("--against", options.against, "Compare one file with itself at this revision of git");
    sub->add_option("--with", options.with, "Assessments: also say how their results would move");
    sub->add_option("-f,--format", options.formats, "text, md or json; FORMAT=FILE writes to a file; may be repeated")
        ->allow_extra_args(false);
    sub->add_flag("--rules", options.rules, "Print every kind of change with its class, and stop");
    sub->callback([&] {
        const std::size_t wanted = options.against.empty() ? 2 : 1;
        if (!options.rules && options.frameworks.size() != wanted) {
            throw CLI::ValidationError("diff",
                                       "name the old and the new framework, or one file with --against REVISION");
        }
        shared.run = [&](Terminal& terminal) { return run_diff(options, terminal); };
    });
}

void add_migrate(CLI::App& app, Shared& shared, MigrateOptions& options) {
    CLI::App* sub = command(app, "migrate", "Carry an assessment over to a later version of its framework",
                            "  waymark migrate team.yaml --to framework.yaml               what would be written\n"
                            "  waymark migrate team.yaml --to framework.yaml -o team-2.yaml\n"
                            "  waymark migrate team.yaml --to mission-maturity --in-place");
    sub->add_option("assessment", options.input, "The assessment")->required();
    sub->add_option("--to", options.to, "The later version: a file, or the id of a built-in framework")->required();
    CLI::Option* output =
        sub->add_option("-o,--output", options.output, "Write to this file, which must not exist")->type_name("FILE");
    sub->add_flag("--in-place", options.in_place, "Write to the file itself")->excludes(output);
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_migrate(options, terminal); }; });
}

void add_assess(CLI::App& app, Shared& shared, AssessOptions& options) {
    CLI::App* sub = command(app, "assess", "Answer a framework's questions one by one, and see the report",
                            "  waymark assess                            begin, or go on where you left off\n"
                            "  waymark assess mission-quick              the short form: twelve questions\n"
                            "  waymark assess --file ana.yaml --role leader --organisation \"Warm Homes Team\"\n"
                            "  waymark assess --plain                    plain lines, for screen readers\n"
                            "  waymark assess --file ana.yaml < answers.txt");
    sub->add_option("framework,--framework", options.choice.framework,
                    "A framework file, or the id of a built-in framework; asked for unless given");
    sub->add_option("--file,-o,--output", options.file, "The file to go on with, or to begin");
    sub->add_option("--organisation,--organization", options.organisation, "The name at the top of the report");
    sub->add_option("--profile", options.profile, "The framework's profile");
    sub->add_option("--role", options.role, "Your role");
    sub->add_option("--respondent", options.respondent, "An id for you in the file; made up unless given");
    sub->add_option("--date", options.date, "The assessment's date; today unless given");
    sub->add_flag("--new", options.fresh, "Begin another file although one here is unfinished");
    sub->add_flag("--plain", options.plain, "Plain lines without cursor movement (also with WAYMARK_PLAIN=1)");
    sub->add_flag("--take-over", options.take_over, "Open a file that another machine holds and has left behind");
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_assess(options, terminal); }; });
}

void add_report(CLI::App& app, Shared& shared, ReportOptions& options) {
    CLI::App* sub = command(app, "report", "Report on one assessment, or on a saved scorecard",
                            "  waymark report team.yaml\n  waymark report team.yaml -f html -o team.html\n"
                            "  waymark report team.yaml -f html -o team.html --accent '#1f5fa8' --logo logo.png\n"
                            "  waymark report team.yaml -f json -o scorecard.json\n"
                            "  waymark report scorecard.json -f md\n"
                            "  waymark report team.yaml -f xlsx -o team.xlsx\n"
                            "  waymark report team.yaml -f csv --table practices -o practices.csv\n"
                            "  waymark report team.yaml --limit old-portfolio-new-label.unchanged-spend=0.4\n"
                            "  waymark report team.yaml --min 'implementing>=2' --max-flags high=0\n"
                            "  waymark report team.yaml --baseline last-year.json");
    sub->add_option("input", options.input, "An assessment or a scorecard; - for standard input")->required();
    add_framework_option(sub, options.choice);
    sub->add_option("-f,--format", options.format, "text, md, html, json, csv or xlsx")
        ->check(CLI::IsMember({"text", "md", "html", "json", "csv", "xlsx"}));
    sub->add_option("-o,--output", options.output, "Write to this file instead of standard output");
    add_house_options(sub, options.house);
    sub->add_option("--table", options.table,
                    "csv: which table: scores (unless given), practices, roles, flags, evidence, facts, outcomes or "
                    "next-steps");
    sub->add_flag("--dictionary", options.dictionary, "csv: what each column means, instead of the rows");
    sub->add_option("--previous", options.previous, "The assessment before this one");
    sub->add_option("--limit", options.limits, "Change a sign's limit: FLAG.name=value (may be repeated)");
    sub->add_flag("--with-notes", options.with_notes, "Show notes, reasons and evidence texts");
    add_gate_options(sub, options.gates);
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_report(options, terminal); }; });
}

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

void add_score(CLI::App& app, Shared& shared, ScoreOptions& options) {
    CLI::App* sub =
        command(app, "score", "Score several assessments, or survey exports, one row each, and read them together",
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
    add_house_options(sub, options.house);
    sub->add_option("--limit", options.limits, "Change a sign's limit: FLAG.name=value (may be repeated)");
    add_gate_options(sub, options.gates);
    sub->callback([&] {
        shared.run = [&](Terminal& terminal) {
            return options.exports.named() ? run_score_exports(options, terminal) : run_score(options, terminal);
        };
    });
}

void add_compare(CLI::App& app, Shared& shared, CompareOptions& options) {
    CLI::App* sub = command(app, "compare", "Say what changed between assessments, and on what new evidence",
                            "  waymark compare 2025.yaml 2026.yaml\n"
                            "  waymark compare 2025-scorecard.json 2026.yaml -f html -o changes.html\n"
                            "  waymark compare 2024.json 2025.json 2026.json      a series, by date");
    sub->add_option("inputs", options.inputs, "Two or more assessments or scorecards of one organisation")
        ->required()
        ->expected(2, 1000);
    add_framework_option(sub, options.choice);
    sub->add_option("-f,--format", options.format, "text, md, html or json")
        ->check(CLI::IsMember({"text", "md", "html", "json"}));
    sub->add_option("-o,--output", options.output, "Write to this file instead of standard output");
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_compare(options, terminal); }; });
}

void add_combine(CLI::App& app, Shared& shared, CombineOptions& options) {
    CLI::App* sub = command(app, "combine", "Join several people's files into one assessment",
                            "  waymark combine ana.yaml ben.yaml cem.yaml -o team.yaml\n"
                            "  waymark combine team.yaml --replace ben.yaml     ben has answered anew\n"
                            "  waymark combine team.yaml --replace r1-2=ben.yaml\n"
                            "  waymark combine team.yaml --withdraw cem         cem's answers are taken out");
    sub->add_option("inputs", options.inputs, "The files to join; with --replace or --withdraw the combined file")
        ->required();
    sub->add_option("-o,--output", options.output,
                    "The file to write. Unless given: standard output; with --replace or --withdraw the file itself");
    sub->add_option("--replace", options.replace,
                    "Replace one person's answers by those in FILE, found by id, or ID=FILE (may be repeated)");
    sub->add_option("--withdraw", options.withdraw, "Take out the person with this id (may be repeated)");
    sub->add_flag("--take-over", options.take_over, "Change the file though a run on another machine left it open");
    add_framework_option(sub, options.choice);
    sub->callback([&] {
        const bool changes_one = !options.replace.empty() || !options.withdraw.empty();
        if (changes_one && (options.inputs.size() != 1 || options.inputs.front() == "-")) {
            throw CLI::ValidationError("combine", "--replace and --withdraw change one combined file: name just that");
        }
        shared.run = [&, changes_one](Terminal& terminal) {
            return changes_one ? run_change_team(options, terminal) : run_combine(options, terminal);
        };
    });
}

void add_show(CLI::App& app, Shared& shared, ShowOptions& options) {
    CLI::App* sub = command(app, "show", "Show a framework as a readable document (Markdown)",
                            "  waymark show | less\n  waymark show my-framework.yaml -o my-framework.md");
    sub->add_option("framework", options.framework, "A framework file or the id of a built-in one");
    sub->add_option("-o,--output", options.output, "Write to this file instead of standard output");
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_show(options, terminal); }; });
}

void add_explain(CLI::App& app, Shared& shared, ExplainOptions& options) {
    CLI::App* sub = command(app, "explain", "Explain a code, sign, practice, level, word, or how a score came about",
                            "  waymark explain F021\n  waymark explain W01\n  waymark explain mission-washing\n"
                            "  waymark explain primer\n  waymark explain --score overall team.yaml\n"
                            "  waymark explain --all");
    sub->add_option("thing", options.thing, "What to explain");
    sub->add_option("assessment", options.assessment, "With --score: the assessment");
    sub->add_flag("--score", options.score, "Explain how a score came about: overall, a dimension or a practice");
    sub->add_flag("--all", options.all, "List every finding's code");
    add_framework_option(sub, options.choice);
    sub->callback([&] {
        if (!options.all && options.thing.empty()) throw CLI::ValidationError("explain", "say what to explain");
        if (options.score && options.assessment.empty())
            throw CLI::ValidationError("--score", "name the assessment too");
        shared.run = [&](Terminal& terminal) { return run_explain(options, terminal); };
    });
}

void add_schema(CLI::App& app, Shared& shared, SchemaOptions& options) {
    CLI::App* sub = command(app, "schema", "Print the JSON Schema of a kind of file that waymark reads or writes",
                            "  waymark schema\n  waymark schema assessment > assessment.schema.json");
    sub->add_option("kind", options.kind, "Which file; a list of them unless given");
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_schema(options, terminal); }; });
}

void add_new(CLI::App& app, Shared& shared, NewOptions& options) {
    CLI::App* sub = command(app, "new", "Write a file to start from: assessment, framework or test",
                            "  waymark new assessment -o team.yaml\n"
                            "  waymark new assessment --profile organisational --tables facts -o team.yaml\n"
                            "  waymark new framework -o framework.yaml");
    sub->add_option("kind", options.kind, "assessment, framework or test")
        ->required()
        ->check(CLI::IsMember({"assessment", "framework", "test"}));
    sub->add_option("-o,--output", options.output,
                    "Write to this file, which must not exist, instead of standard output");
    sub->add_option("--profile", options.profile, "assessment: the framework's profile");
    sub->add_option("--tables", options.tables,
                    "assessment: also write a CSV with headings for each fact table into this folder");
    add_framework_option(sub, options.choice);
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_new(options, terminal); }; });
}

void add_map(CLI::App& app, Shared& shared, NewMapOptions& options) {
    CLI::App* sub = command(app, "map", "Write a map of a survey export to fill in; list the platforms that are known",
                            "  waymark map list\n  waymark map new --platform kobo -o kobo.map.yaml\n"
                            "  waymark check kobo.map.yaml               what is still to be filled in");
    sub->require_subcommand(1);
    CLI::App* fresh = command(*sub, "new", "Write a map to fill in: everything but your keys and values",
                              "  waymark map new --platform limesurvey --framework my-framework.yaml -o my.map.yaml");
    fresh->add_option("--platform", options.platform, "The survey platform; 'waymark map list' names them")->required();
    fresh->add_option("-o,--output", options.output,
                      "Write to this file, which must not exist, instead of standard output");
    fresh->add_option("--profile", options.profile, "The framework's profile");
    add_framework_option(fresh, options.choice);
    fresh->callback([&] { shared.run = [&](Terminal& terminal) { return run_new_map(options, terminal); }; });
    CLI::App* list = command(*sub, "list", "The platforms whose exports are known, and what to mind with each",
                             "  waymark map list");
    list->callback([&] { shared.run = [](Terminal& terminal) { return run_map_list(terminal); }; });
}

void add_inspect(CLI::App& app, Shared& shared, InspectOptions& options) {
    CLI::App* sub = command(app, "inspect", "Look into survey exports: records, keys, values, platform; begin a map",
                            "  waymark inspect export.json\n  waymark inspect exports -o my.map.yaml\n"
                            "  waymark inspect export.csv.gz --map my.map.yaml");
    sub->add_option("exports", options.exports, "Exports (JSON, JSON lines, CSV; also .gz and .zst), folders, or -")
        ->required();
    sub->add_option("--map", options.map, "Look with this map instead of a guess");
    sub->add_option("-o,--output", options.output, "Write a map to fill in to this file, which must not exist");
    sub->add_option("--profile", options.profile, "The framework's profile, for the map");
    add_framework_option(sub, options.choice);
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_inspect(options, terminal); }; });
}

void add_survey(CLI::App& app, Shared& shared, SurveyOptions& options) {
    CLI::App* sub =
        command(app, "survey", "Write a questionnaire, or a table to fill in, with the map that reads it back",
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
    sub->callback([&] { shared.run = [&](Terminal& terminal) { return run_survey(options, terminal); }; });
}

void add_shared(CLI::App& app, Shared& shared) {
    app.add_option("--color,--colour", shared.colour,
                   "auto, always or never (auto: only to a terminal, and not with NO_COLOR)")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("--ascii", shared.ascii, "Plain ASCII output");
    app.add_option("--width", shared.width, "Columns of text reports, 40 to 120")->check(CLI::Range(40, 120));
    app.set_version_flag("--version", "waymark " WAYMARK_VERSION);
}

ColourWish colour_wish(const std::string& word) {
    if (word == "always") return ColourWish::always;
    return word == "never" ? ColourWish::never : ColourWish::automatic;
}

// CLI11 says only "a subcommand is required" of a misspelt one.
std::optional<int> unknown_command(const CLI::App& app, const std::string& word) {
    std::vector<std::string> known;
    for (const CLI::App* sub : app.get_subcommands({})) known.push_back(sub->get_name());
    if (word.starts_with("-") || std::find(known.begin(), known.end(), word) != known.end()) return std::nullopt;
    std::fprintf(stderr, "waymark: there is no command '%s'; %s\nTry 'waymark --help'.\n", word.c_str(),
                 suggest(word, known).help.c_str());
    return kWrongUse;
}

int finish(Terminal& terminal, int status) {
    terminal.flush();
    if (!terminal.write_failed()) return status;
    terminal.say("waymark: the output could not be written\n");
    return kOurFailure;
}

// Help and version are results like any other; everything else is wrong use.
int answer(const CLI::App& app, const CLI::ParseError& problem) {
    if (problem.get_exit_code() != 0) {
        std::fprintf(stderr, "waymark: %s\nTry 'waymark --help'.\n", problem.what());
        return kWrongUse;
    }
    std::ostringstream text;
    app.exit(problem, text, text);
    Terminal terminal(ColourWish::never, false, 0);
    terminal.print(text.str());
    return finish(terminal, kDone);
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
    CLI::App app(kAbout, "waymark");
    app.footer(kFooter);
    app.require_subcommand(1);
    Shared shared;
    CheckOptions check;
    TestOptions test;
    DiffOptions diff;
    MigrateOptions migrate;
    ReportOptions report;
    ScoreOptions score;
    CompareOptions compare;
    CombineOptions combine;
    AssessOptions assess;
    ShowOptions show;
    ExplainOptions explain;
    SchemaOptions schema;
    NewOptions fresh;
    NewMapOptions fresh_map;
    InspectOptions inspect;
    SurveyOptions survey;
    add_shared(app, shared);
    add_assess(app, shared, assess);
    add_new(app, shared, fresh);
    add_check(app, shared, check);
    add_test(app, shared, test);
    add_diff(app, shared, diff);
    add_migrate(app, shared, migrate);
    add_combine(app, shared, combine);
    add_report(app, shared, report);
    add_score(app, shared, score);
    add_compare(app, shared, compare);
    add_explain(app, shared, explain);
    add_show(app, shared, show);
    add_survey(app, shared, survey);
    add_inspect(app, shared, inspect);
    add_map(app, shared, fresh_map);
    add_schema(app, shared, schema);
    if (argc > 1) {
        if (const auto status = unknown_command(app, argv[1])) return *status;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return answer(app, problem);
    }
    Terminal terminal(colour_wish(shared.colour), shared.ascii, shared.width);
    return finish(terminal, shared.run(terminal));
}

}  // namespace waymark
