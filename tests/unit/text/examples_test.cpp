// The documented example of every code about keys, frameworks, scorecards and tests raises that code. Assessments
// have a test of their own beside their reader.

#include "assessment/read.hpp"
#include "catch.hpp"
#include "survey/bound_map.hpp"
#include "text/codes.hpp"
#include "text/suppression.hpp"
#include "unit/frameworks/shipped.hpp"
#include "verify/proofs.hpp"
#include "verify/test_file.hpp"
#include "waymark/framework.hpp"
#include "waymark/report.hpp"

using namespace waymark;

namespace {

const Framework& mission_maturity() {
    static const Framework framework = shipped_framework("mission-maturity");
    return framework;
}

Diagnostics findings_in(const CodeInfo& info) {
    Diagnostics list;
    const FileAccess no_files{[](const std::string&, const std::string&, std::string& problem) {
        problem = "there are no files here";
        return std::nullopt;
    }};
    const std::string text(info.bad);
    if (info.subject == CodeSubject::framework) {
        if (const auto framework = read_framework("example.yaml", text, list)) {
            const Source source("example.yaml", text);
            Findings findings(source, list);
            prove(*framework, findings);
        }
    }
    if (info.subject == CodeSubject::assessment) {
        read_assessment("example.yaml", text, mission_maturity(), no_files, list);
    }
    if (info.code.starts_with("I")) pass_over("example.yaml", text, true, list);
    if (info.subject == CodeSubject::scorecard) read_scorecard("example.json", text, list);
    if (info.subject == CodeSubject::map) {
        if (auto map = read_map("example.yaml", text, list)) bind_map(std::move(*map), mission_maturity(), list);
    }
    if (info.subject == CodeSubject::test) read_test_file("example.yaml", text, mission_maturity(), no_files, list);
    return list;
}

}  // namespace

TEST_CASE("every documented example raises its code", "[codes]") {
    int tried = 0;
    for (const auto family : {shape_codes(), framework_codes(), condition_codes(), test_codes(), map_codes(),
                              proof_codes(), wording_codes(), suppression_codes(), file_codes()}) {
        for (const CodeInfo& info : family) {
            if (info.subject == CodeSubject::file) continue;
            ++tried;
            bool raised = false;
            std::string others;
            for (const Diagnostic& d : findings_in(info)) {
                raised = raised || (d.code == info.code && d.severity == info.severity);
                others += d.code + ' ' + d.message + '\n';
            }
            INFO(info.code << " among\n" << others);
            CHECK(raised);
        }
    }
    CHECK(tried >= 20);
}
