// `waymark test`: runs the tests that travel with a framework.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/load.hpp"
#include "cli/outputs.hpp"
#include "report/test_run.hpp"
#include "text/display.hpp"

namespace waymark {

namespace {

// A framework with the tests of every file that names it.
struct Tried {
    Framework framework;
    std::vector<TestFile> files;
};

using ByFramework = std::map<std::string, Tried>;  // by the digest of the framework's file

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

void keep_named(const std::string& filter, TestFile& file) {
    const std::string wanted = lower(filter);
    const auto other = [&](const FrameworkTest& test) { return lower(test.name).find(wanted) == std::string::npos; };
    file.tests.erase(std::remove_if(file.tests.begin(), file.tests.end(), other), file.tests.end());
}

void read_tests(const std::string& path, const TestOptions& options, ByFramework& tried, Diagnostics& findings) {
    const auto text = read_file(path, findings);
    if (!text) return;
    const std::string name = path == "-" ? options.name : path;
    auto framework = framework_for(name, *text, options.choice, findings);
    if (!framework) return;
    auto file = read_test_file(name, *text, *framework, confined_access(), findings);
    if (!file) return;
    keep_named(options.filter, *file);
    const std::string digest = framework->sha256;
    auto place = tried.find(digest);
    if (place == tried.end()) place = tried.emplace(digest, Tried{std::move(*framework), {}}).first;
    place->second.files.push_back(std::move(*file));
}

void run_all(const Tried& tried, const TestOptions& options, TestRun& run) {
    std::vector<const FrameworkTest*> tests;
    for (const TestFile& file : tried.files) {
        for (const FrameworkTest& test : file.tests) {
            run.results.push_back({file.name, test.name, test.span, run_test(test, tried.framework)});
            tests.push_back(&test);
        }
    }
    if (options.coverage || run.min_coverage) run.coverage.push_back(coverage_of(tests, tried.framework));
}

std::string rendered(const TestRun& run, const std::string& format, const TextStyle& style) {
    if (format == "junit") return test_run_as_junit(run);
    if (format == "json") return test_run_as_json(run);
    return test_run_as_text(run, style);
}

int wrong_use(Terminal& terminal, const std::string& problem) {
    terminal.say(fmt::format("waymark: {}\n", printable(problem)));
    return kWrongUse;
}

int status_of(const TestRun& run, std::size_t files) {
    if (has_errors(run.findings)) return files <= 1 ? kWrongUse : kFindings;
    return run.failed() > 0 || !run.enough_covered() ? kFindings : kDone;
}

}  // namespace

int run_tests(const TestOptions& options, Terminal& terminal) {
    TestRun run;
    std::string problem;
    const auto outputs = outputs_from(options.formats, {"text", "junit", "json"}, problem);
    if (!outputs) return wrong_use(terminal, problem);
    if (!options.min_coverage.empty()) {
        run.min_coverage = parse_decimal(options.min_coverage);
        const bool sound = run.min_coverage && *run.min_coverage >= Rational(0) && *run.min_coverage <= Rational(100);
        if (!sound) return wrong_use(terminal, "--min-coverage takes a percentage from 0 to 100");
    }
    ByFramework tried;
    const auto files = files_named(options.files, {".test.yaml", ".test.yml"}, run.findings);
    for (const InputFile& file : files) read_tests(file.path, options, tried, run.findings);
    for (const auto& [digest, one] : tried) run_all(one, options, run);
    if (!options.filter.empty() && run.results.empty() && !has_errors(run.findings)) {
        return wrong_use(terminal, fmt::format("no test's name contains '{}'", options.filter));
    }
    std::sort(run.results.begin(), run.results.end(), [](const TestResult& a, const TestResult& b) {
        return std::tie(a.file, a.span.line, a.name) < std::tie(b.file, b.span.line, b.name);
    });
    sort_diagnostics(run.findings);
    terminal.show(run.findings);
    const auto show = [&](const std::string& format) { terminal.print(rendered(run, format, terminal.style())); };
    const int written =
        write_outputs(*outputs, [&](const std::string& format) { return rendered(run, format, {}); }, show, terminal);
    return written != kDone ? written : status_of(run, files.size());
}

}  // namespace waymark
