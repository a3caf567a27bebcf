// The dialect that CI services share: testsuites > testsuite > testcase > failure | error.
#include <fmt/format.h>

#include <map>

#include "report/test_run.hpp"
#include "text/xml.hpp"

namespace waymark {

namespace {

struct Suite {
    std::string cases;
    int tests = 0, failures = 0, errors = 0;
};

std::string difference(const TestResult& result) {
    std::string text;
    for (const Mismatch& mismatch : result.mismatches) {
        text += fmt::format("{}:{}: {}\n", result.file, mismatch.span.line, in_words(mismatch));
    }
    return text;
}

void add_result(const TestResult& result, Suite& suite) {
    ++suite.tests;
    const std::string opening =
        fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\" time=\"0\"",
                    escape_xml(result.file), escape_xml(result.name), escape_xml(result.file), result.span.line);
    if (result.mismatches.empty()) {
        suite.cases += opening + "/>\n";
        return;
    }
    ++suite.failures;
    suite.cases +=
        fmt::format("{}>\n      <failure message=\"{}\" type=\"expectation\">{}</failure>\n    </testcase>\n", opening,
                    escape_xml(in_words(result.mismatches.front())), escape_xml(difference(result)));
}

// A file that could not be read as tests stands for one test that could not be run.
void add_finding(const Diagnostic& finding, Suite& suite) {
    if (finding.severity != Severity::error) return;
    ++suite.tests;
    ++suite.errors;
    suite.cases += fmt::format(
        "    <testcase classname=\"{0}\" name=\"{1} in line {2}\" file=\"{0}\" line=\"{2}\" time=\"0\">\n"
        "      <error message=\"{3}\" type=\"{1}\">{4}</error>\n    </testcase>\n",
        escape_xml(finding.file), finding.code, finding.span.line, escape_xml(finding.message),
        escape_xml(finding.help));
}

}  // namespace

std::string test_run_as_junit(const TestRun& run) {
    std::map<std::string, Suite> suites;
    for (const TestResult& result : run.results) add_result(result, suites[result.file]);
    for (const Diagnostic& finding : run.findings) {
        if (finding.severity == Severity::error) add_finding(finding, suites[finding.file]);
    }
    Suite all;
    std::string body;
    for (const auto& [file, suite] : suites) {
        body += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\" time=\"0\">\n{}",
            escape_xml(file), suite.tests, suite.failures, suite.errors, suite.cases);
        body += "  </testsuite>\n";
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.errors += suite.errors;
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"waymark test\" tests=\"{}\" failures=\"{}\" "
        "errors=\"{}\" time=\"0\">\n{}</testsuites>\n",
        all.tests, all.failures, all.errors, body);
}

}  // namespace waymark
