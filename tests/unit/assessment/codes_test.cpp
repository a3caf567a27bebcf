// The examples of the codes about assessments and facts raise what they say, read with the shipped framework.
#include "text/codes.hpp"

#include "assessment/read.hpp"
#include "catch.hpp"
#include "unit/frameworks/shipped.hpp"

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
    read_assessment("example.yaml", std::string(info.bad), mission_maturity(), no_files, list);
    return list;
}

}  // namespace

TEST_CASE("every example of a code about assessments or facts raises it") {
    int tried = 0;
    for (const auto family : {assessment_codes(), fact_codes()}) {
        for (const CodeInfo& info : family) {
            if (info.subject != CodeSubject::assessment) continue;
            bool raised = false;
            std::string others;
            for (const Diagnostic& finding : findings_in(info)) {
                raised = raised || (finding.code == info.code && finding.severity == info.severity);
                others += finding.code + " " + finding.message + "\n";
            }
            INFO(info.code << " among\n" << others);
            CHECK(raised);
            ++tried;
        }
    }
    CHECK(tried > 25);
}
