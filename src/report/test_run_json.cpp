#include <nlohmann/json.hpp>

#include "report/test_run.hpp"
#include "text/display.hpp"
#include "text/render.hpp"

namespace waymark {

namespace {

using Json = nlohmann::ordered_json;

Json result_tree(const TestResult& result) {
    Json mismatches = Json::array();
    for (const Mismatch& mismatch : result.mismatches) {
        mismatches.push_back({{"what", mismatch.what},
                              {"expected", mismatch.expected},
                              {"found", mismatch.found},
                              {"because", mismatch.because},
                              {"line", mismatch.span.line},
                              {"column", mismatch.span.column}});
    }
    return {{"file", result.file},
            {"line", result.span.line},
            {"name", result.name},
            {"passed", result.mismatches.empty()},
            {"mismatches", std::move(mismatches)}};
}

Json coverage_tree(const Coverage& coverage) {
    Json missing = Json::array();
    for (const CoverageItem& item : coverage.items) {
        if (!item.covered) missing.push_back(in_words(item));
    }
    Json kinds = Json::object();
    for (const CoverageItem::Kind kind : kCoverageKinds) {
        kinds[std::string(plural_of(kind))] = {{"covered", coverage.covered(kind)}, {"all", coverage.all(kind)}};
    }
    return {{"framework", coverage.framework},
            {"covered", coverage.covered()},
            {"all", coverage.items.size()},
            {"kinds", std::move(kinds)},
            {"missing", std::move(missing)}};
}

}  // namespace

std::string test_run_as_json(const TestRun& run) {
    Json document = {{"waymark", "test-run/1"}, {"tests", run.results.size()}, {"failed", run.failed()}};
    document["results"] = Json::array();
    for (const TestResult& result : run.results) document["results"].push_back(result_tree(result));
    document["diagnostics"] = Json::parse(diagnostics_as_json(run.findings))["diagnostics"];
    document["coverage"] = Json::array();
    for (const Coverage& coverage : run.coverage) document["coverage"].push_back(coverage_tree(coverage));
    return harmless_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace waymark
