// The commands of those who write frameworks: show, test, diff, migrate, schema.
#include "cli/argument_families.hpp"

namespace waymark {

namespace {

constexpr const char* kFamily = "Frameworks";

void add_show(CLI::App& app, Run& run, ShowOptions& options) {
    CLI::App* sub = command(app, kFamily, "show", "Show a framework as a readable document (Markdown)",
                            "  waymark show | less\n  waymark show my-framework.yaml -o my-framework.md");
    sub->add_option("framework", options.framework, "A framework file or the id of a built-in one");
    sub->add_option("-o,--output", options.output, "Write to this file instead of standard output");
    sub->callback([&] { run = [&](Terminal& terminal) { return run_show(options, terminal); }; });
}

void add_test(CLI::App& app, Run& run, TestOptions& options) {
    CLI::App* sub = command(app, kFamily, "test", "Run the tests that travel with a framework",
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
    sub->callback([&] { run = [&](Terminal& terminal) { return run_tests(options, terminal); }; });
}

void add_diff(CLI::App& app, Run& run, DiffOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "diff", "What changed between two versions of a framework, and which step it asks for",
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
        run = [&](Terminal& terminal) { return run_diff(options, terminal); };
    });
}

void add_migrate(CLI::App& app, Run& run, MigrateOptions& options) {
    CLI::App* sub = command(app, kFamily, "migrate", "Carry an assessment over to a later version of its framework",
                            "  waymark migrate team.yaml --to framework.yaml               what would be written\n"
                            "  waymark migrate team.yaml --to framework.yaml -o team-2.yaml\n"
                            "  waymark migrate team.yaml --to mission-maturity --in-place");
    sub->add_option("assessment", options.input, "The assessment")->required();
    sub->add_option("--to", options.to, "The later version: a file, or the id of a built-in framework")->required();
    CLI::Option* output =
        sub->add_option("-o,--output", options.output, "Write to this file, which must not exist")->type_name("FILE");
    sub->add_flag("--in-place", options.in_place, "Write to the file itself")->excludes(output);
    sub->callback([&] { run = [&](Terminal& terminal) { return run_migrate(options, terminal); }; });
}

void add_schema(CLI::App& app, Run& run, SchemaOptions& options) {
    CLI::App* sub =
        command(app, kFamily, "schema", "Print the JSON Schema of a kind of file that waymark reads or writes",
                "  waymark schema\n  waymark schema assessment > assessment.schema.json");
    sub->add_option("kind", options.kind, "Which file; a list of them unless given");
    sub->callback([&] { run = [&](Terminal& terminal) { return run_schema(options, terminal); }; });
}

}  // namespace

void add_commands(CLI::App& app, Run& run, AuthorOptions& options) {
    add_show(app, run, options.show);
    add_test(app, run, options.test);
    add_diff(app, run, options.diff);
    add_migrate(app, run, options.migrate);
    add_schema(app, run, options.schema);
}

}  // namespace waymark
