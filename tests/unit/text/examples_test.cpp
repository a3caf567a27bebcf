// The documented example of every code about files that waymark reads raises that code, and without its mistake does not.

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

std::optional<std::string> one_file(const std::string&, const std::string& name, std::string& problem) {
    if (name == "portfolio.csv") return "item,spend\nHeat pumps,100\n";
    problem = "there is no such file here";
    return std::nullopt;
}

Diagnostics findings_in(const CodeInfo& info, const std::string& text) {
    Diagnostics list;
    const FileAccess files{one_file};
    if (info.subject == CodeSubject::framework) {
        if (const auto framework = read_framework("example.yaml", text, list)) {
            const Source source("example.yaml", text);
            Findings findings(source, list);
            prove(*framework, findings);
        }
    }
    if (info.subject == CodeSubject::assessment) {
        read_assessment("example.yaml", text, mission_maturity(), files, list);
    }
    if (info.code.starts_with("I")) pass_over("example.yaml", text, true, list);
    if (info.subject == CodeSubject::scorecard) read_scorecard("example.json", text, list);
    if (info.subject == CodeSubject::map) {
        if (auto map = read_map("example.yaml", text, list)) bind_map(std::move(*map), mission_maturity(), list);
    }
    if (info.subject == CodeSubject::test) read_test_file("example.yaml", text, mission_maturity(), files, list);
    return list;
}

}  // namespace

TEST_CASE("every documented example raises its code, and the mended one neither that nor any error", "[codes]") {
    int tried = 0;
    for (const CodeInfo& info : all_codes()) {
        const bool elsewhere = info.subject == CodeSubject::yaml || info.subject == CodeSubject::table;
        if (elsewhere || info.subject == CodeSubject::file) continue;
        ++tried;
        bool raised = false;
        std::string others;
        for (const Diagnostic& d : findings_in(info, std::string(info.bad))) {
            raised = raised || (d.code == info.code && d.severity == info.severity);
            others += d.code + ' ' + d.message + '\n';
        }
        INFO(info.code << " among\n" << others);
        CHECK(raised);
        if (info.right.starts_with("waymark ")) continue;  // a command: run by the tests of the program
        for (const Diagnostic& d : findings_in(info, mended(info))) {
            INFO("mended: " << d.code << ' ' << d.span.line << ':' << d.span.column << ' ' << d.message);
            CHECK(d.code != info.code);
            CHECK(d.severity != Severity::error);
        }
    }
    CHECK(tried >= 120);
}
