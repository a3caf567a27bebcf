// The commands of those who answer, and read what comes of it: assess, new, check, combine, report, compare, explain.
#include "cli/argument_families.hpp"

namespace waymark {

namespace {

constexpr const char* kFamily = "One organisation";

void add_assess(CLI::App& app, Run& run, AssessOptions& options) {
    CLI::App* sub = command(app, kFamily, "assess", "Answer a framework's questions one by one, and see the report",
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
    sub->callback([&] { run = [&](Terminal& terminal) { return run_assess(options, terminal); }; });
}

void add_new(CLI::App& app, Run& run, NewOptions& options) {
    CLI::App* sub = command(app, kFamily, "new", "Write a file to start from: assessment, framework or test",
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
    sub->callback([&] { run = [&](Terminal& terminal) { return run_new(options, terminal); }; });
}

void add_check(CLI::App& app, Run& run, CheckOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "check", "Find mistakes in frameworks, assessments, test files and maps",
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
    sub->add_flag("--skip-others", options.skip_others,
                  "Leave YAML of other programs alone also where it is named, as in folders");
    sub->add_option(
           "--witness", options.witnesses,
           "Write a made-up assessment that raises this flag, or leads to band:ID or verdict:ID, to =FILE or to "
           "standard output; all=FOLDER writes one for everything that is possible")
        ->allow_extra_args(false);
    sub->callback([&] { run = [&](Terminal& terminal) { return run_check(options, terminal); }; });
}

void add_combine(CLI::App& app, Run& run, CombineOptions& options) {
    CLI::App* sub = command(app, kFamily, "combine", "Join several people's files into one assessment",
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
        run = [&, changes_one](Terminal& terminal) {
            return changes_one ? run_change_team(options, terminal) : run_combine(options, terminal);
        };
    });
}

void add_report(CLI::App& app, Run& run, ReportOptions& options) {
    CLI::App* sub = command(app, kFamily, "report", "Report on one assessment, or on a saved scorecard",
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
    sub->callback([&] { run = [&](Terminal& terminal) { return run_report(options, terminal); }; });
}

void add_compare(CLI::App& app, Run& run, CompareOptions& options) {
    CLI::App* sub = command(app, kFamily, "compare", "Say what changed between assessments, and on what new evidence",
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
    add_house_options(sub, options.house);
    sub->callback([&] { run = [&](Terminal& terminal) { return run_compare(options, terminal); }; });
}

void add_explain(CLI::App& app, Run& run, ExplainOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "explain", "Explain a code, sign, practice, level, word, or how a score came about",
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
        run = [&](Terminal& terminal) { return run_explain(options, terminal); };
    });
}

}  // namespace

void add_commands(CLI::App& app, Run& run, OneOptions& options) {
    add_assess(app, run, options.assess);
    add_new(app, run, options.fresh);
    add_check(app, run, options.check);
    add_combine(app, run, options.combine);
    add_report(app, run, options.report);
    add_compare(app, run, options.compare);
    add_explain(app, run, options.explain);
}

}  // namespace waymark
